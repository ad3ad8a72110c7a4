"""Where a node goes when it is pushed: a step closer or further, round the middle, or to a point on the sheet."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from .domain import Closeness, MapNode, Ring, SystemMap
from .drawing import MapSheet
from .drawing.spots import place_nodes, place_of
from .drawing.style import frame_for, ring_and_angle

_STOPS = (
    (Ring.MICRO, Closeness.CLOSE),
    (Ring.MICRO, Closeness.NORMAL),
    (Ring.MICRO, Closeness.FAR),
    (Ring.MESO, Closeness.NORMAL),
    (Ring.EXO, Closeness.NORMAL),
    (Ring.MACRO, Closeness.NORMAL),
)
_TURN = 12.0
_ARROWS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
STEPS = ("closer", "further", "turn_left", "turn_right", *_ARROWS)


@dataclass(frozen=True)
class DragPlace:
    """What decides where a node stands. No angle: on the side of its group."""

    ring: Ring
    closeness: Closeness
    angle: float | None


def stepped(system_map: SystemMap, node_id: str, step: str, sheet: MapSheet) -> DragPlace:
    """One step from where the node stands on this sheet. At the edge it stays."""
    node = system_map.node(node_id)
    angle = _spot_angle(system_map, node, sheet)
    if step in _ARROWS:
        step = _meant(step, angle)
    if step in ("closer", "further"):
        ring, closeness = _next_stop(node.ring, node.closeness, outward=step == "further")
        return DragPlace(ring, closeness, node.angle)
    return DragPlace(
        node.ring, node.closeness, _turned(system_map, node, sheet, 1 if step == "turn_right" else -1)
    )


def dropped(x: float, y: float, sheet: MapSheet) -> DragPlace:
    """The place under a point of the sheet; near by, the distance is hers to choose as well."""
    ring, angle = ring_and_angle(x, y, sheet)
    if ring is not Ring.MICRO:
        return DragPlace(ring, Closeness.NORMAL, angle)
    frame = frame_for(sheet)
    across, down = (x - frame.centre[0]) / frame.reach[0], (y - frame.centre[1]) / frame.reach[1]
    away = math.hypot(across, down)
    nearest = min(Closeness, key=lambda closeness: abs(frame.rho(ring, closeness) - away))
    return DragPlace(ring, nearest, angle)


def _spot_angle(system_map: SystemMap, node: MapNode, sheet: MapSheet) -> float:
    """Where the node is drawn: near where it was put, but not on another and not over the name of a ring."""
    nodes = [node if one.id == node.id else one for one in system_map.nodes]
    return place_nodes(nodes, frame_for(sheet))[place_of(node)].angle


def _turned(system_map: SystemMap, node: MapNode, sheet: MapSheet, quarter_turns: int) -> float:
    """One step round the middle; a longer one where the drawing would push it back."""
    start = _spot_angle(system_map, node, sheet)
    steps = [round((start + quarter_turns * count * _TURN) % 360, 1) for count in range(1, 8)]
    for angle in steps:
        drawn = _spot_angle(system_map, replace(node, angle=angle), sheet)
        if 0 < (drawn - start) * quarter_turns % 360 < 180:
            return angle
    return steps[0]


def _next_stop(ring: Ring, closeness: Closeness, outward: bool) -> tuple[Ring, Closeness]:
    here = _STOPS.index((ring, closeness if ring is Ring.MICRO else Closeness.NORMAL))
    return _STOPS[max(0, min(len(_STOPS) - 1, here + (1 if outward else -1)))]


def _meant(arrow: str, angle: float) -> str:
    """The step that goes most in the direction of the arrow, from this side of the map."""
    across, down = _ARROWS[arrow]
    turn = math.radians(angle)
    outward = across * math.sin(turn) - down * math.cos(turn)
    round_it = across * math.cos(turn) + down * math.sin(turn)
    if abs(outward) >= abs(round_it):
        return "further" if outward > 0 else "closer"
    return "turn_right" if round_it > 0 else "turn_left"
