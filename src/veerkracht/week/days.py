"""The patterns of one day: which services she uses, and between which moments she could then work.

A pattern holds for one set of services. Within a set only the longest stretch of work matters, because
load and paid minutes depend on the length of the shift alone; every shorter shift on the grid fits
inside it. Decided where the text of the model leaves room: on a course day the children are brought
before the course and fetched after the last of course and work. Protected time with the children lies outside the
round of bringing, work and fetching; without them inside it, so that somebody has them. She works before, between or
after: each is a frame of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from veerkracht.week.arrangements import CareArrangement, arrangements
from veerkracht.week.family import COURSE, HOME, WORK, Family, Legs, ProtectedTime
from veerkracht.week.routes import (
    COUNT_BITS,
    Routes,
    Stop,
    afternoon,
    count_of,
    morning,
    never_a_shortcut,
)
from veerkracht.week.times import GRID, Kind, TimeBlock, down_to_grid, up_to_grid

Ways = tuple[tuple[CareArrangement, ...], ...]
Memo = dict[Hashable, "list[Pattern]"]
EITHER = (True, False)


class Stay(NamedTuple):
    """Where she must be, from one moment to another: the course, or protected time without the children."""

    block: TimeBlock
    place: str


class DayFrame(NamedTuple):
    """What bounds the day besides the children: her hours, and where she must be before and after the work."""

    leave_after: int
    home_by: int
    work_from: int
    work_to: int
    course: TimeBlock | None
    before: tuple[Stay, ...] = ()
    after: tuple[Stay, ...] = ()

    @property
    def stays(self) -> tuple[Stay, ...]:
        return self.before + self.after

    @property
    def places(self) -> frozenset[str]:
        return frozenset(stay.place for stay in self.stays)


class Pattern(NamedTuple):
    """A way through the day. `start` and `end` bound the shift on the grid; both None: course without work."""

    services: frozenset[str]
    start: int | None
    end: int | None
    arrangements: tuple[CareArrangement, ...]
    frame: DayFrame

    @property
    def span(self) -> int:
        return self.end - self.start if self.end is not None and self.start is not None else 0


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


def frames_of(family: Family, day: str, kind: Kind, ways: Ways, legs: Legs) -> list[DayFrame]:
    """Her own hours, brought forward where a teen may not be alone longer; one frame for each place of the work.

    Without protected time there is one frame. With it the work lies before, between or after the blocks.
    """
    parent = family.parent
    wanted = [way.home_by for options in ways for way in options if way.home_by is not None]
    course = family.course_on(day, kind)
    whole = DayFrame(
        parent.leave_after, min([parent.home_by, *wanted]), parent.work_from, parent.work_to, course
    )
    if not family.protected:
        return [whole if course is None else whole._replace(before=(Stay(course, COURSE),))]
    blocks = family.protected_on(day, kind)
    with_them = product(*(EITHER if b.with_children is None else (b.with_children,) for b in blocks))
    frames = [frame for choice in with_them for frame in _frames(whole, blocks, choice, legs)]
    return list(dict.fromkeys(frames))


def _frames(
    whole: DayFrame, blocks: Sequence[ProtectedTime], with_them: Sequence[bool], legs: Legs
) -> Iterator[DayFrame]:
    """The work before, between and after these blocks, each with or without the children; never before the course."""
    stays = [
        (Stay(block.block, block.place), together) for block, together in zip(blocks, with_them, strict=True)
    ]
    stays += [] if whole.course is None else [(Stay(whole.course, COURSE), False)]
    stays.sort()
    first = 0 if whole.course is None else stays.index((Stay(whole.course, COURSE), False)) + 1
    for cut in range(first, len(stays) + 1):
        yield _framed(whole, stays[:cut], stays[cut:], legs)


def _framed(
    whole: DayFrame, before: Sequence[tuple[Stay, bool]], after: Sequence[tuple[Stay, bool]], legs: Legs
) -> DayFrame:
    """With the children: home again before she leaves, home before it begins. Without: on the way, as a stay."""
    leave = [stay.block.end + legs[stay.place, HOME] for stay, with_children in before if with_children]
    home = [stay.block.start - legs[HOME, stay.place] for stay, with_children in after if with_children]
    return whole._replace(
        leave_after=max([whole.leave_after, *leave]),
        home_by=min([whole.home_by, *home]),
        before=tuple(stay for stay, with_children in before if not with_children),
        after=tuple(stay for stay, with_children in after if not with_children),
    )


def patterns(family: Family, day: str, kind: Kind, legs: Legs, memo: Memo) -> list[Pattern]:
    """All patterns worth considering; `memo` shares them between equal days and between levers."""
    ways = ways_of(family, day, kind)
    frames = frames_of(family, day, kind, ways, legs)
    key = (ways, tuple(frames), family.travel, family.travel_buffer)
    if key not in memo:
        memo[key] = _patterns(ways, frames, legs)
    return memo[key]


def _patterns(ways: Ways, frames: Sequence[DayFrame], legs: Legs) -> list[Pattern]:
    work: dict[frozenset[str], Pattern] = {}
    only_course: dict[frozenset[str], Pattern] = {}
    bags, brings, fetches = combine(ways, legs, frozenset[str]().union(*(frame.places for frame in frames)))
    for frame in frames:
        there = morning(brings, legs, frame.leave_after)
        back = afternoon(fetches, legs, frame.home_by)
        for bag, chosen in bags.items():
            if frame.course is not None and _without_work(bag, frame, there, back, legs):
                only_course.setdefault(bag.services, Pattern(bag.services, None, None, chosen, frame))
            stretch = _stretch(bag, frame, there, back, legs)
            if stretch is not None:
                pattern = Pattern(bag.services, *stretch, chosen, frame)
                if bag.services not in work or pattern.span > work[bag.services].span:
                    work[bag.services] = pattern
    return _worthwhile(list(only_course.values())) + _worthwhile(list(work.values()))


def combine(
    ways: Ways, legs: Legs, visited: frozenset[str] = frozenset()
) -> tuple[dict[Bag, tuple[CareArrangement, ...]], list[Stop], list[Stop]]:
    """Every combination of arrangements; those that ask the same of her count once. `visited`: where else she comes."""
    brings: dict[Stop, int] = {}
    fetches: dict[Stop, int] = {}
    at_once = _places_at_once(ways, legs, visited)
    bags: dict[Bag, tuple[CareArrangement, ...]] = {Bag(0, 0, frozenset()): ()}
    for options in ways:
        grown: dict[Bag, tuple[CareArrangement, ...]] = {}
        for option in options:
            add_bring, add_fetch = (
                _adding(option.bring, brings, at_once),
                _adding(option.fetch, fetches, at_once),
            )
            for bag, chosen in bags.items():
                services = bag.services.union(option.services) if option.services else bag.services
                grown.setdefault(Bag(add_bring(bag.bring), add_fetch(bag.fetch), services), (*chosen, option))
        bags = grown
    return bags, list(brings), list(fetches)


def _places_at_once(ways: Ways, legs: Legs, visited: frozenset[str]) -> set[str]:
    """The places where children who need the very same stop are best served at once."""
    if len(ways) < 2:
        return set()
    stops = {
        stop for options in ways for way in options for stop in (way.bring, way.fetch) if stop is not None
    }
    places = {stop.place for stop in stops}
    among = places | visited | {HOME, WORK, COURSE}
    return {place for place in places if never_a_shortcut(place, among, legs)}


def _adding(stop: Stop | None, known: dict[Stop, int], at_once: set[str]) -> Callable[[int], int]:
    """What puts this stop into a bag: counted once where all are served at once, else once more."""
    if stop is None:
        return lambda stops: stops
    shift = known.setdefault(stop, len(known) * COUNT_BITS)
    if stop.place in at_once:
        return lambda stops: stops if count_of(stops, shift) else stops + (1 << shift)
    return lambda stops: stops + (1 << shift)


def _reaches(bag: Bag, first: Stay, there: Routes) -> bool:
    arrival = there.arrive(bag.bring, first.place)
    return arrival is not None and arrival[0] <= first.block.start


def _leaves(bag: Bag, last: Stay, back: Routes) -> bool:
    """Whether leaving at its end is early enough to fetch all and be home in time."""
    leaving = back.arrive(bag.fetch, last.place)
    return leaving is not None and -leaving[0] >= last.block.end


def _can_follow(stays: Sequence[Stay], legs: Legs) -> bool:
    """Whether she can go from each to the next in time."""
    for stay, following in pairwise(stays):
        leg = legs.get((stay.place, following.place))
        if leg is None or stay.block.end + leg > following.block.start:
            return False
    return True


def _without_work(bag: Bag, frame: DayFrame, there: Routes, back: Routes, legs: Legs) -> bool:
    """Whether the course can be followed and protected time kept, without work."""
    stays = frame.stays
    return _can_follow(stays, legs) and _reaches(bag, stays[0], there) and _leaves(bag, stays[-1], back)


def _stretch(bag: Bag, frame: DayFrame, there: Routes, back: Routes, legs: Legs) -> tuple[int, int] | None:
    """The earliest start and the latest end of a shift, or None when none fits."""
    start, end = earliest_start(bag, frame, there, legs), latest_end(bag, frame, back, legs)
    if start is None or end is None:
        return None
    start = up_to_grid(max(start, frame.work_from))
    end = down_to_grid(min(end, frame.work_to))
    return (start, end) if end - start >= GRID else None


def earliest_start(bag: Bag, frame: DayFrame, there: Routes, legs: Legs) -> int | None:
    """When she can be at work at the soonest, to the minute."""
    if not frame.before:
        arrival = there.arrive(bag.bring, WORK)
        return None if arrival is None else arrival[0]
    last = frame.before[-1]
    leg = legs.get((last.place, WORK))
    if leg is None or not _reaches(bag, frame.before[0], there) or not _can_follow(frame.before, legs):
        return None
    return last.block.end + leg


def latest_end(bag: Bag, frame: DayFrame, back: Routes, legs: Legs) -> int | None:
    """Until when she can be at work, to the minute."""
    if not frame.after:
        leaving = back.arrive(bag.fetch, WORK)
        return None if leaving is None else -leaving[0]
    first = frame.after[0]
    leg = legs.get((WORK, first.place))
    if leg is None or not _leaves(bag, frame.after[-1], back) or not _can_follow(frame.after, legs):
        return None
    return first.block.start - leg


def _worthwhile(all_patterns: list[Pattern]) -> list[Pattern]:
    """Without those that use more services and give no longer stretch; fewest services first."""
    best: list[Pattern] = []
    for pattern in sorted(all_patterns, key=lambda p: len(p.services)):
        if not any(p.services <= pattern.services and p.span >= pattern.span for p in best):
            best.append(pattern)
    return best


def load_of(course: TimeBlock | None, legs: Legs) -> tuple[int | None, int | None]:
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
