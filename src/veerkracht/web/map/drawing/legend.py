"""How to read the map, as a picture of its own, so that it can stand beside, under or on paper."""

from xml.etree.ElementTree import Element

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import BetweenState, Direction, Effect, NodeKind, Ring, Strength, TieKind
from veerkracht.web.map.domain.records import MapNode, Tie
from veerkracht.web.map.domain.words import Translate, identity
from veerkracht.web.map.drawing.boxes import Point
from veerkracht.web.map.drawing.lines import draw_between, draw_between_mark, draw_tie
from veerkracht.web.map.drawing.style import TEAL, MapSheet, SheetFrame, frame_for
from veerkracht.web.map.drawing.svg import as_text, new_svg, put, say, write
from veerkracht.web.map.drawing.symbols import draw_change, draw_factor, draw_node

_ROW = 38.0
_SIGN = 74.0
_Sample = MapNode | Tie | BetweenState | Effect

_PEOPLE: tuple[tuple[str, _Sample], ...] = (
    ("person", MapNode("1", "x", Ring.MICRO)),
    ("organisation", MapNode("2", "x", Ring.MICRO, NodeKind.ORGANISATION)),
    ("rule", MapNode("3", "x", Ring.MICRO, NodeKind.RULE)),
    ("circumstance", MapNode("4", "x", Ring.MICRO, NodeKind.CIRCUMSTANCE)),
    ("wish", MapNode("5", "x", Ring.MICRO, is_wish=True)),
    ("role_model", MapNode("6", "x", Ring.MICRO, role_model=True)),
    ("do_not_contact", MapNode("7", "x", Ring.MICRO, do_not_contact=True)),
)
# Only beside another map is anything new or changed.
_CHANGED = MapNode("changed", "x", Ring.MICRO)
_TIES: tuple[tuple[str, _Sample], ...] = (
    ("strong", Tie("1", TieKind.SUPPORT, Strength.STRONG)),
    ("moderate", Tie("1", TieKind.SUPPORT)),
    ("weak", Tie("1", TieKind.SUPPORT, Strength.WEAK)),
    ("pressure", Tie("1", TieKind.PRESSURE)),
    ("both", Tie("1", TieKind.BOTH)),
    ("broken", Tie("1", TieKind.BROKEN)),
    ("possible", Tie("1", TieKind.POSSIBLE)),
    ("arrow", Tie("1", TieKind.SUPPORT, direction=Direction.BOTH)),
)


def draw_legend(
    sheet: MapSheet = MapSheet.WIDE, translate: Translate = identity, id_prefix: str = "legend"
) -> str:
    """All signs and lines with their words."""
    frame = frame_for(sheet)
    blocks = _blocks()
    columns = 4 if sheet is MapSheet.WIDE else 1
    heights = [(len(rows) + 1.5) * _ROW for _, rows in blocks]
    root = new_svg(frame.width, (max(heights) if columns > 1 else sum(heights)) + 36)
    put(root, role="img", aria_labelledby=f"{id_prefix}-title", class_="system-map-legend")
    say(root, "title", translate(words.LEGEND_TITLE), id=f"{id_prefix}-title")
    write(root, translate(words.LEGEND_TITLE), (12, 24), frame.type_size * 1.2, side=1, weight=700, fill=TEAL)
    for count, (heading, rows) in enumerate(blocks):
        x = 12 + count * (frame.width - 12) / columns if columns > 1 else 12.0
        top = 36.0 if columns > 1 else 36 + sum(heights[:count])
        write(root, translate(words.LEGEND[heading]), (x, top + 24), frame.type_size, side=1, weight=600)
        for line, (text, sample) in enumerate(rows):
            middle = top + (line + 1.4) * _ROW
            _draw_sample(root, sample, (x, middle), frame)
            at = (x + _SIGN, middle + frame.small_size * 0.35)
            write(root, translate(text), at, frame.small_size, side=1)
    return as_text(root)


def _blocks() -> list[tuple[str, list[tuple[str, _Sample]]]]:
    return [
        ("who", [(words.LEGEND[name], sample) for name, sample in (*_PEOPLE, ("changed", _CHANGED))]),
        ("lines", [(words.LEGEND[name], sample) for name, sample in _TIES]),
        ("between", [(words.BETWEEN[state], state) for state in BetweenState]),
        ("factors", [(words.EFFECT[effect], effect) for effect in Effect]),
    ]


def _draw_sample(root: Element, sample: _Sample, at: Point, frame: SheetFrame) -> None:
    x, y = at
    start, end, middle = (x + 2, y), (x + _SIGN - 14, y), (x + _SIGN / 2 - 6, y)
    if isinstance(sample, MapNode):
        middle, size = (x + _SIGN / 2 - 6, y), min(frame.node, 15)
        if sample is _CHANGED:
            draw_change(root, middle, size - 2)
        draw_node(root, sample, middle, size - 2 * (sample is _CHANGED))
    elif isinstance(sample, Tie):
        draw_tie(root, sample, start, end, frame.pen)
    elif isinstance(sample, BetweenState):
        draw_between(root, sample, (start, end))
        draw_between_mark(root, sample, middle, frame.mark)
    else:
        draw_factor(root, sample, middle, frame.node * 0.86)
