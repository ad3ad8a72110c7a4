"""From what a family told us to the JSON that `veerkracht.week` reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from veerkracht.week.family import COURSE, HOME, SCHOOL, WORK

from .protected_time import protected_json
from .told import SCHOOL_AGE, TEEN, Facts, Told

Raw = dict[str, Any]
OTHER_PARENT = "andere ouder,"
GENERAL = {
    "dagopvang": "de opvang",
    "gastouder": "de gastouder",
    "bso": "de bso",
    "voorschoolse_opvang": "de voorschoolse opvang",
    "vakantieopvang": "de vakantieopvang",
    "informeel": "een bekende",
}
STANDARD_MINUTES = {frozenset((HOME, WORK)): 20, frozenset((SCHOOL, WORK)): 20}
ELSEWHERE = 10


def child_ids(told: Told) -> dict[str, str]:
    """The name by which the week knows each child, by key; two of one name get a number."""
    return dict(zip((kid.key for kid in told.kids), unique(kid.name for kid in told.kids), strict=True))


def service_ids(told: Told) -> dict[str, str]:
    """The name of each service by key; a general word where places must stay unnamed."""
    services = told.services()
    names = (
        GENERAL[s["type"]] if told.places_are_secret or not s["name"] else s["name"]
        for s in services.values()
    )
    return dict(zip(services, unique(names, taken=child_ids(told).values()), strict=True))


def unique(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The names, a second of one name with a number."""
    found: list[str] = []
    known = set(taken)
    for name in names:
        plain, number = name.strip() or "…", 2
        name = plain
        while name in known:
            name, number = f"{plain} ({number})", number + 1
        known.add(name)
        found.append(name)
    return found


def place_of(key: str, service: Facts) -> str:
    return {"school": SCHOOL, "home": HOME}.get(service["at"], key)


def places(told: Told) -> list[str]:
    """Every place of this week, home and work first."""
    found = [HOME, WORK]
    if any(told.kid(kid)["kind"] == SCHOOL_AGE for kid in told.kids):
        found.append(SCHOOL)
    for key, service in told.services().items():
        found.append(place_of(key, service))
    if told.course["times"]:
        found.append(COURSE)
    return list(dict.fromkeys(found))


def legs(told: Told) -> list[tuple[str, str]]:
    """Every pair of places she may travel between."""
    found = places(told)
    return [(first, second) for index, first in enumerate(found) for second in found[index + 1 :]]


def leg_minutes(told: Told, leg: tuple[str, str], mode: str = "") -> Any:
    """The minutes told for this way of travelling, or for the way of this journey; else what we count with."""
    there, back = "-".join(leg), "-".join(reversed(leg))
    given = told.one("travel", {}, mode or told.mode_of(there))
    return given.get(there, given.get(back, STANDARD_MINUTES.get(frozenset(leg), ELSEWHERE)))


def family_json(told: Told, mode: str = "") -> Raw:
    """The whole family, with this way of travelling where one is named."""
    limits, ids = told.limits, service_ids(told)
    helping = {key: s for key, s in told.services().items() if not told.is_avoided(s)}
    agreed = {key: s for key, s in helping.items() if s["state"] == "agreed"}
    maybe = {key: s for key, s in helping.items() if s["state"] != "agreed"}
    return {
        "name": "gezin",
        "travel_buffer_minutes": limits["buffer"],
        "school_gate": {"minutes_before": limits["gate_before"], "minutes_after": limits["gate_after"]},
        "parent": _parent(limits),
        "travel": [
            {"from": leg[0], "to": leg[1], "minutes": leg_minutes(told, leg, mode)} for leg in legs(told)
        ],
        "children": [_child(told, kid.key) for kid in told.kids],
        "services": [_service(told, key, service, ids[key]) for key, service in agreed.items()],
        "protected": protected_json(told),
        "course": told.course["times"],
        "course_in_holidays": told.course["holidays"],
        "year": _year(told.year),
        "possible": {
            "trusted": [_trusted(told, key, service, ids[key]) for key, service in maybe.items()],
            "other_parent": _other_parent(told),
            "courses": _other_times(told.course),
        },
    }


def _parent(limits: Facts) -> Raw:
    return {
        "leave_after": limits["leave_after"],
        "home_by": limits["home_by"],
        "work_from": limits["work_from"],
        "work_to": limits["work_to"],
        "minimum_shift_minutes": limits["minimum_shift"],
        "maximum_load_minutes_per_day": limits["load_day"],
        "maximum_load_minutes_per_week": limits["load_week"],
        "maximum_work_days": limits["work_days"],
        "maximum_paid_minutes_per_day": limits["paid_day"],
        "maximum_paid_minutes_per_week": limits["paid_week"],
    }


def _child(told: Told, key: str) -> Raw:
    kid = next(kid for kid in told.kids if kid.key == key)
    facts = told.kid(kid)
    safe = facts["other_safe"]
    found: Raw = {
        "id": child_ids(told)[key],
        "kind": facts["kind"],
        "other_parent_days": {
            "school": facts["other_school"] if safe else [],
            "holiday": facts["other_holiday"] if safe else [],
        },
    }
    if facts["kind"] in (SCHOOL_AGE, TEEN):
        found["school"] = facts["school"]
    if facts["kind"] == TEEN:
        found["own_travel_minutes"] = facts["own_travel"]
        found["alone_after_school_minutes"] = facts["alone_after"]
        found["alone_in_holiday_minutes"] = facts["alone_holiday"]
    return found


def _named(told: Told, service: Facts) -> list[str]:
    """The children of a service that are still in the family."""
    ids = child_ids(told)
    return [ids[key] for key in service["children"] if key in ids]


def _service(told: Told, key: str, service: Facts, id_: str) -> Raw:
    found: Raw = {
        "id": id_,
        "type": service["type"],
        "place": place_of(key, service),
        "children": _named(told, service),
        "open_days": service["open_days"],
        "handover_minutes": service["handover"],
        "contract_days": {"school": service["days_school"], "holiday": service["days_holiday"]},
    }
    for ours, theirs in (
        ("open", "open"),
        ("close", "close"),
        ("latest_drop", "latest_drop"),
        ("hours_per_day", "paid_hours_per_day"),
        ("rate", "hourly_rate"),
    ):
        if service[ours] is not None:
            found[theirs] = service[ours]
    return found


def _trusted(told: Told, key: str, service: Facts, id_: str) -> Raw:
    """Somebody who could help: counted only where both want it and it is safe."""
    return {
        "id": id_,
        "place": place_of(key, service),
        "children": _named(told, service),
        "until": service["close"] or "18:00",
        "handover_minutes": service["handover"],
        "open_days": service["open_days"],
        "afternoons": service["days_school"] or 1,
    }


def _other_parent(told: Told) -> list[Raw]:
    """Days the other parent could have a child besides: only where the days together are told to be safe."""
    found = []
    for kid in told.kids:
        facts, name = told.kid(kid), child_ids(told)[kid.key]
        days = [day for day in facts["other_could"] if day not in facts["other_school"]]
        if facts["other_safe"] and days:
            found.append({"id": f"{OTHER_PARENT} {name}", "safe": True, "children": [name], "days": days})
    return found


def _other_times(course: Facts) -> list[Raw]:
    if not course["times"] or not course["other_times"]:
        return []
    return [{"id": "course_other_times", "course": course["other_times"]}]


def _year(year: Facts) -> Raw:
    return {
        "school_weeks": 40,
        "holiday_weeks": 12,
        "leave_weeks": year["leave_weeks"],
        "study_days": year["study_days"],
        "other_parent_weeks": year["other_parent_weeks"],
        "sick_days": {kind: year[f"sick_{kind}"] for kind in ("toddler", "school", "teen")},
    }
