"""Random families in the input form, of all kinds the model knows, and golden ones from their files."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

from veerkracht.week.family import Family
from veerkracht.week.fields import BadInput
from veerkracht.week.reading import read_family

DATA = Path(__file__).parent / "data"
WEEK = ["ma", "di", "wo", "do", "vr"]
Raw = dict[str, Any]


def golden(name: str) -> Raw:
    loaded: Raw = json.loads((DATA / f"family_{name}.json").read_text(encoding="utf-8"))
    return loaded


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def random_family(seed: int) -> tuple[Raw, Family]:
    """A family that reads well; the few that contradict themselves are drawn again."""
    random = Random(seed)
    while True:
        raw = _draw(random)
        try:
            return raw, read_family(raw)
        except BadInput:
            continue


def _draw(random: Random) -> Raw:
    with_course = random.random() < 0.35
    children = [_child(random, number) for number in range(random.choice([1, 1, 2, 2, 2, 3, 3, 4]))]
    services = _services(random, children)
    places = {"home", "work", "school", *(service["place"] for service in services)}
    places |= {"course"} if with_course else set()
    course = {}
    if with_course:
        for day in random.sample(WEEK, random.choice([1, 1, 2, 3])):
            start = random.choice([525, 540, 555, 570, 600, 780])
            course[day] = [clock(start), clock(start + random.choice([90, 120, 180, 240]))]
    return {
        "name": "toeval",
        "travel_buffer_minutes": random.choice([0, 5, 5, 10]),
        "school_gate": {
            "minutes_before": random.choice([5, 10, 15, 30]),
            "minutes_after": random.choice([0, 5, 5, 7, 15]),
        },
        "parent": _parent(random),
        "travel": _travel(random, sorted(places)),
        "children": children,
        "services": services,
        "course": course,
        "course_in_holidays": random.random() < 0.3,
        "year": golden("a")["year"],
        "possible": _possible(random, children, sorted(places)),
    }


def _parent(random: Random) -> Raw:
    leave = random.choice([390, 405, 420, 435, 450, 480])
    return {
        "leave_after": clock(leave),
        "home_by": clock(random.choice([930, 1020, 1080, 1110, 1140, 1200])),
        "work_from": clock(random.choice([360, 420, 450, 480, 547])),
        "work_to": clock(random.choice([960, 1020, 1080, 1140, 1193])),
        "minimum_shift_minutes": random.choice([60, 120, 180, 180, 200, 240]),
        "maximum_load_minutes_per_day": random.choice([360, 420, 480, 497, 540, 600, 720]),
        "maximum_load_minutes_per_week": random.choice([900, 1200, 1333, 1500, 1920, 2160, 2400, 3000]),
        "maximum_work_days": random.choice([2, 3, 4, 5, 5]),
        "maximum_paid_minutes_per_day": random.choice([300, 345, 360, 400, 480, 540, 600]),
        "maximum_paid_minutes_per_week": random.choice([600, 910, 1200, 1440, 2400, 2400]),
    }


def _travel(random: Random, places: list[str]) -> list[Raw]:
    legs = []
    skeleton = [{"home", "work"}, {"home", "course"}, {"course", "work"}]
    for index, start in enumerate(places):
        for end in places[index + 1 :]:
            if {start, end} not in skeleton and random.random() < 0.08:
                continue
            pair = [start, end] if random.random() < 0.5 else [end, start]
            legs.append({"from": pair[0], "to": pair[1], "minutes": random.randint(1, 35)})
            if random.random() < 0.05:
                legs.append({"from": pair[1], "to": pair[0], "minutes": random.randint(1, 35)})
    return legs


def _child(random: Random, number: int) -> Raw:
    kind = random.choice(["toddler", "school", "school", "teen"])
    child: Raw = {
        "id": f"{kind[0].upper()}{number}",
        "kind": kind,
        "other_parent_days": {
            "school": [day for day in WEEK if random.random() < 0.08],
            "holiday": [day for day in WEEK if random.random() < 0.08],
        },
    }
    if random.random() < 0.04:
        child["deceased"] = True
    if kind != "toddler":
        start, end = random.choice([500, 510, 510, 525]), random.choice([840, 855, 900, 915])
        days = [day for day in WEEK if random.random() < 0.95]
        child["school"] = {day: [clock(start), clock(735 if day == "wo" else end)] for day in days}
    if kind == "teen":
        child["own_travel_minutes"] = random.choice([5, 20, 30])
        child["alone_after_school_minutes"] = random.choice([30, 90, 150, 240])
        child["alone_in_holiday_minutes"] = random.choice([120, 300, 480, 600])
    return child


def _services(random: Random, children: list[Raw]) -> list[Raw]:
    """Care around the children; often after-school care in the school itself, for several children."""
    building = random.choice(["school", "school", "bso", "kdv"])
    services = []
    for type_, place, chance in (
        ("dagopvang", random.choice(["kdv", building]), 0.9),
        ("gastouder", random.choice(["gast", "home", "kdv"]), 0.2),
        ("bso", building, 0.8),
        ("bso", random.choice(["bso2", building]), 0.15),
        ("voorschoolse_opvang", building, 0.4),
        ("vakantieopvang", random.choice([building, "bso"]), 0.7),
        ("informeel", random.choice(["oma", "home"]), 0.25),
    ):
        fits = [
            c["id"] for c in children if (c["kind"] == "toddler") == (type_ in ("dagopvang", "gastouder"))
        ]
        if not fits or random.random() > chance:
            continue
        services.append(_service(random, f"{type_}{len(services)}", type_, place, fits))
    return services


def _service(random: Random, id_: str, type_: str, place: str, fits: list[str]) -> Raw:
    chosen = fits if random.random() < 0.7 else random.sample(fits, random.randint(1, len(fits)))
    service: Raw = {
        "id": id_,
        "type": type_,
        "place": place,
        "children": chosen,
        "open_days": [day for day in WEEK if random.random() < 0.9],
        "close": clock(random.choice([1020, 1050, 1080, 1110])),
        "handover_minutes": random.choice([0, 3, 5, 8, 10]),
        "contract_days": {"school": random.randint(0, 5), "holiday": random.randint(0, 5)},
    }
    if type_ == "voorschoolse_opvang":
        service["close"] = "08:30"
    if type_ in ("dagopvang", "gastouder", "voorschoolse_opvang") or random.random() < 0.3:
        service["open"] = clock(random.choice([390, 420, 435, 450, 480]))
    if type_ != "bso" and type_ != "voorschoolse_opvang" and random.random() < 0.4:
        service["latest_drop"] = clock(random.choice([525, 540, 570, 600]))
    return service


def _possible(random: Random, children: list[Raw], places: list[str]) -> Raw:
    ids = [child["id"] for child in children]
    possible: Raw = {"trusted": [], "other_parent": [], "courses": []}
    if random.random() < 0.5:
        possible["trusted"].append(
            {
                "id": "trusted_neighbour",
                "owner": "netwerkpersoon",
                "place": random.choice([place for place in places if place not in ("work", "course")]),
                "children": random.sample(ids, random.randint(1, len(ids))),
                "until": clock(random.choice([1020, 1080])),
                "handover_minutes": 5,
                "open_days": WEEK,
                "afternoons": random.randint(1, 3),
            }
        )
    if random.random() < 0.4:
        possible["other_parent"].append(
            {
                "id": "other_parent_day",
                "safe": random.random() < 0.7,
                "children": random.sample(ids, random.randint(1, len(ids))),
                "days": [random.choice(WEEK)],
            }
        )
    return possible


def with_protected_time(seed: int) -> tuple[Raw, Family]:
    """A random family with one to four blocks of protected time; drawn again where they contradict each other."""
    raw, _ = random_family(seed)
    random = Random(seed)
    places = sorted({"home", *(service["place"] for service in raw["services"])})
    while True:
        blocks = [_protected(random, places) for _ in range(random.choice([1, 2, 3, 4]))]
        try:
            return {**raw, "protected": blocks}, read_family({**raw, "protected": blocks})
        except BadInput:
            continue


def _protected(random: Random, places: list[str]) -> Raw:
    start = random.choice([400, 480, 525, 540, 600, 630, 720, 780, 840, 900, 960, 1020, 1080, 1140])
    block: Raw = {
        "day": random.choice([*WEEK, "za"]),
        "from": clock(start),
        "to": clock(start + random.choice([20, 30, 60, 90, 120])),
    }
    if random.random() < 0.7:
        block["with_children"] = random.random() < 0.5
    if random.random() < 0.35:
        block["place"] = random.choice(places)
    if random.random() < 0.2:
        block["every"] = random.choice([1, 2, 4])
    if random.random() < 0.3:
        block["weeks"] = random.choice(["school", "holiday", "both"])
    return block
