"""From what was told to the engine's form: the golden family, protected time, names that stay apart or unnamed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import veerkracht.week
from veerkracht.web.planner.domain.changes import changes_of
from veerkracht.web.planner.domain.family import family_json
from veerkracht.web.planner.domain.lanes import lanes_of
from veerkracht.web.planner.domain.saved_week import Kid, SavedWeek, kind_for
from veerkracht.web.planner.domain.week_answer import family_of, school_week, week_answer
from veerkracht.web.planner.domain.words import assumptions, first_sentence, unknown_words
from veerkracht.week.levers import gains
from veerkracht.week.reading import read_family
from veerkracht.week.times import DAYS, minutes_of

GOLDEN = Path(veerkracht.week.__file__).parent / "tests" / "data" / "family_a.json"
WEEK = list(DAYS)


def golden_told(more: Any = None) -> SavedWeek:
    """Family A of the model's own papers, as a family would tell it here."""
    raw = json.loads(GOLDEN.read_text())
    own = {"kdv": "k", "bso": "b", "oma": "o"}
    legs = {
        "-".join(own.get(leg[end], leg[end]) for end in ("from", "to")): leg["minutes"]
        for leg in raw["travel"]
    }
    kdv = {"type": "dagopvang", "name": "kdv", "children": ["y"], "open": "07:30", "close": "18:00"}
    parts: dict[tuple[str, str], Any] = {
        ("child", "n"): {"kind": "school", "school": dict.fromkeys(WEEK, ["08:30", "14:00"])},
        ("child", "y"): {"kind": "toddler", "school": {}},
        ("service", "k"): {**kdv, "days_school": 2, "days_holiday": 2, "handover": 8},
        ("service", "b"): {
            "type": "bso",
            "name": "nso",
            "children": ["n"],
            "open_days": ["ma", "di", "do", "vr"],
            "close": "18:30",
        },
        ("service", "o"): {
            "type": "informeel",
            "name": "oma",
            "children": ["n"],
            "state": "possible",
            "close": "18:00",
            "handover": 10,
            "days_school": 1,
        },
        ("travel", "fiets"): legs,
        ("limits", ""): {"mode": "fiets", "load_day": 540, "load_week": 2160},
        **(more or {}),
    }
    return SavedWeek((Kid("n", "N6", 6), Kid("y", "Y2", 2)), parts)


def test_the_golden_family_told_here_gives_the_golden_hours():
    """9 hours, load 10.67, a holiday week of 0, and the levers of the golden results."""
    found = week_answer(golden_told())
    assert (
        found.weeks["school"].paid,
        round(found.weeks["school"].load / 60, 2),
        found.weeks["holiday"].paid,
    ) == (540, 10.67, 0)
    given = {line.id: line.minutes for line in changes_of(found.gains, golden_told())}
    assert given == {
        "kdv+1day": 270,
        "nso+1day": 180,
        "oma": 180,
        "work_15min_nearer": 60,
        "employer_grace_5min": 30,
    }


def test_the_levers_shown_are_those_of_the_engine():
    told = golden_told()
    engine = [g for g in gains(read_family(family_json(told)), "school") if g.proposed]
    assert [(line.id, line.minutes) for line in changes_of(week_answer(told).gains, told)] == [
        (gain.lever.id, gain.minutes) for gain in engine
    ]


def block(day: str, start: str, end: str, weeks: str = "both") -> dict[str, str]:
    return {"what": "appointment", "day": day, "start": start, "end": end, "weeks": weeks}


@pytest.mark.parametrize(
    "when", [("09:00", "10:00"), ("12:00", "13:00"), ("07:00", "19:00"), ("16:00", "17:00")]
)
def test_nobody_works_through_protected_time(when: tuple[str, str]):
    start, end = (minutes_of(moment) or 0 for moment in when)
    blocks = {("block", day): block(day, *when) for day in WEEK}
    services = golden_told().parts["service", "k"]
    plenty = {**services, "days_school": 5}
    for plan in school_week(golden_told({**blocks, ("service", "k"): plenty})).days:
        for leg in plan.journeys:
            assert leg.arrive <= start or leg.leave >= end, f"{plan.day}: under way during protected time"
        if plan.work is not None:
            assert plan.work.end <= start or plan.work.start >= end


def test_protected_time_counts_in_its_own_weeks_and_stands_in_her_lane():
    told = golden_told({("block", "x"): block("do", "09:00", "15:00", "holiday")})
    assert school_week(told).paid == school_week(golden_told()).paid
    both = golden_told({("block", "x"): block("do", "13:00", "15:00")})
    found = week_answer(both)
    days = lanes_of(found.weeks["school"], both.many("block"), "Zij", hide_travel=False)
    words = repr((days, found.weeks["school"].days, changes_of(found.gains, both), found.binding))
    assert "~" not in words.replace("lambda", "")
    assert any(bar.kind == "kept" for bar in days[3].lanes[0].bars)


def test_the_side_of_a_block_that_gives_most_is_taken():
    told = golden_told(
        {("block", "x"): block("do", "11:15", "12:00"), ("block", "y"): block("vr", "11:15", "12:00")}
    )
    kdv = {**told.parts["service", "k"], "days_school": 5}
    days = {
        plan.day: plan.work for plan in school_week(golden_told({**told.parts, ("service", "k"): kdv})).days
    }
    assert days["ma"] is not None and days["ma"].start == 540
    for day in ("do", "vr"):
        work = days[day]
        assert work is None or work.end <= 675 or work.start >= 720


def test_unknown_gives_a_range_and_says_what():
    kdv = {**golden_told().parts["service", "k"], "days_school": {"min": 1, "max": 3}}
    told = golden_told({("service", "k"): kdv})
    found = week_answer(told)
    assert first_sentence(found.weeks["school"]) == "In een schoolweek past 4,5 tot 13,5 uur."
    assert unknown_words(found.unknown, told) == ["het aantal dagen bij kdv"]


def test_what_nobody_told_is_said_to_be_ours():
    told = SavedWeek((Kid("1", "Yara", 6),))
    lines = " ".join(assumptions(told))
    assert "Yara" in lines and "reistijden" in lines and "grenzen" in lines
    assert not assumptions(golden_told({("limits", ""): {}}))


@pytest.mark.parametrize(
    ("age", "kind"), [(0, "toddler"), (3, "toddler"), (4, "school"), (11, "school"), (12, "teen")]
)
def test_the_age_decides_what_is_asked_first(age: int, kind: str):
    assert kind_for(age) == kind


def test_two_of_one_name_stay_two_and_a_service_never_takes_a_childs_name():
    kids = (Kid("1", "Noor", 6), Kid("2", "Noor", 9))
    told = SavedWeek(kids, {("service", "n"): {"type": "bso", "name": "Noor", "children": ["1", "2"]}})
    raw = family_json(told)
    assert [child["id"] for child in raw["children"]] == ["Noor", "Noor (2)"]
    assert raw["services"][0]["id"] == "Noor (3)"


def test_a_name_stays_as_it_was_typed():
    assert family_json(SavedWeek((Kid("1", "~1 na", 6),)))["children"][0]["id"] == "~1 na"


def test_secret_places_have_no_names():
    service = {"type": "bso", "name": "De Regenboog aan de Dorpsstraat", "children": ["1"]}
    told = SavedWeek((Kid("1", "Noor", 6),), {("service", "s"): service}, places_are_secret=True)
    assert "Regenboog" not in json.dumps(family_json(told))
    assert family_json(told)["services"][0]["id"] == "de bso"


def test_the_other_parent_counts_only_where_it_is_safe():
    facts = {"other_school": ["ma"], "other_holiday": ["di"], "other_safe": False}
    told = SavedWeek((Kid("1", "Noor", 6),), {("child", "1"): facts})
    assert family_json(told)["children"][0]["other_parent_days"] == {"school": [], "holiday": []}
    safe = SavedWeek((Kid("1", "Noor", 6),), {("child", "1"): {**facts, "other_safe": True}})
    assert family_json(safe)["children"][0]["other_parent_days"] == {"school": ["ma"], "holiday": ["di"]}


def test_two_appointments_at_once_keep_the_same_time_free_once():
    told = golden_told(
        {("block", "x"): block("do", "11:00", "12:00"), ("block", "y"): block("do", "11:30", "12:30")}
    )
    once = golden_told({("block", "x"): block("do", "11:00", "12:30")})
    assert school_week(told).days == school_week(once).days


def test_whether_a_child_is_fetched_is_her_choice_and_its_age_says_what_it_is():
    alone = {"kind": "teen", "school": {"ma": ["08:30", "14:15"]}, "alone_after": 60, "alone_holiday": 0}
    fetched = {"kind": "school", "school": {"ma": ["08:30", "14:15"]}}
    told = SavedWeek(
        (Kid("n", "Noor", 9), Kid("t", "Tim", 13)), {("child", "n"): alone, ("child", "t"): fetched}
    )
    nine, thirteen = family_of(told).children
    assert (nine.kind, nine.own_way, nine.alone_after_school) == ("school", True, 60)
    assert (thirteen.kind, thirteen.own_way) == ("teen", False)


def test_limits_are_hers_only_when_she_gave_them():
    kids = (Kid("n", "Noor", 9),)
    assert family_of(SavedWeek(kids)).parent.maximum_load_per_day == 24 * 60
    hers = SavedWeek(kids, {("limits", ""): {"load_day": 300, "mode": "fiets"}})
    assert family_of(hers).parent.maximum_load_per_day == 300
