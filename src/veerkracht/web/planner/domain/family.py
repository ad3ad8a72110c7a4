"""From what a family told us to the JSON that `veerkracht.week` reads.

Time that is kept free is put in as somebody who needs her: in the model a child with special days is exactly that.
She works before, between or after: each is tried out. Where she may not be away yet it is a `toddler` whom nobody
takes over at home sooner, where she must be home again a `teen` who is alone no longer. Their ids begin with
`HIDDEN`, and no page shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product
from typing import Any

from veerkracht.week.family import COURSE, HOME, SCHOOL, WORK
from veerkracht.week.times import DAYS, MIDNIGHT, Kind, clock, minutes_of

from .told import SCHOOL_AGE, TEEN, Facts, Told

Raw = dict[str, Any]
Gap = tuple[int, int]
HIDDEN = "~"
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
MOST_BLOCKS_A_DAY = 3


def child_ids(told: Told) -> dict[str, str]:
    """The name by which the week knows each child, by key; two of one name get a number."""
    return dict(zip((kid.key for kid in told.kids), _unique(kid.name for kid in told.kids), strict=True))


def service_ids(told: Told) -> dict[str, str]:
    """The name of each service by key; a general word where places must stay unnamed."""
    services = told.services()
    names = (GENERAL[s["type"]] if told.places_are_secret else s["name"] for s in services.values())
    return dict(zip(services, _unique(names, taken=child_ids(told).values()), strict=True))


def _unique(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    found: list[str] = []
    known = set(taken)
    for name in names:
        plain, number = name.strip().lstrip(HIDDEN) or "…", 2
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
    """The minutes that were told for this way of travelling, else what we count with."""
    given = told.one("travel", {}, mode or told.mode)
    there, back = "-".join(leg), "-".join(reversed(leg))
    return given.get(there, given.get(back, STANDARD_MINUTES.get(frozenset(leg), ELSEWHERE)))


def family_json(told: Told, mode: str = "", blocks: tuple[Raw, ...] = ()) -> Raw:
    """The whole family; `blocks` are the hidden ones, see `with_blocks`."""
    limits, ids = told.limits, service_ids(told)
    agreed = {key: s for key, s in told.services().items() if s["state"] == "agreed"}
    maybe = {key: s for key, s in told.services().items() if s["state"] != "agreed"}
    children, hidden = [_child(told, kid.key) for kid in told.kids], list(blocks)
    return {
        "name": "gezin",
        "travel_buffer_minutes": limits["buffer"],
        "school_gate": {"minutes_before": limits["gate_before"], "minutes_after": limits["gate_after"]},
        "parent": _parent(limits),
        "travel": [
            {"from": leg[0], "to": leg[1], "minutes": leg_minutes(told, leg, mode)} for leg in legs(told)
        ],
        "children": [*children, *(block["child"] for block in hidden)],
        "services": [
            *(_service(told, key, service, ids[key]) for key, service in agreed.items()),
            *(block["service"] for block in hidden if "service" in block),
        ],
        "course": told.course["times"],
        "course_in_holidays": told.course["holidays"],
        "year": _year(told.year),
        "possible": {
            "trusted": [_trusted(told, key, service, ids[key]) for key, service in maybe.items()],
            "other_parent": [],
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
        ("open", "open"), ("close", "close"), ("latest_drop", "latest_drop"),
        ("hours_per_day", "paid_hours_per_day"), ("rate", "hourly_rate"),
    ):  # fmt: skip
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


def ways_round(told: Told, kind: Kind) -> list[dict[str, Gap]]:
    """Every choice of the part of the day to work in, for the days on which something is kept free."""
    leave, home = _day_of(told)
    choices: list[list[tuple[str, Gap]]] = []
    for day in DAYS:
        kept = kept_on(told, kind, day)[:MOST_BLOCKS_A_DAY]
        if kept:
            gaps = [
                gap for gap in _gaps(kept, leave, home) if gap[1] - gap[0] >= told.limits["minimum_shift"]
            ]
            choices.append([(day, gap) for gap in gaps or [no_gap(told)]])
    return [dict(picked) for picked in product(*choices)]


def no_gap(told: Told) -> Gap:
    """No work on that day."""
    leave, _home = _day_of(told)
    return leave, leave


def kept_free(told: Told, way: Mapping[str, Gap], mode: str = "") -> Raw:
    """The family that works in these parts of the days."""
    leave, home = _day_of(told)
    hidden = [_hidden(DAYS.index(day), day, gap, leave, home) for day, gap in way.items()]
    return family_json(told, mode, tuple(chain(*hidden)))


def _day_of(told: Told) -> Gap:
    return _minutes(told.limits["leave_after"]), _minutes(told.limits["home_by"])


def kept_on(told: Told, kind: Kind, day: str) -> list[Gap]:
    """What is kept free that day in this kind of week, in the order of the day."""
    return sorted(
        (_minutes(block["start"]), _minutes(block["end"]))
        for block in told.many("block").values()
        if block["day"] == day and block["weeks"] in ("both", kind)
    )


def _gaps(kept: list[Gap], leave: int, home: int) -> Iterator[Gap]:
    """The time before, between and after: she works in one of them. Shorter than a shift is no use."""
    start = leave
    for begin, end in kept:
        yield start, min(begin, home)
        start = max(start, end)
    yield start, home


def _hidden(number: int, day: str, gap: Gap, leave: int, home: int) -> list[Raw]:
    """Who stands for what is kept free: nobody away before the gap, everybody home when it ends."""
    start, end = gap
    days = {kind: [other for other in DAYS if other != day] for kind in ("school", "holiday")}
    names = f"{HIDDEN}{number} voor", f"{HIDDEN}{number} na"
    first = [_before(names[0], start, days)] if start > leave else []
    return [*first, _after(names[1], max(end - leave, 0), days)] if end < home else first


def _after(name: str, alone: int, days: Mapping[str, list[str]]) -> Raw:
    """Home again when the gap ends; in the model `alone` counts from when she may leave."""
    child = {
        "id": name,
        "kind": "teen",
        "own_travel_minutes": 0,
        "alone_after_school_minutes": 0,
        "alone_in_holiday_minutes": alone,
        "other_parent_days": days,
    }
    return {"child": child}


def _before(name: str, start: int, days: Mapping[str, list[str]]) -> Raw:
    child = {"id": name, "kind": "toddler", "other_parent_days": days}
    service = {
        "id": f"{name} thuis",
        "type": "gastouder",
        "place": HOME,
        "children": [name],
        "open_days": list(DAYS),
        "open": clock(start),
        "close": clock(MIDNIGHT),
        "latest_drop": clock(MIDNIGHT),
        "handover_minutes": 0,
        "contract_days": {"school": len(DAYS), "holiday": len(DAYS)},
    }
    return {"child": child, "service": service}


def _minutes(text: str) -> int:
    return minutes_of(text) or 0
