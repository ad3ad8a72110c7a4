"""An offered roster laid over the week: does it fit; if not, which child, which minutes, who could help.

Times of a roster are not on the grid. Over the week the arrangements are chosen that leave the fewest
minutes open, within contract days. A gap in the morning is how much later she would be there than asked,
one in the afternoon how much earlier she would have to go. A child nobody can look after counts for the
whole shift.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from veerkracht.week.arrangements import Arrangement
from veerkracht.week.days import Frame, combine, earliest_start, frames_of, latest_end, patterns, ways_of
from veerkracht.week.family import HOME, WORK, Family, Legs
from veerkracht.week.fields import BadInput, Fields
from veerkracht.week.levers import Lever, levers
from veerkracht.week.limits import broken_limits
from veerkracht.week.routes import afternoon, morning
from veerkracht.week.solver import span_break
from veerkracht.week.times import DAYS, Block, Kind

NOBODY = Arrangement("nobody")


@dataclass(frozen=True)
class Roster:
    """What an employer offers: shifts, the place as it is called in `travel`, and the wage an hour."""

    days: Mapping[str, Block]
    place: str
    hourly_wage: float


class Gap(NamedTuple):
    """Minutes that do not fit. No children named: travel or her own hours stand in the way."""

    day: str
    part: Literal["morning", "afternoon", "day"]
    minutes: int
    children: tuple[str, ...]


class Help(NamedTuple):
    """A lever that makes the gap smaller, and the minutes a week that then remain."""

    lever: Lever
    minutes_left: int


@dataclass(frozen=True)
class Verdict:
    """`could_work`: between which times she could be there, on days that do not fit as offered."""

    fits: bool
    gaps: tuple[Gap, ...]
    limits: tuple[str, ...]
    helpers: tuple[Help, ...]
    could_work: Mapping[str, Block | None]
    paid: int
    gross_per_week: float


class _Day(NamedTuple):
    """One way through a roster day: late and early in minutes, and the children nobody has."""

    services: frozenset[str]
    late: int
    early: int
    alone: tuple[str, ...]
    chosen: tuple[Arrangement, ...]

    def minutes(self, shift: Block) -> int:
        return self.late + self.early + len(self.alone) * shift.minutes


def read_roster(value: object) -> Roster:
    fields = Fields(value, "Het rooster")
    wage = fields.amount("hourly_wage")
    roster = Roster(fields.blocks("days"), fields.text("place"), 0.0 if wage is None else wage)
    fields.done()
    if wage is None:
        raise BadInput("Het rooster: `hourly_wage` ontbreekt; vul het uurloon in.")
    return roster


def check_roster(family: Family, kind: Kind, roster: Roster) -> Verdict:
    """Whether the roster fits in weeks of this kind."""
    at_work = _at_place(family, roster.place)
    days = _best_days(at_work, kind, roster)
    gaps = tuple(
        gap for day, found in days.items() for gap in _gaps(at_work, kind, day, found, roster.days[day])
    )
    paid = sum(shift.minutes - span_break(shift.minutes) for shift in roster.days.values())
    limits = tuple(broken_limits(at_work, kind, roster.days))
    open_minutes = _total(days, roster)
    return Verdict(
        fits=not gaps and not limits,
        gaps=gaps,
        limits=limits,
        helpers=_helpers(at_work, kind, roster, open_minutes) if gaps else (),
        could_work={
            gap.day: _could_work(at_work, kind, gap.day, roster.days[gap.day], days[gap.day]) for gap in gaps
        },
        paid=paid,
        gross_per_week=round(paid / 60 * roster.hourly_wage, 2),
    )


def _at_place(family: Family, place: str) -> Family:
    """The family with this place as the place of work."""
    if place == WORK:
        return family
    if not any({leg.start, leg.end} == {HOME, place} for leg in family.travel):
        raise BadInput(f"In `travel` ontbreekt de reistijd tussen {HOME} en {place}; vul die in.")
    called = {place: WORK}
    travel = tuple(
        leg._replace(start=called.get(leg.start, leg.start), end=called.get(leg.end, leg.end))
        for leg in family.travel
        if WORK not in (leg.start, leg.end)
    )
    return replace(family, travel=travel)


def _best_days(family: Family, kind: Kind, roster: Roster) -> dict[str, _Day]:
    """For each roster day a way through it; together the fewest open minutes within contract days."""
    limit = {service.id: service.contract_days[kind] for service in family.services}
    weeks: list[tuple[int, dict[str, int], dict[str, _Day]]] = [
        (0, used, {}) for used in _used_for_the_course(family, kind, roster, limit)
    ]
    for day in (day for day in DAYS if day in roster.days):
        grown: dict[tuple[tuple[str, int], ...], tuple[int, dict[str, int], dict[str, _Day]]] = {}
        for option in _options(family, kind, day, roster.days[day]):
            for minutes, used, found in weeks:
                counts = {**used, **{s: used.get(s, 0) + 1 for s in option.services}}
                if all(count <= limit[service] for service, count in counts.items()):
                    key, total = tuple(sorted(counts.items())), minutes + option.minutes(roster.days[day])
                    if key not in grown or total < grown[key][0]:
                        grown[key] = total, counts, {**found, day: option}
        weeks = list(grown.values())
    return min(weeks, key=lambda week: week[0])[2]


def _used_for_the_course(
    family: Family, kind: Kind, roster: Roster, limit: Mapping[str, int]
) -> list[dict[str, int]]:
    """Contract days that the course takes on days without a shift: it comes first, so they are not left for work."""
    weeks: list[dict[str, int]] = [{}]
    for day in (day for day in DAYS if day not in roster.days and family.course_on(day, kind) is not None):
        ways = [way for way in patterns(family, day, kind, family.legs(), {}) if way.start is None]
        grown = [
            {**used, **{s: used.get(s, 0) + 1 for s in way.services}}
            for used in weeks
            for way in ways
            if all(used.get(s, 0) < limit[s] for s in way.services)
        ]
        weeks = grown or weeks
    return weeks


def _options(family: Family, kind: Kind, day: str, shift: Block) -> list[_Day]:
    """Every combination, each child also left without anyone, the fewest open minutes for each set of services."""
    children = [child.id for child in family.children if not child.deceased]
    ways = tuple((*options, NOBODY) for options in ways_of(family, day, kind))
    best: dict[frozenset[str], _Day] = {}
    for bag, chosen in combine(ways, family.legs())[0].items():
        late, early = _late_and_early(family, kind, day, shift, chosen)
        alone = tuple(child for child, way in zip(children, chosen, strict=True) if way is NOBODY)
        found = _Day(bag.services, late, early, alone, chosen)
        if bag.services not in best or found.minutes(shift) < best[bag.services].minutes(shift):
            best[bag.services] = found
    return list(best.values())


def _late_and_early(
    family: Family, kind: Kind, day: str, shift: Block, chosen: tuple[Arrangement, ...]
) -> tuple[int, int]:
    return _open_minutes(shift, *_arrival_and_leaving(family, kind, day, shift, chosen))


def _arrival_and_leaving(
    family: Family, kind: Kind, day: str, shift: Block, chosen: tuple[Arrangement, ...]
) -> tuple[int | None, int | None]:
    """When she can be at work and until when, to the minute, with these arrangements and her protected time."""
    legs: Legs = family.legs()
    ways = tuple((way,) for way in chosen)
    frames = frames_of(family, day, kind, ways, legs)
    return min(
        (_times_in(frame, ways, legs) for frame in frames),
        key=lambda times: sum(_open_minutes(shift, *times)),
    )


def _times_in(
    frame: Frame, ways: tuple[tuple[Arrangement, ...], ...], legs: Legs
) -> tuple[int | None, int | None]:
    bags, brings, fetches = combine(ways, legs, frame.places)
    (bag,) = bags
    there, back = morning(brings, legs, frame.leave_after), afternoon(fetches, legs, frame.home_by)
    return earliest_start(bag, frame, there, legs), latest_end(bag, frame, back, legs)


def _open_minutes(shift: Block, arrival: int | None, leaving: int | None) -> tuple[int, int]:
    """How much later she is there than asked, and how much earlier she must go."""
    late = shift.minutes if arrival is None else min(max(arrival - shift.start, 0), shift.minutes)
    early = shift.minutes if leaving is None else min(max(shift.end - leaving, 0), shift.minutes)
    return late, early


def _gaps(family: Family, kind: Kind, day: str, found: _Day, shift: Block) -> list[Gap]:
    """The open minutes of a day with the children they are about."""
    children = [child.id for child in family.children if not child.deceased]
    gaps = [Gap(day, "day", shift.minutes, (child,)) for child in found.alone]
    nobody = _late_and_early(family, kind, day, shift, ())
    each = [_late_and_early(family, kind, day, shift, (way,)) for way in found.chosen]
    parts: list[tuple[Literal["morning", "afternoon"], int]] = [
        ("morning", found.late),
        ("afternoon", found.early),
    ]
    for index, (part, minutes) in enumerate(parts):
        if minutes == 0:
            continue
        named = [child for child, own in zip(children, each, strict=True) if own[index] > nobody[index]]
        if not named and minutes > nobody[index]:
            named = [
                c for c, way in zip(children, found.chosen, strict=True) if (way.bring, way.fetch)[index]
            ]
        gaps.append(Gap(day, part, minutes, tuple(named)))
    return gaps


def _total(days: Mapping[str, _Day], roster: Roster) -> int:
    return sum(found.minutes(roster.days[day]) for day, found in days.items())


def _helpers(family: Family, kind: Kind, roster: Roster, open_minutes: int) -> tuple[Help, ...]:
    """Levers of others that leave fewer minutes open, the best first; never the mother's own limits."""
    helps = []
    for lever in levers(family, kind):
        if lever.group != "own":
            left = _total(_best_days(lever.apply(family), kind, roster), roster)
            if left < open_minutes:
                helps.append(Help(lever, left))
    return tuple(sorted(helps, key=lambda help_: help_.minutes_left))


def _could_work(family: Family, kind: Kind, day: str, shift: Block, found: _Day) -> Block | None:
    """From when until when she could work that day as it is arranged; None when a child is left alone."""
    arrival, leaving = _arrival_and_leaving(family, kind, day, shift, found.chosen)
    if found.alone or arrival is None or leaving is None or arrival >= leaving:
        return None
    return Block(arrival, leaving)
