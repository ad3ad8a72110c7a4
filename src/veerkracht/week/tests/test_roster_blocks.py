"""Rosters as jobs really have them: two blocks a day, evenings, a Saturday, two weeks in turn. All sums by hand.

Joyce cleans at 20 minutes from home by bicycle. Tyrell is 15 and Amy 12; both go alone, and she agreed that Amy may be
alone for two hours (120 minutes) after school and four on other days. School is from 8:30 to 15:00, home is 10 further.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.refusals import refused
from veerkracht.week.fields import BadInput
from veerkracht.week.reading import read_family
from veerkracht.week.roster import Verdict, check_roster
from veerkracht.week.roster_reading import read_roster
from veerkracht.week.tests.families import Raw, golden
from veerkracht.week.times import Kind, TimeBlock, clock

MORNING, EVENING = ("06:30", "08:30"), ("17:00", "19:00")


def going_alone(name: str, kind: str, after_school: int) -> Raw:
    return {
        "id": name,
        "kind": kind,
        "school": {day: ["08:30", "15:00"] for day in ("ma", "di", "wo", "do", "vr")},
        "own_travel_minutes": 10,
        "alone_after_school_minutes": after_school,
        "alone_in_holiday_minutes": 240,
    }


def joyce(**changes: Any) -> Raw:
    raw = {**golden("a"), "children": [going_alone("Tyrell", "teen", 300), going_alone("Amy", "teen", 120)]}
    raw |= {"travel": [{"from": "home", "to": "work", "minutes": 20}], "services": [], "possible": {}}
    raw |= {"travel_buffer_minutes": 0, **changes}
    raw["parent"].update(leave_after="05:30", home_by="22:00", work_from="05:00", work_to="22:00")
    raw["parent"].update(maximum_load_minutes_per_day=720, maximum_paid_minutes_per_day=600)
    return raw


def laid_over(raw: Raw, *blocks: tuple[str, tuple[str, str]], kind: Kind = "school", **more: str) -> Verdict:
    days = [{"day": day, "from": start, "to": end, **more} for day, (start, end) in blocks]
    roster = read_roster({"days": days, "place": "work", "hourly_wage": 15.10})
    return check_roster(read_family(raw), kind, roster)


def test_an_evening_of_two_hours_leaves_a_child_of_twelve_alone_too_long() -> None:
    """She leaves at 16:40 and is back at 19:20: 160 minutes, 40 more than the two hours."""
    verdict = laid_over(joyce(), ("ma", MORNING), ("ma", EVENING))
    assert [(gap.part, gap.minutes, gap.children, gap.why) for gap in verdict.gaps] == [
        ("afternoon", 40, ("Amy",), "alone")
    ]
    morning, evening = verdict.blocks
    assert morning.fits and not evening.fits
    assert evening.could is not None and clock(evening.could.end) == "18:20"


def test_it_fits_when_she_may_be_alone_for_as_long_as_it_takes() -> None:
    raw = joyce()
    raw["children"][1]["alone_after_school_minutes"] = 160
    verdict = laid_over(raw, ("ma", MORNING), ("ma", EVENING))
    assert verdict.fits
    assert verdict.paid == 240


def test_two_blocks_with_too_little_between_them_are_one_absence() -> None:
    """There and back is 40, and ten minutes at home: a gap of 50 is home, one of 49 is not."""
    raw = joyce()
    raw["children"][1]["alone_in_holiday_minutes"] = 240
    home = laid_over(raw, ("za", ("09:00", "11:00")), ("za", ("11:50", "13:50")))
    assert home.fits  # each 160 minutes away
    away = laid_over(raw, ("za", ("09:00", "11:00")), ("za", ("11:49", "13:50")))
    assert [(gap.minutes, gap.children) for gap in away.gaps] == [
        (90, ("Tyrell", "Amy"))
    ]  # 8:40–14:10 is 330


def test_on_saturday_a_service_counts_only_where_its_days_name_it() -> None:
    raw = joyce()
    raw["children"] = [{"id": "Sem", "kind": "school", "school": {"ma": ["08:30", "14:15"]}}]
    oma: Raw = {
        "id": "oma",
        "type": "informeel",
        "place": "oma",
        "children": ["Sem"],
        "open_days": ["vr"],
        "open": "08:00",
        "close": "20:00",
        "handover_minutes": 5,
        "contract_days": {"school": 2, "holiday": 2},
    }
    raw["services"] = [oma]
    raw["travel"] += [{"from": "oma", "to": place, "minutes": 10} for place in ("home", "work")]
    raw["travel"] += [{"from": "school", "to": place, "minutes": 10} for place in ("home", "work")]
    saturday = ("za", ("12:00", "16:00"))
    assert [gap.why for gap in laid_over(raw, saturday).gaps] == ["nobody"]
    oma["open_days"] = ["vr", "za"]
    assert laid_over(raw, saturday).fits
    oma["close"] = "16:14"  # 16:00 and ten minutes on, then five to hand over
    assert [(gap.part, gap.minutes) for gap in laid_over(raw, saturday).gaps] == [("afternoon", 1)]


def test_a_child_that_was_fetched_is_brought_to_somebody_for_the_evening() -> None:
    raw = joyce()
    raw["children"] = [{"id": "Sem", "kind": "school", "school": {"ma": ["08:30", "14:15"]}}]
    raw["travel"] += [
        {"from": start, "to": end, "minutes": 10}
        for start, end in (("home", "school"), ("school", "work"), ("home", "buur"), ("buur", "work"))
    ]
    neighbour = {
        "id": "buur",
        "type": "informeel",
        "place": "buur",
        "children": ["Sem"],
        "open_days": ["ma"],
        "open": "16:00",
        "close": "20:00",
        "handover_minutes": 0,
        "contract_days": {"school": 1, "holiday": 0},
    }
    assert [gap.why for gap in laid_over(raw, ("ma", EVENING)).gaps] == ["nobody"]
    raw["services"] = [neighbour]
    assert laid_over(raw, ("ma", EVENING)).fits


def test_two_weeks_in_turn_are_each_checked_and_paid_on_average() -> None:
    raw = joyce()
    days = [
        {"day": "ma", "from": "09:00", "to": "13:00"},
        {"day": "di", "from": "17:00", "to": "19:00", "weeks": "odd"},
        {"day": "vr", "from": "09:00", "to": "13:00", "weeks": "even"},
    ]
    roster = read_roster({"days": days, "place": "work", "hourly_wage": 10})
    verdict = check_roster(read_family(raw), "school", roster)
    assert [(block.weeks, block.day) for block in verdict.blocks] == [
        ("every", "ma"),
        ("odd", "di"),
        ("even", "vr"),
    ]
    assert [(block.weeks, gap.minutes) for block in verdict.blocks for gap in block.gaps] == [("odd", 40)]
    assert verdict.paid == 240 + 60 + 120
    assert verdict.gross_per_week == 70.0


def test_protected_time_on_a_saturday_stands_in_the_way() -> None:
    """From 11:00 to 12:00 she is not available: to be home by then she leaves work at 10:40."""
    raw = joyce(protected=[{"day": "za", "from": "11:00", "to": "12:00", "with_children": True}])
    verdict = laid_over(raw, ("za", ("09:00", "11:00")))
    assert [(gap.part, gap.minutes, gap.children, gap.why) for gap in verdict.gaps] == [
        ("afternoon", 20, (), "way")
    ]


def test_a_younger_child_may_go_its_own_way_and_an_older_one_may_not() -> None:
    raw = joyce()
    raw["children"] = [{**going_alone("Noa", "school", 0), "own_way": True, "alone_minutes": 120}]
    del raw["children"][0]["alone_after_school_minutes"]
    day = ("ma", ("09:00", "16:00"))
    assert laid_over(raw, day).fits  # home at 16:20; she may be alone from 15:10 to 17:10
    raw["children"][0]["own_way"] = False
    raw["travel"] += [{"from": "school", "to": place, "minutes": 10} for place in ("home", "work")]
    for field in ("own_travel_minutes", "alone_minutes", "alone_in_holiday_minutes"):
        del raw["children"][0][field]
    verdict = laid_over(raw, day)
    # The gate is open until 15:05 and handing over takes five minutes: leave at 14:50.
    assert [(gap.part, gap.minutes, gap.why) for gap in verdict.gaps] == [("afternoon", 70, "fetch")]


def test_the_bicycle_shop_begins_at_eight_fifteen_and_ends_at_quarter_to_five() -> None:
    """Before-school care opens at 7:30: five to hand over and 25 by bus is 8:00, and five of slack 8:05."""
    raw = joyce(travel_buffer_minutes=5)
    raw["children"] = [
        {
            "id": "Sem",
            "kind": "school",
            "school": {day: ["08:30", "14:15"] for day in ("ma", "di", "do", "vr")},
        }
    ]
    care = {"place": "bso", "children": ["Sem"], "open_days": ["ma", "di", "do", "vr"], "handover_minutes": 5}
    four = {"school": 4, "holiday": 0}
    raw["services"] = [
        {**care, "id": "vso", "type": "voorschoolse_opvang", "open": "07:30", "contract_days": four},
        {**care, "id": "bso", "type": "bso", "close": "18:30", "contract_days": four},
    ]
    raw["travel"] = [{"from": "home", "to": "work", "minutes": 25}]
    raw["travel"] += [{"from": "bso", "to": place, "minutes": m} for place, m in (("home", 5), ("work", 25))]
    raw["travel"] += [
        {"from": "school", "to": place, "minutes": m} for place, m in (("home", 5), ("work", 25))
    ]
    verdict = laid_over(raw, *((day, ("07:45", "16:15")) for day in ("ma", "di", "do", "vr")))
    first = verdict.blocks[0]
    assert [(gap.part, gap.minutes, gap.why) for gap in first.gaps] == [("morning", 20, "bring")]
    assert first.could == TimeBlock(8 * 60 + 5, 17 * 60 + 55)
    assert first.arrival is not None
    assert (first.arrival.place, clock(first.arrival.done)) == ("bso", "07:35")
    assert (first.arrival.travel, first.arrival.buffer) == (25, 5)


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (
            [{"day": "ma", "from": "09:00", "to": "12:00"}, {"day": "ma", "from": "11:00", "to": "13:00"}],
            "maandag",
        ),
        ([{"day": "zo", "from": "12:00", "to": "09:00"}], "blok 1 eindigt om 09:00"),
        ([{"day": "zon", "from": "12:00", "to": "13:00"}], "zon"),
        ([{"day": "zo", "from": "12:00", "to": "13:00", "weeks": "third"}], "third"),
        ([{"day": "zo", "from": "12:00"}], "to"),
    ],
)
def test_mistakes_in_blocks_are_named(days: list[Raw], names: str) -> None:
    with refused(BadInput, match=names):
        read_roster({"days": days, "place": "work", "hourly_wage": 15})
