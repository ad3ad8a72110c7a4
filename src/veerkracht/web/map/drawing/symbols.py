"""The signs on the map: a shape and a small picture for each kind, so that none needs its colour."""

import math
from xml.etree.ElementTree import Element

from veerkracht.web.map.domain.kinds import Effect, NodeKind
from veerkracht.web.map.domain.records import MapNode
from veerkracht.web.map.drawing.boxes import Point
from veerkracht.web.map.drawing.strokes import path
from veerkracht.web.map.drawing.style import INK, TEAL, TERRACOTTA, WHITE
from veerkracht.web.map.drawing.svg import Value, add, write

SIGN = {Effect.HINDERS: "–", Effect.HELPS: "+", Effect.BOTH: "±"}


def draw_node(parent: Element, node: MapNode, at: Point, size: float, number: str = "") -> None:
    """The shape of its kind, with a picture or a number in it."""
    fill, line = (WHITE, TEAL) if node.is_wish else (TEAL, WHITE)
    _draw_shape(parent, node, at, size, fill)
    if number:
        write(parent, number, (at[0], at[1] + size * 0.34), size * 0.95, weight=700, fill=line)
    elif node.is_wish:
        for piece in _plus(at, size * 0.42):
            add(parent, "path", d=path(piece), stroke=TEAL, stroke_width=2.2, stroke_linecap="round")
    else:
        _draw_picture(parent, node.kind, at, size / 17, line)
    if node.role_model:
        _draw_star(parent, star_at(at, size), size * 0.52)
    if node.do_not_contact:
        _draw_no_entry(parent, (at[0] + size * 0.8, at[1] + size * 0.72), size * 0.42)


def star_at(at: Point, size: float) -> Point:
    """Where the star of a role model stands: at the upper right of its sign."""
    return at[0] + size * 0.78, at[1] - size * 0.78


def draw_change(parent: Element, at: Point, size: float) -> None:
    """A ring round what is new or changed since the map before."""
    add(
        parent,
        "circle",
        cx=at[0],
        cy=at[1],
        r=size + 5.5,
        fill="none",
        stroke=TERRACOTTA,
        stroke_width=2,
        stroke_dasharray="2 3",
    )


def draw_dot(parent: Element, at: Point, size: float) -> None:
    """A node outside the ring that is looked at."""
    add(parent, "circle", cx=at[0], cy=at[1], r=size, fill=TEAL, fill_opacity="0.35")


def draw_factor(parent: Element, effect: Effect, at: Point, size: float, letter: str = "") -> None:
    """A diamond with minus, plus or both; open when something opens."""
    x, y = at
    colour = TEAL if effect is Effect.HELPS else TERRACOTTA
    reach = size * (1.12 if letter else 0.92)
    corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    filled = effect is Effect.HINDERS
    add(
        parent,
        "path",
        d=path(corners) + " Z",
        fill=colour if filled else WHITE,
        stroke=colour,
        stroke_width=2,
        stroke_linejoin="round",
        stroke_dasharray="4 2.5" if effect is Effect.BOTH else None,
    )
    text = f"{SIGN[effect]}{letter}"
    at_line = (x, y + size * (0.3 if letter else 0.36))
    write(parent, text, at_line, size * (0.86 if letter else 1.1), weight=700, fill=WHITE if filled else INK)


def _draw_shape(parent: Element, node: MapNode, at: Point, size: float, fill: str) -> None:
    (x, y), edge = at, TEAL if node.is_wish else WHITE
    dash = "4 3" if node.is_wish else None
    style: dict[str, Value] = {"fill": fill, "stroke": edge, "stroke_width": 2.2, "stroke_dasharray": dash}
    if node.kind is NodeKind.PERSON:
        add(parent, "circle", cx=x, cy=y, r=size, **style)
    elif node.kind is NodeKind.ORGANISATION:
        half = size * 0.92
        add(parent, "rect", x=x - half, y=y - half, width=2 * half, height=2 * half, rx=size * 0.3, **style)
    elif node.kind is NodeKind.RULE:
        wide, high, fold = size * 0.8, size, size * 0.5
        page = [(-wide, -high), (wide - fold, -high), (wide, -high + fold), (wide, high), (-wide, high)]
        add(
            parent, "path", d=path([(x + a, y + b) for a, b in page]) + " Z", stroke_linejoin="round", **style
        )
    else:
        corners = [(math.cos(turn * math.pi / 3), math.sin(turn * math.pi / 3)) for turn in range(6)]
        points = [(x + a * size * 1.08, y + b * size * 1.08) for a, b in corners]
        add(parent, "path", d=path(points) + " Z", stroke_linejoin="round", **style)


def _draw_picture(parent: Element, kind: NodeKind, at: Point, unit: float, line: str) -> None:
    x, y = at
    if kind is NodeKind.PERSON:
        add(parent, "circle", cx=x, cy=y - 4.6 * unit, r=4.1 * unit, fill=line)
        shoulders = (
            f"M{x - 8 * unit:.1f} {y + 9 * unit:.1f} a{8 * unit:.1f} {8 * unit:.1f} 0 0 1 {16 * unit:.1f} 0 Z"
        )
        add(parent, "path", d=shoulders, fill=line)
    elif kind is NodeKind.ORGANISATION:
        roof = [(x - 8.5 * unit, y - 2 * unit), (x, y - 9 * unit), (x + 8.5 * unit, y - 2 * unit)]
        add(parent, "path", d=path(roof) + " Z", fill=line)
        for shift in (-6.2, -1.2, 3.8):
            add(parent, "rect", x=x + shift * unit, y=y, width=2.4 * unit, height=6 * unit, fill=line)
        add(parent, "rect", x=x - 8 * unit, y=y + 7 * unit, width=16 * unit, height=2 * unit, fill=line)
    elif kind is NodeKind.RULE:
        write(parent, "§", (x, y + 6.4 * unit), 19 * unit, weight=700, fill=line)
    else:
        for down in (-4, 0.8, 5.6):
            start = f"M{x - 8 * unit:.1f} {y + down * unit:.1f}"
            wave = f"{start} q{4 * unit:.1f} {-5 * unit:.1f} {8 * unit:.1f} 0 t{8 * unit:.1f} 0"
            add(
                parent,
                "path",
                d=wave,
                fill="none",
                stroke=line,
                stroke_width=1.9 * unit,
                stroke_linecap="round",
            )


def _draw_star(parent: Element, at: Point, size: float) -> None:
    points = []
    for step in range(10):
        reach = size if step % 2 == 0 else size * 0.45
        turn = step * math.pi / 5
        points.append((at[0] + reach * math.sin(turn), at[1] - reach * math.cos(turn)))
    add(
        parent,
        "path",
        d=path(points) + " Z",
        fill=TERRACOTTA,
        stroke=WHITE,
        stroke_width=1.6,
        paint_order="stroke",
    )


def _draw_no_entry(parent: Element, at: Point, size: float) -> None:
    add(parent, "circle", cx=at[0], cy=at[1], r=size, fill=WHITE, stroke=INK, stroke_width=1.8)
    slant = size * 0.62
    ends = [(at[0] - slant, at[1] + slant), (at[0] + slant, at[1] - slant)]
    add(parent, "path", d=path(ends), stroke=INK, stroke_width=1.8)


def _plus(at: Point, reach: float) -> list[list[Point]]:
    x, y = at
    return [[(x - reach, y), (x + reach, y)], [(x, y - reach), (x, y + reach)]]
