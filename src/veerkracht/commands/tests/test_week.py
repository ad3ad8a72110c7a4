"""`veerkracht week`: the printed form, and one sentence with exit code 2 for each mistake in the input."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from veerkracht.commands.week import main
from veerkracht.week.tests.families import DATA, Raw, golden


def run(tmp_path: Path, raw: Any, *options: str) -> int:
    path = tmp_path / "family.json"
    path.write_text(raw if isinstance(raw, str) else json.dumps(raw), encoding="utf-8")
    return main([str(path), *options])


def test_it_prints_the_week_of_family_a(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DATA / "family_a.json")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["week"] == "school"
    assert (found["hours"], found["load_hours"], found["work_days"]) == (9.0, 10.67, 2)
    thursday = found["days"][3]
    assert thursday["work"] == ["09:00", "13:30"]
    assert thursday["paid_minutes"] == 270
    assert thursday["arrangements"] == {"N6": "school", "Y2": "kdv"}
    assert thursday["legs"][0] == {"from": "home", "to": "kdv", "leave": "07:58", "arrive": "08:11"}
    assert found["levers"] is None
    assert found["sentence"].startswith("In een schoolweek past 9 uur. Meer kan pas als ")


def test_it_prints_levers_and_holiday_weeks_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DATA / "family_b.json"), "--levers"]) == 0
    levers = json.loads(capsys.readouterr().out)["levers"]
    assert set(levers[0]) == {"id", "owner", "ring", "hours", "proposed", "sentence"}
    assert main([str(DATA / "family_b.json"), "--week", "holiday"]) == 0
    assert json.loads(capsys.readouterr().out)["hours"] == 0.0


def test_a_course_that_cannot_be_reached_is_named_with_its_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = golden("b")
    raw["course"] = {"di": ["08:30", "12:15"]}
    assert run(tmp_path, raw, "--levers") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["feasible"] is False
    assert found["hours"] == 0.0
    assert found["days"] == []
    assert "dinsdag" in found["reason"]
    assert (
        "08:55" in found["reason"]
    )  # school opens 08:20, hands over till 08:23, and the course is 32 minutes on


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: r["services"][0].update(contract_days={"school": 0, "holiday": 0}), "dinsdag"),
        (lambda r: r["parent"].update(maximum_load_minutes_per_day=200), "eigen grens"),
        (lambda r: r["parent"].update(home_by="12:00"), "dinsdag"),
        (lambda r: r["services"][0]["open_days"].remove("di"), "dinsdag"),
        (lambda r: r["services"][0]["contract_days"].update(school=1), "samen"),
        (lambda r: r["parent"].update(maximum_load_minutes_per_week=400), "samen"),
    ],
)
def test_reasons(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Raw], None], says: str
) -> None:
    """Family B with a course till 16:00: after-school care is needed on both course days."""
    raw = golden("b")
    raw["course"] = {"di": ["09:15", "16:00"], "do": ["09:15", "16:00"]}
    assert run(tmp_path, copy.deepcopy(raw)) == 0
    change(raw)
    capsys.readouterr()
    assert run(tmp_path, raw) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["feasible"] is False
    assert says in found["reason"]


def _without_travel(place: str) -> Callable[[Raw], None]:
    def change(raw: Raw) -> None:
        raw["travel"] = [leg for leg in raw["travel"] if place not in (leg["from"], leg["to"])]

    return change


def _drop_leg(start: str, end: str) -> Callable[[Raw], None]:
    def change(raw: Raw) -> None:
        raw["travel"] = [leg for leg in raw["travel"] if {leg["from"], leg["to"]} != {start, end}]

    return change


def _overlap(raw: Raw) -> None:
    raw["course"] = {"di": ["08:00", "12:15"]}
    raw["services"] = [service for service in raw["services"] if service["type"] != "voorschoolse_opvang"]
    raw["possible"] = {"trusted": [], "other_parent": [], "courses": []}


MISTAKES: list[tuple[Callable[[Raw], object], list[str]]] = [
    (_overlap, ["dinsdag", "cursus", "L9", "08:30"]),
    (lambda r: r["services"][0].update(close="07:00", open="08:00"), ["nso", "07:00", "08:00"]),
    (lambda r: r["services"][1].update(close="07:30"), ["vso", "07:30"]),
    (lambda r: r["services"][0]["children"].append("L8"), ["nso", "L8"]),
    (lambda r: r["possible"]["trusted"][0].update(children=["X"]), ["neighbour_1_afternoon", "X"]),
    (lambda r: r["possible"]["other_parent"][0].update(children=["X"]), ["other_parent_wednesday", "X"]),
    (_drop_leg("home", "work"), ["home", "work"]),
    (_drop_leg("home", "course"), ["home", "course"]),
    (_drop_leg("course", "work"), ["course", "work"]),
    (_without_travel("school"), ["school", "L9"]),
    (_without_travel("bso"), ["bso", "nso"]),
    (_without_travel("buur"), ["buur", "neighbour_1_afternoon"]),
    (lambda r: r.update(travel=[]), ["home", "work"]),
    (lambda r: r["parent"].update(leave_after="7:30"), ["leave_after", "08:30"]),
    (lambda r: r["parent"].update(leave_after="25:00"), ["leave_after"]),
    (lambda r: r["parent"].update(leave_after=450), ["leave_after"]),
    (lambda r: r["parent"].update(home_by="07:00"), ["home_by", "leave_after"]),
    (lambda r: r["parent"].update(work_to="07:00"), ["work_to", "work_from"]),
    (lambda r: r["parent"].pop("work_to"), ["work_to"]),
    (lambda r: r["parent"].update(maximum_work_dags=3), ["maximum_work_dags"]),
    (lambda r: r["parent"].update(maximum_work_days="4"), ["maximum_work_days", "getal"]),
    (lambda r: r["parent"].update(maximum_work_days=True), ["maximum_work_days"]),
    (lambda r: r["parent"].update(maximum_work_days=-1), ["maximum_work_days", "-1"]),
    (lambda r: r["parent"].update(leave_after=None), ["leave_after"]),
    (lambda r: r["parent"].update(home_by=None), ["home_by", "min"]),
    (lambda r: r["course"].update(di=["12:15", "09:15"]), ["course", "di", "09:15"]),
    (lambda r: r["course"].update(di=["09:15"]), ["course", "di"]),
    (lambda r: r["course"].update(za=["09:15", "12:15"]), ["course", "za"]),
    (lambda r: r["children"][0]["school"].update(ma=["15:00", "08:30"]), ["L9", "ma"]),
    (lambda r: r["children"][0].update(kind="kleuter"), ["L9", "kleuter"]),
    (lambda r: r["children"][0].update(id="T13"), ["T13", "twee keer"]),
    (lambda r: r["children"][0].update(kind="toddler"), ["L9", "toddler"]),
    (lambda r: r["children"][1].pop("own_travel_minutes"), ["T13", "own_travel_minutes"]),
    (lambda r: r["children"][0]["other_parent_days"].update(school=["zon"]), ["L9", "zon"]),
    (lambda r: r["services"][0].update(type="opvang"), ["nso", "opvang"]),
    (lambda r: r["services"][0].update(id="vso"), ["vso", "twee keer"]),
    (lambda r: r["services"][0]["contract_days"].update(school=6), ["nso", "6"]),
    (lambda r: r["services"][0]["contract_days"].pop("holiday"), ["nso", "holiday"]),
    (lambda r: r["services"][1].pop("open"), ["vso", "open"]),
    (lambda r: r["services"][2].update(latest_drop="19:00"), ["vakantieopvang", "latest_drop"]),
    (lambda r: r["services"][0].update(hourly_rate="veel"), ["nso", "hourly_rate"]),
    (lambda r: r["services"][0].update(open_days="ma"), ["nso", "open_days"]),
    (
        lambda r: r["travel"].append({"from": "home", "to": "work", "minutes": 1}),
        ["home", "work", "twee keer"],
    ),
    (lambda r: r["travel"].append({"from": "home", "to": "home", "minutes": 1}), ["home"]),
    (lambda r: r["travel"][0].update(minutes=10.5), ["minutes"]),
    (lambda r: r["travel"][0].update(minutes={"min": 20, "max": 10}), ["min", "max"]),
    (lambda r: r["year"].update(school_weeks=41), ["school", "52"]),
    (lambda r: r["year"].update(leave_weeks=52), ["52"]),
    (lambda r: r.update(children={}), ["children"]),
    (lambda r: r.update(parent=[]), ["parent"]),
    (lambda r: r.pop("school_gate"), ["school_gate"]),
]


@pytest.mark.parametrize(("change", "names"), MISTAKES)
def test_each_mistake_is_named_in_one_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Raw], object],
    names: list[str],
) -> None:
    raw = golden("b")
    change(raw)
    assert run(tmp_path, raw) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("veerkracht week: ")
    assert printed.err.rstrip().endswith(".")
    for name in names:
        assert name in printed.err


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{", "regel 1"),
        ("[]", "object"),
        ('{"a": 1, "a": 2}', "twee keer"),
        ("[" * 100_000, "diep"),
        ("NaN", "object"),
        ("9" * 5000, "getal"),
    ],
)
def test_a_file_that_is_not_a_family(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, names: str
) -> None:
    assert run(tmp_path, text) == 2
    assert names in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["weg.json"], ["a.json", "--week", "zomer"], ["a.json", "--leverss"], ["/"]]
)
def test_mistakes_on_the_command_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_in_another_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "family.json"
    path.write_bytes('{"name": "é"}'.encode("latin-1"))
    assert main([str(path)]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_what_may_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = golden("a")
    for key in ("course", "course_in_holidays", "possible", "year", "name"):
        raw.pop(key)
    for child in raw["children"]:
        child.pop("other_parent_days")
    assert run(tmp_path, raw) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["hours"] == 9.0
    assert found["annual"] is None
