"""Who has moved: which owners did what they took on, and where they stand on her map."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from veerkracht.web.map import queries as map_queries
from veerkracht.web.map.domain import Group, Node, NodeKind, SystemMap
from veerkracht.web.people.models import Account, Case, plain

from ..domain import PromiseFacts
from ..telling import owner_in_words
from .standing import PlanFacts


@dataclass
class Owner:
    """One owner with what she, he or they took on. `node`: the key on the map, empty when not there."""

    name: str
    side: str
    node: str = ""
    done: list[PromiseFacts] = field(default_factory=list)
    open: list[PromiseFacts] = field(default_factory=list)
    late: list[PromiseFacts] = field(default_factory=list)

    @property
    def has_moved(self) -> bool:
        return bool(self.done)


@dataclass(frozen=True)
class Movement:
    owners: list[Owner]
    map: SystemMap

    @property
    def moved(self) -> list[Owner]:
        return [owner for owner in self.owners if owner.has_moved]

    @property
    def elsewhere(self) -> list[str]:
        """Who is not on the map (yet); she is always in the middle of it."""
        return [owner.name for owner in self.owners if not owner.node and owner.side != "hers"]

    @property
    def waiting(self) -> list[Owner]:
        return [owner for owner in self.owners if not owner.has_moved]


def movement(*, case: Case, account: Account, plan: PlanFacts, day: dt.date) -> Movement:
    """Everybody in the order of the plan, the municipality first; the map as this account may see it."""
    system_map = map_queries.map_of(case=case, account=account).map
    owners: dict[str, Owner] = {}
    for promise in plan.promises:
        if promise.answer == "disagree":
            continue
        name = owner_in_words(promise, klantmanager=plan.text.klantmanager, her_name=case.first_name)
        node = "" if promise.side == "hers" else _node_of(promise, plan.text.klantmanager, system_map)
        owner = owners.setdefault(name, Owner(name, promise.side, node))
        kept = owner.done if promise.done_on else owner.late if promise.is_late(day) else owner.open
        kept.append(promise)
    return Movement(list(owners.values()), system_map)


def _node_of(promise: PromiseFacts, klantmanager: str, system_map: SystemMap) -> str:
    """The owner on the map: by the same name, else the klantmanager or the municipality by their group."""
    names = _names(promise.owner_name)
    if promise.owner == "klantmanager":
        names |= {plain(klantmanager), plain(klantmanager.partition(" ")[0])}
    for node in system_map.nodes:
        if names & _names(node.name):
            return node.id
    if promise.side == "ours":
        person = promise.owner == "klantmanager"
        return next((n.id for n in system_map.nodes if _is_office(n, person)), "")
    return ""


def _is_office(node: Node, person: bool) -> bool:
    return node.group is Group.MUNICIPALITY and (node.kind is NodeKind.PERSON) is person


def _names(written: str) -> set[str]:
    """`Welzijn Voorbeeld, taalles` is also simply `taalles`."""
    return {plain(part) for part in (written, *written.split(","))} - {""}
