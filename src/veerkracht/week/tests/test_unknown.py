"""Unknown input gives a range, and the schedule shown is the one that holds at worst."""

from __future__ import annotations

from typing import Any

from tests.refusals import refused
from veerkracht.week.answer import answer
from veerkracht.week.fields import BadInput
from veerkracht.week.tests.families import Raw, golden
from veerkracht.week.times import hours


def ranged(raw: Raw) -> dict[str, Any]:
    week = answer(raw, "school", with_levers=False)
    return {
        "worst_hours": hours(week.week.paid),
        "best_hours": hours(week.week.best),
        "unknown": [field.name for field in week.unknown],
    }


def test_unknown_contract_days_give_the_range_of_the_golden_levers() -> None:
    """Family A: 2 days of day care give 9 hours, 3 give 13.5 (both golden)."""
    raw = golden("a")
    raw["services"][0]["contract_days"]["school"] = {"min": 2, "max": 3}
    found = ranged(raw)
    assert found == {
        "worst_hours": 9.0,
        "best_hours": 13.5,
        "unknown": ["services.kdv.contract_days.school"],
    }


def test_null_stands_for_the_bounds_that_speak_for_themselves() -> None:
    raw = golden("a")
    raw["services"][0]["contract_days"]["school"] = None
    assert ranged(raw)["worst_hours"] == 0.0
    raw = golden("a")
    leg = next(leg for leg in raw["travel"] if (leg["from"], leg["to"]) == ("school", "work"))
    leg["minutes"] = None
    found = ranged(raw)
    assert found["unknown"] == ["travel.school-work.minutes"]
    assert found["worst_hours"] < 9.0 < found["best_hours"]


def test_several_unknowns_are_all_worst_or_all_best() -> None:
    raw = golden("b")
    raw["children"][1]["alone_after_school_minutes"] = {"min": 150, "max": 1440}
    raw["parent"]["work_to"] = {"min": "18:00", "max": "19:00"}
    raw["services"][0]["open_days"] = {"min": ["di", "do"], "max": ["ma", "di", "wo", "do"]}
    found = ranged(raw)
    assert len(found["unknown"]) == 3
    assert found["worst_hours"] == 15.5


def test_what_is_not_better_in_one_direction_cannot_stay_unknown() -> None:
    raw = golden("b")
    raw["children"][0]["school"]["ma"] = None
    with refused(BadInput, match="children.L9.school.ma"):
        ranged(raw)


def test_without_unknowns_there_is_no_range() -> None:
    assert ranged(golden("a")) == {"worst_hours": 9.0, "best_hours": 9.0, "unknown": []}
