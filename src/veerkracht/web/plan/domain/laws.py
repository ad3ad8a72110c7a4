"""What the law says about a plan, as dated content in `laws.toml`: which text, for whom, compared with the law when."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .parts import LawFacts

WEIGHED_UNDER, EXEMPT_UNDER = 12, 5  # years; articles 9 lid 4 and 9a
# The weighing of care and work: the three things the municipality has to have made sure of.
QUESTIONS = ("childcare", "schooling", "load")


@dataclass(frozen=True)
class CitedLaw:
    """One text; `youngest_under` says for which families it is offered (None: for everybody)."""

    youngest_under: int | None
    reread: bool
    facts: LawFacts


@dataclass(frozen=True)
class ExemptionCard:
    """What an exemption does and does not do. She decides, after reading."""

    title: str
    for_whom: str
    does: tuple[str, ...]
    does_not: tuple[str, ...]
    ends: tuple[str, ...]
    article: str
    as_of: dt.date
    decide_within_weeks: int


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "laws.toml").read_text(encoding="utf-8"))


@cache
def _laws() -> tuple[CitedLaw, ...]:
    rows: list[dict[str, Any]] = _table()["law"]
    return tuple(
        CitedLaw(row.pop("youngest_under", None), row.pop("reread"), LawFacts(**row))
        for row in map(dict, rows)
    )


LAWS = tuple(one.facts.id for one in _laws())


def law(law_id: str) -> LawFacts | None:
    """The text of today; None for an id that is no longer in the list."""
    return next((one.facts for one in _laws() if one.facts.id == law_id), None)


def laws_for(ages: Iterable[int]) -> list[CitedLaw]:
    """The texts that fit a family with children of these ages."""
    youngest = min(ages, default=99)
    return [one for one in _laws() if one.youngest_under is None or youngest < one.youngest_under]


def exemption_card() -> ExemptionCard:
    card: dict[str, Any] = dict(_table()["exemption"])
    for name in ("does", "does_not", "ends"):
        card[name] = tuple(card[name])
    return ExemptionCard(**card)


def needs_weighing(ages: Iterable[int]) -> bool:
    """A child under 12: care and work are weighed, with reasons, before anything is asked."""
    return any(age < WEIGHED_UNDER for age in ages)
