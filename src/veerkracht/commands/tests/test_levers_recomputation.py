"""Hours and euros of every lever are those of the two other commands, for ten families."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from veerkracht.commands.levers import main
from veerkracht.commands.tests.by_hand import Commands, changed, outside_the_law
from veerkracht.levers.tests.families import DAY, NAMES, Raw, family

CENT = 0.011


def levers_of(household: Raw, folder: Path, capsys: pytest.CaptureFixture[str]) -> Raw:
    week, facts = folder / "family.json", folder / "facts.json"
    week.write_text(json.dumps(household["family"]), encoding="utf-8")
    facts.write_text(json.dumps(household["facts"]), encoding="utf-8")
    assert main([str(week), str(facts), "--hourly-wage", str(household["hourly_wage"]), "--date", DAY]) == 0
    found: Raw = json.loads(capsys.readouterr().out)
    return found


def test_there_are_ten_families_with_children_of_many_ages() -> None:
    assert len(NAMES) == 10
    ages = {child["leeftijd"] for name in NAMES for child in family(name)["facts"]["kinderen"]}
    assert {2, 4, 8, 11, 15} <= ages


@pytest.mark.parametrize("name", NAMES)
def test_hours_and_euros_equal_those_of_the_two_other_commands(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    household = family(name)
    found = levers_of(household, tmp_path, capsys)
    commands = Commands(tmp_path, lambda: capsys.readouterr().out)
    before = household["family"], household["facts"], household["hourly_wage"]
    now = commands.situation(*before)
    assert found["hours"] == now.hours
    assert found["disposable_per_month"] == pytest.approx(now.amounts["besteedbaar_inkomen"], abs=CENT)
    assert found["independence"]["reached"] is now.amounts["is_economisch_zelfstandig"]
    assert len(found["levers"]) >= 9
    for lever in found["levers"]:
        after = commands.situation(*changed(lever["id"], *before))
        euros = after.amounts["besteedbaar_inkomen"] - now.amounts["besteedbaar_inkomen"]
        assert lever["hours"] == after.hours - now.hours, lever["id"]
        assert lever["hours_after"] == after.hours, lever["id"]
        assert lever["euros_per_month"] == pytest.approx(
            euros + outside_the_law(lever["id"], now), abs=CENT
        ), lever["id"]
        assert lever["independent"] is after.amounts["is_economisch_zelfstandig"], lever["id"]


@pytest.mark.parametrize("name", NAMES)
def test_the_changes_together_are_the_euros(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for lever in levers_of(family(name), tmp_path, capsys)["levers"]:
        together = sum(change["euros_per_month"] for change in lever["changes"])
        assert together == pytest.approx(lever["euros_per_month"], abs=0.05), lever["id"]
        assert all(change["article"] for change in lever["changes"])
