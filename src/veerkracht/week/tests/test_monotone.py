"""More room never gives fewer hours: contract days, windows, travel, limits."""

from __future__ import annotations

import copy
from random import Random

import pytest

from veerkracht.week.reading import read_family
from veerkracht.week.solver import solve
from veerkracht.week.tests.families import Raw, clock, random_family
from veerkracht.week.tests.simulation import at
from veerkracht.week.times import Kind


def hours(raw: Raw, kind: Kind) -> int:
    """Paid minutes; a week that cannot be followed comes below everything."""
    week = solve(read_family(raw), kind)
    return -1 if week is None else week.paid


def widened(raw: Raw, random: Random) -> Raw:
    """The family with one thing, drawn at random, a little easier."""
    raw = copy.deepcopy(raw)
    changes = [_gate, _travel, _buffer, _parent_times, _shift, _limits, _alone, _other_parent]
    changes += [_contract, _opening, _handover, _open_days] * 2 if raw["services"] else []
    random.choice(changes)(raw, random)
    return raw


def _contract(raw: Raw, random: Random) -> None:
    days = random.choice(raw["services"])["contract_days"]
    kind = random.choice(["school", "holiday"])
    days[kind] = min(days[kind] + 1, 5)


def _opening(raw: Raw, random: Random) -> None:
    service = random.choice(raw["services"])
    if "open" in service and random.random() < 0.5:
        service["open"] = clock(at(service["open"]) - random.randint(1, 60))
    else:
        service["close"] = clock(at(service["close"]) + random.randint(1, 60))


def _handover(raw: Raw, random: Random) -> None:
    service = random.choice(raw["services"])
    service["handover_minutes"] = max(0, service["handover_minutes"] - 3)


def _open_days(raw: Raw, random: Random) -> None:
    random.choice(raw["services"])["open_days"] = ["ma", "di", "wo", "do", "vr"]


def _gate(raw: Raw, random: Random) -> None:
    raw["school_gate"][random.choice(["minutes_before", "minutes_after"])] += random.randint(1, 20)


def _travel(raw: Raw, random: Random) -> None:
    leg = random.choice(raw["travel"])
    leg["minutes"] = max(0, leg["minutes"] - random.randint(1, 15))


def _buffer(raw: Raw, random: Random) -> None:
    raw["travel_buffer_minutes"] = max(0, raw["travel_buffer_minutes"] - 5)


def _parent_times(raw: Raw, random: Random) -> None:
    key, shift = random.choice([("home_by", 30), ("work_from", -30), ("work_to", 30)])
    raw["parent"][key] = clock(at(raw["parent"][key]) + shift)


def _shift(raw: Raw, random: Random) -> None:
    raw["parent"]["minimum_shift_minutes"] -= random.choice([15, 20, 60])


def _limits(raw: Raw, random: Random) -> None:
    days = "maximum_work_days"
    limits = [key for key in raw["parent"] if key.startswith("maximum") and key != days]
    key = random.choice([*limits, days])
    raw["parent"][key] += 1 if key == days else random.randint(1, 120)


def _alone(raw: Raw, random: Random) -> None:
    for child in raw["children"]:
        if child["kind"] == "teen":
            child["alone_after_school_minutes"] += 30
            child["alone_in_holiday_minutes"] += 30


def _other_parent(raw: Raw, random: Random) -> None:
    days = random.choice(raw["children"])["other_parent_days"][random.choice(["school", "holiday"])]
    days[:] = sorted({*days, random.choice(["ma", "di", "wo", "do", "vr"])})


def falling(seeds: range) -> list[int]:
    found = []
    for seed in seeds:
        random = Random(seed)
        raw, kind = random_family(seed)[0], random.choice(("school", "school", "holiday"))
        if hours(widened(raw, random), kind) < hours(raw, kind):
            found.append(seed)
    return found


def test_more_room_never_gives_fewer_hours() -> None:
    """WKM-02, the part that runs with every change."""
    assert falling(range(600)) == []


@pytest.mark.long
@pytest.mark.parametrize("batch", range(20))
def test_twenty_thousand_pairs_never_give_fewer_hours(batch: int) -> None:
    """WKM-02."""
    assert falling(range(50_000 + 1000 * batch, 51_000 + 1000 * batch)) == []
