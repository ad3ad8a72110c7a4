"""One ring of the method as a guide: who is in it, what can hinder or open, what to ask, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.method import library
from veerkracht.method.items import Item, Ring


@dataclass(frozen=True)
class RingGuide:
    ring: Ring
    name: str
    actors: tuple[Item, ...]
    factors: tuple[Item, ...]
    ask_first: tuple[Item, ...]
    questions: tuple[Item, ...]
    do_first: tuple[Item, ...]
    actions: tuple[Item, ...]


def ring_guide(ring_id: str) -> RingGuide:
    ring = next(one for one in library.rings() if one.id == ring_id)
    first = tuple(library.item(seed) for seed in ring.ask_first)
    begin = tuple(library.item(seed) for seed in ring.do_first)
    return RingGuide(
        ring,
        ring.name,
        library.actors(ring.id),
        library.factors(ring.id),
        first,
        tuple(item for item in library.questions(ring.id) if item not in first),
        begin,
        tuple(item for item in library.actions(ring.id) if item not in begin),
    )


def all_guides() -> list[RingGuide]:
    return [ring_guide(ring.id) for ring in library.rings()]
