"""A family as the care week sees it: who, where, when, and within which limits.

Only data; `reading` makes it from JSON and `checking` looks whether its parts agree. A missing leg of
travel is a leg that cannot be made. If both directions of a leg are given they may differ; if one is
given it holds both ways.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from veerkracht.week.times import ALL_DAYS, Kind, TimeBlock

ChildKind = Literal["toddler", "school", "teen"]
ServiceType = Literal["dagopvang", "gastouder", "bso", "voorschoolse_opvang", "vakantieopvang", "informeel"]
Weeks = Literal["every", "odd", "even"]
Legs = Mapping[tuple[str, str], int]

HOME, WORK, SCHOOL, COURSE = "home", "work", "school", "course"


class Leg(NamedTuple):
    start: str
    end: str
    minutes: int


@dataclass(frozen=True)
class Parent:
    """The mother's own limits and the hours between which work is possible."""

    leave_after: int
    home_by: int
    work_from: int
    work_to: int
    minimum_shift: int
    maximum_load_per_day: int
    maximum_load_per_week: int
    maximum_work_days: int
    maximum_paid_per_day: int
    maximum_paid_per_week: int


@dataclass(frozen=True, kw_only=True)
class WeekChild:
    """A child. `own_way`: goes to school and comes home alone, and may be alone for a while after that.

    Minutes: `own_travel` from school to home; `alone_after_school` and `alone_in_holiday` (any day without school)
    how long it may be alone.
    """

    id: str
    kind: ChildKind
    own_way: bool
    school: Mapping[str, TimeBlock]
    other_parent_days: Mapping[Kind, frozenset[str]]
    own_travel: int
    alone_after_school: int
    alone_in_holiday: int
    deceased: bool


@dataclass(frozen=True)
class Service:
    """Someone who looks after children: day care, after-school care, a neighbour."""

    id: str
    type: ServiceType
    place: str
    children: tuple[str, ...]
    open_days: frozenset[str]
    open: int | None
    close: int | None
    latest_drop: int | None
    handover: int
    contract_days: Mapping[Kind, int]
    paid_hours_per_day: float | None
    hourly_rate: float | None


@dataclass(frozen=True)
class OtherParent:
    """Days the other parent could take over; counted only where that is safe."""

    id: str
    owner: str
    safe: bool
    children: tuple[str, ...]
    days: frozenset[str]


@dataclass(frozen=True)
class OtherCourse:
    """Another timetable of the same course."""

    id: str
    owner: str
    course: Mapping[str, TimeBlock]


@dataclass(frozen=True)
class Trusted:
    """A trusted adult who could help, as the service it would be."""

    owner: str
    service: Service


@dataclass(frozen=True)
class Possible:
    trusted: tuple[Trusted, ...]
    other_parent: tuple[OtherParent, ...]
    courses: tuple[OtherCourse, ...]


@dataclass(frozen=True)
class YearDays:
    school_weeks: int
    holiday_weeks: int
    leave_weeks: int
    study_days: int
    other_parent_weeks: int
    sick_days: Mapping[ChildKind, int]


@dataclass(frozen=True, kw_only=True)
class ProtectedTime:
    """Time in which she is not available, and nobody asks why.

    `with_children`: they are with her then (True), or somebody has them (False); None where it may be either.
    `place` is home where none is named; the way there and back comes on top of the block. `every` is a number of
    weeks: hours that must fit each week fit the week with it too. `weeks` are the kinds of week in which it is.
    """

    day: str
    block: TimeBlock
    with_children: bool | None
    place: str
    every: int
    weeks: frozenset[Kind]


@dataclass(frozen=True, kw_only=True)
class RosterBlock:
    """One block of work; `weeks` says in which weeks of a two-week rhythm it is."""

    day: str
    block: TimeBlock
    weeks: Weeks = "every"


@dataclass(frozen=True, kw_only=True)
class Roster:
    """What an employer offers: blocks, the place as it is called in `travel`, and the wage an hour."""

    blocks: tuple[RosterBlock, ...]
    place: str
    hourly_wage: float

    @property
    def weeks(self) -> tuple[Weeks, ...]:
        """The weeks that differ: one, or the odd and the even ones."""
        alternates = any(block.weeks != "every" for block in self.blocks)
        return ("odd", "even") if alternates else ("every",)

    def in_week(self, weeks: Weeks) -> dict[str, tuple[TimeBlock, ...]]:
        """The blocks of each day of this week, in the order of the day."""
        held = [block for block in self.blocks if block.weeks in ("every", weeks)]
        return {
            day: tuple(sorted(block.block for block in held if block.day == day))
            for day in ALL_DAYS
            if any(block.day == day for block in held)
        }


@dataclass(frozen=True)
class Family:
    name: str
    travel_buffer: int
    gate_before: int
    gate_after: int
    parent: Parent
    travel: tuple[Leg, ...]
    children: tuple[WeekChild, ...]
    services: tuple[Service, ...]
    course: Mapping[str, TimeBlock]
    course_in_holidays: bool
    year: YearDays | None
    possible: Possible
    protected: tuple[ProtectedTime, ...] = ()
    job: Roster | None = None
    offer: Roster | None = None

    def protected_on(self, day: str, kind: Kind) -> list[ProtectedTime]:
        """Her protected time within her own hours of that day, in the order of the day."""
        return sorted(
            (
                protected
                for protected in self.protected
                if protected.day == day
                and kind in protected.weeks
                and protected.block.end > self.parent.leave_after
                and protected.block.start < self.parent.home_by
            ),
            key=lambda protected: protected.block,
        )

    def course_on(self, day: str, kind: Kind) -> TimeBlock | None:
        """The course runs in school weeks, and in holiday weeks only where that is said."""
        return self.course.get(day) if kind == "school" or self.course_in_holidays else None

    def legs(self) -> dict[tuple[str, str], int]:
        """Every leg that can be made, buffer included; staying at a place takes no time."""
        places = {HOME, WORK, SCHOOL, COURSE} | {service.place for service in self.services}
        places |= {protected.place for protected in self.protected}
        legs: dict[tuple[str, str], int] = {}
        for leg in self.travel:
            legs[leg.end, leg.start] = leg.minutes + self.travel_buffer
        for leg in self.travel:
            legs[leg.start, leg.end] = leg.minutes + self.travel_buffer
        for place in places:
            legs[place, place] = 0
        return legs
