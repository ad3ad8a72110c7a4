"""The patterns of one day: which services she uses, and between which moments she could then work.

A pattern holds for one set of services. Within a set only the longest stretch of work matters, because
load and paid minutes depend on the length of the shift alone; every shorter shift on the grid fits
inside it. Decided where the text of the model leaves room: on a course day the children are brought
before the course and fetched after the last of course and work.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from veerkracht.week.arrangements import Arrangement, arrangements
from veerkracht.week.family import COURSE, HOME, WORK, Family, Legs
from veerkracht.week.routes import (
    COUNT_BITS,
    Routes,
    Stop,
    afternoon,
    count_of,
    morning,
    never_a_shortcut,
)
from veerkracht.week.times import GRID, Block, Kind, down_to_grid, up_to_grid

Ways = tuple[tuple[Arrangement, ...], ...]
Memo = dict[Hashable, "list[Pattern]"]


class Pattern(NamedTuple):
    """A way through the day. `start` and `end` bound the shift on the grid; both None: course without work."""

    services: frozenset[str]
    start: int | None
    end: int | None
    arrangements: tuple[Arrangement, ...]

    @property
    def span(self) -> int:
        return self.end - self.start if self.end is not None and self.start is not None else 0


class Frame(NamedTuple):
    """What bounds the day besides the children."""

    leave_after: int
    home_by: int
    work_from: int
    work_to: int
    course: Block | None


class Bag(NamedTuple):
    """What the children together ask of her: bags of stops to bring and to fetch, services used."""

    bring: int
    fetch: int
    services: frozenset[str]


def ways_of(family: Family, day: str, kind: Kind) -> Ways:
    """For each child, in the order of the family, the arrangements of this day."""
    return tuple(
        tuple(arrangements(family, child, day, kind)) for child in family.children if not child.deceased
    )


def frame_of(family: Family, day: str, kind: Kind, ways: Ways) -> Frame:
    """Her own hours, brought forward where a teen may not be alone longer."""
    parent = family.parent
    wanted = [way.home_by for options in ways for way in options if way.home_by is not None]
    home_by = min([parent.home_by, *wanted])
    return Frame(parent.leave_after, home_by, parent.work_from, parent.work_to, family.course_on(day, kind))


def patterns(family: Family, day: str, kind: Kind, legs: Legs, memo: Memo) -> list[Pattern]:
    """All patterns worth considering; `memo` shares them between equal days and between levers."""
    ways = ways_of(family, day, kind)
    frame = frame_of(family, day, kind, ways)
    key = (ways, frame, family.travel, family.travel_buffer)
    if key not in memo:
        memo[key] = _patterns(ways, frame, legs)
    return memo[key]


def _patterns(ways: Ways, frame: Frame, legs: Legs) -> list[Pattern]:
    bags, brings, fetches = combine(ways, legs)
    there = morning(brings, legs, frame.leave_after)
    back = afternoon(fetches, legs, frame.home_by)
    work: dict[frozenset[str], Pattern] = {}
    only_course: dict[frozenset[str], Pattern] = {}
    for bag, chosen in bags.items():
        if frame.course is not None:
            if not _reaches_course(bag, frame.course, there):
                continue
            if _leaves(bag, COURSE, back, frame.course.end):
                only_course.setdefault(bag.services, Pattern(bag.services, None, None, chosen))
        stretch = _stretch(bag, frame, there, back, legs)
        if stretch is not None:
            found = Pattern(bag.services, *stretch, chosen)
            if bag.services not in work or found.span > work[bag.services].span:
                work[bag.services] = found
    return _worthwhile(list(only_course.values())) + _worthwhile(list(work.values()))


def combine(ways: Ways, legs: Legs) -> tuple[dict[Bag, tuple[Arrangement, ...]], list[Stop], list[Stop]]:
    """Every combination of arrangements; combinations that ask the same of her count once."""
    brings: dict[Stop, int] = {}
    fetches: dict[Stop, int] = {}
    at_once = _places_at_once(ways, legs)
    bags: dict[Bag, tuple[Arrangement, ...]] = {Bag(0, 0, frozenset()): ()}
    for options in ways:
        grown: dict[Bag, tuple[Arrangement, ...]] = {}
        for way in options:
            add_bring, add_fetch = _adding(way.bring, brings, at_once), _adding(way.fetch, fetches, at_once)
            for bag, chosen in bags.items():
                services = bag.services.union(way.services) if way.services else bag.services
                grown.setdefault(Bag(add_bring(bag.bring), add_fetch(bag.fetch), services), (*chosen, way))
        bags = grown
    return bags, list(brings), list(fetches)


def _places_at_once(ways: Ways, legs: Legs) -> set[str]:
    """The places where children who need the very same stop are best served at once."""
    if len(ways) < 2:
        return set()
    stops = {
        stop for options in ways for way in options for stop in (way.bring, way.fetch) if stop is not None
    }
    places = {stop.place for stop in stops}
    among = places | {HOME, WORK, COURSE}
    return {place for place in places if never_a_shortcut(place, among, legs)}


def _adding(stop: Stop | None, known: dict[Stop, int], at_once: set[str]) -> Callable[[int], int]:
    """What puts this stop into a bag: counted once where all are served at once, else once more."""
    if stop is None:
        return lambda stops: stops
    shift = known.setdefault(stop, len(known) * COUNT_BITS)
    if stop.place in at_once:
        return lambda stops: stops if count_of(stops, shift) else stops + (1 << shift)
    return lambda stops: stops + (1 << shift)


def _reaches_course(bag: Bag, course: Block, there: Routes) -> bool:
    arrival = there.arrive(bag.bring, COURSE)
    return arrival is not None and arrival[0] <= course.start


def _leaves(bag: Bag, place: str, back: Routes, moment: int) -> bool:
    """Whether leaving the place at this moment is early enough to fetch all and be home in time."""
    leaving = back.arrive(bag.fetch, place)
    return leaving is not None and -leaving[0] >= moment


def _stretch(bag: Bag, frame: Frame, there: Routes, back: Routes, legs: Legs) -> tuple[int, int] | None:
    """The earliest start and the latest end of a shift, or None when none fits."""
    if frame.course is None:
        arrival = there.arrive(bag.bring, WORK)
        start = None if arrival is None else arrival[0]
    else:
        leg = legs.get((COURSE, WORK))
        start = None if leg is None else frame.course.end + leg
    leaving = back.arrive(bag.fetch, WORK)
    if start is None or leaving is None:
        return None
    start = up_to_grid(max(start, frame.work_from))
    end = down_to_grid(min(-leaving[0], frame.work_to))
    return (start, end) if end - start >= GRID else None


def _worthwhile(found: list[Pattern]) -> list[Pattern]:
    """Without those that use more services and give no longer stretch; fewest services first."""
    kept: list[Pattern] = []
    for pattern in sorted(found, key=lambda p: len(p.services)):
        if not any(p.services <= pattern.services and p.span >= pattern.span for p in kept):
            kept.append(pattern)
    return kept


def load_of(course: Block | None, legs: Legs) -> tuple[int | None, int | None]:
    """Load besides the shift itself: of a day with work, and of a course day without it (None: not possible)."""
    there, back = legs.get((HOME, WORK)), legs.get((WORK, HOME))
    if course is None:
        return (None if there is None or back is None else there + back), 0
    to_course, on_to_work = legs.get((HOME, COURSE)), legs.get((COURSE, WORK))
    if to_course is None:
        return None, None
    alone = course.minutes + 2 * to_course
    if on_to_work is None or back is None:
        return None, alone
    return course.minutes + to_course + on_to_work + back, alone
