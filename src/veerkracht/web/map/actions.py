"""Writes of the map: who stands on it, contacts between others, what hinders and what opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.http import Http404

from veerkracht.web.people.acting import action
from veerkracht.web.people.authorize import require
from veerkracht.web.people.doors import own_case
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.taken_off import take_off
from veerkracht.web.record.models import Conflict

from . import queries
from .domain import FactorOwner, MapError, Ring, owner_is_allowed
from .hiding import rows_of
from .known_people import person_of, values_of
from .models import Between, Factor, Layer, Node, OnMap, Snapshot
from .serializer import as_json, without_node


@action("map.node_added", allow=("create", "systeemkaart_naaste"))
def add_node(*, by: Account, case: Case, name: str, ring: str, layer: str = Layer.NOW, **more: Any) -> Node:
    """Put someone or something on the map. `more`: the other fields of a node."""
    _only_she_hides(by, case, more)
    return Node.objects.create(case=case, layer=layer, name=name, ring=ring, **more)


@action("map.node_added", allow=("create", "systeemkaart_naaste"))
def add_known_person(*, by: Account, case: Case, key: str) -> Node:
    """Put somebody the facts name on the map of now. Put there twice is once.

    Raises:
        Http404: the facts name nobody by this key.
    """
    person = person_of(case=case, key=key)
    if person is None:
        raise Http404
    more = values_of(person)
    return Node.objects.get_or_create(case=case, layer=Layer.NOW, person=more.pop("person"), defaults=more)[0]


@action("map.node_changed", allow=("update", "systeemkaart_naaste"))
def link_known_person(*, by: Account, case: Case, key: str, node_id: int, seen_version: int) -> Node:
    """Say that this place of the map is somebody the facts name.

    Raises:
        Http404: the facts name nobody by this key, or she or he is on the map already.
        Conflict: the place was changed since.
    """
    node = queries.node_of(case=case, account=by, node_id=node_id)
    is_there = Node.objects.filter(case=case, layer=node.layer, person=key).exists()
    if is_there or person_of(case=case, key=key) is None:
        raise Http404
    return node.change(seen_version, person=key)


@action("map.node_changed", allow=("update", "systeemkaart_naaste"))
def change_node(*, by: Account, case: Case, node_id: int, seen_version: int, **values: Any) -> Node:
    _only_she_hides(by, case, values)
    node = queries.node_of(case=case, account=by, node_id=node_id)
    return node.change(seen_version, **values)


@action("map.node_moved", allow=("update", "systeemkaart_naaste"))
def move_node(
    *,
    by: Account,
    case: Case,
    node_id: int,
    seen_version: int,
    ring: str,
    closeness: str,
    angle: float | None,
) -> Node:
    node = queries.node_of(case=case, account=by, node_id=node_id)
    return node.change(seen_version, ring=Ring(ring), closeness=closeness, angle=angle)


@action("map.node_removed", allow=("delete", "systeemkaart_naaste"))
def remove_node(
    *, by: Account, case: Case, node_id: int, seen_version: int, also_from_earlier: bool = False
) -> None:
    """Take it off the map, with its ties; on her wish from the maps of other days too."""
    node = queries.node_of(case=case, account=by, node_id=node_id)
    require(by, "delete", "systeemkaart_naaste", case=case, obj=node)
    if also_from_earlier:
        for snapshot in Snapshot.objects.filter(case=case).order_by("pk"):
            snapshot.content = without_node(snapshot.content, node.key)
            snapshot.save(update_fields=["content"])
    _hold(node, seen_version)
    take_off(node, case=case, by=by, kind="systeemkaart_naaste", title=node.name, only_hers=node.only_hers)


@action("map.between_added", allow=("create", "systeemkaart"))
def add_between(
    *, by: Account, case: Case, first: int, second: int, state: str, layer: str = Layer.NOW, **more: Any
) -> Between:
    """A contact between two others, both on this map."""
    _only_she_hides(by, case, more)
    _both_on_map(by, case, layer, (first, second))
    _never_hers(more.get("mended_by", ""))
    return Between.objects.create(
        case=case, layer=layer, first_id=first, second_id=second, state=state, **more
    )


@action("map.between_changed", allow=("update", "systeemkaart"))
def change_between(
    *, by: Account, case: Case, between_id: int, seen_version: int, first: int, second: int, **values: Any
) -> Between:
    _only_she_hides(by, case, values)
    between = queries.between_of(case=case, account=by, between_id=between_id)
    _both_on_map(by, case, between.layer, (first, second))
    _never_hers(values.get("mended_by", ""))
    return between.change(seen_version, first=first, second=second, **values)


@action("map.between_removed", allow=("delete", "systeemkaart"))
def remove_between(*, by: Account, case: Case, between_id: int, seen_version: int) -> None:
    _remove(queries.between_of(case=case, account=by, between_id=between_id), seen_version)


@action("map.factor_added", allow=("create", "belemmering_kans"))
def add_factor(
    *,
    by: Account,
    case: Case,
    ring: str,
    text: str,
    effect: str,
    nodes: Iterable[int] = (),
    layer: str = Layer.NOW,
    **more: Any,
) -> Factor:
    """A barrier or an opening, tied to who or what it belongs to.

    Raises:
        MapError: it lies in the outer rings and would have become her homework.
    """
    _only_she_hides(by, case, more)
    _owner_fits(ring, more.get("owner", ""))
    tied = _both_on_map(by, case, layer, _ids(nodes, more.get("owner_node_id")))
    factor = Factor.objects.create(case=case, layer=layer, ring=ring, text=text, effect=effect, **more)
    factor.nodes.set(tied & set(nodes))
    return factor


@action("map.factor_changed", allow=("update", "belemmering_kans"))
def change_factor(
    *, by: Account, case: Case, factor_id: int, seen_version: int, nodes: Iterable[int] = (), **values: Any
) -> Factor:
    """Change it; what it is tied to out of this writer's sight stays tied.

    Raises:
        MapError: as for `add_factor`.
    """
    _only_she_hides(by, case, values)
    factor = queries.factor_of(case=case, account=by, factor_id=factor_id)
    _owner_fits(factor.ring, values.get("owner", factor.owner))
    _both_on_map(by, case, factor.layer, _ids(nodes, values.get("owner_node_id")))
    seen = {node.pk for node in queries.nodes_of(case=case, account=by, layer=factor.layer)}
    unseen = {node.pk for node in factor.nodes.all()} - seen
    factor = factor.change(seen_version, **values)
    factor.nodes.set(unseen | set(nodes))
    return factor


@action("map.factor_removed", allow=("delete", "belemmering_kans"))
def remove_factor(*, by: Account, case: Case, factor_id: int, seen_version: int) -> None:
    _remove(queries.factor_of(case=case, account=by, factor_id=factor_id), seen_version)


@action("map.snapshot_taken", allow=("create", "systeemkaart"))
def take_snapshot(
    *, by: Account, case: Case, label: str, taken_on: dt.date, layer: str = Layer.NOW
) -> Snapshot:
    """Keep the map as the writer sees it now, to lay beside a later one."""
    facts = queries.map_of(case=case, account=by, layer=layer)
    content = as_json(facts.map, ())
    return Snapshot.objects.create(case=case, label=label, taken_on=taken_on, content=content, made_by=by)


@action("map.snapshot_removed", allow=("delete", "systeemkaart"))
def remove_snapshot(*, by: Account, case: Case, snapshot_id: int) -> None:
    queries.snapshot_of(case=case, snapshot_id=snapshot_id).delete()


@action("map.wish_begun", allow=("create", "systeemkaart"))
def begin_wished_map(*, by: Account, case: Case) -> None:
    """Copy the present map, everything in its place, to be changed into the map as she wishes it.

    Begun twice is once: what was wished already stays.
    """
    if queries.has_wished_map(case=case):
        return
    copies = {row.pk: _copy(row) for row in Node.objects.filter(case=case, layer=Layer.NOW).order_by("pk")}
    for between in Between.objects.filter(case=case, layer=Layer.NOW).order_by("pk"):
        _copy(between, first=copies[between.first_id], second=copies[between.second_id])
    factors = Factor.objects.filter(case=case, layer=Layer.NOW).prefetch_related("nodes").order_by("pk")
    for factor in factors:
        tied = [copies[node.pk] for node in factor.nodes.all()]
        owner_node = copies[factor.owner_node_id] if factor.owner_node_id else None
        _copy(factor, owner_node=owner_node).nodes.set(tied)


def _copy(row: OnMap, **instead: Any) -> Any:
    """The same row on the wished map, with the key of the one it was copied from."""
    own = ("id", "version", "layer", "origin", *instead)
    values = {f.name: getattr(row, f.name) for f in row._meta.concrete_fields if f.name not in own}
    return type(row)._default_manager.create(layer=Layer.WISHED, origin=row.pk, **{**values, **instead})


@action("map.set_aside", allow=("update", "account_eigen"))
def set_aside(*, by: Account, kind: str, pk: int, hidden: bool) -> None:
    """She hides an entry of her own map, or shows it again. Of no case: no history tells that something is hidden."""
    case = own_case(by)
    for row in rows_of(case=case, kind=kind, pk=pk):
        row.only_hers = hidden
        row.save(update_fields=["only_hers"])
    for snapshot in Snapshot.objects.filter(case=case).order_by("pk"):
        names = set(snapshot.content["only_hers"]) - {f"{kind} {pk}"}
        snapshot.content["only_hers"] = sorted(names | ({f"{kind} {pk}"} if hidden else set()))
        snapshot.save(update_fields=["content"])


def _remove(row: OnMap, seen_version: int) -> None:
    """Take it off if nobody changed it since; the row is held, so that twenty clicks are one removal."""
    _hold(row, seen_version)
    row.delete()


def _hold(row: OnMap, seen_version: int) -> None:
    held = type(row)._base_manager.select_for_update().filter(pk=row.pk, version=seen_version)
    if held.first() is None:
        raise Conflict(row)


def _only_she_hides(by: Account, case: Case, values: dict[str, Any]) -> None:
    """Nobody else decides what only she may see, either way."""
    if "only_hers" in values and case.account_id != by.pk:
        raise Http404


def _ids(nodes: Iterable[int], owner_node: int | None) -> set[int]:
    return {*nodes, *([owner_node] if owner_node else [])}


def _both_on_map(by: Account, case: Case, layer: str, ids: Iterable[int]) -> set[int]:
    """The ids, all of them nodes of this map that the writer may see."""
    wanted = set(ids)
    if wanted - {node.pk for node in queries.nodes_of(case=case, account=by, layer=layer)}:
        raise Http404
    return wanted


def _owner_fits(ring: str, owner: str) -> None:
    if not owner_is_allowed(Ring(ring), FactorOwner(owner) if owner else None):
        raise MapError(
            "Dit ligt in de buitenste ringen en kan dus niet haar taak zijn: "
            "kies een partij in het systeem of een signaal."
        )


def _never_hers(mended_by: str) -> None:
    """A contact between two others is never hers to carry messages in."""
    if mended_by in (FactorOwner.MOTHER, FactorOwner.SIGNAL):
        raise MapError("Zij is geen boodschapper tussen anderen: kies wie van hen dit oppakt.")
