"""One ring of the method as a guide: who is in it, what can hinder or open, what to ask, what to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from veerkracht.method import library
from veerkracht.method.items import Item, MethodRing

from .domain import words


@dataclass(frozen=True)
class RingGuide:
    ring: MethodRing
    name: str
    actors: tuple[Item, ...]
    factors: tuple[Item, ...]
    ask_first: tuple[Item, ...]
    questions: tuple[Item, ...]
    do_first: tuple[Item, ...]
    actions: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        asked, done = (*self.ask_first, *self.questions), (*self.do_first, *self.actions)
        return (*self.actors, *self.factors, *asked, *done)


def ring_guide(ring_id: str) -> RingGuide:
    ring = next(one for one in library.rings() if one.id == ring_id)
    first = tuple(library.item(seed) for seed in ring.ask_first)
    begin = tuple(library.item(seed) for seed in ring.do_first)
    return RingGuide(
        ring,
        words.RING.get(ring.id, ring.name),
        library.actors(ring.id),
        library.factors(ring.id),
        first,
        tuple(item for item in library.questions(ring.id) if item not in first),
        begin,
        tuple(item for item in library.actions(ring.id) if item not in begin),
    )


def all_guides() -> list[RingGuide]:
    return [ring_guide(ring.id) for ring in library.rings()]


def for_her(guide: RingGuide) -> RingGuide:
    """The same ring as she reads it: only what speaks to her, and what to do is not her homework."""

    def hers(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(item for item in items if item.to != "klantmanager")

    return replace(
        guide, ask_first=hers(guide.ask_first), questions=hers(guide.questions), do_first=(), actions=()
    )


@cache
def shown_ids() -> frozenset[str]:
    """Every item of the method that can be read in one of the guides."""
    return frozenset(item.id for guide in all_guides() for item in guide.items)


@dataclass(frozen=True)
class Circle:
    """One ring of the picture above the guide, all touching at the foot so that each name has room at its top."""

    guide: RingGuide
    middle: int
    radius: int
    name_at: int


def circles(guides: list[RingGuide]) -> list[Circle]:
    """From the outside in: what is drawn last lies on top and can be clicked."""
    drawn = []
    for count, guide in enumerate(reversed(guides)):
        radius = 232 - count * 42
        middle = 472 - radius
        drawn.append(Circle(guide, middle, radius, middle - radius + 27 if count < 4 else middle + 6))
    return drawn
