"""The invented set a new municipality can try the catalogue with; every row is labelled as an example."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def _tables(name: str) -> list[dict[str, Any]]:
    document = tomllib.loads(files(__package__).joinpath("examples.toml").read_text(encoding="utf-8"))
    tables: list[dict[str, Any]] = document[name]
    return tables


def example_offers() -> list[dict[str, Any]]:
    return _tables("offers")


def example_centres() -> list[dict[str, Any]]:
    return _tables("centres")
