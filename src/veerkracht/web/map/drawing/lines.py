"""Drawing the lines: hers with others, those between others, and the thread from a factor to what it belongs to."""

import math
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from veerkracht.web.map.domain.kinds import BetweenState, Direction, Strength, TieKind
from veerkracht.web.map.domain.records import Tie
from veerkracht.web.map.drawing.boxes import Point
from veerkracht.web.map.drawing.strokes import arrowhead, beside, broken, path, trimmed, zigzag
from veerkracht.web.map.drawing.style import INK, SOFT_INK, TEAL, TERRACOTTA, WHITE
from veerkracht.web.map.drawing.svg import add

_WIDTH = {Strength.STRONG: 5.0, Strength.MODERATE: 2.3, Strength.WEAK: 2.3}
_TOOTH_WIDTH = {Strength.STRONG: 3.4, Strength.MODERATE: 1.9, Strength.WEAK: 1.7}
_DASH = {Strength.WEAK: "7 5"}
_ARROW = {Strength.STRONG: 15.0, Strength.MODERATE: 11.0, Strength.WEAK: 11.0}


def stroke(
    parent: Element, points: Sequence[Point], colour: str, width: float, dash: str | None = None
) -> None:
    add(
        parent,
        "path",
        d=path(points),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dash,
        stroke_linejoin="round",
        stroke_linecap="butt" if dash else "round",
    )


def draw_tie(parent: Element, tie: Tie, start: Point, end: Point, pen: float) -> None:
    """From the mother to the other; an arrow points at whoever receives. `pen` is finer on a phone."""
    if tie.kind is TieKind.BROKEN:
        for piece in broken(start, end)[0]:
            stroke(parent, piece, SOFT_INK, 2)
    elif tie.kind is TieKind.POSSIBLE:
        _draw_possible(parent, start, end, pen)
    else:
        _draw_living(parent, tie, start, end, pen)


def _draw_possible(parent: Element, start: Point, end: Point, pen: float) -> None:
    stroke(parent, (start, end), TEAL, 1.2, "1.5 4")
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    add(parent, "circle", cx=middle[0], cy=middle[1], r=5 * pen, fill=WHITE, stroke=TEAL, stroke_width=1.6)


def _draw_living(parent: Element, tie: Tie, start: Point, end: Point, pen: float) -> None:
    width, dash = _WIDTH[tie.strength] * pen, _DASH.get(tie.strength)
    if tie.kind is TieKind.BOTH:
        away = 3.0 * pen + width / 2
        _draw_teeth(parent, beside(start, end, -away), tie.strength, pen)
        start, end = beside(start, end, away)
    size = min(_ARROW[tie.strength] * pen, math.dist(start, end) * 0.36)
    to_mother = tie.direction in (Direction.RECEIVES, Direction.BOTH)
    to_other = tie.direction in (Direction.GIVES, Direction.BOTH)
    head = TERRACOTTA if tie.kind is TieKind.PRESSURE else TEAL
    for wanted, tip, other in ((to_mother, start, end), (to_other, end, start)):
        if wanted:
            add(parent, "path", d=path(arrowhead(tip, other, size)) + " Z", fill=head)
    line = trimmed(start, end, (size - 2) * to_mother, (size - 2) * to_other)
    if tie.kind is TieKind.PRESSURE:
        _draw_teeth(parent, line, tie.strength, pen)
    else:
        stroke(parent, line, TEAL, width, dash)


def _draw_teeth(parent: Element, line: Sequence[Point], strength: Strength, pen: float) -> None:
    teeth = zigzag(line, 3.8 * pen, 9 * pen)
    dash = "4 3" if strength in _DASH else None
    stroke(parent, teeth, TERRACOTTA, _TOOTH_WIDTH[strength] * (1 + pen) / 2, dash)


def draw_between(parent: Element, state: BetweenState, points: Sequence[Point]) -> None:
    """The line between two others."""
    if state is BetweenState.WORKS_TOGETHER:
        stroke(parent, points, SOFT_INK, 4.6)
        stroke(parent, points, WHITE, 2.0)
    elif state is BetweenState.CONTRADICTORY:
        stroke(parent, zigzag(points, 2.6, 8.0), SOFT_INK, 1.3)
    else:
        dash = {BetweenState.SILENT: "1.5 5", BetweenState.INFORMATION_LOST: "9 6"}.get(state)
        stroke(parent, points, SOFT_INK, 1.7, dash)


def draw_between_mark(parent: Element, state: BetweenState, mark: Point, size: float) -> None:
    """The sign of its state, on the line."""
    x, y = mark
    add(parent, "circle", cx=x, cy=y, r=size, fill=WHITE, stroke=SOFT_INK, stroke_width=1.4)
    half = size * 0.5
    if state is BetweenState.SILENT:
        for shift in (-half, 0.0, half):
            add(parent, "circle", cx=x + shift, cy=y, r=size * 0.14, fill=INK)
        return
    for piece in _glyph(state, x, y, half):
        stroke(parent, piece, INK, 1.7)
    if state is BetweenState.INFORMATION_LOST:
        add(parent, "circle", cx=x, cy=y + half * 1.15, r=size * 0.13, fill=INK)


def _glyph(state: BetweenState, x: float, y: float, half: float) -> list[list[Point]]:
    """A nod, an equals sign, a struck-through equals sign, a question mark."""
    if state is BetweenState.IN_TOUCH:
        return [[(x - half, y), (x - half * 0.25, y + half * 0.7), (x + half, y - half * 0.75)]]
    third = half * 0.42
    equals = [[(x - half, y - third), (x + half, y - third)], [(x - half, y + third), (x + half, y + third)]]
    if state is BetweenState.WORKS_TOGETHER:
        return equals
    if state is BetweenState.CONTRADICTORY:
        return [*equals, [(x - half * 0.6, y + half), (x + half * 0.6, y - half)]]
    hook = [
        (-0.7, -0.55),
        (-0.5, -1.0),
        (0.0, -1.2),
        (0.55, -1.0),
        (0.65, -0.5),
        (0.35, -0.05),
        (0.0, 0.2),
        (0.0, 0.6),
    ]
    return [[(x + across * half, y + down * half) for across, down in hook]]


def draw_thread(parent: Element, start: Point, end: Point, colour: str) -> None:
    """From a factor to the person, place or rule it belongs to."""
    stroke(parent, (start, end), colour, 1.5, "1.5 4")
