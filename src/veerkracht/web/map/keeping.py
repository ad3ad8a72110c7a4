"""A map as JSON and back: what a snapshot holds, with for each thing whether only she may see it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from .domain import (
    Between,
    BetweenState,
    Closeness,
    Direction,
    Effect,
    Factor,
    Group,
    Node,
    NodeKind,
    Owner,
    Ring,
    Speaker,
    Strength,
    Support,
    SystemMap,
    Tie,
    TieKind,
)


def as_json(system_map: SystemMap, only_hers: Collection[str]) -> dict[str, Any]:
    """`only_hers`: "node 3", "factor 4": what nobody but she may see."""
    return {**asdict(system_map), "only_hers": sorted(only_hers)}


def from_json(content: dict[str, Any], *, hers: bool) -> SystemMap:
    """The map as it was kept; for somebody else than her without what only she may see."""
    hidden = frozenset() if hers else frozenset(content["only_hers"])
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


def _node(kept: dict[str, Any]) -> Node:
    choices = {
        "ring": Ring(kept["ring"]),
        "kind": NodeKind(kept["kind"]),
        "group": Group(kept["group"]),
        "closeness": Closeness(kept["closeness"]),
    }
    return Node(**{**kept, **choices})


def _tie(kept: dict[str, Any]) -> Tie:
    choices = {
        "kind": TieKind(kept["kind"]),
        "strength": Strength(kept["strength"]),
        "direction": Direction(kept["direction"]),
        "support": tuple(Support(code) for code in kept["support"]),
    }
    return Tie(**{**kept, **choices})


def _between(kept: dict[str, Any]) -> Between:
    mended_by = Owner(kept["mended_by"]) if kept["mended_by"] else None
    return Between(**{**kept, "state": BetweenState(kept["state"]), "mended_by": mended_by})


def _factor(kept: dict[str, Any], known: Collection[str]) -> Factor:
    choices = {
        "ring": Ring(kept["ring"]),
        "effect": Effect(kept["effect"]),
        "nodes": tuple(n for n in kept["nodes"] if n in known),
        "said_by": Speaker(kept["said_by"]) if kept["said_by"] else None,
        "owner": Owner(kept["owner"]) if kept["owner"] else None,
        "owner_node": kept["owner_node"] if kept["owner_node"] in known else None,
    }
    return Factor(**{**kept, **choices})
