"""What a family told us about its week, part by part, and what we count with as long as a part is not told.

A value may be unknown: None, or {"min": …, "max": …}. A default is never silent: `Told.assumed` says which parts
are still ours.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from veerkracht.week.times import DAYS

from .not_approached import avoided_in
from .usual import usual_price, usual_year

Facts = Mapping[str, Any]

TODDLER, SCHOOL_AGE, TEEN = "toddler", "school", "teen"
AGE_OF_SCHOOL, AGE_OF_TEEN = 4, 12
MODES = ("lopen", "fiets", "ov", "auto")
# The key of the part that says for single journeys how she goes.
PER_LEG = "per-reis"
# The key of the part that says how she mostly goes: a fact of its own, asked with the limits and with the journeys.
TRAVEL_MODE = "travel_mode"
SCHOOL_DAY = ["08:30", "14:15"]

SERVICE_DEFAULTS: dict[str, dict[str, Any]] = {
    "dagopvang": {
        "name": "Kinderdagverblijf",
        "open": "07:30",
        "close": "18:30",
        "latest_drop": "09:30",
        "handover": 8,
        "hours_per_day": 11.0,
    },
    "gastouder": {
        "name": "Gastouder",
        "open": "07:30",
        "close": "18:00",
        "handover": 8,
        "hours_per_day": 10.0,
    },
    "bso": {"name": "Bso", "close": "18:30", "handover": 5, "hours_per_day": 4.0},
    "voorschoolse_opvang": {
        "name": "Voorschoolse opvang",
        "open": "07:30",
        "handover": 5,
        "hours_per_day": 1.0,
    },
    "vakantieopvang": {
        "name": "Vakantieopvang",
        "open": "07:30",
        "close": "18:30",
        "latest_drop": "09:30",
        "handover": 5,
        "hours_per_day": 11.0,
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
class SavedWeek:
    """Everything that is known about one week; `parts` is (kind, key) → facts."""

    kids: tuple[Kid, ...]
    parts: Mapping[tuple[str, str], Facts] = field(default_factory=dict)
    places_are_secret: bool = False
    # Who is on the map as somebody not to be approached: never proposed, never counted on.
    avoided: tuple[str, ...] = ()
    # The same of whom she hid: nothing is proposed with them, and no page or refusal says so.
    avoided_in_silence: tuple[str, ...] = ()
    # The day on which the usual figures are taken: the newest of them where none is named.
    day: dt.date = dt.date.max

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
        return self.one("limits", self.one(TRAVEL_MODE, LIMITS))

    @property
    def able(self) -> Facts:
        """What she can do; empty when nothing was said of it."""
        return self.parts.get(("able", ""), {})

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
        return self.one("year", YEAR | usual_year(self.day))

    @property
    def course(self) -> Facts:
        return self.one("course", COURSE)

    def service(self, key: str) -> Facts:
        facts = self.parts[("service", key)]
        return {
            **SERVICE,
            **SERVICE_DEFAULTS[facts["type"]],
            "rate": usual_price(facts["type"], self.day),
            **facts,
        }

    def services(self) -> dict[str, Facts]:
        return {key: self.service(key) for key in self.many("service")}

    def is_openly_avoided(self, service: Facts) -> bool:
        """Whether a page may say that this is somebody not to be approached."""
        return service["type"] == "informeel" and bool(avoided_in(str(service["name"]), self.avoided))

    def is_avoided(self, service: Facts) -> bool:
        return service["type"] == "informeel" and bool(
            avoided_in(str(service["name"]), (*self.avoided, *self.avoided_in_silence))
        )

    @property
    def missing_for_a_verdict(self) -> list[str]:
        """The children, as long as nobody said a thing about their days or their care: then no week can be judged."""
        is_begun = any(kind in ("child", "service") for kind, _key in self.parts)
        return [] if is_begun else [kid.name for kid in self.kids]

    def said_minutes(self, start: str, end: str) -> Any:
        """The minutes of a journey as they were told for the way she goes; None where nobody told them."""
        minutes_by_leg = self.one("travel", {}, self.mode_of(f"{start}-{end}"))
        return minutes_by_leg.get(f"{start}-{end}", minutes_by_leg.get(f"{end}-{start}"))

    @property
    def schools(self) -> dict[str, Facts]:
        """The school times that were told, by the key of the child."""
        times_by_child = {kid.key: self.parts.get(("child", kid.key), {}).get("school") for kid in self.kids}
        return {key: times for key, times in times_by_child.items() if times}

    @property
    def assumed_kids(self) -> list[str]:
        return [kid.name for kid in self.kids if not self.has("child", kid.key)]


def kind_for(age: int) -> str:
    """What an age means for the week: before school, primary school, or going alone."""
    if age < AGE_OF_SCHOOL:
        return TODDLER
    return SCHOOL_AGE if age < AGE_OF_TEEN else TEEN


def kind_at_school(age: int) -> str:
    """A child at school by its age, whether it is fetched or not."""
    return TEEN if age >= AGE_OF_TEEN else SCHOOL_AGE


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


# What a day is taken to be until it is told. Limits that are hers alone (None) are none until she gives them.
LIMITS: dict[str, Any] = {
    "mode": "fiets",
    "leave_after": "07:15",
    "home_by": "18:30",
    "work_from": "07:00",
    "work_to": "18:00",
    "minimum_shift": 180,
    "load_day": None,
    "load_week": None,
    "work_days": None,
    "paid_day": 480,
    "paid_week": 2400,
    "buffer": 5,
    "gate_before": 10,
    "gate_after": 5,
}
YEAR: dict[str, Any] = {"region": "Zuid", "other_parent_weeks": 0}
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
