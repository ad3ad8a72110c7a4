"""The map in words: as a list per ring and as one paragraph, saying the same as the picture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from veerkracht.web.map.domain import words
from veerkracht.web.map.domain.kinds import NodeKind, Ring
from veerkracht.web.map.domain.records import MapNode, SystemMap, Tie
from veerkracht.web.map.domain.sentences import Teller
from veerkracht.web.map.domain.text import shown
from veerkracht.web.map.domain.words import Translate, identity


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of the list: a `node`, a `between` or a `factor`, with its id to link to."""

    about: str
    id: str
    title: str
    tags: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RingList:
    ring: Ring
    title: str
    explanation: str
    entries: tuple[ListEntry, ...]


def as_list(system_map: SystemMap, translate: Translate = identity) -> tuple[RingList, ...]:
    """Every ring, also an empty one, with its people, contacts between others and factors."""
    teller = Teller(system_map, translate)
    return tuple(
        RingList(
            ring,
            translate(words.RING[ring]),
            translate(words.RING_SENTENCE[ring]),
            tuple(_entries(teller, ring)),
        )
        for ring in Ring
    )


def as_paragraph(system_map: SystemMap, translate: Translate = identity) -> str:
    """One readable paragraph: who is where, what goes to and fro, what hinders or opens."""
    teller = Teller(system_map, translate)
    sentences = [translate(words.CENTRE).format(mother=teller.mother)]
    if not system_map.nodes:
        sentences.append(translate(words.NOBODY))
    for ring in Ring:
        sentences.extend(_ring_sentences(teller, ring))
    return " ".join(sentences)


def _entries(teller: Teller, ring: Ring) -> Iterator[ListEntry]:
    for node in teller.map.nodes:
        if node.ring is ring:
            yield ListEntry("node", node.id, shown(node.name), teller.tags(node), tuple(_about(teller, node)))
    if ring is Ring.MESO:
        for between in teller.map.betweens:
            pair = [teller.map.node(node_id) for node_id in (between.first, between.second)]
            title = " – ".join(shown(node.name) for node in pair)
            yield ListEntry("between", between.id, title, (), tuple(teller.between(between)))
    for factor in teller.map.factors:
        if factor.ring is ring:
            effect = teller.translate(words.EFFECT[factor.effect])
            yield ListEntry("factor", factor.id, shown(factor.text), (effect,), tuple(teller.factor(factor)))


def _about(teller: Teller, node: MapNode) -> Iterator[str]:
    tie = teller.map.tie(node.id)
    if tie:
        yield from teller.ties([node], tie)
    elif node.is_wish:
        yield teller.translate(words.WISH_QUESTION)
    elif _is_untold(node):
        yield teller.untold([node])


def _ring_sentences(teller: Teller, ring: Ring) -> Iterator[str]:
    nodes = [node for node in teller.map.nodes if node.ring is ring]
    if nodes:
        yield teller.placed(ring, nodes)
    for tie, company in _alike(teller.map, nodes):
        yield from teller.ties(company, tie)
    untold = [node for node in nodes if not teller.map.tie(node.id) and _is_untold(node)]
    if untold:
        yield teller.untold(untold)
    if ring is Ring.MESO:
        for between in teller.map.betweens:
            yield from teller.between(between)
    for factor in teller.map.factors:
        if factor.ring is ring:
            yield from teller.factor(factor)


def _alike(system_map: SystemMap, nodes: Iterable[MapNode]) -> list[tuple[Tie, list[MapNode]]]:
    """Nodes whose ties would be told in the same words, so that they can be told together."""
    groups: dict[tuple[object, ...], tuple[Tie, list[MapNode]]] = {}
    for node in nodes:
        if tie := system_map.tie(node.id):
            key = (tie.kind, tie.strength, tie.direction, tie.support, tie.note and tie.node)
            groups.setdefault(key, (tie, []))[1].append(node)
    return list(groups.values())


def _is_untold(node: MapNode) -> bool:
    return not node.is_wish and node.kind in (NodeKind.PERSON, NodeKind.ORGANISATION)
