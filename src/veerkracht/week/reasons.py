"""Why a course week cannot be: which day, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from veerkracht.week.days import combine, frames_of, load_of, patterns, ways_of
from veerkracht.week.family import COURSE, Family
from veerkracht.week.routes import afternoon, morning
from veerkracht.week.solver import day_choices
from veerkracht.week.times import DAYS, Kind, TimeBlock

HindranceCode = Literal[
    "nobody_for_child",
    "protected_time",
    "children_not_brought",
    "arrives_late",
    "has_to_leave_early",
    "children_not_both_ways",
    "day_too_long",
    "days_not_together",
]


@dataclass(frozen=True, kw_only=True)
class Hindrance:
    """What stands in the way of the course on `days`.

    `child` where it is about one; `moment` the first arrival or the last leaving, in minutes after midnight;
    `minutes` how long the day is with travel, and `limit` her own limit for it.
    """

    code: HindranceCode
    days: tuple[str, ...]
    course: TimeBlock | None = None
    child: str = ""
    moment: int = 0
    minutes: int = 0
    limit: int = 0


def hindrance(family: Family, kind: Kind) -> Hindrance:
    """Of a week that `solve` found infeasible."""
    legs = family.legs()
    days = [(day, course) for day in DAYS if (course := family.course_on(day, kind)) is not None]
    for day, course in days:
        if not day_choices(family, day, kind, legs, {}):
            return replace(_of_day(family, day, kind, course), days=(day,), course=course)
    return Hindrance(code="days_not_together", days=tuple(day for day, _ in days))


def _of_day(family: Family, day: str, kind: Kind, course: TimeBlock) -> Hindrance:
    children = [child.id for child in family.children if not child.deceased]
    for child, options in zip(children, ways_of(family, day, kind), strict=True):
        if not options:
            return Hindrance(code="nobody_for_child", days=(), child=child)
    if _only_protected_time(family, day, kind):
        return Hindrance(code="protected_time", days=())
    return _on_the_way(family, day, kind, course)


def _on_the_way(family: Family, day: str, kind: Kind, course: TimeBlock) -> Hindrance:
    legs, ways = family.legs(), ways_of(family, day, kind)
    frame = frames_of(family, day, kind, ways, legs)[0]
    bags, brings, fetches = combine(ways, legs)
    there = morning(brings, legs, frame.leave_after)
    back = afternoon(fetches, legs, frame.home_by)
    arrivals = [route[0] for bag in bags if (route := there.arrive(bag.bring, COURSE)) is not None]
    if not arrivals:
        return Hindrance(code="children_not_brought", days=())
    if min(arrivals) > course.start:
        return Hindrance(code="arrives_late", days=(), moment=min(arrivals))
    if not patterns(family, day, kind, legs, {}):
        leaving = [-route[0] for bag in bags if (route := back.arrive(bag.fetch, COURSE)) is not None]
        if leaving and max(leaving) < course.end:
            return Hindrance(code="has_to_leave_early", days=(), moment=max(leaving))
        return Hindrance(code="children_not_both_ways", days=())
    alone = load_of(course, legs)[1] or 0
    return Hindrance(code="day_too_long", days=(), minutes=alone, limit=family.parent.maximum_load_per_day)


def _only_protected_time(family: Family, day: str, kind: Kind) -> bool:
    """Whether the day could be followed but for protected time."""
    free = replace(family, protected=tuple(block for block in family.protected if block.day != day))
    return bool(family.protected_on(day, kind)) and bool(day_choices(free, day, kind, free.legs(), {}))
