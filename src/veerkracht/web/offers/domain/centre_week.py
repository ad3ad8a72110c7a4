"""A centre of childcare laid over a week: for which children it is, how many hours of work then fit, and on which days
it would be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from veerkracht.web.planner.domain.family import family_json, service_ids
from veerkracht.web.planner.domain.saved_week import (
    AGE_OF_SCHOOL,
    AGE_OF_TEEN,
    SERVICE,
    SERVICE_DEFAULTS,
    Kid,
    SavedWeek,
)
from veerkracht.week.answer import SolvedWeek, solved_week
from veerkracht.week.fields import BadInput

NEW = "nieuw"
HOLIDAYS, CHILDMINDER = "vakantieopvang", "gastouder"
BEFORE_SCHOOL_AGE = ("dagopvang",)


@dataclass(frozen=True, kw_only=True)
class CentreFacts:
    """What of a centre the week reckons with."""

    kind: str
    name: str
    days: Sequence[str]
    opens: str
    closes: str
    hours_per_day: float | None
    euros_per_hour: float | None


@dataclass(frozen=True, kw_only=True)
class CentreWeek:
    """What a centre does to a week. `extra` is None while the week says too little; `replaces` is the key of a care of
    the same kind for the same children, that it would come instead of."""

    children: tuple[Kid, ...]
    extra: int | None
    used_days: int
    replaces: str
    facts: dict[str, Any]


def children_for(kind: str, kids: Sequence[Kid]) -> tuple[Kid, ...]:
    """By age: before school, at primary school, or either."""
    if kind == CHILDMINDER:
        return tuple(kid for kid in kids if kid.age < AGE_OF_TEEN)
    if kind in BEFORE_SCHOOL_AGE:
        return tuple(kid for kid in kids if kid.age < AGE_OF_SCHOOL)
    return tuple(kid for kid in kids if AGE_OF_SCHOOL <= kid.age < AGE_OF_TEEN)


def laid_over(saved: SavedWeek, centre: CentreFacts) -> CentreWeek | None:
    """None: there is no child of an age it is for."""
    children = children_for(centre.kind, saved.kids)
    if not children:
        return None
    replaces = _replaced(saved, centre.kind, children)
    most = _facts(saved, centre, children, replaces, len(centre.days))
    with_it = _with(saved, replaces, most)
    before, after = _solved(saved, centre.kind), _solved(with_it, centre.kind)
    is_known = before is not None and after is not None and not saved.missing_for_a_verdict
    used = _used_days(after, service_ids(with_it)[replaces or NEW]) if after else 0
    days = used or len(centre.days)
    return CentreWeek(
        children=children,
        extra=after.paid - before.paid if is_known and before and after else None,
        used_days=used,
        replaces=replaces,
        facts=_facts(saved, centre, children, replaces, days),
    )


def _replaced(saved: SavedWeek, kind: str, children: Sequence[Kid]) -> str:
    keys = {kid.key for kid in children}
    same = [
        key
        for key, service in saved.services().items()
        if service["type"] == kind and keys & set(service["children"])
    ]
    return same[0] if len(same) == 1 else ""


def _facts(
    saved: SavedWeek, centre: CentreFacts, children: Sequence[Kid], replaces: str, days: int
) -> dict[str, Any]:
    """The care as the week keeps it. Instead of another: its children, its days and how long bringing takes stay."""
    before = saved.service(replaces) if replaces else {}
    usual = {**SERVICE, **SERVICE_DEFAULTS[centre.kind]}
    name = "holiday" if centre.kind == HOLIDAYS else "school"
    contract = {"days_school": 0, "days_holiday": 0, f"days_{name}": days}
    if before:
        contract = {key: before[key] for key in contract}
    named = {} if saved.places_are_secret else {"name": centre.name[:40]}
    return {
        "type": centre.kind,
        **named,
        "children": before.get("children") or [kid.key for kid in children],
        "at": before.get("at", "own"),
        "open_days": list(centre.days),
        "open": centre.opens or None,
        "close": centre.closes or None,
        "latest_drop": None,
        "handover": before.get("handover", usual["handover"]),
        "hours_per_day": centre.hours_per_day or usual["hours_per_day"],
        "rate": centre.euros_per_hour,
        **contract,
    }


def _with(saved: SavedWeek, replaces: str, facts: dict[str, Any]) -> SavedWeek:
    return replace(saved, parts={**saved.parts, ("service", replaces or NEW): {"name": "", **facts}})


def _solved(saved: SavedWeek, kind: str) -> SolvedWeek | None:
    which: Literal["school", "holiday"] = "holiday" if kind == HOLIDAYS else "school"
    try:
        return solved_week(family_json(saved), which)
    except BadInput:
        return None  # the page of the week says what contradicts what


def _used_days(week: SolvedWeek, name: str) -> int:
    return len({day.day for day in week.days for there in day.presences if there.where == name})
