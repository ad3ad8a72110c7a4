"""Reads of the map: only what this reader may see goes into it. A fixed number of queries, however full it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case

from . import domain
from .domain import BetweenState, Effect, FactorGroup, NodeKind, Ring, SystemMap
from .models import Between, Factor, Layer, Node, OnMap, Snapshot
from .serializer import from_json

Row = TypeVar("Row", bound=OnMap)
Table = TypeVar("Table", bound=Model)


@dataclass(frozen=True)
class MapFacts:
    """A map as records, and which row each thing on it comes from."""

    map: SystemMap
    layer: str
    nodes: dict[str, Node]
    betweens: dict[str, Between]
    factors: dict[str, Factor]


@dataclass(frozen=True)
class SnapshotFacts:
    id: int
    label: str
    taken_on: dt.date
    made_by: str


def visible(model: type[Row], *, case: Case, account: Account) -> QuerySet[Row]:
    """The rows of this case's maps that this account may see: decided for each entry.

    What she hid is in nobody's reading, hers neither: her telephone may be in another hand. Behind her code stands
    what it was, and the way to have it back (`mine/hiding.py`).
    """
    rows = model._default_manager.filter(case=case, only_hers=False)
    if model is Node and not authorize(account, "read", "systeemkaart_naaste", case=case):
        rows = rows.exclude(kind=NodeKind.PERSON)
    if model is Factor and not authorize(account, "read", "belemmering_kans", case=case):
        rows = rows.none()
    return rows.order_by("pk")


def map_of(*, case: Case, account: Account, layer: str = Layer.NOW) -> MapFacts:
    """The map as it stands; empty when nothing was put on it yet."""
    nodes = {row.pk: row for row in visible(Node, case=case, account=account).filter(layer=layer)}
    betweens = [
        row
        for row in visible(Between, case=case, account=account).filter(layer=layer)
        if row.first_id in nodes and row.second_id in nodes
    ]
    factors = visible(Factor, case=case, account=account).filter(layer=layer).prefetch_related("nodes")
    keys = {pk: row.key for pk, row in nodes.items()}
    system_map = SystemMap(
        mother=case.first_name,
        nodes=tuple(_node(row) for row in nodes.values()),
        ties=tuple(_tie(row) for row in nodes.values() if row.tie),
        betweens=tuple(_between(row, keys) for row in betweens),
        factors=tuple(_factor(row, keys) for row in factors),
    )
    return MapFacts(system_map, layer, _keyed(nodes.values()), _keyed(betweens), _keyed(factors))


def has_wished_map(*, case: Case) -> bool:
    return Node.objects.filter(case=case, layer=Layer.WISHED).exists()


def node_of(*, case: Case, account: Account, node_id: int) -> Node:
    return _one(visible(Node, case=case, account=account), node_id)


def between_of(*, case: Case, account: Account, between_id: int) -> Between:
    rows = visible(Between, case=case, account=account)
    seen = visible(Node, case=case, account=account).values("pk")
    return _one(rows.filter(first__in=seen, second__in=seen), between_id)


def factor_of(*, case: Case, account: Account, factor_id: int) -> Factor:
    return _one(visible(Factor, case=case, account=account).prefetch_related("nodes"), factor_id)


def nodes_of(*, case: Case, account: Account, layer: str) -> list[Node]:
    return list(visible(Node, case=case, account=account).filter(layer=layer))


def hidden_not_to_contact(*, case: Case) -> tuple[str, ...]:
    """Names she hid of who must not be contacted: never to show or to say, only to propose nothing with them."""
    rows = Node.objects.filter(case=case, only_hers=True, do_not_contact=True).order_by("pk")
    return tuple(row.name for row in rows)


def who_can_be_named(*, case: Case, account: Account) -> list[tuple[int, str]]:
    """Row and name of the people and organisations of the map of now, to choose from elsewhere; nobody who must not
    be approached, no empty place."""
    kinds = (domain.NodeKind.PERSON, domain.NodeKind.ORGANISATION)
    nodes = nodes_of(case=case, account=account, layer=Layer.NOW)
    return [
        (node.pk, node.name)
        for node in nodes
        if node.kind in kinds and not node.do_not_contact and not node.is_wish
    ]


@dataclass(frozen=True)
class NamedOnMap:
    """Somebody or something on the map of now, as another page names it."""

    pk: int
    name: str
    group: FactorGroup
    is_person: bool


@dataclass(frozen=True)
class FactorOnMap:
    """What hinders or helps, with who or what it belongs to."""

    pk: int
    ring: Ring
    text: str
    wish: str
    helps: bool
    around: tuple[NamedOnMap, ...]


@dataclass(frozen=True)
class BrokenContact:
    """A contact between two others that does not run."""

    pk: int
    version: int
    first: NamedOnMap
    second: NamedOnMap


BROKEN = (BetweenState.SILENT, BetweenState.CONTRADICTORY, BetweenState.INFORMATION_LOST)


def spots_of(*, case: Case, account: Account) -> list[NamedOnMap]:
    """Everybody and everything on the map of now that this account may name; nobody who must not be approached."""
    nodes = nodes_of(case=case, account=account, layer=Layer.NOW)
    return [_spot(node) for node in nodes if not node.do_not_contact]


def factors_now(*, case: Case, account: Account) -> list[FactorOnMap]:
    """What hinders or helps on the map of now, as this account sees it."""
    rows = visible(Factor, case=case, account=account).filter(layer=Layer.NOW).prefetch_related("nodes")
    seen = {spot.pk: spot for spot in spots_of(case=case, account=account)}
    return [
        FactorOnMap(
            row.pk,
            Ring(row.ring),
            row.text,
            row.wish,
            row.effect == Effect.HELPS,
            tuple(seen[node.pk] for node in row.nodes.all() if node.pk in seen),
        )
        for row in rows
    ]


def broken_contacts(*, case: Case, account: Account) -> list[BrokenContact]:
    """The contacts of the map of now that do not run, between two this account may name."""
    rows = visible(Between, case=case, account=account).filter(layer=Layer.NOW, state__in=BROKEN)
    seen = {spot.pk: spot for spot in spots_of(case=case, account=account)}
    return [
        BrokenContact(row.pk, row.version, seen[row.first_id], seen[row.second_id])
        for row in rows
        if row.first_id in seen and row.second_id in seen
    ]


def _spot(node: Node) -> NamedOnMap:
    return NamedOnMap(node.pk, node.name, FactorGroup(node.group), node.kind == NodeKind.PERSON)


def snapshots_of(*, case: Case) -> list[SnapshotFacts]:
    """The maps that were kept, oldest first."""
    rows = Snapshot.objects.filter(case=case).select_related("made_by").defer("content")
    return [_snapshot_facts(row) for row in rows.order_by("taken_on", "pk")]


def snapshot_of(*, case: Case, snapshot_id: int) -> Snapshot:
    return _one(Snapshot.objects.filter(case=case).order_by("pk"), snapshot_id)


def kept_map(*, case: Case, account: Account, snapshot_id: int) -> tuple[SnapshotFacts, SystemMap]:
    """A map of another day, without what this reader may not see."""
    row = snapshot_of(case=case, snapshot_id=snapshot_id)
    system_map = from_json(row.content)
    if not authorize(account, "read", "systeemkaart_naaste", case=case):
        raise Http404
    return _snapshot_facts(row), system_map


def _snapshot_facts(row: Snapshot) -> SnapshotFacts:
    return SnapshotFacts(row.pk, row.label, row.taken_on, row.made_by.name)


def _one(rows: QuerySet[Table], pk: int) -> Table:
    """This row of this case.

    Raises:
        Http404: there is none, or it is not for this reader; both look the same.
    """
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def _keyed(rows: Any) -> dict[str, Any]:
    return {row.key: row for row in rows}


def _node(row: Node) -> domain.MapNode:
    return domain.MapNode(
        row.key,
        row.name,
        domain.Ring(row.ring),
        domain.NodeKind(row.kind),
        domain.FactorGroup(row.group),
        domain.Closeness(row.closeness),
        row.angle,
        row.is_wish,
        row.role_model,
        row.do_not_contact,
    )


def _tie(row: Node) -> domain.Tie:
    return domain.Tie(
        row.key,
        domain.TieKind(row.tie),
        domain.Strength(row.strength),
        domain.Direction(row.direction or domain.Direction.RECEIVES),
        tuple(domain.SupportKind(code) for code in row.support),
        row.note,
    )


def _between(row: Between, keys: dict[int, str]) -> domain.MapBetween:
    mended_by = domain.FactorOwner(row.mended_by) if row.mended_by else None
    state = domain.BetweenState(row.state)
    return domain.MapBetween(row.key, keys[row.first_id], keys[row.second_id], state, row.lost, mended_by)


def _factor(row: Factor, keys: dict[int, str]) -> domain.MapFactor:
    owner = domain.FactorOwner(row.owner) if row.owner else None
    return domain.MapFactor(
        row.key,
        domain.Ring(row.ring),
        row.text,
        domain.Effect(row.effect),
        tuple(keys[node.pk] for node in row.nodes.all() if node.pk in keys),
        domain.Speaker(row.said_by) if row.said_by else None,
        owner,
        keys.get(row.owner_node_id or 0),
        row.wish,
    )
