"""Everything the care week answers about one family, and its JSON form."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from veerkracht.week.annual import Annual, annual
from veerkracht.week.binding import Binding, binding
from veerkracht.week.days import Memo
from veerkracht.week.family import Family
from veerkracht.week.levers import Gain, Pair, gains, paid_minutes, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.reasons import reason
from veerkracht.week.schedule import DayPlan, schedule
from veerkracht.week.sentences import day_sentence, head
from veerkracht.week.solver import Solution, solve
from veerkracht.week.times import Block, Kind, clock, hours
from veerkracht.week.unknown import bounds


@dataclass(frozen=True)
class Range:
    """Paid minutes at worst and at best, and what was unknown."""

    worst: int
    best: int
    unknown: list[str]


@dataclass(frozen=True)
class Answer:
    """`levers` is None when they were not asked for; with unknown input all but `range` is the worst case."""

    kind: Kind
    week: Solution | None
    reason: str | None
    days: tuple[DayPlan, ...]
    binding: list[Binding]
    levers: list[Gain] | None
    pairs: list[Pair] | None
    annual: Annual | None
    range: Range | None


def answer_json(value: Any, kind: Kind, *, with_levers: bool) -> Answer:
    """The answer for the parsed JSON of a family, in which some things may be unknown."""
    ends = bounds(value)
    if ends is None:
        return answer(read_family(value), kind, with_levers=with_levers)
    worst, best = read_family(ends.worst), read_family(ends.best)
    found = Range(paid_minutes(worst, kind, {}), paid_minutes(best, kind, {}), ends.unknown)
    return answer(worst, kind, with_levers=with_levers, unknown=found)


def answer(family: Family, kind: Kind, *, with_levers: bool, unknown: Range | None = None) -> Answer:
    """The answer for a family of which all is known, or taken at its worst."""
    memo: Memo = {}
    week = solve(family, kind, memo)
    single = gains(family, kind, memo) if with_levers else None
    return Answer(
        kind=kind,
        week=week,
        reason=reason(family, kind) if week is None else None,
        days=() if week is None else schedule(family, kind, week, memo),
        binding=binding(family, kind, memo),
        levers=single,
        pairs=None if single is None else pairs(family, kind, single, memo),
        annual=annual(family, paid_minutes(family, "school", memo), paid_minutes(family, "holiday", memo)),
        range=unknown,
    )


def as_json(found: Answer) -> dict[str, Any]:
    """The form that other programs read."""
    week = found.week
    paid = 0 if week is None else week.paid
    form: dict[str, Any] = {
        "week": found.kind,
        "sentence": found.reason or head(found.kind, paid, found.binding, found.levers),
        "hours": hours(paid),
        "load_hours": 0.0 if week is None else hours(week.load),
        "work_days": 0 if week is None else week.work_days,
        "feasible": week is not None,
        "reason": found.reason,
        "days": [_day(day) for day in found.days],
        "binding": [_binding(item) for item in found.binding],
    }
    form["levers"] = None if found.levers is None else [_lever(gain) for gain in found.levers]
    form["pairs"] = None if found.pairs is None else [_pair(pair) for pair in found.pairs]
    form["annual"] = None if found.annual is None else asdict(found.annual)
    if found.range is not None:
        form["range"] = {
            "worst_hours": hours(found.range.worst),
            "best_hours": hours(found.range.best),
            "unknown": found.range.unknown,
        }
    return form


def _day(day: DayPlan) -> dict[str, Any]:
    return {
        "day": day.day,
        "work": _block(day.work),
        "break_minutes": day.break_minutes,
        "paid_minutes": day.paid,
        "course": _block(day.course),
        "arrangements": day.arrangements,
        "legs": [
            {"from": leg.start, "to": leg.end, "leave": clock(leg.leave), "arrive": clock(leg.arrive)}
            for leg in day.journeys
        ],
        "sentence": day_sentence(day),
    }


def _block(block: Block | None) -> list[str] | None:
    return None if block is None else [clock(block.start), clock(block.end)]


def _binding(item: Binding) -> dict[str, Any]:
    together = len(item.constraints) > 1
    what = " en ".join(constraint.sentence for constraint in item.constraints)
    return {
        "constraints": [constraint.id for constraint in item.constraints],
        "together": together,
        "hours": hours(item.minutes),
        "sentence": f"Samen bindend: {what}." if together else f"{what[0].upper()}{what[1:]}.",
    }


def _lever(gain: Gain) -> dict[str, Any]:
    return {
        "id": gain.lever.id,
        "owner": gain.lever.owner,
        "ring": gain.lever.ring,
        "hours": hours(gain.minutes),
        "proposed": gain.proposed,
        "sentence": gain.lever.sentence,
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {"a": pair.a.id, "b": pair.b.id, "delta": hours(pair.minutes)}
