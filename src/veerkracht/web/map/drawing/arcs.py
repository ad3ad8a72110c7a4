"""Ties between two others: arcs through the meso ring, each with its state mark on a free place."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.web.map.domain.kinds import Ring
from veerkracht.web.map.domain.records import MapBetween
from veerkracht.web.map.drawing.boxes import Box, Point, around, turn_between
from veerkracht.web.map.drawing.spots import Spot
from veerkracht.web.map.drawing.style import SheetFrame

_POINTS = 40
_LANES = (0.5, 0.32, 0.68, 0.14, 0.86)
# Where the mark may stand on its way, the middle first.
_STOPS = (20, 17, 23, 14, 26, 11, 29, 8, 32)


@dataclass(frozen=True, slots=True, order=True)
class Arc:
    """The way of the line and where on it the mark stands."""

    points: tuple[Point, ...]
    mark: Point


def place_arcs(
    betweens: Sequence[MapBetween], spots: dict[str, Spot], others: Sequence[Spot], frame: SheetFrame
) -> dict[str, Arc]:
    """In order; each takes the lane and the place on it that is furthest from what stands there."""
    placed: dict[str, Arc] = {}
    for between in betweens:
        first, second = spots[between.first], spots[between.second]
        taken = [(spot.point, frame.node) for spot in (*spots.values(), *others)]
        taken += [(arc.mark, frame.mark + 2) for arc in placed.values()]
        drawn = [point for arc in placed.values() for point in arc.points[8:-8:4]]
        ways = [_way(first, second, lane, frame) for lane in _LANES]
        _, _, placed[between.id] = min(
            (trouble + _mark_trouble(way[stop], taken, frame) + 0.02 * stops, count, Arc(way, way[stop]))
            for count, way in enumerate(ways)
            for trouble in (_line_trouble(way, taken, drawn, frame) + 0.02 * count,)
            for stops, stop in enumerate(_STOPS)
        )
    return placed


def _way(first: Spot, second: Spot, lane: float, frame: SheetFrame) -> tuple[Point, ...]:
    """Out to a lane of the meso ring, along it, and back."""
    turn = turn_between(first.angle, second.angle)
    begin, end = frame.begin(Ring.MESO), frame.ends[Ring.MESO]
    along = begin + lane * (end - begin)
    points = []
    for step in range(_POINTS + 1):
        share = step / _POINTS
        straight = first.rho + share * (second.rho - first.rho)
        lift = math.sin(math.pi * share) ** (0.65 if abs(turn) > 40 else 0.9)
        points.append(frame.at(straight + (along - straight) * lift, first.angle + turn * share))
    return tuple(points)


def _line_trouble(
    points: Sequence[Point], taken: Sequence[tuple[Point, float]], drawn: Sequence[Point], frame: SheetFrame
) -> float:
    """Running over a ring's name, a sign or another line."""
    cost = 0.0
    for point in points[6:-6:3]:
        cost += sum(1.5 for name in _names(frame) if name.touches(around(point, 2)))
        cost += sum(0.5 for at, radius in taken if math.dist(point, at) < radius + 3)
        cost += sum(0.4 for other in drawn if math.dist(point, other) < 10)
    return cost


def _mark_trouble(mark: Point, taken: Sequence[tuple[Point, float]], frame: SheetFrame) -> float:
    """Standing on something else."""
    own = around(mark, frame.mark)
    cost = 6.0 * any(name.touches(own) for name in _names(frame))
    for point, radius in taken:
        away = math.dist(mark, point) - radius - frame.mark
        cost += 3 - 0.2 * away if away < 4 else 0.0
    return cost


def _names(frame: SheetFrame) -> tuple[Box, Box]:
    return frame.name_boxes[Ring.MICRO], frame.name_boxes[Ring.MESO]
