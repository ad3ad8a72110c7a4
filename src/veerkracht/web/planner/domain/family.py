"""From what a family told us to the JSON that `veerkracht.week` reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from veerkracht.week.family import COURSE, HOME, SCHOOL, WORK
from veerkracht.week.times import DAYS, MIDNIGHT

from .able import limits_with
from .protected_time import protected_json
from .saved_week import SCHOOL_AGE, TEEN, Facts, SavedWeek, kind_at_school

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


def child_ids(saved: SavedWeek) -> dict[str, str]:
    """The name by which the week knows each child, by key; two of one name get a number."""
    return dict(zip((kid.key for kid in saved.kids), unique(kid.name for kid in saved.kids), strict=True))


def service_ids(saved: SavedWeek) -> dict[str, str]:
    """The name of each service by key; a general word where places must stay unnamed."""
    services = saved.services()
    names = (
        GENERAL[s["type"]] if saved.places_are_secret or not s["name"] else s["name"]
        for s in services.values()
    )
    return dict(zip(services, unique(names, taken=child_ids(saved).values()), strict=True))


def unique(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """The names, a second of one name with a number."""
    ids: list[str] = []
    known = set(taken)
    for name in names:
        plain, number = name.strip() or "…", 2
        name = plain
        while name in known:
            name, number = f"{plain} ({number})", number + 1
        known.add(name)
        ids.append(name)
    return ids


def place_of(key: str, service: Facts) -> str:
    return {"school": SCHOOL, "home": HOME}.get(service["at"], key)


def places(saved: SavedWeek) -> list[str]:
    """Every place of this week, home and work first."""
    all_places = [HOME, WORK]
    if any(saved.kid(kid)["kind"] == SCHOOL_AGE for kid in saved.kids):
        all_places.append(SCHOOL)
    for key, service in saved.services().items():
        all_places.append(place_of(key, service))
    if saved.course["times"]:
        all_places.append(COURSE)
    return list(dict.fromkeys(all_places))


def legs(saved: SavedWeek) -> list[tuple[str, str]]:
    """Every pair of places she may travel between."""
    all_places = places(saved)
    return [(first, second) for index, first in enumerate(all_places) for second in all_places[index + 1 :]]


def leg_minutes(saved: SavedWeek, leg: tuple[str, str], mode: str = "") -> Any:
    """The minutes told for this way of travelling, or for the way of this journey; else what we count with."""
    there, back = "-".join(leg), "-".join(reversed(leg))
    minutes_by_leg = saved.one("travel", {}, mode or saved.mode_of(there))
    return minutes_by_leg.get(
        there, minutes_by_leg.get(back, STANDARD_MINUTES.get(frozenset(leg), ELSEWHERE))
    )


def family_json(saved: SavedWeek, mode: str = "") -> Raw:
    """The whole family, with this way of travelling where one is named."""
    limits, ids = limits_with(saved.limits, saved.able), service_ids(saved)
    helping = {key: s for key, s in saved.services().items() if not saved.is_avoided(s)}
    agreed = {key: s for key, s in helping.items() if s["state"] == "agreed"}
    maybe = {key: s for key, s in helping.items() if s["state"] != "agreed"}
    return {
        "name": "gezin",
        "travel_buffer_minutes": limits["buffer"],
        "school_gate": {"minutes_before": limits["gate_before"], "minutes_after": limits["gate_after"]},
        "parent": _parent(limits),
        "travel": [
            {"from": leg[0], "to": leg[1], "minutes": leg_minutes(saved, leg, mode)} for leg in legs(saved)
        ],
        "children": [_child(saved, kid.key) for kid in saved.kids],
        "services": [_service(saved, key, service, ids[key]) for key, service in agreed.items()],
        "protected": protected_json(saved),
        "course": saved.course["times"],
        "course_in_holidays": saved.course["holidays"],
        "year": _year(saved.year),
        "possible": {
            "trusted": [_trusted(saved, key, service, ids[key]) for key, service in maybe.items()],
            "other_parent": _other_parent(saved),
            "courses": _other_times(saved.course),
        },
    }


def _parent(limits: Facts) -> Raw:
    return {
        "leave_after": limits["leave_after"],
        "home_by": limits["home_by"],
        "work_from": limits["work_from"],
        "work_to": limits["work_to"],
        "minimum_shift_minutes": limits["minimum_shift"],
        "maximum_load_minutes_per_day": _or_none(limits["load_day"], MIDNIGHT),
        "maximum_load_minutes_per_week": _or_none(limits["load_week"], 7 * MIDNIGHT),
        "maximum_work_days": _or_none(limits["work_days"], len(DAYS)),
        "maximum_paid_minutes_per_day": limits["paid_day"],
        "maximum_paid_minutes_per_week": limits["paid_week"],
    }


def _or_none(limit: int | None, most: int) -> int:
    """A limit that nobody gave is as wide as it can be."""
    return most if limit is None else limit


def _child(saved: SavedWeek, key: str) -> Raw:
    """Whether it is fetched is her own choice; its age says what kind of child it is in the year."""
    kid = next(kid for kid in saved.kids if kid.key == key)
    facts = saved.kid(kid)
    safe, goes_alone = facts["other_safe"], facts["kind"] == TEEN
    at_school = facts["kind"] in (SCHOOL_AGE, TEEN)
    child: Raw = {
        "id": child_ids(saved)[key],
        "kind": kind_at_school(kid.age) if at_school else facts["kind"],
        "other_parent_days": {
            "school": facts["other_school"] if safe else [],
            "holiday": facts["other_holiday"] if safe else [],
        },
    }
    if at_school:
        child |= {"school": facts["school"], "own_way": goes_alone}
    if goes_alone:
        child["own_travel_minutes"] = facts["own_travel"]
        child["alone_after_school_minutes"] = facts["alone_after"]
        child["alone_in_holiday_minutes"] = facts["alone_holiday"]
    return child


def _named(saved: SavedWeek, service: Facts) -> list[str]:
    """The children of a service that are still in the family."""
    ids = child_ids(saved)
    return [ids[key] for key in service["children"] if key in ids]


def _service(saved: SavedWeek, key: str, service: Facts, id_: str) -> Raw:
    service_json: Raw = {
        "id": id_,
        "type": service["type"],
        "place": place_of(key, service),
        "children": _named(saved, service),
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
            service_json[theirs] = service[ours]
    return service_json


def _trusted(saved: SavedWeek, key: str, service: Facts, id_: str) -> Raw:
    """Somebody who could help: counted only where both want it and it is safe."""
    return {
        "id": id_,
        "place": place_of(key, service),
        "children": _named(saved, service),
        "until": service["close"] or "18:00",
        "handover_minutes": service["handover"],
        "open_days": service["open_days"],
        "afternoons": service["days_school"] or 1,
    }


def _other_parent(saved: SavedWeek) -> list[Raw]:
    """Days the other parent could have a child besides: only where the days together are told to be safe."""
    parents = []
    for kid in saved.kids:
        facts, name = saved.kid(kid), child_ids(saved)[kid.key]
        days = [day for day in facts["other_could"] if day not in facts["other_school"]]
        if facts["other_safe"] and days:
            parents.append({"id": f"{OTHER_PARENT} {name}", "safe": True, "children": [name], "days": days})
    return parents


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
