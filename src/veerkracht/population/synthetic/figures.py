"""The public figures that the synthetic households are laid on; needs the standard library alone.

Every figure has its source and how sure it is in marginals.toml; D is an assumption and is called so everywhere.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("marginals.toml")
KINDS = ("bijstand zonder werk", "bijstand met werk", "werk zonder bijstand", "ander inkomen")
"""The kinds of household that outcomes are given for, in order."""


@lru_cache(maxsize=1)
def figures() -> Mapping[str, Any]:
    """The file, read once."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def fingerprint() -> str:
    """The hash of the figures; goes with every file made from them."""
    return hashlib.sha256(FILE.read_bytes()).hexdigest()[:16]


def assumed_columns() -> tuple[str, ...]:
    """The columns of a synthetic household that rest on an assumption."""
    return tuple(name for name, about in figures()["columns"].items() if about["confidence"] == "D")


def figure(section: str, name: str) -> Any:
    return figures()[section][name]["value"]
