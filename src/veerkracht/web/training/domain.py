"""Training without a ceiling: which routes there are, what one asks and brings, and how lessons become hours."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any


class RouteKind(StrEnum):
    PRACTICAL = "practical"
    CERTIFICATE = "certificate"
    BBL = "bbl"
    PART_TIME = "part_time"
    FULL_TIME = "full_time"
    COURSE = "course"


class Level(StrEnum):
    """From low to high; no wish is cut off anywhere."""

    OPEN = ""
    MBO1 = "mbo1"
    MBO2 = "mbo2"
    MBO3 = "mbo3"
    MBO4 = "mbo4"
    AD = "ad"
    HBO = "hbo"
    UNIVERSITY = "wo"


class Sector(StrEnum):
    TECHNICAL = "technical"
    CARE = "care"
    OFFICE = "office"
    OTHER = ""


class Certainty(StrEnum):
    """How sure a figure is."""

    FIXED = "fixed"
    ESTIMATE = "estimate"
    EXAMPLE = "example"
    SAID = "said"


class CareGround(StrEnum):
    """Why there would be childcare allowance while she learns."""

    UNKNOWN = ""
    STUDY = "study"
    WORK = "work"
    TRAJECT = "traject"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class ExampleRoute:
    """An ordinary route of its kind, to begin from. Its price is labelled with where it comes from."""

    code: str
    name: str
    sector: str
    kind: str
    level: str
    months: int
    lessons: Mapping[str, list[str]]
    self_study: int
    cost: int
    cost_source: str
    cost_certainty: str
    ground: str


@cache
def example_routes() -> tuple[ExampleRoute, ...]:
    raw = tomllib.loads((Path(__file__).parent / "routes.toml").read_text(encoding="utf-8"))
    return tuple(ExampleRoute(**row) for row in raw["route"])


def example_route(code: str) -> ExampleRoute | None:
    return next((route for route in example_routes() if route.code == code), None)


def lesson_minutes(lessons: Mapping[str, Any]) -> int:
    """How long the lessons of a week take."""
    return sum(_minutes(end) - _minutes(start) for start, end in lessons.values())


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
