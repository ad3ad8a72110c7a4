"""The map without Django: records, who may own a change, and the map in words."""

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
from veerkracht.web.map.domain.ownership import allowed_owners, owner_is_allowed
from veerkracht.web.map.domain.records import MapBetween, MapError, MapFactor, MapNode, SystemMap, Tie

from .list_and_paragraph import ListEntry, RingList, as_list, as_paragraph

__all__ = [
    "MapBetween",
    "BetweenState",
    "Closeness",
    "Direction",
    "Effect",
    "ListEntry",
    "MapFactor",
    "FactorGroup",
    "MapError",
    "MapNode",
    "NodeKind",
    "FactorOwner",
    "Ring",
    "RingList",
    "Speaker",
    "Strength",
    "SupportKind",
    "SystemMap",
    "Tie",
    "TieKind",
    "allowed_owners",
    "as_list",
    "as_paragraph",
    "owner_is_allowed",
]
