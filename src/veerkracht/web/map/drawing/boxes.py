"""Rectangles and line pieces on the sheet: what touches what."""

import math
from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def is_crossed_by(self, start: Point, end: Point) -> bool:
        """Liang-Barsky clipping of the line piece."""
        (x1, y1), (x2, y2) = start, end
        if (x1 < self.left > x2) or (x1 > self.right < x2) or (y1 < self.top > y2) or (y1 > self.bottom < y2):
            return False
        low, high = 0.0, 1.0
        dx, dy = end[0] - start[0], end[1] - start[1]
        for step, room in (
            (-dx, start[0] - self.left),
            (dx, self.right - start[0]),
            (-dy, start[1] - self.top),
            (dy, self.bottom - start[1]),
        ):
            if step == 0:
                if room < 0:
                    return False
                continue
            share = room / step
            low, high = (max(low, share), high) if step < 0 else (low, min(high, share))
        return low <= high


def around(point: Point, half_width: float, half_height: float | None = None) -> Box:
    half_height = half_width if half_height is None else half_height
    x, y = point
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def distance_to_piece(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a line piece."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
    share = min(1.0, max(0.0, share))
    return math.hypot(point[0] - start[0] - share * dx, point[1] - start[1] - share * dy)


def pieces(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(points, points[1:], strict=False))


def turn_between(first: float, second: float) -> float:
    """The shortest turn from one angle to another, in degrees, with its sign."""
    return (second - first + 180) % 360 - 180
