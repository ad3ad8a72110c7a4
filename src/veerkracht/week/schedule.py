"""The week as it will be lived: per day the legs, the handovers, the shift, and who is where.

Where a day leaves room the shift starts as early as it can, and a service that a shorter shift does not
need is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from veerkracht.week.arrangements import CareArrangement, has_school
from veerkracht.week.days import Memo, Pattern, patterns
from veerkracht.week.family import SCHOOL, Family, WeekChild
from veerkracht.week.journeys import CareHandover, Journey, Trip, trips
from veerkracht.week.solver import Picked, Solution
from veerkracht.week.times import DAYS, MIDNIGHT, Kind, TimeBlock

WITH_MOTHER = "with_mother"
OTHER_PARENT = "other_parent"


class Presence(NamedTuple):
    """Where a child is for a while: a service, `school`, `other_parent`."""

    child: str
    where: str
    start: int
    end: int


@dataclass(frozen=True)
class DayPlan:
    day: str
    work: TimeBlock | None
    break_minutes: int
    paid: int
    course: TimeBlock | None
    arrangements: dict[str, str]
    journeys: tuple[Journey, ...]
    handovers: tuple[CareHandover, ...]
    presences: tuple[Presence, ...]


def schedule(family: Family, kind: Kind, week: Solution, memo: Memo | None = None) -> tuple[DayPlan, ...]:
    """The five days of a solved week."""
    memo = {} if memo is None else memo
    return tuple(_day(family, kind, day, picked, memo) for day, picked in zip(DAYS, week.picked, strict=True))


def _day(family: Family, kind: Kind, day: str, picked: Picked, memo: Memo) -> DayPlan:
    children = [child for child in family.children if not child.deceased]
    if picked.choice.pattern is None:
        labels = {child.id: _without_work(child, day, kind) for child in children}
        return DayPlan(day, None, 0, 0, None, labels, (), (), ())
    legs, pause = family.legs(), picked.choice.break_minutes
    span = picked.paid + pause
    pattern = _lightest(picked.choice.pattern, span, patterns(family, day, kind, legs, memo))
    work = None if pattern.start is None else TimeBlock(pattern.start, pattern.start + span)
    chosen = dict(zip((child.id for child in children), pattern.arrangements, strict=True))
    frame = pattern.frame
    parts = trips(chosen, frame, legs, work)
    return DayPlan(
        day,
        work,
        pause,
        picked.paid,
        frame.course,
        {child: way.label for child, way in chosen.items()},
        tuple(journey for part in parts for journey in part.journeys),
        tuple(handover for part in parts for handover in part.handovers),
        tuple(
            presence
            for child in children
            for presence in _presences(child, chosen[child.id], day, kind, parts[0], parts[2])
        ),
    )


def _without_work(child: WeekChild, day: str, kind: Kind) -> str:
    if day in child.other_parent_days[kind]:
        return OTHER_PARENT
    if has_school(child, day, kind) is None:
        return WITH_MOTHER
    return "teen_school" if child.own_way else SCHOOL


def _lightest(chosen: Pattern, span: int, all_patterns: list[Pattern]) -> Pattern:
    """The pattern with the fewest of the chosen services that still holds this shift."""
    enough = [
        pattern
        for pattern in all_patterns
        if pattern.services <= chosen.services
        and (pattern.start is None) == (chosen.start is None)
        and pattern.span >= span
    ]
    return min(enough, key=lambda pattern: len(pattern.services))


def _presences(
    child: WeekChild,
    arrangement: CareArrangement,
    day: str,
    kind: Kind,
    bringing: Trip,
    fetching: Trip,
) -> Iterator[Presence]:
    """Where the child is while the mother is away."""
    if arrangement.label == OTHER_PARENT:
        yield Presence(child.id, OTHER_PARENT, 0, MIDNIGHT)
        return
    school = has_school(child, day, kind)
    start = next((handover.start for handover in bringing.handovers if child.id in handover.children), None)
    end = next((handover.end for handover in fetching.handovers if child.id in handover.children), None)
    if start is None or end is None:
        if school is not None:
            yield Presence(child.id, SCHOOL, school.start, school.end)
        if school is not None and arrangement.after is not None and end is not None:
            yield Presence(child.id, arrangement.after, school.end, end)
        return
    if school is None:
        yield Presence(child.id, arrangement.services[0], start, end)
        return
    if arrangement.before is not None:
        yield Presence(child.id, arrangement.before, start, school.start)
    yield Presence(
        child.id,
        SCHOOL,
        school.start if arrangement.before else start,
        school.end if arrangement.after else end,
    )
    if arrangement.after is not None:
        yield Presence(child.id, arrangement.after, school.end, end)
