"""The facts as they stand in the picture, to be held against the list and the paragraph."""

from collections import Counter
from xml.etree import ElementTree as ET

from veerkracht.web.map.domain.kinds import (
    Closeness,
    Direction,
    Effect,
    FactorOwner,
    NodeKind,
    Ring,
    Speaker,
    Strength,
    SupportKind,
    TieKind,
)
from veerkracht.web.map.domain.records import MapFactor, MapNode, Tie
from veerkracht.web.map.drawing.svg import NAMESPACE
from veerkracht.web.map.tests.read_back import Fact, Facts, factor_fact, key, node_fact, tie_fact


def facts_in_svg(svg: str) -> Facts:
    """Read every drawn node, tie, contact between others and factor back from its group."""
    root = ET.fromstring(svg)
    groups = [group.attrib for group in root.iter(f"{{{NAMESPACE}}}g") if "data-fact" in group.attrib]
    name = {g["data-id"]: key(g["data-name"]) for g in groups if g["data-fact"] == "node"}
    return Counter(_fact(group, name) for group in groups)


def _fact(group: dict[str, str], name: dict[str, str]) -> Fact:
    what = group["data-fact"]
    if what == "node":
        return node_fact(_node(group))
    if what == "tie":
        return tie_fact(name[group["data-node"]], _tie(group))
    if what == "factor":
        return factor_fact(_factor(group), name)
    first, second = sorted((name[group["data-first"]], name[group["data-second"]]))
    return (
        "between",
        first,
        second,
        group["data-state"],
        group["data-lost"],
        group.get("data-mended-by", ""),
    )


def _node(group: dict[str, str]) -> MapNode:
    return MapNode(
        group["data-id"],
        group["data-name"],
        Ring(group["data-ring"]),
        NodeKind(group["data-kind"]),
        closeness=Closeness(group["data-closeness"]),
        is_wish="data-wish" in group,
        role_model="data-role-model" in group,
        do_not_contact="data-do-not-contact" in group,
    )


def _tie(group: dict[str, str]) -> Tie:
    return Tie(
        group["data-node"],
        TieKind(group["data-kind"]),
        Strength(group.get("data-strength", "moderate")),
        Direction(group.get("data-direction", "receives")),
        tuple(SupportKind(code) for code in group["data-support"]),
        group["data-note"],
    )


def _factor(group: dict[str, str]) -> MapFactor:
    said_by, owner = group.get("data-said-by"), group.get("data-owner")
    return MapFactor(
        group["data-id"],
        Ring(group["data-ring"]),
        group["data-text"],
        Effect(group["data-effect"]),
        tuple(group["data-nodes"].split()),
        Speaker(said_by) if said_by else None,
        FactorOwner(owner) if owner else None,
        group.get("data-owner-node"),
        group["data-wish"],
    )
