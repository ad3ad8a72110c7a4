"""A map as JSON and back: what a snapshot holds, with for each thing whether only she may see it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from .domain import (
    BetweenState,
    Closeness,
    Direction,
    Effect,
    FactorGroup,
    FactorOwner,
    MapBetween,
    MapFactor,
    MapNode,
    NodeKind,
    Ring,
    Speaker,
    Strength,
    SupportKind,
    SystemMap,
    Tie,
    TieKind,
)


def as_json(system_map: SystemMap, only_hers: Collection[str]) -> dict[str, Any]:
    """`only_hers`: "node 3", "factor 4": what she hid."""
    return {**asdict(system_map), "only_hers": sorted(only_hers)}


def from_json(content: dict[str, Any]) -> SystemMap:
    """The map as it was kept, without what she hid then or later."""
    hidden = frozenset(content["only_hers"])
    nodes = tuple(_node(n) for n in content["nodes"] if f"node {n['id']}" not in hidden)
    known = {node.id for node in nodes}
    return SystemMap(
        mother=content["mother"],
        nodes=nodes,
        ties=tuple(_tie(t) for t in content["ties"] if t["node"] in known),
        betweens=tuple(
            _between(b)
            for b in content["betweens"]
            if f"between {b['id']}" not in hidden and {b["first"], b["second"]} <= known
        ),
        factors=tuple(_factor(f, known) for f in content["factors"] if f"factor {f['id']}" not in hidden),
    )


def without_node(content: dict[str, Any], node_id: str) -> dict[str, Any]:
    """The kept map as if this node had never stood on it."""
    return {
        **content,
        "nodes": [n for n in content["nodes"] if n["id"] != node_id],
        "ties": [t for t in content["ties"] if t["node"] != node_id],
        "betweens": [b for b in content["betweens"] if node_id not in (b["first"], b["second"])],
        "factors": [
            {
                **f,
                "nodes": [n for n in f["nodes"] if n != node_id],
                "owner_node": None if f["owner_node"] == node_id else f["owner_node"],
            }
            for f in content["factors"]
        ],
    }


def _node(raw: dict[str, Any]) -> MapNode:
    choices = {
        "ring": Ring(raw["ring"]),
        "kind": NodeKind(raw["kind"]),
        "group": FactorGroup(raw["group"]),
        "closeness": Closeness(raw["closeness"]),
    }
    return MapNode(**{**raw, **choices})


def _tie(raw: dict[str, Any]) -> Tie:
    choices = {
        "kind": TieKind(raw["kind"]),
        "strength": Strength(raw["strength"]),
        "direction": Direction(raw["direction"]),
        "support": tuple(SupportKind(code) for code in raw["support"]),
    }
    return Tie(**{**raw, **choices})


def _between(raw: dict[str, Any]) -> MapBetween:
    mended_by = FactorOwner(raw["mended_by"]) if raw["mended_by"] else None
    return MapBetween(**{**raw, "state": BetweenState(raw["state"]), "mended_by": mended_by})


def _factor(raw: dict[str, Any], known: Collection[str]) -> MapFactor:
    choices = {
        "ring": Ring(raw["ring"]),
        "effect": Effect(raw["effect"]),
        "nodes": tuple(n for n in raw["nodes"] if n in known),
        "said_by": Speaker(raw["said_by"]) if raw["said_by"] else None,
        "owner": FactorOwner(raw["owner"]) if raw["owner"] else None,
        "owner_node": raw["owner_node"] if raw["owner_node"] in known else None,
    }
    return MapFactor(**{**raw, **choices})
