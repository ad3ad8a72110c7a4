"""Both golden families: hours, load, days, levers, pairs, holiday week and the year, made by an independent solver."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml

from veerkracht.commands.week import as_json
from veerkracht.week.answer import answer
from veerkracht.week.reading import read_family
from veerkracht.week.solver import solve
from veerkracht.week.tests.families import DATA, Raw, golden
from veerkracht.week.times import DAYS

EXPECTED = yaml.safe_load((DATA / "expected.yaml").read_text(encoding="utf-8"))
FAMILIES = ["A", "B"]


@pytest.fixture(scope="module", params=FAMILIES)
def family(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is expected of a golden family, and what the command would print."""
    name = request.param
    found = answer(golden(name.lower()), "school", with_levers=True)
    return EXPECTED["families"][name], as_json(found)


Found = tuple[dict[str, Any], dict[str, Any]]


def test_hours_load_and_work_days(family: Found) -> None:
    expected, found = family
    assert found["hours"] == expected["school_week_hours"]
    assert found["load_hours"] == expected["load_hours"]
    assert found["work_days"] == expected["workdays"]
    assert found["feasible"] and found["reason"] is None


def test_every_day_is_as_expected(family: Found) -> None:
    expected, found = family
    assert [day["day"] for day in found["days"]] == list(DAYS)
    for text, day in zip(expected["days"], found["days"], strict=True):
        assert _in_words(day) == text


def _in_words(day: dict[str, Any]) -> str:
    if day["work"] is None and day["course"] is None:
        return "free/with children"
    children = "; ".join(f"{child}={label}" for child, label in day["arrangements"].items())
    course = "course {}-{} + ".format(*day["course"]) if day["course"] else ""
    return "{} | {}work {}-{} (break {})".format(children, course, *day["work"], day["break_minutes"])


def test_every_lever_gives_what_is_expected(family: Found) -> None:
    expected, found = family
    assert {lever["id"]: lever["hours"] for lever in found["levers"]} == {
        lever["lever"]: lever["delta_hours"] for lever in expected["sensitivity"]
    }


def test_every_lever_lies_in_the_expected_ring(family: Found) -> None:
    expected, found = family
    assert {lever["id"]: lever["ring"] for lever in found["levers"]} == {
        lever["lever"]: lever["ring"].partition(":")[0] for lever in expected["sensitivity"]
    }


def test_single_levers_and_pairs_worth_four_hours(family: Found) -> None:
    expected, found = family
    single = [lever["id"] for lever in found["levers"] if lever["hours"] >= 4]
    assert single == expected["unlock_plus4_single"]
    assert found["pairs"] == expected["unlock_plus4_pairs"]


def test_own_limits_are_computed_and_never_proposed(family: Found) -> None:
    _, found = family
    own = [lever for lever in found["levers"] if lever["ring"] == "individual"]
    assert {lever["id"] for lever in own} == {"daily_load+1h", "weekly_load+4h"}
    assert not any(lever["proposed"] for lever in own)
    assert found["levers"][-2:] == own


@pytest.mark.parametrize("name", FAMILIES)
def test_the_holiday_week(name: str) -> None:
    week = solve(read_family(golden(name.lower())), "holiday")
    assert week is not None
    assert week.paid / 60 == EXPECTED["families"][name]["holiday_week_hours"]


def _service(raw: Raw, id_: str, **days: int) -> None:
    service = next(service for service in raw["services"] if service["id"] == id_)
    service["contract_days"].update(days)


def variant(name: str) -> Raw:
    """The families as changed for the year, each variant as the model's text describes it."""
    raw = copy.deepcopy(golden(name[0].lower()))
    number = int(name[1])
    if name[0] == "A":
        kdv = {0: 2, 1: 3}.get(number, 4)
        _service(raw, "kdv", school=kdv, holiday=kdv)
        if number >= 2:
            _service(raw, "nso", school=2)
            _service(raw, "vakantieopvang", holiday={2: 0, 3: 2, 4: 4}[number])
        return raw
    if 1 <= number <= 3:
        raw["children"][1]["alone_in_holiday_minutes"] = 480
        raw["year"]["other_parent_weeks"] = 6 if number >= 2 else 0
        _service(raw, "vakantieopvang", holiday=4 if number == 3 else 2)
    if number >= 4:
        raw["course"] = {}
    if number == 5:
        _service(raw, "nso", school=3)
        for leg in raw["travel"]:
            if "work" in (leg["from"], leg["to"]):
                leg["minutes"] = max(leg["minutes"] - 15, 5)
    return raw


@pytest.mark.parametrize("title", EXPECTED["annual"])
def test_the_year_of_every_variant(title: str) -> None:
    expected = EXPECTED["annual"][title]
    raw = variant(title.split()[0])
    school = as_json(answer(raw, "school", with_levers=False))
    holiday = as_json(answer(raw, "holiday", with_levers=False))
    assert school["hours"] == expected["school_week_h"]
    assert school["load_hours"] == expected["load_h"]
    assert holiday["hours"] == expected["holiday_week_h"]
    assert school["annual"] == holiday["annual"] == expected["annual"]
