"""Her own limits, and the hours of possible work, held against shifts on given days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from veerkracht.week.days import load_of
from veerkracht.week.family import Family
from veerkracht.week.solver import span_break
from veerkracht.week.times import DAY_NAMES, DAYS, Block, Kind, clock


def broken_limits(family: Family, kind: Kind, shifts: Mapping[str, Block]) -> Iterator[str]:
    """One sentence for each limit these shifts would break."""
    parent, legs = family.parent, family.legs()
    paid_in_week = load_in_week = 0
    for day in DAYS:
        course, shift = family.course_on(day, kind), shifts.get(day)
        with_work, alone = load_of(course, legs)
        if shift is None:
            load_in_week += alone or 0
            continue
        paid, load = shift.minutes - span_break(shift.minutes), shift.minutes + (with_work or 0)
        paid_in_week, load_in_week = paid_in_week + paid, load_in_week + load
        if shift.start < parent.work_from or shift.end > parent.work_to:
            yield (
                f"Op {DAY_NAMES[day]} valt de dienst buiten {clock(parent.work_from)}–{clock(parent.work_to)}."
            )
        yield from _over(f"de dag met reis op {DAY_NAMES[day]}", load, parent.maximum_load_per_day)
        yield from _over(f"het betaalde werk op {DAY_NAMES[day]}", paid, parent.maximum_paid_per_day)
    yield from _over("de week met reis", load_in_week, parent.maximum_load_per_week)
    yield from _over("het betaalde werk in de week", paid_in_week, parent.maximum_paid_per_week)
    if len(shifts) > parent.maximum_work_days:
        yield f"{len(shifts)} werkdagen is meer dan de eigen grens van {parent.maximum_work_days}."


def _over(what: str, minutes: int, limit: int) -> Iterator[str]:
    if minutes > limit:
        yield f"{what[0].upper()}{what[1:]} duurt {minutes} minuten, {minutes - limit} meer dan de eigen grens."
