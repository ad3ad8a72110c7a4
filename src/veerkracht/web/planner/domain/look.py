"""The answer for one family: both kinds of week, what would give more, and the year.

Everything is computed here once, with one `memo`; a page only writes it down.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from veerkracht.week.annual import Annual, annual
from veerkracht.week.binding import Binding, binding
from veerkracht.week.days import Memo
from veerkracht.week.family import HOME, Family
from veerkracht.week.journeys import Handover, Journey
from veerkracht.week.levers import Gain, Pair, gains, paid_minutes, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.reasons import reason
from veerkracht.week.schedule import DayPlan, schedule
from veerkracht.week.solver import solve
from veerkracht.week.times import Kind
from veerkracht.week.unknown import bounds

from .family import HIDDEN, Raw, family_json
from .kept import Gap, kept_free, kept_on, no_gap, ways_round
from .told import Told

PAIRS = 4


@dataclass(frozen=True)
class Week:
    """One kind of week. `best` is the most when something is unknown, `paid` then the least."""

    kind: Kind
    family: Family
    paid: int
    best: int
    load: int
    days: tuple[DayPlan, ...]
    reason: str | None


@dataclass(frozen=True)
class Look:
    """What stands on the page; `mistake` is the sentence of a week that contradicts itself."""

    school: Week
    holiday: Week
    gains: tuple[Gain, ...]
    pairs: tuple[Pair, ...]
    binding: tuple[Binding, ...]
    annual: Annual | None
    unknown: tuple[str, ...]

    def week(self, kind: Kind) -> Week:
        return self.school if kind == "school" else self.holiday

    @property
    def shown_pairs(self) -> tuple[Pair, ...]:
        return self.pairs[:PAIRS]

    @property
    def proposed(self) -> list[Gain]:
        return [gain for gain in self.gains if gain.proposed]


def look(told: Told, kind: Kind = "school") -> Look:
    """Both weeks, and the levers of the week that is looked at.

    Raises:
        BadInput: two parts contradict each other; one Dutch sentence says which.
    """
    memo: Memo = {}
    school, holiday = _week(told, "school", memo), _week(told, "holiday", memo)
    shown = school if kind == "school" else holiday
    single = [gain for gain in gains(shown.family, kind, memo) if not _is_hidden(gain)]
    both = pairs(shown.family, kind, single, memo)
    helpless = not both and not any(gain.proposed for gain in single)
    return Look(
        school,
        holiday,
        tuple(single),
        tuple(both),
        tuple(_stops(shown.family, kind, memo)) if helpless else (),
        annual(without_hidden(school.family), school.paid, holiday.paid),
        tuple(_unknown(family_json(told))),
    )


def school_week(told: Told, mode: str = "") -> Week:
    """A school week alone; with `mode` as it would be with another way of travelling.

    Raises:
        BadInput: as `look`.
    """
    return _week(told, "school", {}, mode)


def family_of(told: Told) -> Family:
    """The family as it is when what is unknown is taken at its worst, its blocks in the way that gives most.

    Raises:
        BadInput: as `look`.
    """
    return school_week(told).family


def _week(told: Told, kind: Kind, memo: Memo, mode: str = "") -> Week:
    """The best way round what is kept free; with something unknown at worst, and the best it could be beside it."""
    found = [_one_way(told, kind, way, memo, mode) for way in ways_round(told, kind)]
    best = max(week.best for week in found)
    chosen = max(found, key=lambda week: (week.reason is None, week.paid, -week.load))
    return replace(chosen, best=max(best, chosen.paid))


def _one_way(told: Told, kind: Kind, way: dict[str, Gap], memo: Memo, mode: str) -> Week:
    """One way, without work on a day of which the journeys would still run through what is kept free."""
    raw = kept_free(told, way, mode)
    family, at_best = _read(raw, "worst"), _read(raw, "best")
    best, week = paid_minutes(at_best, kind, memo), solve(family, kind, memo)
    if week is None:
        return Week(kind, family, 0, best, 0, (), reason(family, kind))
    plans = tuple(_shown(day) for day in schedule(family, kind, week, memo))
    broken = {plan.day: no_gap(told) for plan in plans if not _keeps(plan, kept_on(told, kind, plan.day))}
    if any(way[day] != none for day, none in broken.items()):
        return _one_way(told, kind, {**way, **broken}, memo, mode)
    return Week(kind, family, week.paid, best, week.load, plans, None)


def _keeps(plan: DayPlan, kept: list[Gap]) -> bool:
    """Whether nothing of this day runs through what is kept free; a course that does was told so."""
    busy = [(leg.leave, leg.arrive) for leg in plan.journeys]
    busy += [(handover.start, handover.end) for handover in plan.handovers]
    busy += [plan.work] if plan.work is not None else []
    return all(end <= start or begin >= stop for start, stop in kept for begin, end in busy)


def _read(raw: Raw, end: str) -> Family:
    found = bounds(raw)
    return read_family(raw if found is None else getattr(found, end))


def _unknown(raw: Raw) -> list[str]:
    found = bounds(raw)
    return [] if found is None else found.unknown


def _is_hidden(gain: Gain) -> bool:
    return gain.lever.id.startswith(HIDDEN)


def _stops(family: Family, kind: Kind, memo: Memo) -> list[Binding]:
    """What binds, her own limits and protected time left out: those are not for others to loosen."""
    found = binding(family, kind, memo)
    return [item for item in found if not any(c.own or HIDDEN in c.id for c in item.constraints)]


def without_hidden(family: Family) -> Family:
    """The family itself, without those who stand for what is kept free."""
    return replace(
        family,
        children=tuple(child for child in family.children if not child.id.startswith(HIDDEN)),
        services=tuple(service for service in family.services if not service.id.startswith(HIDDEN)),
    )


def _shown(day: DayPlan) -> DayPlan:
    """The day without those who stand for what is kept free; a way home in the morning is gone at once, not at last."""
    handovers = tuple(h for h in day.handovers if not any(c.startswith(HIDDEN) for c in h.children))
    return replace(
        day,
        journeys=tuple(_at_once(leg, day, handovers) for leg in day.journeys),
        arrangements={c: where for c, where in day.arrangements.items() if not c.startswith(HIDDEN)},
        presences=tuple(p for p in day.presences if not p.child.startswith(HIDDEN)),
        handovers=handovers,
    )


def _at_once(leg: Journey, day: DayPlan, handovers: tuple[Handover, ...]) -> Journey:
    first = min((block.start for block in (day.work, day.course) if block is not None), default=0)
    if leg.end != HOME or leg.arrive > first:
        return leg
    before = [h.end for h in handovers if h.end <= leg.leave] + [
        j.arrive for j in day.journeys if j.arrive <= leg.leave
    ]
    sooner = leg.leave - max(before, default=leg.leave)
    return leg._replace(leave=leg.leave - sooner, arrive=leg.arrive - sooner)
