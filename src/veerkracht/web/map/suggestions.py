"""Who and what can stand on the map, from the method: a name to begin with, its ring and its side."""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.method import library
from veerkracht.method.items import Item

from .domain import FactorGroup, NodeKind, Ring

# On which side of the map each actor of the method stands. P1 is she herself; P14 to P17 are contacts between others.
_SIDE = {
    FactorGroup.HOME: ("P2", "P3"),
    FactorGroup.FAMILY: ("P4", "P34"),
    FactorGroup.FRIENDS: ("P5", "P21", "P35"),
    FactorGroup.NEIGHBOURS: ("P6", "P39"),
    FactorGroup.WORK: ("P12", "P13", "P24"),
    FactorGroup.SCHOOL: ("P10", "P11", "P20", "P25"),
    FactorGroup.HELP: ("P8", "P9", "P18", "P19", "P27"),
    FactorGroup.MUNICIPALITY: ("P7", "P23", "P26", "P28", "P36", "P37", "P38"),
}


@dataclass(frozen=True)
class Suggestion:
    id: str
    name: str
    text: str
    ring: Ring
    kind: NodeKind
    group: FactorGroup


def suggestions(ring: Ring | None = None) -> list[Suggestion]:
    """Everybody and everything that can be put on the map, on this ring or on all."""
    actors = library.actors(ring.value if ring else None)
    return [_suggestion(item) for item in actors if item.node in list(NodeKind) and item.ring != "individu"]


def suggestion(seed: str) -> Suggestion | None:
    return next((one for one in suggestions() if one.id == seed), None)


def _suggestion(actor: Item) -> Suggestion:
    name = actor.label.removeprefix("Je ")
    group = next((group for group, ids in _SIDE.items() if actor.id in ids), FactorGroup.OTHER)
    assert actor.ring and actor.node, "only what stands on a ring is suggested"
    return Suggestion(
        actor.id, name[0].upper() + name[1:], actor.text, Ring(actor.ring), NodeKind(actor.node), group
    )
