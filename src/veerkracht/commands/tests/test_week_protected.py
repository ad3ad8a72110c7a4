"""Protected time as a word of the family: hours by hand, the printed form, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from veerkracht.commands.week import main
from veerkracht.week.reading import read_family
from veerkracht.week.roster import check_roster
from veerkracht.week.roster_reading import read_roster
from veerkracht.week.solver import solve
from veerkracht.week.tests.families import Raw, golden


def family_a(*blocks: Raw) -> Raw:
    return {**golden("a"), "protected": list(blocks)}


def block(day: str, start: str, end: str, *, with_children: bool = False, **more: Any) -> Raw:
    return {"day": day, "from": start, "to": end, "with_children": with_children, **more}


def paid(raw: Raw) -> int:
    week = solve(read_family(raw), "school")
    assert week is not None
    return week.paid


def printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: Raw, *options: str
) -> tuple[int, str, str]:
    path = tmp_path / "family.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    code = main([str(path), *options])
    out, err = capsys.readouterr()
    return code, out, err


def test_on_a_day_without_work_it_takes_nothing() -> None:
    assert paid(family_a(block("ma", "10:00", "12:00"), block("zo", "10:00", "12:00"))) == 540


def test_after_her_own_hours_it_takes_nothing() -> None:
    assert paid(family_a(*(block(day, "19:00", "21:00") for day in ("ma", "di", "wo", "do", "vr")))) == 540


def test_with_the_children_after_work_she_is_home_before_it() -> None:
    """Every day from two o'clock: school lets out at two, so nobody has N6 and no day can be worked."""
    days = ("ma", "di", "wo", "do", "vr")
    assert paid(family_a(*(block(day, "14:00", "15:00", with_children=True) for day in days))) == 0


def test_without_them_it_lies_within_the_round_and_she_works_before_it() -> None:
    """Home at 13:00 from work (25 minutes) ends the shift at 12:30; then school at 14:00. 9:00–12:30 twice."""
    days = ("ma", "di", "wo", "do", "vr")
    assert paid(family_a(*(block(day, "13:00", "13:30") for day in days))) == 2 * 210


def test_a_place_takes_the_way_there() -> None:
    """At the oma's, 27 minutes from work: 12:30 is in time for 12:57, and too late for 12:56."""
    days = ("ma", "di", "wo", "do", "vr")
    assert paid(family_a(*(block(day, "12:57", "13:30", place="oma") for day in days))) == 2 * 210
    assert paid(family_a(*(block(day, "12:56", "13:30", place="oma") for day in days))) == 2 * 195


def test_only_in_the_kind_of_week_it_is_in() -> None:
    days = ("ma", "di", "wo", "do", "vr")
    assert paid(family_a(*(block(day, "07:00", "18:30", weeks="holiday") for day in days))) == 540


def test_a_roster_through_it_does_not_fit() -> None:
    family = read_family(family_a(block("do", "11:00", "12:00")))
    offered = read_roster({"days": {"do": ["09:00", "13:30"]}, "place": "work", "hourly_wage": 15.0})
    verdict = check_roster(family, "school", offered)
    assert not verdict.fits
    assert [(gap.day, gap.part) for gap in verdict.gaps] == [("do", "afternoon")]


def test_the_command_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("ma", "di", "wo", "do", "vr")
    raw = family_a(*(block(day, "13:00", "13:30", place="home", every=2) for day in days))
    code, out, _ = printed(tmp_path, capsys, raw, "--levers")
    assert code == 0
    week = json.loads(out)
    assert week["hours"] == 7.0
    worked = [day for day in week["days"] if day["work"]]
    assert [leg["to"] for leg in worked[0]["legs"]] == [
        "kdv",
        "school",
        "work",
        "home",
        "school",
        "kdv",
        "home",
    ]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"day": "maandag"}, "`day` is 'maandag'; kies uit ma, di, wo, do, vr, za, zo"),
        ({"to": "09:00"}, "eindigt om 09:00, niet later dan het begin om 13:00"),
        ({"every": 3}, "`every` is 3; kies 1, 2 of 4"),
        ({"place": "zwembad"}, "ontbreekt de reistijd tussen home en zwembad"),
        ({"with_children": "ja"}, "`with_children` moet true of false zijn"),
        ({"why": "therapie"}, "`why` is geen bekend veld"),
        ({"weeks": "soms"}, "`weeks` is 'soms'; kies uit school, holiday, both"),
    ],
)
def test_what_cannot_be_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: Raw, named: str
) -> None:
    code, out, err = printed(tmp_path, capsys, family_a({**block("ma", "13:00", "14:00"), **wrong}))
    assert (code, out) == (2, "")
    assert named in err
    assert "Blok 1 in `protected`" in err


def test_two_blocks_at_once_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twice = family_a(block("ma", "13:00", "14:00"), block("ma", "13:30", "15:00"))
    assert "maak er één blok van" in printed(tmp_path, capsys, twice)[2]


@pytest.mark.parametrize(
    "clashing",
    [
        block("di", "08:00", "08:45", with_children=True),
        block("di", "12:00", "13:00"),
        block("di", "09:00", "12:30"),
    ],
)
def test_a_course_that_protected_time_makes_impossible_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], clashing: Raw
) -> None:
    raw = {**golden("b"), "protected": [clashing]}
    code, out, _ = printed(tmp_path, capsys, raw)
    assert code == 0
    week = json.loads(out)
    assert not week["feasible"]
    assert "dinsdag" in week["reason"]
    assert "beschermd" in week["reason"]


def test_where_it_is_not_said_the_better_of_both_counts() -> None:
    days = ("ma", "di", "wo", "do", "vr")
    for start, end in (("13:00", "13:30"), ("08:40", "09:30"), ("07:30", "08:00"), ("15:00", "16:00")):
        unsaid = [{"day": day, "from": start, "to": end} for day in days]
        hours = [
            paid(family_a(*({**b, "with_children": together} for b in unsaid))) for together in (True, False)
        ]
        assert paid(family_a(*unsaid)) == max(hours)
