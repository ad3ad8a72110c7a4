"""What a family told us about its week, part by part, and what we count with as long as a part is not told.

A value may be unknown: None, or {"min": …, "max": …}. A default is never silent: `Told.assumed` says which parts
are still ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from veerkracht.week.times import DAYS

from .avoiding import avoided_in

Facts = Mapping[str, Any]

TODDLER, SCHOOL_AGE, TEEN = "toddler", "school", "teen"
AGE_OF_SCHOOL, AGE_OF_TEEN = 4, 12
MODES = ("lopen", "fiets", "ov", "auto")
# The key of the part that says for single journeys how she goes.
PER_LEG = "per-reis"
SCHOOL_DAY = ["08:30", "14:15"]

SERVICE_DEFAULTS: dict[str, dict[str, Any]] = {
    "dagopvang": {
        "name": "Kinderdagverblijf",
        "open": "07:30",
        "close": "18:30",
        "latest_drop": "09:30",
        "handover": 8,
        "hours_per_day": 11.0,
        "rate": 10.9,
    },
    "gastouder": {
        "name": "Gastouder",
        "open": "07:30",
        "close": "18:00",
        "handover": 8,
        "hours_per_day": 10.0,
        "rate": 8.0,
    },
    "bso": {"name": "Bso", "close": "18:30", "handover": 5, "hours_per_day": 4.0, "rate": 9.8},
    "voorschoolse_opvang": {
        "name": "Voorschoolse opvang",
        "open": "07:30",
        "handover": 5,
        "hours_per_day": 1.0,
        "rate": 9.8,
    },
    "vakantieopvang": {
        "name": "Vakantieopvang",
        "open": "07:30",
        "close": "18:30",
        "latest_drop": "09:30",
        "handover": 5,
        "hours_per_day": 11.0,
        "rate": 9.8,
    },
    "informeel": {"name": "Oma", "close": "18:00", "handover": 10},
}


@dataclass(frozen=True)
class Kid:
    """A child of the household: the key of its part, its first name and its age."""

    key: str
    name: str
    age: int


@dataclass(frozen=True)
class Told:
    """Everything that is known about one week; `parts` is (kind, key) → facts."""

    kids: tuple[Kid, ...]
    parts: Mapping[tuple[str, str], Facts] = field(default_factory=dict)
    places_are_secret: bool = False
    # Who is on the map as somebody not to be approached: never proposed, never counted on.
    avoided: tuple[str, ...] = ()

    def one(self, kind: str, default: Facts, key: str = "") -> Facts:
        """A part with its defaults beneath it."""
        return {**default, **self.parts.get((kind, key), {})}

    def many(self, kind: str) -> dict[str, Facts]:
        """The parts of a kind by their key, in the order in which they were told."""
        return {key: facts for (found, key), facts in self.parts.items() if found == kind}

    def has(self, kind: str, key: str = "") -> bool:
        return (kind, key) in self.parts

    def kid(self, kid: Kid) -> Facts:
        return self.one("child", child_default(kid), kid.key)

    @property
    def limits(self) -> Facts:
        return self.one("limits", LIMITS)

    @property
    def mode(self) -> str:
        return str(self.limits["mode"])

    def mode_of(self, leg: str) -> str:
        """How she goes this way: as chosen for this journey, else as usual."""
        chosen = self.parts.get(("travel", PER_LEG), {})
        there, back = leg, "-".join(reversed(leg.split("-")))
        return str(chosen.get(there) or chosen.get(back) or self.mode)

    @property
    def year(self) -> Facts:
        return self.one("year", YEAR)

    @property
    def course(self) -> Facts:
        return self.one("course", COURSE)

    def service(self, key: str) -> Facts:
        facts = self.parts[("service", key)]
        return {**SERVICE, **SERVICE_DEFAULTS[facts["type"]], **facts}

    def services(self) -> dict[str, Facts]:
        return {key: self.service(key) for key in self.many("service")}

    def is_avoided(self, service: Facts) -> bool:
        return service["type"] == "informeel" and bool(avoided_in(str(service["name"]), self.avoided))

    @property
    def assumed_kids(self) -> list[str]:
        return [kid.name for kid in self.kids if not self.has("child", kid.key)]


def kind_for(age: int) -> str:
    """What an age means for the week: before school, primary school, or going alone."""
    if age < AGE_OF_SCHOOL:
        return TODDLER
    return SCHOOL_AGE if age < AGE_OF_TEEN else TEEN


def child_default(kid: Kid) -> dict[str, Any]:
    kind = kind_for(kid.age)
    school = {} if kind == TODDLER else dict.fromkeys(DAYS, SCHOOL_DAY)
    return {
        "kind": kind,
        "school": school,
        "other_school": [],
        "other_holiday": [],
        "other_could": [],
        "other_safe": False,
        "own_travel": 15,
        "alone_after": 120,
        "alone_holiday": 240,
    }


LIMITS: dict[str, Any] = {
    "mode": "fiets",
    "leave_after": "07:15",
    "home_by": "18:30",
    "work_from": "07:00",
    "work_to": "18:00",
    "minimum_shift": 180,
    "load_day": 540,
    "load_week": 2160,
    "work_days": 5,
    "paid_day": 480,
    "paid_week": 2400,
    "buffer": 5,
    "gate_before": 10,
    "gate_after": 5,
}
YEAR: dict[str, Any] = {
    "region": "Zuid",
    "leave_weeks": 4,
    "study_days": 6,
    "other_parent_weeks": 0,
    "sick_toddler": 8,
    "sick_school": 4,
    "sick_teen": 0,
}
COURSE: dict[str, Any] = {"name": "", "times": {}, "holidays": False, "other_times": {}}
SERVICE: dict[str, Any] = {
    "name": "",
    "children": [],
    "at": "own",
    "open_days": list(DAYS),
    "open": None,
    "close": None,
    "latest_drop": None,
    "handover": 5,
    "days_school": 0,
    "days_holiday": 0,
    "hours_per_day": None,
    "rate": None,
    "state": "agreed",
}
