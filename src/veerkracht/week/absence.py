"""The stretches of one day in which a roster takes her from home, and how the children are looked after in each.

Between two blocks of one day she can be at home when the way there and back and ten minutes fit in the gap. Then each
block is an absence of its own; the children may also stay where they are until the last of them, so the blocks
together count as one absence too, and the better of both holds. Where she cannot be home they are one.

Decided where the text of the model leaves room:
- on a course day the blocks are one absence: the course comes first and is part of the same round;
- a child that was fetched before an evening block is looked after by somebody it is brought to (`informeel`), or is
  alone where it goes its own way; before an early block likewise;
- who goes alone may be alone from the moment she leaves, or that it is home from school, till she is back; each
  absence is counted by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from veerkracht.week.arrangements import (
    SCHOOL_HANDOVER_FETCH,
    CareArrangement,
    End,
    around_school,
    arrangements,
    has_school,
    usable,
    ways_home,
    ways_there,
)
from veerkracht.week.family import HOME, SCHOOL, WORK, Family, Legs, WeekChild
from veerkracht.week.routes import Stop
from veerkracht.week.times import MIDNIGHT, Kind, TimeBlock

AT_HOME = 10
AT_SCHOOL: End = (None, None)


class Absence(NamedTuple):
    """Blocks of one day without a way home between them; `home_from` … `home_to` is when she is home around it.

    `follows` and `precedes`: there is an absence before it, or after it, on this day.
    """

    blocks: tuple[TimeBlock, ...]
    home_from: int
    home_to: int
    follows: bool = False
    precedes: bool = False

    @property
    def whole(self) -> TimeBlock:
        """From the first minute of work to the last."""
        return TimeBlock(self.blocks[0].start, self.blocks[-1].end)


def splits(family: Family, blocks: Sequence[TimeBlock], legs: Legs) -> Iterator[list[Absence]]:
    """Every way to see the blocks of a day as absences, all in one first."""
    for groups in _groups(blocks, legs[WORK, HOME] + legs[HOME, WORK] + AT_HOME):
        yield [_absence(family, groups, number, legs) for number in range(len(groups))]


def _groups(blocks: Sequence[TimeBlock], there_and_back: int) -> Iterator[list[tuple[TimeBlock, ...]]]:
    first, *others = blocks
    if not others:
        yield [(first,)]
        return
    for head, *tail in _groups(others, there_and_back):
        yield [(first, *head), *tail]
        if head[0].start - first.end >= there_and_back:
            yield [(first,), head, *tail]


def _absence(family: Family, groups: Sequence[tuple[TimeBlock, ...]], number: int, legs: Legs) -> Absence:
    follows, precedes = number > 0, number + 1 < len(groups)
    parent = family.parent
    return Absence(
        groups[number],
        groups[number - 1][-1].end + legs[WORK, HOME] if follows else parent.leave_after,
        groups[number + 1][0].start - legs[HOME, WORK] if precedes else parent.home_by,
        follows,
        precedes,
    )


def within(family: Family, absence: Absence) -> Family:
    """The family with her own hours of the day brought back to those around this absence."""
    return replace(
        family, parent=replace(family.parent, leave_after=absence.home_from, home_by=absence.home_to)
    )


def ways_in(
    family: Family, child: WeekChild, day: str, kind: Kind, absence: Absence, legs: Legs
) -> list[CareArrangement]:
    """Each way to have this child looked after during this absence."""
    school = has_school(child, day, kind)
    if day in child.other_parent_days[kind] or (school is None and not child.own_way):
        ways = [*arrangements(family, child, day, kind)]
        return ways if child.kind == "toddler" else [*ways, *_with_somebody(family, child, day, kind)]
    if child.own_way:
        others = [way for way in arrangements(family, child, day, kind) if way.home_by is None]
        alone = _alone(child, school, absence, legs)
        return [alone, *others, *(_with_somebody(family, child, day, kind) if others else ())]
    return [] if school is None else [*_on_a_school_day(family, child, school, day, kind, absence, legs)]


def _alone(child: WeekChild, school: TimeBlock | None, absence: Absence, legs: Legs) -> CareArrangement:
    leaves = absence.whole.start - legs[HOME, WORK]
    if school is None:
        return CareArrangement("teen_alone", home_by=leaves + child.alone_in_holiday)
    home_by = max(school.end + child.own_travel, leaves) + child.alone_after_school
    return CareArrangement("teen_school", home_by=home_by)


def _on_a_school_day(
    family: Family, child: WeekChild, school: TimeBlock, day: str, kind: Kind, absence: Absence, legs: Legs
) -> Iterator[CareArrangement]:
    """Brought and fetched on the way, at school already, fetched in between, or home before or after school."""
    there, home = (
        ways_there(family, child, school, day, kind),
        ways_home(family, child, school, day, kind),
    )
    if absence.follows and absence.whole.start >= school.start:
        there.append(AT_SCHOOL)
    if absence.precedes and absence.home_to <= school.end:
        home.append(AT_SCHOOL)
    for bring in there:
        for fetch in home:
            yield around_school(bring, fetch)
    if _home_again_before(school, absence, legs) or _fetched_before(school, absence, legs):
        yield from _with_somebody(family, child, day, kind)
    if _home_again_before(school, absence, legs):
        yield from (around_school(bring, AT_SCHOOL) for bring in there if bring[1] is not None)


def _fetched_before(school: TimeBlock, absence: Absence, legs: Legs) -> bool:
    """Whether she can fetch the child from school and be home with it before she leaves."""
    home = legs.get((SCHOOL, HOME))
    return home is not None and (
        school.end + SCHOOL_HANDOVER_FETCH + home + legs[HOME, WORK] <= absence.whole.start
    )


def _home_again_before(school: TimeBlock, absence: Absence, legs: Legs) -> bool:
    """Whether she is back in time to bring the child to school from home."""
    there = legs.get((HOME, SCHOOL))
    return there is not None and absence.whole.end + legs[WORK, HOME] + there <= school.start


def _with_somebody(family: Family, child: WeekChild, day: str, kind: Kind) -> Iterator[CareArrangement]:
    """With somebody she or he is brought to and fetched from, within the hours that person is there."""
    for service in usable(family, child, day, kind, "informeel"):
        opens, closes = service.open or 0, MIDNIGHT if service.close is None else service.close
        latest = closes if service.latest_drop is None else service.latest_drop
        bring = Stop(service.place, opens, latest, service.handover)
        fetch = Stop(service.place, opens, closes, service.handover)
        yield CareArrangement(service.id, bring, fetch, (service.id,))
