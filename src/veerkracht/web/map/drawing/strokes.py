"""The kinds of line an ecomap knows, as paths; each is told apart without colour."""

import math
from collections.abc import Sequence

from veerkracht.web.map.drawing.boxes import Point


def path(points: Sequence[Point]) -> str:
    """An SVG path through the points."""
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def trimmed(start: Point, end: Point, at_start: float, at_end: float) -> tuple[Point, Point]:
    """The same line without its first and last stretch."""
    length = math.dist(start, end) or 1.0
    at_end = min(at_end, length / 2)
    at_start = min(at_start, length - at_end)
    return _along(start, end, at_start / length), _along(start, end, 1 - at_end / length)


def beside(start: Point, end: Point, away: float) -> tuple[Point, Point]:
    """A parallel line."""
    across = _across(start, end)
    shift = (across[0] * away, across[1] * away)
    return (start[0] + shift[0], start[1] + shift[1]), (end[0] + shift[0], end[1] + shift[1])


def zigzag(points: Sequence[Point], swing: float = 3.8, wave: float = 9.0) -> list[Point]:
    """Teeth along the way, with a short straight piece at both ends."""
    length = sum(math.dist(a, b) for a, b in zip(points, points[1:], strict=False))
    count = max(2, 2 * round(length / wave / 2))
    teeth = [points[0]]
    for step in range(1, 2 * count):
        at, across = _at(points, length * step / (2 * count))
        if step % 2:
            out = swing if step % 4 == 1 else -swing
            teeth.append((at[0] + across[0] * out, at[1] + across[1] * out))
    return [*teeth, points[-1]]


def broken(start: Point, end: Point) -> tuple[list[list[Point]], Point]:
    """Two halves with a gap, and two slashes in it."""
    length = math.dist(start, end) or 1.0
    middle, across = _along(start, end, 0.5), _across(start, end)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    halves = [[start, _along(start, end, max(0.0, 0.5 - 7 / length))]]
    halves.append([_along(start, end, min(1.0, 0.5 + 7 / length)), end])
    for shift in (-3.2, 3.2):
        at = (middle[0] + along[0] * shift, middle[1] + along[1] * shift)
        reach = (across[0] * 8 + along[0] * 3, across[1] * 8 + along[1] * 3)
        halves.append([(at[0] - reach[0], at[1] - reach[1]), (at[0] + reach[0], at[1] + reach[1])])
    return halves, middle


def arrowhead(tip: Point, coming_from: Point, size: float) -> list[Point]:
    """A slender triangle with its point at the tip."""
    length = math.dist(tip, coming_from) or 1.0
    back = ((coming_from[0] - tip[0]) / length, (coming_from[1] - tip[1]) / length)
    base = (tip[0] + back[0] * size, tip[1] + back[1] * size)
    wing = (-back[1] * size * 0.46, back[0] * size * 0.46)
    return [tip, (base[0] + wing[0], base[1] + wing[1]), (base[0] - wing[0], base[1] - wing[1])]


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _across(start: Point, end: Point) -> Point:
    length = math.dist(start, end) or 1.0
    return -(end[1] - start[1]) / length, (end[0] - start[0]) / length


def _at(points: Sequence[Point], distance: float) -> tuple[Point, Point]:
    for start, end in zip(points, points[1:], strict=False):
        length = math.dist(start, end)
        if distance <= length or end is points[-1]:
            return _along(start, end, distance / (length or 1.0)), _across(start, end)
        distance -= length
    raise ValueError("Een lijn heeft ten minste twee punten nodig.")
