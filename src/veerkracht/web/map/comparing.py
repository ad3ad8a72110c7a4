"""Two maps of one life held against each other, in words: who came, who went, what became different."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from .domain import MapBetween, MapFactor, MapNode, SystemMap, words
from .domain.sentences import Teller
from .domain.text import shown
from .domain.words import Translate

ABSENT = "Staat er niet op"


@dataclass(frozen=True)
class MapDifference:
    """One row: what it is about, and how it stood on either map."""

    title: str
    left: str
    right: str
    came: bool = False
    went: bool = False


Thing = TypeVar("Thing", MapNode, MapBetween, MapFactor)


@dataclass(frozen=True)
class MapComparison:
    differences: list[MapDifference]
    unchanged: list[str]


def compared(left: SystemMap, right: SystemMap, translate: Translate) -> MapComparison:
    """Everything that stands on either map, in the order of the right one and then of the left."""
    rows = list(_rows(left, right, translate))
    differences = [row for row in rows if row.left != row.right]
    return MapComparison(differences, [row.title for row in rows if row.left == row.right])


def _rows(left: SystemMap, right: SystemMap, translate: Translate) -> Iterator[MapDifference]:
    sides = Teller(left, translate), Teller(right, translate)
    yield from _of(sides, lambda entry: entry.nodes, _told_node, lambda _, node: shown(node.name))
    yield from _of(sides, lambda entry: entry.betweens, _told_between, _pair)
    yield from _of(sides, lambda entry: entry.factors, _told_factor, lambda _, factor: shown(factor.text))


def _of(
    sides: tuple[Teller, Teller],
    things: Callable[[SystemMap], tuple[Thing, ...]],
    tell: Callable[[Teller, Thing], str],
    title: Callable[[Teller, Thing], str],
) -> Iterator[MapDifference]:
    left: dict[str, Thing] = {thing.id: thing for thing in things(sides[0].map)}
    right: dict[str, Thing] = {thing.id: thing for thing in things(sides[1].map)}
    for key in dict.fromkeys([*right, *left]):
        there = (sides[1], right[key]) if key in right else (sides[0], left[key])
        here, after = (
            tell(side, found[key]) if key in found else side.translate(ABSENT)
            for side, found in zip(sides, (left, right), strict=True)
        )
        yield MapDifference(title(*there), here, after, came=key not in left, went=key not in right)


def _told_node(teller: Teller, node: MapNode) -> str:
    tie = teller.map.tie(node.id)
    place = ", ".join((teller.translate(words.RING[node.ring]), *teller.tags(node)))
    return " ".join([f"{place}.", *(teller.ties([node], tie) if tie else ())])


def _told_between(teller: Teller, between: MapBetween) -> str:
    return " ".join(teller.between(between))


def _told_factor(teller: Teller, factor: MapFactor) -> str:
    return " ".join(teller.factor(factor))


def _pair(teller: Teller, between: MapBetween) -> str:
    return " – ".join(shown(teller.map.node(key).name) for key in (between.first, between.second))
