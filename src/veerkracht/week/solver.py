"""The week: one pattern a day; most paid minutes, then least load, then fewest work days.

Why this is exact. Within a pattern and a break rule, the paid minutes can be any multiple of a quarter
of an hour between `least` and `most`, and load = paid + `unpaid` (break, travel, course). So can the
sums over days. For a chosen row of patterns the best week therefore pays the largest multiple of a
quarter that stays under the limits. Rows are built from Friday back to Monday; of rows that use the same
contract days, as many work days and as much unpaid time, one is kept if no other allows both less and
more paid minutes.

First the week is solved without the weekly limits on load and paid minutes, which is quick. If the
answer respects them it is the answer.

Decided where the text of the model leaves room: the break follows from the span of the shift; the daily
load limit holds for a course day too; among equals the free days come first in the week (as in the
golden results).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from veerkracht.week.days import Memo, Pattern, load_of, patterns
from veerkracht.week.family import Family, Legs, Parent
from veerkracht.week.times import DAYS, GRID, MIDNIGHT, Kind, TimeBlock, down_to_grid, up_to_grid

# (shortest span, longest span, unpaid break)
BREAKS = ((GRID, 330, 0), (345, 600, 30), (615, MIDNIGHT, 45))
ROOM = 8  # a service has four bits; this one stays set as long as contract days are left


class DayChoice(NamedTuple):
    """A day with one pattern and one break; `used` counts contract days, four bits a service."""

    used: int
    work_days: int
    unpaid: int
    least: int
    most: int
    break_minutes: int
    pattern: Pattern | None


class SolverRow(NamedTuple):
    """Choices of the last days of the week, from the first of them on."""

    least: int
    most: int
    choices: tuple[DayChoice, ...]


class Picked(NamedTuple):
    """What one day became: the choice and the paid minutes."""

    choice: DayChoice
    paid: int


@dataclass(frozen=True)
class Solution:
    paid: int
    load: int
    work_days: int
    picked: tuple[Picked, ...]


def span_break(span: int) -> int:
    """The unpaid break of a shift: none up to 5.5 hours, half an hour up to 10 hours, then 45 minutes."""
    return next(pause for _, longest, pause in BREAKS if span <= longest)


def solve(family: Family, kind: Kind, memo: Memo | None = None) -> Solution | None:
    """The best week of this kind; None when the course cannot be followed. `memo` shares days between calls."""
    memo = {} if memo is None else memo
    legs = family.legs()
    week = [day_choices(family, day, kind, legs, memo) for day in DAYS]
    places = _places(family, kind)
    days = {service.id: service.contract_days[kind] for service in family.services}
    contract = sum((ROOM | days[id_]) << place for id_, place in places.items())
    guard = sum(ROOM << place for place in places.values())
    quick = _without_weekly_limits(week, contract, guard, family.parent)
    if quick is None or _within_weekly_limits(quick, family.parent):
        return quick
    return _with_weekly_limits(week, contract, guard, family.parent)


def day_choices(family: Family, day: str, kind: Kind, legs: Legs, memo: Memo) -> list[DayChoice]:
    """What the day may become; empty when there is a course that cannot be followed."""
    places = _places(family, kind)
    all_patterns = patterns(family, day, kind, legs, memo)
    return list(_choices(family.parent, family.course_on(day, kind), all_patterns, legs, places))


def _places(family: Family, kind: Kind) -> dict[str, int]:
    """Where in `used` the days of a service are counted; one with a contract for all its days needs no count."""
    scarce = [s.id for s in family.services if s.contract_days[kind] < len(s.open_days)]
    return {id_: 4 * number for number, id_ in enumerate(scarce)}


def _choices(
    parent: Parent,
    course: TimeBlock | None,
    all_patterns: Sequence[Pattern],
    legs: Legs,
    places: dict[str, int],
) -> Iterator[DayChoice]:
    """What the day may become: free (or the course alone), and each pattern of work with each break."""
    with_work, alone = load_of(course, legs)
    if course is None:
        yield DayChoice(0, 0, 0, 0, 0, 0, None)
    minimum = up_to_grid(max(parent.minimum_shift, GRID))
    for pattern in all_patterns:
        used = sum(1 << places[service] for service in pattern.services if service in places)
        if pattern.start is None:
            if alone is not None and alone <= parent.maximum_load_per_day:
                yield DayChoice(used, 0, alone, 0, 0, 0, pattern)
        elif with_work is not None:
            longest = min(pattern.span, down_to_grid(parent.maximum_load_per_day - with_work))
            for shortest, at_most, pause in BREAKS:
                least = max(shortest, minimum)
                most = min(at_most, longest, down_to_grid(parent.maximum_paid_per_day + pause))
                if least <= most:
                    yield DayChoice(used, 1, with_work + pause, least - pause, most - pause, pause, pattern)


def _without_weekly_limits(
    week: Sequence[Sequence[DayChoice]], contract: int, guard: int, parent: Parent
) -> Solution | None:
    """Each day its most paid minutes; one best row for each use of contract days (and of scarce work days)."""
    counted = parent.maximum_work_days < len(DAYS)
    rows: dict[tuple[int, int], tuple[tuple[int, int, int], tuple[DayChoice, ...]]] = {
        (0, 0): ((0, 0, 0), ())
    }
    for choices in reversed(week):
        grown: dict[tuple[int, int], tuple[tuple[int, int, int], tuple[DayChoice, ...]]] = {}
        for choice in choices:
            for (used, days), ((paid, unpaid, worked), row) in rows.items():
                key = used + choice.used, days + choice.work_days if counted else 0
                if key[1] > parent.maximum_work_days or (contract - key[0]) & guard != guard:
                    continue
                value = paid + choice.most, unpaid - choice.unpaid, worked - choice.work_days
                if key not in grown or value > grown[key][0]:
                    grown[key] = value, (choice, *row)
        rows = grown
    if not rows:
        return None
    (paid, unpaid, worked), row = max(rows.values(), key=lambda choices: choices[0])
    return Solution(paid, paid - unpaid, -worked, tuple(Picked(choice, choice.most) for choice in row))


def _within_weekly_limits(week: Solution, parent: Parent) -> bool:
    return week.paid <= parent.maximum_paid_per_week and week.load <= parent.maximum_load_per_week


def _with_weekly_limits(
    week: Sequence[Sequence[DayChoice]], contract: int, guard: int, parent: Parent
) -> Solution | None:
    paid_in_week, load_in_week = parent.maximum_paid_per_week, parent.maximum_load_per_week
    rows: dict[tuple[int, int, int], list[SolverRow]] = {(0, 0, 0): [SolverRow(0, 0, ())]}
    for choices in reversed(week):
        grown: dict[tuple[int, int, int], list[SolverRow]] = {}
        for choice in choices:
            for (used, days, unpaid), group in rows.items():
                key = used + choice.used, days + choice.work_days, unpaid + choice.unpaid
                if key[1] > parent.maximum_work_days or (contract - key[0]) & guard != guard:
                    continue
                limit = min(paid_in_week, load_in_week - key[2])
                for row in group:
                    least = row.least + choice.least
                    if least <= limit:
                        _keep(grown.setdefault(key, []), least, row.most + choice.most, choice, row)
        rows = grown
    return _best(rows, parent)


def _paid_limit(unpaid: int, parent: Parent) -> int:
    """The most that the weekly limits leave to be paid, next to this much unpaid time."""
    return down_to_grid(min(parent.maximum_paid_per_week, parent.maximum_load_per_week - unpaid))


def _keep(group: list[SolverRow], least: int, most: int, choice: DayChoice, rest: SolverRow) -> None:
    """Add a row unless another allows as little and as much; drop those it makes needless."""
    if any(row.least <= least and row.most >= most for row in group):
        return
    group[:] = [row for row in group if not (least <= row.least and most >= row.most)]
    group.append(SolverRow(least, most, (choice, *rest.choices)))


def _best(rows: dict[tuple[int, int, int], list[SolverRow]], parent: Parent) -> Solution | None:
    best: tuple[tuple[int, int, int], SolverRow] | None = None
    for (_, days, unpaid), group in rows.items():
        for row in group:
            paid = min(row.most, _paid_limit(unpaid, parent))
            value = paid, -(paid + unpaid), -days
            if best is None or value > best[0]:
                best = value, row
    if best is None:
        return None
    (paid, load, days), row = best
    return Solution(paid, -load, -days, _spread(row, paid))


def _spread(row: SolverRow, paid: int) -> tuple[Picked, ...]:
    """Hand the paid minutes to the days: each its least, the rest to the last days first."""
    left = paid - row.least
    picked: list[Picked] = []
    for choice in reversed(row.choices):
        more = min(left, choice.most - choice.least)
        picked.append(Picked(choice, choice.least + more))
        left -= more
    return tuple(reversed(picked))
