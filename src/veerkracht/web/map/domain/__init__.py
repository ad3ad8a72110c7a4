"""The map without Django: records, who may own a change, and the map in words."""

from veerkracht.web.map.domain.facts import Fact, Facts, facts_in_list, facts_in_paragraph, facts_of
from veerkracht.web.map.domain.kinds import (
    BetweenState,
    Closeness,
    Direction,
    Effect,
    Group,
    NodeKind,
    Owner,
    Ring,
    Speaker,
    Strength,
    Support,
    TieKind,
)
from veerkracht.web.map.domain.ownership import allowed_owners, owner_is_allowed
from veerkracht.web.map.domain.records import Between, Factor, MapError, Node, SystemMap, Tie
from veerkracht.web.map.domain.telling import Entry, RingList, as_list, as_paragraph

__all__ = [
    "Between",
    "BetweenState",
    "Closeness",
    "Direction",
    "Effect",
    "Entry",
    "Fact",
    "Factor",
    "Facts",
    "Group",
    "MapError",
    "Node",
    "NodeKind",
    "Owner",
    "Ring",
    "RingList",
    "Speaker",
    "Strength",
    "Support",
    "SystemMap",
    "Tie",
    "TieKind",
    "allowed_owners",
    "as_list",
    "as_paragraph",
    "facts_in_list",
    "facts_in_paragraph",
    "facts_of",
    "owner_is_allowed",
]
