"""The parts of the week that are facts of the household: from their forms to paths in `facts`, and back.

The other kinds (plan B, the year, how she thinks about childcare, a signal) are of the week alone and stay a `Part`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from veerkracht.household.unknown import NOT_ASKED, NOT_KNOWN, Between, Unknown
from veerkracht.web.facts.domain import childcare
from veerkracht.web.facts.queries import SavedFacts, Situation

from .domain.saved_week import MODES, PER_LEG, TRAVEL_MODE
from .models import PartKind

PartId = tuple[str, str]
ROOTS: dict[str, str] = {
    PartKind.CHILD: "children",
    PartKind.SERVICE: "cares",
    PartKind.OFFER: "jobs",
    PartKind.TRAVEL: "travel",
    PartKind.BLOCK: "protected",
    PartKind.LIMITS: "limits",
    PartKind.COURSE: "course",
}
SINGLE = (PartKind.LIMITS, PartKind.COURSE)
"""There is one of these: no key in the path."""
MODE_PATH = "travel.mode"
WITH_OFFER = "days_offer"
"""Days a week of a childcare with the work that was offered; the other fields are as they are now."""
USUAL = "usual"
"""The tick on a page of journeys: this is how she mostly goes."""
NAMES: dict[str, dict[str, str]] = {
    PartKind.CHILD: {
        "other_school": "other_parent.school",
        "other_holiday": "other_parent.holiday",
        "other_could": "other_parent.could",
        "other_safe": "other_parent_safe",
        "own_travel": "own_way_minutes",
        "alone_after": "alone_minutes.school",
        "alone_holiday": "alone_minutes.holiday",
    },
    PartKind.SERVICE: {
        "type": "kind",
        "at": "place",
        "open_days": "days",
        "open": "opens",
        "close": "closes",
        "days_school": "contract_days.school",
        "days_holiday": "contract_days.holiday",
        "rate": "euros_per_hour",
    },
    PartKind.OFFER: {
        "days": "blocks",
        "wage": "wage_per_hour",
        "home": "minutes_from_home",
        "travel": "minutes_from",
    },
}
# An empty answer in these means "asked, and nobody knows"; elsewhere it was not asked.
_MAY_BE_UNKNOWN = {"days_school", "days_holiday", "alone_after", "alone_holiday", "home"}


def is_of_household(kind: str) -> bool:
    return kind in ROOTS


def root_of(kind: str, key: str) -> str:
    """The path below which the fields of this part stand."""
    return f"{ROOTS[kind]}." if kind in SINGLE else f"{ROOTS[kind]}.{key}."


def roots_of(kind: str, key: str) -> tuple[str, ...]:
    """The paths whose highest revision is the version of this part."""
    here = root_of(kind, key)
    return (here, MODE_PATH) if kind == PartKind.LIMITS else (here,)


def values_of(kind: str, key: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a part by their path."""
    names, here = NAMES.get(kind, {}), root_of(kind, key)
    values: dict[str, Any] = {}
    for name, value in facts.items():
        if (kind, name) == (PartKind.SERVICE, WITH_OFFER):
            continue
        if (kind, name) == (PartKind.TRAVEL, USUAL):
            values |= {MODE_PATH: key} if value else {}
            continue
        path = MODE_PATH if (kind, name) == (PartKind.LIMITS, "mode") else here + names.get(name, name)
        values[path] = _to_fact(kind, name, value)
    return values


def values_with_offer(kind: str, key: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What is otherwise with the work that was offered: the days of a childcare."""
    if kind != PartKind.SERVICE or WITH_OFFER not in facts:
        return {}
    days = facts[WITH_OFFER]
    return {f"{root_of(kind, key)}{childcare.SCHOOL_DAYS}": NOT_ASKED if days is None else days}


def parts_of(saved: SavedFacts) -> dict[PartId, dict[str, Any]]:
    """The parts of the week that were said, in the order in which they were."""
    parts: dict[PartId, dict[str, Any]] = {}
    for row in saved.rows.values():
        part = part_of_path(row.path)
        if part is None:
            continue
        kind, key, path = part
        if row.situation == Situation.OFFER:
            parts.setdefault((kind, key), {})[WITH_OFFER] = _from_fact(row.value)
            continue
        parts.setdefault((kind, key), {})[_NAMES_BACK[kind].get(path, path)] = _from_fact(row.value)
    return parts


def part_of_path(path: str) -> tuple[str, str, str] | None:
    """Kind, key and field of a path; None where it is of no part of the week."""
    root, _dot, rest = path.partition(".")
    kind = _KINDS.get(root)
    if kind is None or not rest:
        return None
    if path == MODE_PATH:
        return TRAVEL_MODE, "", "mode"
    if kind in SINGLE:
        return kind, "", rest
    key, _dot, name = rest.partition(".")
    if not name or (kind == PartKind.TRAVEL and key not in (*MODES, PER_LEG)):
        return None
    return kind, key, name


def _to_fact(kind: str, name: str, value: Any) -> Any:
    if value is None:
        return NOT_KNOWN if name in _MAY_BE_UNKNOWN or kind == PartKind.TRAVEL else NOT_ASKED
    if isinstance(value, dict) and set(value) == {"min", "max"}:
        return Between(value["min"], value["max"])
    return value


def _from_fact(value: Any) -> Any:
    if isinstance(value, Unknown):
        return None
    return {"min": value.low, "max": value.high} if isinstance(value, Between) else value


_KINDS = {root: kind for kind, root in ROOTS.items()}
_NAMES_BACK = {kind: {path: name for name, path in NAMES.get(kind, {}).items()} for kind in ROOTS}
_NAMES_BACK[TRAVEL_MODE] = {}
