"""What is said about a week is true: binding limits and levers, each worked out again from changed input."""

from __future__ import annotations

import copy
from collections.abc import Callable
from itertools import combinations

import pytest

from veerkracht.week.binding import binding
from veerkracht.week.levers import gains, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.solver import solve
from veerkracht.week.tests.families import Raw, clock, golden, random_family
from veerkracht.week.tests.second_opinion import solve_week
from veerkracht.week.tests.simulation import at
from veerkracht.week.times import KINDS, Kind


def paid(raw: Raw, kind: Kind) -> int:
    week = solve(read_family(raw), kind)
    return 0 if week is None else week.paid


def relaxed(raw: Raw, id_: str, kind: Kind) -> Raw:
    """The input with one class of limits taken away, by hand."""
    raw = copy.deepcopy(raw)
    name, _, about = id_.partition(":")
    if name in ("contract_days", "open_days", "opening_hours"):
        service = next(service for service in raw["services"] if service["id"] == about)
        if name == "contract_days":
            service["contract_days"][kind] = 5
        elif name == "open_days":
            service["open_days"] = ["ma", "di", "wo", "do", "vr"]
        else:
            service.update(open="00:00", close="24:00", latest_drop="24:00")
    elif name == "alone":
        child = next(child for child in raw["children"] if child["id"] == about)
        child.update(alone_after_school_minutes=1440, alone_in_holiday_minutes=1440)
    elif name == "school_gate":
        raw["school_gate"] = {"minutes_before": 1440, "minutes_after": 1440}
    elif name == "course":
        raw["course"] = {}
    elif name == "travel":
        raw["travel_buffer_minutes"] = 0
        for leg in raw["travel"]:
            leg["minutes"] = 0
    else:
        raw["parent"].update(PARENT[name])
    return raw


PARENT: dict[str, dict[str, object]] = {
    "work_window": {"work_from": "00:00", "work_to": "24:00"},
    "minimum_shift": {"minimum_shift_minutes": 15},
    "leave_after": {"leave_after": "00:00"},
    "home_by": {"home_by": "24:00"},
    "load_per_day": {"maximum_load_minutes_per_day": 9999},
    "load_per_week": {"maximum_load_minutes_per_week": 99999},
    "work_days": {"maximum_work_days": 5},
    "paid_per_day": {"maximum_paid_minutes_per_day": 9999},
    "paid_per_week": {"maximum_paid_minutes_per_week": 99999},
}


def test_every_binding_limit_really_gives_hours_when_relaxed() -> None:
    """WKM-03."""
    named = together = 0
    for seed in range(5000, 5150):
        raw, family = random_family(seed)
        kind = KINDS[seed % 3 == 0]
        for item in binding(family, kind):
            changed = raw
            for constraint in item.constraints:
                changed = relaxed(changed, constraint.id, kind)
            assert paid(changed, kind) - paid(raw, kind) == item.minutes > 0, (seed, item)
            named += 1
            together += len(item.constraints) == 2
    assert named > 200
    assert together > 0


@pytest.mark.parametrize("name", ["a", "b"])
def test_the_second_opinion_sees_the_binding_limits_too(name: str) -> None:
    raw = golden(name)
    for item in binding(read_family(raw), "school"):
        (constraint,) = item.constraints
        week = solve_week(relaxed(raw, constraint.id, "school"), "school")
        assert week is not None
        assert week.paid - paid(raw, "school") == item.minutes


def _each(raw: Raw, id_: str) -> Callable[[Raw], None] | None:
    """How a lever changes the input, by hand."""
    for service in raw["services"]:
        name = service["id"]
        number = raw["services"].index(service)
        if id_ == f"{name}+1day":
            return lambda r: _more_days(r["services"][number])
        if id_ == f"{name}_close+30":
            return lambda r: r["services"][number].update(close=clock(at(service["close"]) + 30))
        if id_ == f"{name}_open-30":
            return lambda r: r["services"][number].update(open=clock(at(service["open"]) - 30))
    return {
        "trusted_neighbour": _trusted,
        "other_parent_day": _other_parent,
        "work_15min_nearer": _nearer,
        "employer_grace_5min": lambda r: r.update(
            travel_buffer_minutes=max(0, r["travel_buffer_minutes"] - 5)
        ),
        "short_shifts_2h": lambda r: r["parent"].update(
            minimum_shift_minutes=min(120, r["parent"]["minimum_shift_minutes"])
        ),
        "employer_window+60": lambda r: r["parent"].update(
            work_from=clock(at(r["parent"]["work_from"]) - 60), work_to=clock(at(r["parent"]["work_to"]) + 60)
        ),
        "daily_load+1h": lambda r: _more(r, "maximum_load_minutes_per_day", 60),
        "weekly_load+4h": lambda r: _more(r, "maximum_load_minutes_per_week", 240),
    }.get(id_)


def _more(raw: Raw, key: str, minutes: int) -> None:
    raw["parent"][key] += minutes


def _more_days(service: Raw) -> None:
    service["contract_days"]["school"] = min(5, service["contract_days"]["school"] + 1)


def _trusted(raw: Raw) -> None:
    (person,) = raw["possible"]["trusted"]
    raw["possible"]["trusted"] = []
    raw["services"].append(
        {
            "id": person["id"],
            "type": "informeel",
            "place": person["place"],
            "children": person["children"],
            "open_days": person["open_days"],
            "close": person["until"],
            "handover_minutes": person["handover_minutes"],
            "contract_days": {"school": person["afternoons"], "holiday": 0},
        }
    )


def _other_parent(raw: Raw) -> None:
    (other,) = raw["possible"]["other_parent"]
    for child in raw["children"]:
        if child["id"] in other["children"]:
            child["other_parent_days"]["school"] += other["days"]


def _nearer(raw: Raw) -> None:
    for leg in raw["travel"]:
        if "work" in (leg["from"], leg["to"]) and leg["minutes"] > 5:
            leg["minutes"] = max(5, leg["minutes"] - 15)


def changed(raw: Raw, *ids: str) -> Raw:
    raw = copy.deepcopy(raw)
    for id_ in ids:
        change = _each(raw, id_)
        assert change is not None, id_
        change(raw)
    return raw


def test_every_lever_equals_the_week_worked_out_from_changed_input() -> None:
    seen = set()
    for seed in range(6120, 6180):
        raw, family = random_family(seed)
        base = paid(raw, "school")
        for gain in gains(family, "school"):
            assert gain.minutes == paid(changed(raw, gain.lever.id), "school") - base, (seed, gain.lever.id)
            seen.add(gain.lever.id)
    assert {"trusted_neighbour", "other_parent_day"} <= seen
    assert any(id_.startswith("informeel") and id_.endswith("+1day") for id_ in seen)


def test_every_pair_worth_four_hours_is_found_and_no_other() -> None:
    """Random families; in most no pair reaches four hours, so those with pairs are named."""
    found = 0
    for seed in (6000, 6001, 6002, 6075, 6096, 6130, 6176, 6187):
        raw, family = random_family(seed)
        base, single = paid(raw, "school"), gains(family, "school")
        small = [g.lever.id for g in single if g.minutes < 240 and g.lever.ring != "individual"]
        by_hand = {
            frozenset(ids): paid(changed(raw, *ids), "school") - base for ids in combinations(small, 2)
        }
        expected = {ids: minutes for ids, minutes in by_hand.items() if minutes >= 240}
        assert {frozenset((p.a.id, p.b.id)): p.minutes for p in pairs(family, "school", single)} == expected
        found += len(expected)
    assert found >= 5


def test_where_it_is_not_safe_the_other_parent_is_not_a_lever() -> None:
    raw = golden("b")
    raw["possible"]["other_parent"][0]["safe"] = False
    ids = {gain.lever.id for gain in gains(read_family(raw), "school")}
    assert "other_parent_wednesday" not in ids


def test_levers_stand_system_first_own_limits_last() -> None:
    for name in ("a", "b"):
        groups = [gain.lever.group for gain in gains(read_family(golden(name)), "school")]
        assert groups == sorted(groups, key=["system", "network", "own"].index)
