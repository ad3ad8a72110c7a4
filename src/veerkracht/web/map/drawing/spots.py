"""Where everything stands: deterministic, and nobody moves when someone is added at the end."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from veerkracht.web.map.domain.kinds import Closeness, FactorGroup, Ring
from veerkracht.web.map.domain.records import MapFactor, MapNode
from veerkracht.web.map.drawing.boxes import Point, around, distance_to_piece, turn_between
from veerkracht.web.map.drawing.style import SheetFrame

# Each group has its own side, so that a child's teacher and the school stand in one direction.
SIDE = {
    FactorGroup.HOME: 318,
    FactorGroup.SCHOOL: 30,
    FactorGroup.MUNICIPALITY: 262,
    FactorGroup.FRIENDS: 108,
    FactorGroup.WORK: 144,
    FactorGroup.NEIGHBOURS: 192,
    FactorGroup.HELP: 226,
    FactorGroup.FAMILY: 72,
    FactorGroup.OTHER: 180,
}
_STEP = 6
# Above this unrest it pays to look further in and out as well.
_CROWDED = 6.0
_SHORTEST_LINE = 34.0
# A sign on the name of a ring moves aside; anywhere else it stays where she put it.
_NUDGES = (0, 6, -6, 12, -12, 18, -18, 26, -26, 34, -34, 42, -42)


@dataclass(frozen=True, slots=True)
class Spot:
    x: float
    y: float
    rho: float
    angle: float
    has_line: bool = True

    @property
    def point(self) -> Point:
        return self.x, self.y


Place = tuple[str, Ring, Closeness, float | None]


def place_of(node: MapNode) -> Place:
    """What decides where a node stands: the same in two maps means the same spot in both."""
    return node.id, node.ring, node.closeness, node.angle


def place_nodes(nodes: Iterable[MapNode], frame: SheetFrame) -> dict[Place, Spot]:
    """First those she placed herself, then the others in order, each in the calmest spot on its side."""
    spots: dict[Place, Spot] = {}
    for node in sorted(nodes, key=lambda node: node.angle is None):
        if place_of(node) in spots:
            continue
        rho = frame.rho(node.ring, node.closeness)
        if node.angle is None:
            wanted, angles = float(SIDE[node.group]), _free_angles()
        else:
            wanted, angles = node.angle, [node.angle + nudge for nudge in _NUDGES]
        pull = 0.45 if node.angle is None else 30.0
        spots[place_of(node)] = _calmest(
            _around_ring(frame, node.ring, rho, angles), wanted, pull, list(spots.values()), frame
        )
    return spots


def place_factors(
    factors: Sequence[MapFactor], spots: dict[str, Spot], others: Iterable[Spot], frame: SheetFrame
) -> dict[str, Spot]:
    """Each on its own ring, in the direction of what it belongs to."""
    everybody = list(others)
    placed: dict[str, Spot] = {}
    for factor in factors:
        tied = [spots[node_id] for node_id in factor.nodes]
        wanted = mean_angle([spot.angle for spot in tied]) if tied else 180.0
        rho, pull = frame.rho(factor.ring), 0.9 if tied else 0.05
        taken = [*everybody, *placed.values()]
        options = _around_ring(frame, factor.ring, rho, _free_angles(), has_line=False)
        placed[factor.id] = _calmest(options, wanted, pull, taken, frame, tied)
    return placed


def mean_angle(angles: Sequence[float]) -> float:
    across = sum(math.sin(math.radians(angle)) for angle in angles)
    up = sum(math.cos(math.radians(angle)) for angle in angles)
    return math.degrees(math.atan2(across, up)) % 360


def _free_angles() -> list[float]:
    return [float(angle) for angle in range(0, 360, _STEP)]


def _around_ring(
    frame: SheetFrame, ring: Ring, rho: float, angles: Iterable[float], has_line: bool = True
) -> tuple[list[Spot], Iterator[Spot]]:
    """Spots at these angles; and, for when it is crowded, a little further in and out in the same ring."""
    begin, end = frame.begin(ring), frame.ends[ring]
    low = begin + (frame.node + 4) / frame.reach[1]
    high = max(end - (frame.node + 3) / frame.reach[1], low)
    shift = (end - begin) * 0.14
    first, *others = dict.fromkeys(min(high, max(low, rho + way * shift)) for way in (0, 1, -1))
    angles = list(angles)

    def spot(share: float, angle: float) -> Spot:
        share = min(high, max(share, _clear_of_middle(angle, frame)))
        return Spot(*frame.at(share, angle), share, angle % 360, has_line)

    return [spot(first, angle) for angle in angles], (spot(one, angle) for one in others for angle in angles)


def _clear_of_middle(angle: float, frame: SheetFrame) -> float:
    """How far out a sign stands at least, so that its line can still be read on the narrow side."""
    turn = math.radians(angle)
    reach = math.hypot(frame.reach[0] * math.sin(turn), frame.reach[1] * math.cos(turn))
    return (frame.mother + frame.node + _SHORTEST_LINE) / reach


def _calmest(
    options: tuple[list[Spot], Iterator[Spot]],
    wanted: float,
    pull: float,
    taken: Sequence[Spot],
    frame: SheetFrame,
    tied: Sequence[Spot] = (),
) -> Spot:
    first, others = options
    home = min(spot.rho for spot in first)

    def unrest(spot: Spot, most: float) -> float:
        away = turn_between(wanted, spot.angle) / 45
        cost = pull * away * away + 12 * abs(spot.rho - home) + _over_ring_names(spot, frame)
        for other in taken:
            if cost >= most:  # it only grows from here: another spot is calmer
                return math.inf
            cost += _crowding(spot, other, frame)
        for end in tied if cost < most else ():
            cost += _over_others(spot, end, taken, frame)
        return cost

    best, least = first[0], math.inf
    for spot in first:
        if (cost := unrest(spot, least)) < least:
            best, least = spot, cost
    if least < _CROWDED:
        return best
    for spot in others:
        if (cost := unrest(spot, least)) < least:
            best, least = spot, cost
    return best


def _over_others(spot: Spot, end: Spot, taken: Sequence[Spot], frame: SheetFrame) -> float:
    """A thread is short and runs past others, not through them."""
    near = frame.node + 5
    length = 9 * math.dist(spot.point, end.point) / frame.reach[0]
    return length + sum(
        2.5
        for other in taken
        if other is not end and distance_to_piece(other.point, spot.point, end.point) < near
    )


def _crowding(spot: Spot, other: Spot, frame: SheetFrame) -> float:
    """Room for a name round each, no sign on another, lines spread over the circle."""
    turn = abs(turn_between(spot.angle, other.angle))
    across = abs(spot.x - other.x) / frame.room[0]
    down = abs(spot.y - other.y) / frame.room[1]
    near = across * across + down * down
    cost = 0.22 / (near + 0.05)
    if turn < 60:
        cost += 0.7 * (1 - turn / 60) + _in_the_way(spot, other, frame)
        cost += 1.8 * max(0.0, 1 - turn / 16) * (spot.has_line and other.has_line)
    if near > 4:
        return cost
    apart, least = math.dist(spot.point, other.point), 2 * frame.node + 5
    if apart < least:
        return cost + 200 * (2 - apart / least)
    if across < 1 and down < 1:
        return cost + 5 * (2 - max(across, down))
    return cost


def _in_the_way(spot: Spot, other: Spot, frame: SheetFrame) -> float:
    """A line to the middle should not run through somebody else."""
    inner, outer = (spot, other) if spot.rho < other.rho else (other, spot)
    if not outer.has_line:
        return 0.0
    away = distance_to_piece(inner.point, frame.centre, outer.point)
    return 6.0 * max(0.0, 1.5 - away / (frame.node + 6))


def _over_ring_names(spot: Spot, frame: SheetFrame) -> float:
    """The names of the rings stand at the top of each; neither a sign nor a line should cover them."""
    if 40 < spot.angle < 320:
        return 0.0
    own = around(spot.point, frame.node + 8)
    cost = 0.0
    for name in frame.name_boxes.values():
        cost += 40.0 * name.touches(own)
        cost += 2.5 * (spot.has_line and name.is_crossed_by(frame.centre, spot.point))
    return cost
