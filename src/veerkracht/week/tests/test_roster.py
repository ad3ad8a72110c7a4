"""A bicycle shop offers four days, 7:45–16:15: what fits, which child, how many minutes, who could help.

Home to the shop is 25 minutes by bus; school 8:30–14:15, on Wednesday till 12:15; after-school care 7:30–18:30 on two
days. Expected minutes are added up by hand in the tests.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from tests.refusals import refused
from veerkracht.week.fields import BadInput
from veerkracht.week.reading import read_family
from veerkracht.week.roster import check_roster
from veerkracht.week.roster_reading import read_roster
from veerkracht.week.tests.families import Raw, golden

PLACES = {
    "home-school": 5,
    "home-work": 25,
    "school-work": 25,
    "home-bso": 5,
    "bso-work": 25,
    "bso-school": 2,
}


def family(bso_days: int = 2, vso_days: int = 0) -> Raw:
    raw = golden("a")
    raw["travel_buffer_minutes"] = 0
    raw["travel"] = [
        {"from": pair.split("-")[0], "to": pair.split("-")[1], "minutes": minutes}
        for pair, minutes in PLACES.items()
    ]
    raw["possible"] = {}
    week = {day: ["08:30", "12:15" if day == "wo" else "14:15"] for day in ("ma", "di", "wo", "do", "vr")}
    raw["children"] = [{"id": "Sem", "kind": "school", "school": week}]
    care = {"place": "bso", "children": ["Sem"], "open_days": ["ma", "di", "do", "vr"], "handover_minutes": 5}
    after = {
        "id": "bso",
        "type": "bso",
        "close": "18:30",
        "contract_days": {"school": bso_days, "holiday": 0},
    }
    before = {
        "id": "vso",
        "type": "voorschoolse_opvang",
        "open": "07:00",
        "close": "08:30",
        "contract_days": {"school": vso_days, "holiday": 0},
    }
    raw["services"] = [{**care, **after}, {**care, **before}]
    raw["parent"].update(leave_after="06:30", work_from="06:00", work_to="18:30")
    raw["parent"].update(maximum_load_minutes_per_day=600, maximum_load_minutes_per_week=2400)
    return raw


SHOP = {
    "days": {day: ["07:45", "16:15"] for day in ("ma", "di", "do", "vr")},
    "place": "work",
    "hourly_wage": 15.0,
}


def test_the_gap_names_day_child_and_minutes() -> None:
    """Gate 8:20 + 3 handing over + 25 bus = 8:48, 63 minutes late. Fetching at 14:15 means leaving 13:50: 145 early."""
    verdict = check_roster(read_family(family()), "school", read_roster(SHOP))
    assert not verdict.fits
    mornings = [gap for gap in verdict.gaps if gap.part == "morning"]
    assert [(gap.day, gap.minutes, gap.children) for gap in mornings] == [
        (day, 63, ("Sem",)) for day in ("ma", "di", "do", "vr")
    ]
    afternoons = [gap for gap in verdict.gaps if gap.part == "afternoon"]
    assert [(gap.minutes, gap.children) for gap in afternoons] == [(145, ("Sem",))] * 2
    assert verdict.paid == 4 * (510 - 30)
    assert verdict.gross_per_week == 32 * 15.0


def test_who_could_help_and_which_hours_would_do() -> None:
    verdict = check_roster(read_family(family()), "school", read_roster(SHOP))
    helpers = {help_.lever.id: help_.minutes_left for help_ in verdict.helpers}
    whole = 4 * 63 + 2 * 145
    assert helpers["bso+1day"] == whole - 145
    assert helpers["vso+1day"] == whole - 63
    assert helpers["work_15min_nearer"] == whole - 4 * 15 - 2 * 15
    assert not {"daily_load+1h", "weekly_load+4h"} & helpers.keys()
    spans = [could for could in [block.could for block in verdict.blocks if block.gaps] if could is not None]
    assert {could.start for could in spans} == {8 * 60 + 48}


def test_it_fits_with_care_before_and_after_school() -> None:
    verdict = check_roster(read_family(family(4, 4)), "school", read_roster(SHOP))
    assert verdict.gaps == ()
    assert verdict.helpers == ()
    assert verdict.fits


def test_a_child_without_anyone_counts_for_the_whole_shift() -> None:
    verdict = check_roster(read_family(family(4, 4)), "holiday", read_roster(SHOP))
    assert {(gap.part, gap.minutes, gap.children) for gap in verdict.gaps} == {("day", 510, ("Sem",))}
    assert {block.could for block in verdict.blocks if block.gaps} == {None}


def test_her_own_limits_are_named_without_being_a_gap() -> None:
    raw = family(4, 4)
    raw["parent"].update(maximum_load_minutes_per_day=500, maximum_work_days=3)
    verdict = check_roster(read_family(raw), "school", read_roster(SHOP))
    assert verdict.gaps == ()
    assert not verdict.fits
    assert len(verdict.limits) == 5


def test_another_place_of_work_and_her_own_travel() -> None:
    """A shop 80 minutes from home, and she cannot leave before 6:30: 5 minutes late, with no child about it."""
    raw = family(4, 4)
    raw["travel"] += [{"from": place, "to": "shop", "minutes": 80} for place in ("home", "school", "bso")]
    raw["children"][0]["other_parent_days"] = {"school": ["ma", "di", "wo", "do", "vr"], "holiday": []}
    verdict = check_roster(read_family(raw), "school", read_roster({**SHOP, "place": "shop"}))
    assert {(gap.part, gap.minutes, gap.children) for gap in verdict.gaps} == {("morning", 5, ())}


def test_contract_days_go_where_they_help_most() -> None:
    """Every choice of two days of after-school care leaves the same minutes, never more than two days of care."""
    verdict = check_roster(read_family(family()), "school", read_roster(SHOP))
    late = {gap.day for gap in verdict.gaps if gap.part == "afternoon"}
    assert late in [set(pair) for pair in combinations(SHOP["days"], 2)]


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"place": "maan"}, "maan"),
        ({"days": {"ma": ["16:00", "08:00"]}}, "ma"),
        ({"hourly_wage": "veel"}, "hourly_wage"),
        ({"loon": 3}, "loon"),
    ],
)
def test_mistakes_in_a_roster_are_named(change: dict[str, object], names: str) -> None:
    with refused(BadInput, match=names):
        check_roster(read_family(family()), "school", read_roster({**SHOP, **change}))


def test_a_golden_week_is_a_roster_that_fits() -> None:
    """Family B's own best week laid over itself."""
    days = {
        "ma": ["09:15", "14:00"],
        "di": ["13:00", "16:00"],
        "do": ["13:00", "16:00"],
        "vr": ["09:15", "14:00"],
    }
    roster = read_roster({"days": days, "place": "work", "hourly_wage": 15})
    found = read_family(golden("b"))
    assert check_roster(found, "school", roster).fits
    tight = replace(found, parent=replace(found.parent, maximum_load_per_day=479))
    assert not check_roster(tight, "school", roster).fits


def test_a_course_on_another_day_takes_its_contract_day_first() -> None:
    """The day care of two days is taken once by the course on Tuesday: one of two shifts is left without anyone."""
    raw = golden("a")
    raw["travel"] += [
        {"from": place, "to": "course", "minutes": 10} for place in ("home", "school", "kdv", "bso", "work")
    ]
    roster = read_roster(
        {"days": {day: ["09:00", "13:30"] for day in ("do", "vr")}, "place": "work", "hourly_wage": 15}
    )
    assert check_roster(read_family(raw), "school", roster).fits
    raw["course"] = {"di": ["09:15", "12:15"]}
    found = check_roster(read_family(raw), "school", roster)
    assert [(gap.part, gap.minutes, gap.children) for gap in found.gaps] == [("day", 270, ("Y2",))]
    assert found.helpers[0].lever.id == "kdv+1day" and found.helpers[0].minutes_left == 0
