"""Under the map: who the numbers are, and the full words of what hinders or opens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import Ring
from veerkracht.web.map.domain.records import MapFactor, MapNode, SystemMap
from veerkracht.web.map.domain.text import shown
from veerkracht.web.map.domain.words import Translate
from veerkracht.web.map.drawing.layout import MapLayout, under_name
from veerkracht.web.map.drawing.lettering import wrapped
from veerkracht.web.map.drawing.style import SOFT_INK, TEAL, SheetFrame
from veerkracht.web.map.drawing.svg import write
from veerkracht.web.map.drawing.symbols import draw_factor, draw_node

_GAP = 12.0
_LINE = 1.28


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A heading, or a sign with its words."""

    heading: str
    lines: tuple[str, ...]
    under: tuple[str, ...]
    height: float
    node: MapNode | None = None
    factor: MapFactor | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A row with its place under the map."""

    row: KeyRow
    x: float
    top: float
    bottom: float


def key_rows(system_map: SystemMap, layout: MapLayout, translate: Translate) -> list[Placed]:
    """What the picture itself has no room for; empty when all words stand on the map."""
    frame = layout.frame
    placed = list(_in_columns(list(_node_rows(system_map, layout, translate)), frame))
    below = max((one.bottom for one in placed), default=0.0)
    return [*placed, *_side_by_side(list(_factor_rows(system_map, layout, translate)), below, frame)]


def key_height(rows: list[Placed]) -> float:
    """How much the sheet grows."""
    return max((one.bottom for one in rows), default=-_GAP) + _GAP


def draw_key(parent: Element, rows: list[Placed], layout: MapLayout) -> None:
    frame = layout.frame
    for placed in rows:
        row, x, y = placed.row, placed.x, frame.height + placed.top
        if row.heading:
            write(
                parent, row.heading, (x, y + row.height - 8), frame.type_size, side=1, weight=700, fill=TEAL
            )
            continue
        _draw_sign(parent, row, (x + frame.node, y + row.height / 2), layout)
        x += _indent(frame)
        y += (row.height - (len(row.lines) + len(row.under)) * frame.type_size * _LINE) / 2
        for line in row.lines:
            y += frame.type_size * _LINE
            weight = 600 if row.node else 400
            write(parent, line, (x, y - frame.type_size * 0.34), frame.type_size, side=1, weight=weight)
        for line in row.under:
            y += frame.type_size * _LINE
            write(parent, line, (x, y - frame.type_size * 0.4), frame.small_size, side=1, fill=SOFT_INK)


def _draw_sign(parent: Element, row: KeyRow, at: tuple[float, float], layout: MapLayout) -> None:
    if row.node:
        draw_node(parent, row.node, at, layout.frame.node, layout.numbers[row.node.id])
    elif row.factor:
        draw_factor(parent, row.factor.effect, at, layout.frame.node, layout.letters[row.factor.id])


def _node_rows(system_map: SystemMap, layout: MapLayout, translate: Translate) -> Iterator[KeyRow]:
    for ring in Ring:
        nodes = [node for node in system_map.nodes if node.ring is ring and node.id in layout.numbers]
        if nodes:
            yield _heading(translate(words.RING[ring]), layout.frame)
        for node in nodes:
            under = under_name(system_map, node.id, "words", translate)
            yield _row(shown(node.name), under, layout.frame, node=node)


def _factor_rows(system_map: SystemMap, layout: MapLayout, translate: Translate) -> Iterator[KeyRow]:
    factors = [factor for factor in system_map.factors if factor.id in layout.letters]
    if factors:
        yield _heading(translate(words.FACTORS_BELOW), layout.frame)
    for factor in factors:
        yield _row(shown(factor.text), (), layout.frame, factor=factor)


def _heading(text: str, frame: SheetFrame) -> KeyRow:
    return KeyRow(text, (), (), frame.type_size + 22)


def _row(
    text: str,
    under: tuple[str, ...],
    frame: SheetFrame,
    node: MapNode | None = None,
    factor: MapFactor | None = None,
) -> KeyRow:
    room = _column(frame) - _indent(frame) - 6
    lines = wrapped(text, room, frame.type_size, 3 if node else 60, bold=bool(node))
    small = tuple(line for part in under for line in wrapped(part, room, frame.small_size, 60))
    height = max(2 * frame.node + 8, (len(lines) + len(small)) * frame.type_size * _LINE + 8)
    return KeyRow("", lines, small, height, node, factor)


def _indent(frame: SheetFrame) -> float:
    return 2 * frame.node + 12


def _column(frame: SheetFrame) -> float:
    return (frame.width - 2 * _GAP) / frame.columns


def _in_columns(rows: list[KeyRow], frame: SheetFrame) -> Iterator[Placed]:
    """Down one column and on in the next; a heading stays with what follows it."""
    target = sum(row.height for row in rows) / frame.columns
    column, top, after_heading = 0, 0.0, False
    for row in rows:
        ahead = top + row.height * (1.0 if row.heading else 0.5)
        if ahead > target and top > 0 and column < frame.columns - 1 and not after_heading:
            column, top = column + 1, 0.0
        yield Placed(row, _GAP + column * _column(frame), top, top + row.height)
        top, after_heading = top + row.height, bool(row.heading)


def _side_by_side(rows: list[KeyRow], top: float, frame: SheetFrame) -> Iterator[Placed]:
    """A heading over the whole width, and the rest in lines from left to right."""
    for row in rows[:1]:
        yield Placed(row, _GAP, top, top + row.height)
        top += row.height
    for start in range(1, len(rows), frame.columns):
        line = rows[start : start + frame.columns]
        height = max(row.height for row in line)
        for column, row in enumerate(line):
            level = replace(row, height=height)
            yield Placed(level, _GAP + column * _column(frame), top, top + height)
        top += height
