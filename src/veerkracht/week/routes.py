"""In which order to bring and fetch, and how early or late that ends.

A **stop** is one handover of one child. Stops at one place whose windows overlap may be one **visit**:
the windows are intersected and the longer handover counts; one after the other stays possible too. All
orders of visits are tried: `Routes.ready` keeps, for each set of stops done and each last place, the
earliest moment the mother is done there. An earlier moment is never worse (she can wait), so nothing is
lost by keeping only that one.

An afternoon is a morning run backwards: count the time from home, negative, and turn every leg round.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from veerkracht.week.family import HOME, Legs


class Stop(NamedTuple):
    """A handover. Bringing: arrive from `opens` to `closes`. Fetching: the handover lies within them."""

    place: str
    opens: int
    closes: int
    handover: int


ALL = -1


class Errand(NamedTuple):
    """A stop made for one child (its number), or for all children who need this very stop (`ALL`)."""

    child: int
    stop: Stop


class Visit(NamedTuple):
    """One or more stops made together; she arrives from `first` to `last`."""

    place: str
    first: int
    last: int
    handover: int
    stops: int


class Step(NamedTuple):
    """Where a route stands: done at this place at this moment, after the steps before it."""

    done: int
    visit: Visit | None
    before: Step | None


class Routes:
    """All ways to make sets of stops, starting from home."""

    def __init__(self, visits: Sequence[Visit], legs: Legs, start: int) -> None:
        self.visits = visits
        self.legs = legs
        self._ready: dict[int, dict[str, Step]] = {0: {HOME: Step(start, None, None)}}

    def ready(self, stops: int) -> dict[str, Step]:
        """For each last place, the earliest end of making exactly these stops (a bit set)."""
        known = self._ready.get(stops)
        if known is not None:
            return known
        best: dict[str, Step] = {}
        for visit in self.visits:
            if visit.stops & stops != visit.stops:
                continue
            for place, step in self.ready(stops ^ visit.stops).items():
                leg = self.legs.get((place, visit.place))
                if leg is None or step.done + leg > visit.last:
                    continue
                done = max(step.done + leg, visit.first) + visit.handover
                if visit.place not in best or done < best[visit.place].done:
                    best[visit.place] = Step(done, visit, step)
        self._ready[stops] = best
        return best

    def arrive(self, stops: int, target: str) -> tuple[int, Step] | None:
        """The earliest arrival at the target after these stops, and the route; None if it cannot be."""
        found: tuple[int, Step] | None = None
        for place, step in self.ready(stops).items():
            leg = self.legs.get((place, target))
            if leg is not None and (found is None or step.done + leg < found[0]):
                found = step.done + leg, step
        return found


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


def _together(errands: Sequence[Errand]) -> Iterable[tuple[int, str, int, int, int]]:
    """Every set of stops at one place, with the intersection of their windows and the longest handover."""
    at: dict[str, list[int]] = {}
    for index, errand in enumerate(errands):
        at.setdefault(errand.stop.place, []).append(index)
    for place, indices in at.items():
        for size in range(1, len(indices) + 1):
            for chosen in combinations(indices, size):
                owners = [errands[index].child for index in chosen if errands[index].child != ALL]
                if len(set(owners)) < len(owners):
                    continue  # one child is not brought twice
                group = [errands[index].stop for index in chosen]
                opens = max(stop.opens for stop in group)
                closes = min(stop.closes for stop in group)
                yield (
                    sum(1 << index for index in chosen),
                    place,
                    opens,
                    closes,
                    max(s.handover for s in group),
                )


def morning(errands: Sequence[Errand], legs: Legs, leave_after: int) -> Routes:
    """Routes that bring: from home, not before `leave_after`."""
    visits = [
        Visit(place, opens, closes, handover, bits)
        for bits, place, opens, closes, handover in _together(errands)
        if opens <= closes
    ]
    return Routes(visits, legs, leave_after)


def afternoon(errands: Sequence[Errand], legs: Legs, home_by: int) -> Routes:
    """Routes that fetch, backwards in time: home by `home_by`, the arrival found is minus the latest leaving."""
    visits = [
        Visit(place, -closes, -(opens + handover), handover, bits)
        for bits, place, opens, closes, handover in _together(errands)
        if opens + handover <= closes
    ]
    turned = {(end, start): minutes for (start, end), minutes in legs.items()}
    return Routes(visits, turned, -home_by)
