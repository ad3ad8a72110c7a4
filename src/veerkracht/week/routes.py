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

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from veerkracht.week.family import HOME, Legs
from veerkracht.week.times import MIDNIGHT

COUNT_BITS = 8
BYTE = (1 << COUNT_BITS) - 1


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


class RouteStep(NamedTuple):
    """Where a route stands: done at this place at this moment, after the steps before it."""

    done: int
    visit: Visit | None
    before: RouteStep | None


class Routes:
    """All ways to make bags of stops, starting from home."""

    def __init__(self, stops: Sequence[Stop], legs: Legs, start: int, *, backwards: bool) -> None:
        self.legs = legs
        self.backwards = backwards
        self._at: dict[str, list[tuple[int, Stop]]] = {}
        for number, stop in enumerate(stops):
            self._at.setdefault(stop.place, []).append((number * COUNT_BITS, stop))
        self._here = [(place, sum(BYTE << shift for shift, _ in here)) for place, here in self._at.items()]
        self._visits: dict[int, list[Visit]] = {}
        self._arrive: dict[tuple[int, str], tuple[int, RouteStep] | None] = {}
        self._ready: dict[int, dict[str, RouteStep]] = {0: {HOME: RouteStep(start, None, None)}}

    def ready(self, stops: int) -> dict[str, RouteStep]:
        """For each last place, the earliest end of making exactly these stops."""
        known = self._ready.get(stops)
        if known is not None:
            return known
        best: dict[str, RouteStep] = {}
        legs, backwards = self.legs, self.backwards
        for place, mask in self._here:
            for visit in self._visits_at(place, stops & mask):
                for before, step in self.ready(stops - visit.taken).items():
                    leg = legs.get((place, before) if backwards else (before, place))
                    if leg is None or step.done + leg > visit.last:
                        continue
                    done = max(step.done + leg, visit.first) + visit.handover
                    if place not in best or done < best[place].done:
                        best[place] = RouteStep(done, visit, step)
        self._ready[stops] = best
        return best

    def _visits_at(self, place: str, stops: int) -> list[Visit]:
        """Every visit to this place that makes some of these stops, all of them there."""
        if stops == 0:
            return []
        if stops not in self._visits:
            groups = [(0, -MIDNIGHT, 2 * MIDNIGHT, 0)]
            for shift, stop in self._at[place]:
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
            self._visits[stops] = [found for group in groups[1:] if (found := self._visit(place, *group))]
        return self._visits[stops]

    def _visit(self, place: str, taken: int, opens: int, closes: int, handover: int) -> Visit | None:
        """The group as one visit; None when its windows leave no moment."""
        if self.backwards:
            fits = opens + handover <= closes
            return Visit(place, -closes, -(opens + handover), handover, taken) if fits else None
        return Visit(place, opens, closes, handover, taken) if opens <= closes else None

    def arrive(self, stops: int, target: str) -> tuple[int, RouteStep] | None:
        """The earliest arrival at the target after these stops, and the route; None if it cannot be."""
        if (stops, target) not in self._arrive:
            best: tuple[int, RouteStep] | None = None
            for place, step in self.ready(stops).items():
                leg = self.legs.get((target, place) if self.backwards else (place, target))
                if leg is not None and (best is None or step.done + leg < best[0]):
                    best = step.done + leg, step
            self._arrive[stops, target] = best
        return self._arrive[stops, target]


def count_of(stops: int, shift: int) -> int:
    """How often a bag holds the stop counted at this bit."""
    return stops >> shift & BYTE


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
    return Routes(stops, legs, -home_by, backwards=True)
