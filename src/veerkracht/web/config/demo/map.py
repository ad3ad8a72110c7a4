"""The map of a demo family, through the map's own actions.

A family's file has these tables under the person they belong to (all fields but those marked * may be left out):

    [[people.map.nodes]]
    id = "oma"                # * a name of your own, to refer to below; nobody sees it
    name = "Oma"              # * first name or role only, at most 60 characters
    ring = "micro"            # * micro | meso | exo | macro
    kind = "person"           # person | organisation | rule | circumstance
    group = "family"          # home | family | friends | neighbours | work | school | help | municipality | other
    closeness = "close"       # close | normal | far: where she puts it herself
    angle = 300.0             # degrees clockwise from the top, only when she placed it herself
    tie = "support"           # support | pressure | both | broken | possible; left out: nothing said yet
    direction = "receives"    # receives | gives | both, seen from her; needed with support, pressure and both
    strength = "strong"       # strong | moderate | weak
    support = "PO"            # letters: E listens, P practical, G company, A advice, O minding children,
                              # L example in work, D expectations
    note = "Donderdag misschien."   # her words, at most 200 characters
    is_wish = true            # an empty place: not there yet, but wished
    role_model = true
    do_not_contact = true
    only_hers = true          # only she herself sees it
    gone = true               # stands on an earlier map only

    [[people.map.betweens]]   # a contact between two others
    first = "school"          # * ids of nodes
    second = "hulp"           # *
    state = "silent"          # * in_touch | works_together | silent | contradictory | information_lost
    lost = "De school weet niet wanneer er therapie is."
    mended_by = "klantmanager"  # klantmanager | municipality | employer | school | care | network
    only_hers = true

    [[people.map.factors]]    # a barrier or an opening, in her words
    ring = "exo"              # * micro | meso | exo | macro
    text = "De opvang stopt."  # * at most 300 characters; up to 64 it stands on the picture itself
    effect = "hinders"        # * hinders | helps | both
    nodes = ["gemeente"]      # ids it belongs to
    said_by = "mother"        # mother | klantmanager | other
    owner = "municipality"    # klantmanager | municipality | employer | school | care | signal,
                              # and on micro and meso also network and mother; never on exo and macro
    owner_node = "gemeente"   # who that is, when it stands on the map
    wish = "De gemeente betaalt door."
    seed = "B23"              # the item of the method it was coded with, if any
    only_hers = true

    [[people.map.snapshots]]  # the map of another day: people and ties only
    label = "Voor de taalles"  # *
    days_ago = 200            # *
    nodes = ["oma", "school"]  # * ids of the nodes above that stood on it then
    changes = [ { id = "oma", tie = "both", direction = "both" } ]  # how those differed then

    [people.map.wished]       # the map as she wishes it: it begins as a copy of the present one
    changes = [ { id = "oma", tie = "support", direction = "both" } ]
    nodes = [ { name = "Collega's in de keuken", ring = "micro", group = "work", tie = "support", direction = "both" } ]

    [people.map]
    made_days_ago = 16        # when the map was drawn together
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from veerkracht.web.map import actions, queries
from veerkracht.web.map.models import Layer, Node
from veerkracht.web.people.models import Account, Case

from .clock import put_in_past

Facts = dict[str, Any]
Nodes = dict[str, Node]


def load_map(case: Case, klantmanager: Account, facts: Facts, today: dt.date) -> None:
    """Draw the map as the family's file tells it: earlier maps first, then the present one, then the wished one."""
    if not facts:
        return
    made_days_ago, nodes = facts.get("made_days_ago", 16), Nodes()
    for snapshot in sorted(facts.get("snapshots", []), key=lambda snapshot: -snapshot["days_ago"]):
        _load_snapshot(case, klantmanager, facts["nodes"], nodes, snapshot, today)
    for facts_of_node in facts.get("nodes", []):
        _put(case, klantmanager, nodes, facts_of_node, made_days_ago, today)
    for facts_of_node in facts.get("betweens", []):
        _add_between(case, klantmanager, nodes, facts_of_node, made_days_ago, today)
    for facts_of_node in facts.get("factors", []):
        _add_factor(case, klantmanager, nodes, facts_of_node, made_days_ago, today)
    if "wished" in facts:
        _load_wished(case, klantmanager, nodes, facts["wished"], made_days_ago, today)


def _writer(case: Case, klantmanager: Account, facts: Facts) -> Account:
    """What only she may see, only she can have written."""
    return her_account(case) if facts.get("only_hers") else klantmanager


def her_account(case: Case) -> Account:
    assert case.account is not None, "everybody in the demo can log in herself"
    return case.account


def _put(
    case: Case, klantmanager: Account, nodes: Nodes, facts: Facts, days_ago: int, today: dt.date
) -> None:
    """Put it on the map, or change what stood there from an earlier map; `gone` takes it off."""
    values = {name: value for name, value in facts.items() if name not in ("id", "gone")}
    earlier, by = nodes.get(facts["id"]), _writer(case, klantmanager, facts)
    if earlier is None and facts.get("gone"):
        return
    if earlier is None:
        nodes[facts["id"]] = actions.add_node(by=by, case=case, **values)
    else:
        seen = {"case": case, "node_id": earlier.pk, "seen_version": earlier.version}
        if facts.get("gone"):
            actions.remove_node(by=case.account, **seen)
        else:
            nodes[facts["id"]] = actions.change_node(by=by, **seen, **{**_ordinary(), **values})
    put_in_past(days_ago, today)


def _ordinary() -> Facts:
    """What a node is when the file does not say otherwise."""
    plain = ("kind", "group", "closeness", "angle", "is_wish", "role_model", "do_not_contact")
    tie = ("tie", "strength", "direction", "support", "note")
    empty = Node()
    return {name: getattr(empty, name) for name in (*plain, *tie)}


def _add_between(
    case: Case, klantmanager: Account, nodes: Nodes, facts: Facts, days_ago: int, today: dt.date
) -> None:
    ends = {"first": nodes[facts["first"]].pk, "second": nodes[facts["second"]].pk}
    actions.add_between(by=_writer(case, klantmanager, facts), case=case, **{**facts, **ends})
    put_in_past(days_ago, today)


def _add_factor(
    case: Case, klantmanager: Account, nodes: Nodes, facts: Facts, days_ago: int, today: dt.date
) -> None:
    values = {**facts, "nodes": [nodes[name].pk for name in facts.get("nodes", [])]}
    if "owner_node" in values:
        values["owner_node_id"] = nodes[values.pop("owner_node")].pk
    actions.add_factor(by=_writer(case, klantmanager, facts), case=case, **values)
    put_in_past(days_ago, today)


def _load_snapshot(
    case: Case, klantmanager: Account, everybody: list[Facts], nodes: Nodes, facts: Facts, today: dt.date
) -> None:
    """Draw the map as it was then and keep it; who stands on it now too, is changed afterwards."""
    changed = {one["id"]: one for one in facts.get("changes", [])}
    for row in everybody:
        if row["id"] in facts["nodes"]:
            then = {**row, "gone": False, **changed.get(row["id"], {})}
            _put(case, klantmanager, nodes, then, facts["days_ago"], today)
    taken_on = today - dt.timedelta(days=facts["days_ago"])
    actions.take_snapshot(by=klantmanager, case=case, label=facts["label"], taken_on=taken_on)
    put_in_past(facts["days_ago"], today)


def _load_wished(
    case: Case, klantmanager: Account, nodes: Nodes, facts: Facts, days_ago: int, today: dt.date
) -> None:
    actions.begin_wished_map(by=klantmanager, case=case)
    put_in_past(days_ago, today)
    copies = {
        node.key: node for node in queries.nodes_of(case=case, account=her_account(case), layer=Layer.WISHED)
    }
    for wished in facts.get("changes", []):
        copy, values = copies[nodes[wished["id"]].key], {k: v for k, v in wished.items() if k != "id"}
        actions.change_node(by=klantmanager, case=case, node_id=copy.pk, seen_version=copy.version, **values)
        put_in_past(days_ago, today)
    for wished in facts.get("nodes", []):
        actions.add_node(by=klantmanager, case=case, layer=Layer.WISHED, **wished)
        put_in_past(days_ago, today)
