"""One day on the clock: leaving, arriving, handing over.

A morning is laid out from its end: leave as late as possible and still be in time. An afternoon is laid
out from its start: go on at once, but do not stand before a closed door.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from veerkracht.week.arrangements import CareArrangement
from veerkracht.week.days import DayFrame, Stay, combine
from veerkracht.week.family import HOME, WORK, Legs
from veerkracht.week.routes import COUNT_BITS, RouteStep, Visit, afternoon, count_of, morning
from veerkracht.week.times import TimeBlock


class Journey(NamedTuple):
    """One leg with its times; the buffer is inside."""

    start: str
    end: str
    leave: int
    arrive: int


class CareHandover(NamedTuple):
    """Bringing or fetching at one place, for one or more children at once."""

    place: str
    start: int
    end: int
    children: tuple[str, ...]


class Trip(NamedTuple):
    """The legs and handovers of one part of the day, in order of time."""

    journeys: tuple[Journey, ...]
    handovers: tuple[CareHandover, ...]


def trips(
    chosen: dict[str, CareArrangement], frame: DayFrame, legs: Legs, work: TimeBlock | None
) -> tuple[Trip, Trip, Trip]:
    """Bringing, going on (from course to work), and fetching, on a day with these arrangements and this shift."""
    bags, brings, fetches = combine(tuple((way,) for way in chosen.values()), legs, frame.places)
    (bag,) = bags
    stays = [*frame.before, *([] if work is None else [Stay(work, WORK)]), *frame.after]
    (opening, first), (closing, last) = stays[0], stays[-1]
    there = morning(brings, legs, frame.leave_after).arrive(bag.bring, first)
    back = afternoon(fetches, legs, frame.home_by).arrive(bag.fetch, last)
    if there is None or back is None:
        raise ValueError("this pattern cannot be travelled")
    bringing = [[child for child, way in chosen.items() if way.bring == stop] for stop in brings]
    fetching = [[child for child, way in chosen.items() if way.fetch == stop] for stop in fetches]
    early = _laid_from_end(_visits(there[1])[::-1], legs, first, opening.start)
    late = _laid_from_start(_visits(back[1]), legs, last, closing.end)
    return (
        _trip(early, bag.bring, bringing),
        Trip(_between(stays, legs), ()),
        _trip(late, bag.fetch, fetching),
    )


class _Made(NamedTuple):
    """A visit with the moment of its handover, and the leg towards it (or towards what follows)."""

    journey: Journey | None
    visit: Visit | None
    start: int


def _visits(step: RouteStep | None) -> list[Visit]:
    """The visits of a route, the last one first."""
    visits: list[Visit] = []
    while step is not None and step.visit is not None:
        visits.append(step.visit)
        step = step.before
    return visits


def _leg(legs: Legs, start: str, end: str, leave: int) -> Journey | None:
    return None if start == end else Journey(start, end, leave, leave + legs[start, end])


def _laid_from_end(visits: Sequence[Visit], legs: Legs, target: str, moment: int) -> list[_Made]:
    """Visits in order; each as late as the rest of the morning allows."""
    trips: list[_Made] = []
    for visit in reversed(visits):
        leave = moment - legs[visit.place, target]
        arrive = min(visit.last, leave - visit.handover)
        trips.append(_Made(_leg(legs, visit.place, target, leave), visit, arrive))
        target, moment = visit.place, arrive
    trips.append(_Made(_leg(legs, HOME, target, moment - legs[HOME, target]), None, 0))
    return trips[::-1]


def _laid_from_start(visits: Sequence[Visit], legs: Legs, place: str, moment: int) -> list[_Made]:
    """Visits in order; each as early as its window allows (its bounds are minus the end of the handover)."""
    trips: list[_Made] = []
    for visit in visits:
        opens = -visit.last - visit.handover
        arrive = max(moment + legs[place, visit.place], opens)
        trips.append(_Made(_leg(legs, place, visit.place, arrive - legs[place, visit.place]), visit, arrive))
        place, moment = visit.place, arrive + visit.handover
    trips.append(_Made(_leg(legs, place, HOME, moment), None, 0))
    return trips


def _trip(trips: Sequence[_Made], stops: int, children: Sequence[list[str]]) -> Trip:
    """Names the children of each visit; where one stop is made for all at once, all of them."""
    waiting = [list(names) for names in children]
    handovers = []
    for piece in trips:
        if piece.visit is None:
            continue
        handed: list[str] = []
        for number, names in enumerate(waiting):
            shift = number * COUNT_BITS
            taken = count_of(piece.visit.taken, shift)
            whole = taken and count_of(stops, shift) < len(children[number])
            for _ in range(len(names) if whole else taken):
                handed.append(names.pop(0))
        end = piece.start + piece.visit.handover
        handovers.append(CareHandover(piece.visit.place, piece.start, end, tuple(handed)))
    return Trip(tuple(piece.journey for piece in trips if piece.journey is not None), tuple(handovers))


def _between(stays: Sequence[Stay], legs: Legs) -> tuple[Journey, ...]:
    """From each place where she must be to the next, arriving when that begins."""
    return tuple(
        Journey(stay.place, following.place, leave, following.block.start)
        for stay, following in pairwise(stays)
        if (leave := following.block.start - legs[stay.place, following.place]) != following.block.start
    )
