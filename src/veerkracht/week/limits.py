"""Her own limits, and the hours of possible work, held against blocks of work on given days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from veerkracht.week.absence import AT_HOME
from veerkracht.week.days import load_of
from veerkracht.week.family import HOME, WORK, Family, Legs, Parent
from veerkracht.week.solver import span_break
from veerkracht.week.times import ALL_DAYS, Kind, TimeBlock

LimitCode = Literal["outside_work_hours", "load_day", "paid_day", "load_week", "paid_week", "work_days"]


@dataclass(frozen=True, kw_only=True)
class BrokenLimit:
    """A limit these blocks would break; `value` and `limit` in minutes, or in days for `work_days`."""

    code: LimitCode
    value: int = 0
    limit: int = 0
    day: str | None = None
    work_hours: TimeBlock | None = None


def broken_limits(
    family: Family, kind: Kind, roster: Mapping[str, Sequence[TimeBlock]]
) -> Iterator[BrokenLimit]:
    """Each limit these blocks would break, in the order of the week."""
    parent, legs = family.parent, family.legs()
    paid_in_week = load_in_week = 0
    for day in ALL_DAYS:
        course, blocks = family.course_on(day, kind), roster.get(day, ())
        with_work, alone = load_of(course, legs)
        if not blocks:
            load_in_week += alone or 0
            continue
        paid = sum(block.minutes - span_break(block.minutes) for block in blocks)
        load = _away(blocks, legs) + (with_work or 0)
        paid_in_week, load_in_week = paid_in_week + paid, load_in_week + load
        yield from _of_day(parent, day, blocks, load, paid)
    yield from _over("load_week", load_in_week, parent.maximum_load_per_week)
    yield from _over("paid_week", paid_in_week, parent.maximum_paid_per_week)
    yield from _over("work_days", len(roster), parent.maximum_work_days)


def _away(blocks: Sequence[TimeBlock], legs: Legs) -> int:
    """Minutes from home besides the first way there and the last way back; a gap at home counts as that way only."""
    travel = legs[WORK, HOME] + legs[HOME, WORK]
    gaps = [after.start - before.end for before, after in zip(blocks, blocks[1:], strict=False)]
    return sum(block.minutes for block in blocks) + sum(
        travel if gap >= travel + AT_HOME else gap for gap in gaps
    )


def _of_day(
    parent: Parent, day: str, blocks: Sequence[TimeBlock], load: int, paid: int
) -> Iterator[BrokenLimit]:
    if blocks[0].start < parent.work_from or blocks[-1].end > parent.work_to:
        hours = TimeBlock(parent.work_from, parent.work_to)
        yield BrokenLimit(code="outside_work_hours", day=day, work_hours=hours)
    yield from _over("load_day", load, parent.maximum_load_per_day, day)
    yield from _over("paid_day", paid, parent.maximum_paid_per_day, day)


def _over(code: LimitCode, value: int, limit: int, day: str | None = None) -> Iterator[BrokenLimit]:
    if value > limit:
        yield BrokenLimit(code=code, value=value, limit=limit, day=day)
