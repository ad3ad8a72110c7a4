"""What stands on the map: frozen records, checked when the map is put together."""

from collections.abc import Iterable
from dataclasses import dataclass

from veerkracht.web.map.domain.kinds import (
    BetweenState,
    Closeness,
    Direction,
    Effect,
    FactorGroup,
    FactorOwner,
    NodeKind,
    Ring,
    Speaker,
    Strength,
    SupportKind,
    TieKind,
)
from veerkracht.web.map.domain.ownership import owner_is_allowed
from veerkracht.web.map.domain.text import shown


class MapError(ValueError):
    """The map cannot be put together; the message says in Dutch what is wrong and how to mend it."""


@dataclass(frozen=True, slots=True)
class MapNode:
    """Someone or something around her. `angle` in degrees, clockwise from the top, when she placed it herself."""

    id: str
    name: str
    ring: Ring
    kind: NodeKind = NodeKind.PERSON
    group: FactorGroup = FactorGroup.OTHER
    closeness: Closeness = Closeness.NORMAL
    angle: float | None = None
    is_wish: bool = False
    role_model: bool = False
    do_not_contact: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """Between the mother and one node. A broken or possible tie has no strength or direction to speak of."""

    node: str
    kind: TieKind
    strength: Strength = Strength.MODERATE
    direction: Direction = Direction.RECEIVES
    support: tuple[SupportKind, ...] = ()
    note: str = ""

    @property
    def is_alive(self) -> bool:
        return self.kind not in (TieKind.BROKEN, TieKind.POSSIBLE)


@dataclass(frozen=True, slots=True)
class MapBetween:
    """A tie between two others: a thing of its own, with somebody who can mend it."""

    id: str
    first: str
    second: str
    state: BetweenState
    lost: str = ""
    mended_by: FactorOwner | None = None


@dataclass(frozen=True, slots=True)
class MapFactor:
    """A barrier or an opening, in her words."""

    id: str
    ring: Ring
    text: str
    effect: Effect
    nodes: tuple[str, ...] = ()
    said_by: Speaker | None = None
    owner: FactorOwner | None = None
    owner_node: str | None = None
    wish: str = ""


@dataclass(frozen=True, slots=True)
class SystemMap:
    """One map at one moment. Visibility is the caller's: only what this reader may see goes in."""

    mother: str
    nodes: tuple[MapNode, ...] = ()
    ties: tuple[Tie, ...] = ()
    betweens: tuple[MapBetween, ...] = ()
    factors: tuple[MapFactor, ...] = ()

    def __post_init__(self) -> None:
        if not shown(self.mother):
            raise MapError("De kaart heeft een naam in het midden nodig: vul de voornaam van de moeder in.")
        _check_nodes(self.nodes)
        known = frozenset(node.id for node in self.nodes)
        _check_ties(self.ties, known)
        _check_betweens(self.betweens, known)
        _check_factors(self.factors, known)

    def node(self, node_id: str) -> MapNode:
        return next(node for node in self.nodes if node.id == node_id)

    def tie(self, node_id: str) -> Tie | None:
        return next((tie for tie in self.ties if tie.node == node_id), None)


def _check_nodes(nodes: tuple[MapNode, ...]) -> None:
    _refuse_twice((node.id for node in nodes), "Er staan twee plekken met hetzelfde kenmerk op de kaart: {}.")
    for node in nodes:
        if not node.id or any(character.isspace() for character in node.id):
            raise MapError(f"Een kenmerk op de kaart mag geen spatie bevatten: “{node.id}”.")
        if not shown(node.name):
            raise MapError(f"Een plek op de kaart heeft geen naam: vul een voornaam of rol in bij {node.id}.")


def _check_ties(ties: tuple[Tie, ...], known: frozenset[str]) -> None:
    _refuse_twice((tie.node for tie in ties), "Er zijn twee lijnen met {}: voeg ze samen tot een lijn.")
    for tie in ties:
        _require_known(tie.node, known)


def _check_betweens(betweens: tuple[MapBetween, ...], known: frozenset[str]) -> None:
    _refuse_twice((b.id for b in betweens), "Er zijn twee contacten met hetzelfde kenmerk: {}.")
    for between in betweens:
        _require_known(between.first, known)
        _require_known(between.second, known)
        if between.first == between.second:
            raise MapError("Een contact onderling loopt tussen twee verschillende plekken: kies een ander.")


def _check_factors(factors: tuple[MapFactor, ...], known: frozenset[str]) -> None:
    _refuse_twice((f.id for f in factors), "Er zijn twee belemmeringen of kansen met hetzelfde kenmerk: {}.")
    for factor in factors:
        for node_id in (*factor.nodes, *([factor.owner_node] if factor.owner_node else ())):
            _require_known(node_id, known)
        if not shown(factor.text):
            raise MapError("Een belemmering of kans heeft geen tekst: schrijf op wat zij erover zegt.")
        if factor.owner_node and factor.owner in (None, FactorOwner.MOTHER, FactorOwner.SIGNAL):
            raise MapError("Kies eerst welke partij dit kan veranderen, en daarna wie dat precies is.")
        if not owner_is_allowed(factor.ring, factor.owner):
            raise MapError(
                "Dit ligt in de buitenste ringen en kan dus niet haar taak zijn: "
                "kies een partij in het systeem of een signaal."
            )


def _refuse_twice(ids: Iterable[str], message: str) -> None:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            raise MapError(message.format(id_))
        seen.add(id_)


def _require_known(node_id: str, known: frozenset[str]) -> None:
    if node_id not in known:
        raise MapError(f"De kaart verwijst naar een plek die er niet op staat: {node_id}.")
