"""In which order to bring and fetch, and how early or late that ends.

A **stop** is one handover of one child. Stops at one place whose windows overlap may be one **visit**:
the windows are intersected and the longer handover counts; one after the other stays possible too. All
orders of visits are tried: `Routes.ready` keeps, for each bag of stops done and each last place, the
earliest moment the mother is done there. An earlier moment is never worse (she can wait), so nothing is
lost by keeping only that one.

Children who need the very same stop are alike, so a bag only counts them: one byte a stop, in one number.

An afternoon is a morning run backwards: count the time from home, negative, and turn every leg round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from veerkracht.week.family import HOME, Legs
from veerkracht.week.times import MIDNIGHT

COUNT_BITS = 8


class Stop(NamedTuple):
    """A handover. Bringing: arrive from `opens` to `closes`. Fetching: the handover lies within them."""

    place: str
    opens: int
    closes: int
    handover: int


class Visit(NamedTuple):
    """One or more stops made together (`taken`, a bag); she arrives from `first` to `last`."""

    place: str
    first: int
    last: int
    handover: int
    taken: int


class Step(NamedTuple):
    """Where a route stands: done at this place at this moment, after the steps before it."""

    done: int
    visit: Visit | None
    before: Step | None


class Routes:
    """All ways to make bags of stops, starting from home."""

    def __init__(self, stops: Sequence[Stop], legs: Legs, start: int, *, backwards: bool) -> None:
        self.legs = legs
        self.backwards = backwards
        self._at: dict[str, list[tuple[int, Stop]]] = {}
        for number, stop in enumerate(stops):
            self._at.setdefault(stop.place, []).append((number * COUNT_BITS, stop))
        self._ready: dict[int, dict[str, Step]] = {0: {HOME: Step(start, None, None)}}

    def ready(self, stops: int) -> dict[str, Step]:
        """For each last place, the earliest end of making exactly these stops."""
        known = self._ready.get(stops)
        if known is not None:
            return known
        best: dict[str, Step] = {}
        for visit in self._visits(stops):
            for place, step in self.ready(stops - visit.taken).items():
                leg = self.legs.get((place, visit.place))
                if leg is None or step.done + leg > visit.last:
                    continue
                done = max(step.done + leg, visit.first) + visit.handover
                if visit.place not in best or done < best[visit.place].done:
                    best[visit.place] = Step(done, visit, step)
        self._ready[stops] = best
        return best

    def _visits(self, stops: int) -> Iterator[Visit]:
        """Every visit that makes some of these stops, all at one place."""
        for place, here in self._at.items():
            groups = [(0, -MIDNIGHT, 2 * MIDNIGHT, 0)]
            for shift, stop in here:
                without = groups
                for number in range(1, count_of(stops, shift) + 1):
                    groups = groups + [
                        (
                            taken + (number << shift),
                            max(opens, stop.opens),
                            min(closes, stop.closes),
                            max(handover, stop.handover),
                        )
                        for taken, opens, closes, handover in without
                    ]
            for taken, opens, closes, handover in groups[1:]:
                if self.backwards and opens + handover <= closes:
                    yield Visit(place, -closes, -(opens + handover), handover, taken)
                elif not self.backwards and opens <= closes:
                    yield Visit(place, opens, closes, handover, taken)

    def arrive(self, stops: int, target: str) -> tuple[int, Step] | None:
        """The earliest arrival at the target after these stops, and the route; None if it cannot be."""
        found: tuple[int, Step] | None = None
        for place, step in self.ready(stops).items():
            leg = self.legs.get((place, target))
            if leg is not None and (found is None or step.done + leg < found[0]):
                found = step.done + leg, step
        return found


def count_of(stops: int, shift: int) -> int:
    """How often a bag holds the stop counted at this bit."""
    return stops >> shift & ((1 << COUNT_BITS) - 1)


def with_one_more(stops: int, shift: int, *, at_once: bool) -> int:
    """The bag with a stop more, unless it is there and made for all children at once."""
    return stops if at_once and count_of(stops, shift) else stops + (1 << shift)


def never_a_shortcut(place: str, among: Iterable[str], legs: Legs) -> bool:
    """Whether going by this place is never quicker than going straight, between any two of the places.

    Then children with the very same stop there are best served at once. Where it is a shortcut, making the stop
    twice may be quicker, odd as that is.
    """
    others = [other for other in among if other != place]
    for start in others:
        into = legs.get((start, place))
        for end in others:
            onward = legs.get((place, end))
            if start == end or into is None or onward is None:
                continue
            straight = legs.get((start, end))
            if straight is None or straight > into + onward:
                return False
    return True


def morning(stops: Sequence[Stop], legs: Legs, leave_after: int) -> Routes:
    """Routes that bring: from home, not before `leave_after`."""
    return Routes(stops, legs, leave_after, backwards=False)


def afternoon(stops: Sequence[Stop], legs: Legs, home_by: int) -> Routes:
    """Routes that fetch, backwards in time: home by `home_by`; `arrive` gives minus the latest leaving."""
    turned = {(end, start): minutes for (start, end), minutes in legs.items()}
    return Routes(stops, turned, -home_by, backwards=True)
