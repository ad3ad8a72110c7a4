"""Everything that is decided before a line is drawn: spots, arcs, names or numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import Ring
from veerkracht.web.map.domain.records import MapFactor, MapNode, SystemMap
from veerkracht.web.map.domain.text import shown
from veerkracht.web.map.domain.words import Translate, identity
from veerkracht.web.map.drawing.arcs import Arc, place_arcs
from veerkracht.web.map.drawing.boxes import Box, Point, around, pieces
from veerkracht.web.map.drawing.labels import Label, Obstacles, Text, place_labels
from veerkracht.web.map.drawing.spots import Spot, place_factors, place_nodes, place_of
from veerkracht.web.map.drawing.style import MapSheet, SheetFrame, frame_for
from veerkracht.web.map.drawing.symbols import star_at

_EDGE = 3.0
_LONGEST_FACTOR_ON_THE_MAP = 64
# A phone has room for a few names; with more, numbers and a key read easier.
_MOST_NAMES = {MapSheet.WIDE: 36, MapSheet.NARROW: 6}


@dataclass(frozen=True, slots=True)
class MapLayout:
    """A drawing that only has to be written down. Without a label a node has its number in the key."""

    frame: SheetFrame
    spots: dict[str, Spot]
    factor_spots: dict[str, Spot]
    arcs: dict[str, Arc]
    labels: dict[str, Label]
    numbers: dict[str, str]
    letters: dict[str, str]
    in_focus: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Step:
    """One rung of the ladder from all words on the map to numbers with a key."""

    names: bool
    under: str
    factors: bool


_LADDER = {
    MapSheet.WIDE: (
        _Step(True, "words", True),
        _Step(True, "words", False),
        _Step(True, "codes", True),
        _Step(True, "codes", False),
        _Step(False, "", True),
        _Step(False, "", False),
    ),
    MapSheet.NARROW: (_Step(True, "codes", False), _Step(False, "", False)),
}


def lay_out(
    system_map: SystemMap,
    sheet: MapSheet = MapSheet.WIDE,
    focus: Ring | None = None,
    among: Sequence[MapNode] = (),
    translate: Translate = identity,
) -> MapLayout:
    """`among`: the nodes of all maps shown beside each other, so that each keeps one place in all of them."""
    frame = frame_for(sheet, focus)
    everybody = place_nodes(among or system_map.nodes, frame)
    spots = {node.id: everybody[place_of(node)] for node in system_map.nodes}
    factor_spots = place_factors(system_map.factors, spots, everybody.values(), frame)
    arcs = place_arcs(system_map.betweens, spots, list(factor_spots.values()), frame)
    in_focus = _in_focus(system_map, focus)
    solid = _solid(system_map, frame, spots, factor_spots, arcs, in_focus)
    lines = _lines(system_map, spots, factor_spots, arcs, frame)
    sheet_box = Box(_EDGE, _EDGE, frame.width - _EDGE, frame.height - _EDGE)
    obstacles = Obstacles(sheet_box, tuple(solid), tuple(lines))
    points = {key: spot.point for key, spot in _keyed(spots, factor_spots)}
    for step in (step for step in _LADDER[sheet] if _suits(step, system_map, sheet, in_focus)):
        texts = dict(_texts(system_map, step, in_focus, translate))
        labels = place_labels(texts, points, frame, obstacles)
        if labels is not None:
            break
    return MapLayout(
        frame,
        spots,
        factor_spots,
        arcs,
        labels or {},
        {} if step.names else _numbers(among or system_map.nodes, spots, in_focus),
        {} if step.factors else _letters(system_map.factors, in_focus),
        in_focus,
    )


def node_key(node_id: str) -> str:
    """Nodes and factors have ids of their own; on the sheet they stand together."""
    return f"node {node_id}"


def factor_key(factor_id: str) -> str:
    return f"factor {factor_id}"


def under_name(system_map: SystemMap, node_id: str, manner: str, translate: Translate) -> tuple[str, ...]:
    """What stands under a name: her words about the tie, and what it is about."""
    tie = system_map.tie(node_id)
    if tie is None or not manner:
        return ()
    if manner == "codes":
        return (" · ".join(tie.support),) if tie.support else ()
    supports = ", ".join(translate(words.SUPPORT_SHORT[code]) for code in tie.support)
    note = f"“{shown(tie.note)}”" if shown(tie.note) else ""
    return tuple(part for part in (note, supports) if part)


def _texts(
    system_map: SystemMap, step: _Step, in_focus: frozenset[str], translate: Translate
) -> Iterator[tuple[str, Text]]:
    for node in system_map.nodes:
        if step.names and node_key(node.id) in in_focus:
            under = under_name(system_map, node.id, step.under, translate)
            yield node_key(node.id), Text(shown(node.name), under)
    for factor in system_map.factors:
        if step.factors and factor_key(factor.id) in in_focus:
            yield factor_key(factor.id), Text(shown(factor.text), is_factor=True)


def _keyed(spots: dict[str, Spot], factor_spots: dict[str, Spot]) -> Iterator[tuple[str, Spot]]:
    yield from ((node_key(item), spot) for item, spot in spots.items())
    yield from ((factor_key(item), spot) for item, spot in factor_spots.items())


def _suits(step: _Step, system_map: SystemMap, sheet: MapSheet, in_focus: frozenset[str]) -> bool:
    """A long sentence goes to the key in full rather than on the map in part, as do too many names."""
    if step.factors and any(len(shown(f.text)) > _LONGEST_FACTOR_ON_THE_MAP for f in system_map.factors):
        return False
    named = [node for node in system_map.nodes if node_key(node.id) in in_focus]
    return not step.names or len(named) <= _MOST_NAMES[sheet]


def _in_focus(system_map: SystemMap, focus: Ring | None) -> frozenset[str]:
    """All, or what stands in the chosen ring and what is tied to it there."""
    keys = {node_key(node.id) for node in system_map.nodes if focus in (None, node.ring)}
    for factor in system_map.factors:
        if focus in (None, factor.ring):
            keys |= {factor_key(factor.id), *(node_key(node_id) for node_id in factor.nodes)}
    if focus is Ring.MESO:
        for between in system_map.betweens:
            keys |= {node_key(between.first), node_key(between.second)}
    return frozenset(keys)


def _solid(
    system_map: SystemMap,
    frame: SheetFrame,
    spots: dict[str, Spot],
    factor_spots: dict[str, Spot],
    arcs: dict[str, Arc],
    in_focus: frozenset[str],
) -> Iterator[Box]:
    yield around(frame.centre, frame.mother + 2)
    for key, spot in _keyed(spots, factor_spots):
        yield around(spot.point, frame.node + 2 if key in in_focus else frame.node / 2)
    for node in system_map.nodes:
        if node.role_model and node_key(node.id) in in_focus:
            yield around(star_at(spots[node.id].point, frame.node), frame.node * 0.5)
    for arc in arcs.values():
        yield around(arc.mark, frame.mark + 1)
    yield from frame.name_boxes.values()


def _lines(
    system_map: SystemMap,
    spots: dict[str, Spot],
    factor_spots: dict[str, Spot],
    arcs: dict[str, Arc],
    frame: SheetFrame,
) -> Iterator[tuple[Point, Point]]:
    for tie in system_map.ties:
        yield frame.centre, spots[tie.node].point
    for arc in arcs.values():
        yield from pieces([*arc.points[::5]])
    for factor in system_map.factors:
        for node_id in factor.nodes:
            yield factor_spots[factor.id].point, spots[node_id].point


def _numbers(nodes: Sequence[MapNode], spots: dict[str, Spot], in_focus: frozenset[str]) -> dict[str, str]:
    counted = dict.fromkeys(n.id for n in sorted(nodes, key=lambda node: list(Ring).index(node.ring)))
    numbers = {node_id: str(count) for count, node_id in enumerate(counted, start=1)}
    return {item: number for item, number in numbers.items() if item in spots and node_key(item) in in_focus}


def _letters(factors: Sequence[MapFactor], in_focus: frozenset[str]) -> dict[str, str]:
    in_sight = [factor.id for factor in factors if factor_key(factor.id) in in_focus]
    return {item: letter_for(count) for count, item in enumerate(in_sight)}


def letter_for(count: int) -> str:
    """a … z, aa, ab …"""
    head = letter_for(count // 26 - 1) if count >= 26 else ""
    return head + chr(ord("a") + count % 26)
