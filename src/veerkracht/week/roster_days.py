"""The best way through each day of a roster: arrangements that leave the fewest minutes open, within contract days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Literal, NamedTuple

from veerkracht.week.absence import Absence, splits, ways_in, within
from veerkracht.week.arrangements import CareArrangement
from veerkracht.week.days import DayFrame, Ways, combine, earliest_start, frames_of, latest_end, patterns
from veerkracht.week.family import WORK, Family, Legs
from veerkracht.week.routes import RouteStep, afternoon, morning
from veerkracht.week.times import ALL_DAYS, DAYS, Kind, TimeBlock

NOBODY = CareArrangement("nobody")
UNFETCHED = ("teen_school", "teen_alone")
Part = Literal["morning", "afternoon", "day"]
Why = Literal["bring", "fetch", "alone", "nobody", "way"]


class LastStop(NamedTuple):
    """Where she was before work and until when, and how long the way takes without and with slack."""

    place: str
    done: int
    travel: int
    buffer: int


class Moments(NamedTuple):
    """When she can be at work and until when, to the minute; None where she cannot."""

    arrival: int | None
    leaving: int | None
    last_stop: LastStop | None = None


class Away(NamedTuple):
    """One absence as it is arranged: late and early in minutes, and the children nobody has."""

    absence: Absence
    services: frozenset[str]
    late: int
    early: int
    alone: tuple[str, ...]
    chosen: tuple[CareArrangement, ...]
    moments: Moments

    @property
    def open_minutes(self) -> int:
        return self.late + self.early + len(self.alone) * self.absence.whole.minutes

    @property
    def rank(self) -> tuple[int, int]:
        """Fewest open minutes first; where she could not work at all, nobody for the child is what is wrong."""
        return self.open_minutes, -len(self.alone)

    @property
    def arrival(self) -> int | None:
        return self.moments.arrival

    @property
    def leaving(self) -> int | None:
        return self.moments.leaving

    @property
    def last_stop(self) -> LastStop | None:
        return self.moments.last_stop


Chosen = tuple[Away, ...]
"""All absences of one day."""


class _Week(NamedTuple):
    """Days chosen so far: the minutes they leave open, and the contract days they use."""

    open_minutes: int
    used: dict[str, int]
    days: dict[str, Chosen]


def best_days(family: Family, kind: Kind, roster: Mapping[str, Sequence[TimeBlock]]) -> dict[str, Chosen]:
    """For each roster day a way through it; together the fewest open minutes within contract days."""
    limit = {service.id: service.contract_days[kind] for service in family.services}
    weeks = [_Week(0, used, {}) for used in _used_for_the_course(family, kind, roster, limit)]
    for day in (day for day in ALL_DAYS if day in roster):
        grown: dict[tuple[tuple[str, int], ...], _Week] = {}
        for chosen in _options(family, kind, day, roster[day]):
            services = frozenset[str]().union(*(away.services for away in chosen))
            for week in weeks:
                used = {**week.used, **{s: week.used.get(s, 0) + 1 for s in services}}
                if all(count <= limit[service] for service, count in used.items()):
                    key = tuple(sorted(used.items()))
                    total = week.open_minutes + sum(away.open_minutes for away in chosen)
                    if key not in grown or total < grown[key].open_minutes:
                        grown[key] = _Week(total, used, {**week.days, day: chosen})
        weeks = list(grown.values())
    return min(weeks, key=lambda week: week.open_minutes).days


def _used_for_the_course(
    family: Family, kind: Kind, roster: Mapping[str, object], limit: Mapping[str, int]
) -> list[dict[str, int]]:
    """Contract days that the course takes on days without a shift: it comes first, so they are not left for work."""
    weeks: list[dict[str, int]] = [{}]
    for day in (day for day in DAYS if day not in roster and family.course_on(day, kind) is not None):
        ways = [way for way in patterns(family, day, kind, family.legs(), {}) if way.start is None]
        grown = [
            {**used, **{s: used.get(s, 0) + 1 for s in way.services}}
            for used in weeks
            for way in ways
            if all(used.get(s, 0) < limit[s] for s in way.services)
        ]
        weeks = grown or weeks
    return weeks


def _options(family: Family, kind: Kind, day: str, blocks: Sequence[TimeBlock]) -> list[Chosen]:
    """Every way through the day worth considering: the fewest open minutes for each set of services."""
    legs = family.legs()
    best: dict[frozenset[str], Chosen] = {}
    for absences in splits(family, blocks, legs):
        if len(absences) > 1 and family.course_on(day, kind) is not None:
            continue
        for chosen in product(*(_ways_through(family, kind, day, absence, legs) for absence in absences)):
            services = frozenset[str]().union(*(away.services for away in chosen))
            if services not in best or _open(chosen) < _open(best[services]):
                best[services] = chosen
    return list(best.values())


def _open(chosen: Chosen) -> int:
    return sum(away.open_minutes for away in chosen)


def _ways_through(family: Family, kind: Kind, day: str, absence: Absence, legs: Legs) -> list[Away]:
    """Every combination, each child also left without anyone, the fewest open minutes for each set of services."""
    children = [child for child in family.children if not child.deceased]
    ways = tuple((*ways_in(family, child, day, kind, absence, legs), NOBODY) for child in children)
    best: dict[frozenset[str], Away] = {}
    for bag, chosen in combine(ways, legs)[0].items():
        moments = _moments(family, kind, day, absence, chosen)
        alone = tuple(child.id for child, way in zip(children, chosen, strict=True) if way is NOBODY)
        away = Away(absence, bag.services, *_late_and_early(absence, moments), alone, chosen, moments)
        if bag.services not in best or away.rank < best[bag.services].rank:
            best[bag.services] = away
    return list(best.values())


def _moments(
    family: Family, kind: Kind, day: str, absence: Absence, chosen: tuple[CareArrangement, ...]
) -> Moments:
    """The best she can do with these arrangements and her protected time."""
    family = within(family, absence)
    legs: Legs = family.legs()
    ways = tuple((way,) for way in chosen)
    frames = frames_of(family, day, kind, ways, legs)
    return min(
        (_in_frame(frame, ways, legs, family.travel_buffer) for frame in frames),
        key=lambda moments: sum(_late_and_early(absence, moments)),
    )


def _in_frame(frame: DayFrame, ways: Ways, legs: Legs, buffer: int) -> Moments:
    bags, brings, fetches = combine(ways, legs, frame.places)
    (bag,) = bags
    there, back = morning(brings, legs, frame.leave_after), afternoon(fetches, legs, frame.home_by)
    start = earliest_start(bag, frame, there, legs)
    route = there.arrive(bag.bring, WORK) if bag.bring and not frame.before else None
    last = None if route is None else _last_stop(route[1], legs, buffer)
    return Moments(start, latest_end(bag, frame, back, legs), last)


def _last_stop(step: RouteStep, legs: Legs, buffer: int) -> LastStop | None:
    if step.visit is None:
        return None
    leg = legs[step.visit.place, WORK]
    slack = buffer if leg else 0
    return LastStop(step.visit.place, step.done, leg - slack, slack)


def _late_and_early(absence: Absence, moments: Moments) -> tuple[int, int]:
    """How much later she is there than asked, and how much earlier she must go."""
    first, last = absence.blocks[0], absence.blocks[-1]
    late = first.minutes
    if moments.arrival is not None:
        late = min(max(moments.arrival - first.start, 0), first.minutes)
    early = last.minutes
    if moments.leaving is not None:
        early = min(max(last.end - moments.leaving, 0), last.minutes)
    return late, early


def gaps_of(
    family: Family, kind: Kind, day: str, away: Away
) -> Iterator[tuple[Part, int, tuple[str, ...], Why]]:
    """The open minutes of an absence with the children they are about, and why."""
    for child in away.alone:
        yield "day", away.absence.whole.minutes, (child,), "nobody"
    children = [child.id for child in family.children if not child.deceased]
    nobody = _late_and_early(away.absence, _moments(family, kind, day, away.absence, ()))
    each = [
        _late_and_early(away.absence, _moments(family, kind, day, away.absence, (way,)))
        for way in away.chosen
    ]
    ways = dict(zip(children, away.chosen, strict=True))
    if away.late:
        named = [child for child, own in zip(children, each, strict=True) if own[0] > nobody[0]]
        if not named and away.late > nobody[0]:
            named = [child for child, way in ways.items() if way.bring]
        yield "morning", away.late, tuple(named), "bring" if named else "way"
    if away.early:
        named = [child for child, own in zip(children, each, strict=True) if own[1] > nobody[1]]
        if not named and away.early > nobody[1]:
            named = [child for child, way in ways.items() if way.fetch]
        alone = bool(named) and all(ways[child].label in UNFETCHED for child in named)
        yield "afternoon", away.early, tuple(named), "alone" if alone else "fetch" if named else "way"
