"""Where more wage leaves less, and which rule does it.

The way from the old wage to the new one is walked in steps of at least 300 euros a year (smaller ones dip by the law's
own rounding). A step down gets the name and article of the cliff in the law's own list that can account for most of
it; what is under a euro in all is rounding and is not told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from veerkracht.law import catalogue
from veerkracht.levers.childcare import Care
from veerkracht.levers.purse import Money, article_of
from veerkracht.money.quantities import ADVANCES, ALLOWANCES

STEP = 300.0
SMALLEST = 1.0
Amounts = Mapping[str, Any]


@dataclass(frozen=True)
class Cliff:
    """From which yearly wage on something is lost, how much a month in all, and by which rule."""

    name: str
    article: str
    sentence: str
    """Of the law's own list; empty where the amount is not in it."""
    at_loon: float
    at_hours: float
    euros: float


@cache
def listed() -> list[dict[str, Any]]:
    """The cliffs the law names."""
    path = Path(str(catalogue.__file__)).with_name("cliffs.toml")
    cliffs: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["cliff"]
    return cliffs


def cliffs_between(money: Money, before: float, after: float, care: Care) -> list[Cliff]:
    """Every cliff on the way from one yearly wage up to another, the deepest first."""
    if after <= before:
        return []
    steps = max(1, int((after - before) // STEP))
    loons = [before + (after - before) * number / steps for number in range(steps + 1)]
    points = money.way(loons, care)
    cliff_by_name: dict[str, Cliff] = {}
    for start, (low, high) in zip(loons, zip(points, points[1:], strict=False), strict=False):
        lost = fall(low, high, "besteedbaar_inkomen")
        if lost > 0:
            cliff_here = named(money, start, lost, low, high)
            seen = cliff_by_name.get(cliff_here.name)
            cliff_by_name[cliff_here.name] = cliff_here if seen is None else _together(seen, cliff_here)
    return sorted(
        (cliff for cliff in cliff_by_name.values() if cliff.euros >= SMALLEST), key=lambda c: -c.euros
    )


def _together(first: Cliff, more: Cliff) -> Cliff:
    return Cliff(
        first.name, first.article, first.sentence, first.at_loon, first.at_hours, first.euros + more.euros
    )


def named(money: Money, loon: float, lost: float, before: Amounts, after: Amounts) -> Cliff:
    """The step down as the cliff that accounts for most of it."""
    cause = max(listed(), key=lambda cliff: accounted_for(cliff, before, after, loon == 0))
    at = loon, money.hours_at(loon), lost
    if accounted_for(cause, before, after, loon == 0) > 0:
        return Cliff(cause["name"], cause["article"], cause["sentence"], *at)
    most = max(ADVANCES, key=lambda name: fall(before, after, name))
    what = most.removeprefix("voorschot_")
    return Cliff(what, article_of(what, money.day), "", *at)


def fall(before: Amounts, after: Amounts, name: str) -> float:
    return float(max(0.0, before[name] - after[name]))


def accounted_for(cliff: Mapping[str, Any], before: Amounts, after: Amounts, first_wage: bool) -> float:
    """How much of a step down this cliff can be the cause of, in euros a month."""
    names = cliff["quantities"]
    beside_bijstand = before["ontvangen_bijstand"] > 0
    fallen = sum(fall(before, after, name) for name in names)
    exact = sum((before[name] - after[name]) / 12 for name in ALLOWANCES)
    floored = sum(before[name] - after[name] for name in ADVANCES)
    by_place = {
        "overal": fallen,
        "naast bijstand": fallen if beside_bijstand else 0.0,
        "eerste loon naast bijstand": fallen if beside_bijstand and first_wage else 0.0,
        "waar een toeslag eindigt": sum(before[name] for name in names if after[name] == 0),
        "door de afronding": max(0.0, floored - exact),
        "waar drie toeslagen dalen": min(fall(before, after, name) for name in ALLOWANCES[:3]),
    }
    return float(min(by_place[cliff["where"]], cliff["most"]))
