"""Who and what can stand on the map, from the method: a name to begin with, its ring and its side."""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.method import library

from .domain import Group, NodeKind, Ring

# On which side of the map each actor of the method stands. P1 is she herself; P14 to P17 are contacts between others.
_SIDE = {
    Group.HOME: ("P2", "P3"),
    Group.FAMILY: ("P4", "P34"),
    Group.FRIENDS: ("P5", "P21", "P35"),
    Group.NEIGHBOURS: ("P6", "P39"),
    Group.WORK: ("P12", "P13", "P24"),
    Group.SCHOOL: ("P10", "P11", "P20", "P25"),
    Group.HELP: ("P8", "P9", "P18", "P19", "P27"),
    Group.MUNICIPALITY: ("P7", "P23", "P26", "P28", "P36", "P37", "P38"),
}


@dataclass(frozen=True)
class Suggestion:
    id: str
    name: str
    text: str
    ring: Ring
    kind: NodeKind
    group: Group


def suggestions(ring: Ring | None = None) -> list[Suggestion]:
    """Everybody and everything that can be put on the map, on this ring or on all."""
    actors = library.actors(ring.value if ring else None)
    return [_suggestion(item) for item in actors if item.node in list(NodeKind) and item.ring != "individu"]


def suggestion(seed: str) -> Suggestion | None:
    return next((one for one in suggestions() if one.id == seed), None)


def _suggestion(item: library.Item) -> Suggestion:
    name = item.label.removeprefix("Je ")
    group = next((group for group, ids in _SIDE.items() if item.id in ids), Group.OTHER)
    return Suggestion(
        item.id, name[0].upper() + name[1:], item.text, Ring(item.ring), NodeKind(item.node), group
    )
