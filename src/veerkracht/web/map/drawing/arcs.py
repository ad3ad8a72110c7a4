"""Ties between two others: arcs through the meso ring, each with its state mark on a free place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.web.map.domain.kinds import Ring
from veerkracht.web.map.domain.records import Between
from veerkracht.web.map.drawing.boxes import Point, around, turn_between
from veerkracht.web.map.drawing.look import Frame
from veerkracht.web.map.drawing.places import Spot

_POINTS = 40
_LANES = (0.5, 0.32, 0.68, 0.14, 0.86)
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)


@dataclass(frozen=True, slots=True)
class Arc:
    """The way of the line and where on it the mark stands."""

    points: tuple[Point, ...]
    mark: Point


def place_arcs(
    betweens: Sequence[Between], spots: dict[str, Spot], others: Sequence[Spot], frame: Frame
) -> dict[str, Arc]:
    """In order; each takes the lane and the place on it that is furthest from what stands there."""
    placed: dict[str, Arc] = {}
    for between in betweens:
        first, second = spots[between.first], spots[between.second]
        taken = [(spot.point, frame.node) for spot in (*spots.values(), *others)]
        taken += [(arc.mark, frame.mark + 2) for arc in placed.values()]
        drawn = [point for arc in placed.values() for point in arc.points[8:-8:4]]
        options = [_arc(first, second, lane, share, frame) for lane in _LANES for share in _SHARES]
        best = min(
            range(len(options)), key=lambda n: (_trouble(options[n], taken, drawn, frame) + 0.02 * n, n)
        )
        placed[between.id] = options[best]
    return placed


def _arc(first: Spot, second: Spot, lane: float, share: float, frame: Frame) -> Arc:
    points = tuple(_way(first, second, lane, step / _POINTS, frame) for step in range(_POINTS + 1))
    return Arc(points, points[round(share * _POINTS)])


def _way(first: Spot, second: Spot, lane: float, share: float, frame: Frame) -> Point:
    """Out to the meso ring, along it, and back: a rising and falling that grows with the turn."""
    turn = turn_between(first.angle, second.angle)
    begin, end = frame.begin(Ring.MESO), frame.ends[Ring.MESO]
    along = begin + lane * (end - begin)
    straight = first.rho + share * (second.rho - first.rho)
    lift = math.sin(math.pi * share) ** (0.65 if abs(turn) > 40 else 0.9)
    return frame.at(straight + (along - straight) * lift, first.angle + turn * share)


def _trouble(
    arc: Arc, taken: Sequence[tuple[Point, float]], drawn: Sequence[Point], frame: Frame
) -> float:
    cost = 0.0
    for point, radius in taken:
        away = math.dist(arc.mark, point) - radius - frame.mark
        cost += 3 - 0.2 * away if away < 4 else 0.0
    names = (frame.name_boxes[Ring.MICRO], frame.name_boxes[Ring.MESO])
    cost += 6.0 * any(name.touches(around(arc.mark, frame.mark)) for name in names)
    for point in arc.points[6:-6:3]:
        cost += sum(1.5 for name in names if name.touches(around(point, 2)))
        cost += sum(0.5 for at, radius in taken if math.dist(point, at) < radius + 3)
        cost += sum(0.4 for other in drawn if math.dist(point, other) < 10)
    return cost
