"""Who has moved: which owners did what they took on, and where they stand on her map."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from veerkracht.web.map import queries as map_queries
from veerkracht.web.map.domain import FactorGroup, MapNode, NodeKind, SystemMap
from veerkracht.web.people.models import Account, Case

from ..domain import PromiseFacts
from ..words import owner_in_words
from .current import PlanFacts


@dataclass
class ActingOwner:
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
    owners: list[ActingOwner]
    map: SystemMap

    @property
    def moved(self) -> list[ActingOwner]:
        return [owner for owner in self.owners if owner.has_moved]

    @property
    def elsewhere(self) -> list[str]:
        """Who is not on the map (yet); she is always in the middle of it."""
        return [owner.name for owner in self.owners if not owner.node and owner.side != "hers"]

    @property
    def waiting(self) -> list[ActingOwner]:
        return [owner for owner in self.owners if not owner.has_moved]


def movement(*, case: Case, account: Account, plan: PlanFacts, day: dt.date) -> Movement:
    """Everybody in the order of the plan, the municipality first; the map as this account may see it."""
    system_map = map_queries.map_of(case=case, account=account).map
    owners: dict[str, ActingOwner] = {}
    for promise in plan.promises:
        if promise.answer == "disagree":
            continue
        name = owner_in_words(promise, klantmanager=plan.text.klantmanager, her_name=case.first_name)
        node = "" if promise.side == "hers" else _node_of(promise, system_map)
        owner = owners.setdefault(name, ActingOwner(name, promise.side, node))
        bucket = owner.done if promise.done_on else owner.late if promise.is_late(day) else owner.open
        bucket.append(promise)
    return Movement(list(owners.values()), system_map)


def _node_of(promise: PromiseFacts, system_map: SystemMap) -> str:
    """The owner on the map: the row it is linked to, else an office of the municipality."""
    if promise.place is not None:
        return next((node.id for node in system_map.nodes if node.id == str(promise.place)), "")
    if promise.side == "ours":
        person = promise.owner == "klantmanager"
        return next((n.id for n in system_map.nodes if _is_office(n, person)), "")
    return ""


def _is_office(node: MapNode, person: bool) -> bool:
    return node.group is FactorGroup.MUNICIPALITY and (node.kind is NodeKind.PERSON) is person
