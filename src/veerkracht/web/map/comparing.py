"""Two maps of one life held against each other, in words: who came, who went, what became different."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .domain import Between, Factor, Node, SystemMap, words
from .domain.sentences import Teller
from .domain.text import shown
from .domain.words import Translate

ABSENT = "Staat er niet op"


@dataclass(frozen=True)
class Difference:
    """One row: what it is about, and how it stood on either map."""

    title: str
    left: str
    right: str


@dataclass(frozen=True)
class Comparison:
    differences: list[Difference]
    unchanged: list[str]


def compared(left: SystemMap, right: SystemMap, translate: Translate) -> Comparison:
    """Everything that stands on either map, in the order of the right one and then of the left."""
    rows = list(_rows(left, right, translate))
    differences = [row for row in rows if row.left != row.right]
    return Comparison(differences, [row.title for row in rows if row.left == row.right])


def _rows(left: SystemMap, right: SystemMap, translate: Translate) -> Iterator[Difference]:
    sides = Teller(left, translate), Teller(right, translate)
    yield from _of(sides, lambda one: one.nodes, _told_node, lambda _, node: shown(node.name))
    yield from _of(sides, lambda one: one.betweens, _told_between, _pair)
    yield from _of(sides, lambda one: one.factors, _told_factor, lambda _, factor: shown(factor.text))


def _of(
    sides: tuple[Teller, Teller],
    things: Callable[[SystemMap], tuple[object, ...]],
    tell: Callable[[Teller, object], str],
    title: Callable[[Teller, object], str],
) -> Iterator[Difference]:
    left, right = ({one.id: one for one in things(side.map)} for side in sides)  # type: ignore[attr-defined]
    for key in dict.fromkeys([*right, *left]):
        there = (sides[1], right[key]) if key in right else (sides[0], left[key])
        told = [
            tell(side, found[key]) if key in found else side.translate(ABSENT)
            for side, found in zip(sides, (left, right), strict=True)
        ]
        yield Difference(title(*there), *told)


def _told_node(teller: Teller, node: Node) -> str:
    tie = teller.map.tie(node.id)
    place = ", ".join((teller.translate(words.RING[node.ring]), *teller.tags(node)))
    return " ".join([f"{place}.", *(teller.ties([node], tie) if tie else ())])


def _told_between(teller: Teller, between: Between) -> str:
    return " ".join(teller.between(between))


def _told_factor(teller: Teller, factor: Factor) -> str:
    return " ".join(teller.factor(factor))


def _pair(teller: Teller, between: Between) -> str:
    return " – ".join(shown(teller.map.node(key).name) for key in (between.first, between.second))
