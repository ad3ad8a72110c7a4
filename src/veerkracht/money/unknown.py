"""Weet ik niet: a fact that is open makes the result a range, and says which answer would narrow it most."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

UNKNOWN = "weet ik niet"
MOST_COMBINATIONS = 400


@cache
def bounds() -> dict[str, tuple[tuple[Any, ...], str]]:
    """What an open fact could be, and why those edges."""
    raw = tomllib.loads((Path(__file__).parent / "unknown.toml").read_text(encoding="utf-8"))
    return {name: (tuple(entry["values"]), entry["why"]) for name, entry in raw.items()}


def width_when_known(outcomes: Mapping[tuple[Any, ...], float], place: int) -> float:
    """The range that is left, averaged over what this fact could turn out to be."""
    groups: dict[Any, list[float]] = {}
    for chosen, amount in outcomes.items():
        groups.setdefault(chosen[place], []).append(amount)
    widths = [max(group) - min(group) for group in groups.values()]
    return sum(widths) / len(widths)
