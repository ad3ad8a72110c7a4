"""`veerkracht levers`: the printed form, and one sentence with exit code 2 for each mistake."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from veerkracht.commands.levers import main
from veerkracht.levers.tests.families import DAY, Raw, family


def run(folder: Path, week: Any, facts: Any, *options: str) -> int:
    paths = folder / "family.json", folder / "facts.json"
    for path, value in zip(paths, (week, facts), strict=True):
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return main([*map(str, paths), *(options or ("--hourly-wage", "15.10", "--date", DAY))])


def test_the_form_that_other_programs_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    household = family("samira")
    assert run(tmp_path, household["family"], household["facts"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["date"] == DAY
    assert found["sentence"].startswith("In een schoolweek past 0 uur.")
    assert set(found["levers"][0]) == {
        "id",
        "owner",
        "ring",
        "promise_of",
        "hours",
        "euros_per_month",
        "proposed",
        "hours_after",
        "disposable_per_month",
        "independent",
        "changes",
        "cliffs",
        "sentence",
    }
    assert set(found["independence"]) == {"net_from_work_per_month", "norm_per_month", "reached"}
    assert found["independence"]["norm_per_month"] == pytest.approx(1410, abs=1)  # CBS, mean of 2026
    assert any("Vaste lasten" in part for part in found["not_modelled"])
    bso = next(lever for lever in found["levers"] if lever["id"] == "bso+1day")
    # Without exemption each euro of wage is taken off the bijstand: five hours bring only the bill.
    assert bso["sentence"] == (
        "Een dag meer bij bso: 5 uur per week erbij, € 4 per maand minder. Er gaat € 353 bijstand af. "
        "Er gaat € 4 aan eigen bijdrage voor opvang af."
    )


def test_the_word_levers_is_a_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "--hourly-wage 15.10" in capsys.readouterr().err


def test_what_is_assumed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    household = family("marlon")
    del household["facts"]["loonheffingskorting_bij"]
    assert run(tmp_path, household["family"], household["facts"], "--hourly-wage", "12", "--date", DAY) == 0
    said = json.loads(capsys.readouterr().out)["assumptions"]
    assert "De loonheffingskorting staat bij de werkgever; de feiten zeggen het niet." in said
    # Minimum wage of 1 January 2026: 14.71.
    assert "Dit uurloon ligt onder het wettelijk minimumloon van € 14,71 per uur." in said


@pytest.mark.parametrize(("said", "there"), [({}, True), ({"grond_kinderopvang_partner": "studie"}, False)])
def test_a_partner_without_work_has_no_ground_and_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: dict[str, str], there: bool
) -> None:
    """Wko art. 1.6 lid 3: both need a ground; without a word about it there is none, and the answer says so."""
    household = family("samira")
    facts = household["facts"] | {"heeft_partner": True, "loon_partner": 0, "leeftijd_partner": 35} | said
    facts |= {"heeft_recht_op_kinderopvangtoeslag": True}
    assert run(tmp_path, household["family"], facts) == 0
    found = json.loads(capsys.readouterr().out)["assumptions"]
    assert (
        any(one.startswith("Je partner werkt niet: dan is er geen kinderopvangtoeslag") for one in found)
        is there
    )


def test_unknown_parts_of_the_week_give_a_range(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    household = family("marlon")
    household["family"]["services"][0]["contract_days"]["school"] = {"min": 0, "max": 4}
    assert run(tmp_path, household["family"], household["facts"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["range"]["unknown"] == ["services.bso.contract_days.school"]
    assert found["range"]["worst_hours"] == found["hours"] < found["range"]["best_hours"]


def without(key: str) -> Callable[[Raw], None]:
    return lambda facts: facts.pop(key)  # type: ignore[no-any-return]


def given(key: str, value: Any) -> Callable[[Raw], None]:
    return lambda facts: facts.update({key: value})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (without("heeft_partner"), "heeft_partner"),
        (without("kale_huur"), "kale_huur ontbreekt"),
        (given("hur", 3), "Het feit 'hur' is niet bekend"),
        (given("kale_huur", "veel"), "'kale_huur' hoort een getal te zijn"),
        (given("toetsingsinkomen", 20000), "Laat `toetsingsinkomen` weg"),
        (given("netto_loon_per_maand", 900), "Laat `netto_loon_per_maand` weg"),
        (given("kosten_die_meetellen", [0, 0]), "Laat `kosten_die_meetellen` weg"),
        (without("kinderen"), "De week heeft 2 kinderen en de feiten hebben er 0"),
        (given("kinderen", [{"leeftijd": 6}, {"leeftijd": 2}]), "leeftijd_op_1_januari"),
    ],
)
def test_a_mistake_in_the_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Raw], None], says: str
) -> None:
    household = family("samira")
    change(household["facts"])
    assert run(tmp_path, household["family"], household["facts"]) == 2
    one_sentence(capsys, says)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--date", DAY), "gebruik: veerkracht levers FAMILY.json FACTS.json --hourly-wage"),
        (("--hourly-wage", "veel"), "Het uurloon 'veel' klopt niet"),
        (("--hourly-wage", "0"), "Het uurloon '0' klopt niet"),
        (("--hourly-wage", "-3"), "Het uurloon '-3' klopt niet"),
        (("--hourly-wage", "15,10"), "Het uurloon '15,10' klopt niet"),
        (("--hourly-wage", "nan"), "Het uurloon 'nan' klopt niet"),
        (("--hourly-wage", "15.10", "--date", "1 maart"), "'1 maart' is geen datum"),
        (("--hourly-wage", "15.10", "--date", "2019-03-01"), "2019-03-01"),
        (("--hourly-wage", "15.10", "--week", "holiday"), "De opdracht klopt niet"),
    ],
)
def test_a_mistake_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], says: str
) -> None:
    household = family("samira")
    assert run(tmp_path, household["family"], household["facts"], *options) == 2
    one_sentence(capsys, says)


def test_a_mistake_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    household = family("samira")
    assert run(tmp_path, household["family"], "{") == 2
    one_sentence(capsys, "facts.json: Dit bestand is geen geldige JSON")
    assert run(tmp_path, household["family"], "[]") == 2
    one_sentence(capsys, "Geef de feiten als één JSON-object")
    assert run(tmp_path, household["family"], '{"loon": 1, "loon": 2}') == 2
    one_sentence(capsys, "`loon` staat twee keer")
    household["family"]["services"][0]["close"] = "07:00"
    assert run(tmp_path, household["family"], household["facts"]) == 2
    one_sentence(capsys, "Opvang kdv sluit om 07:00")
    assert main([str(tmp_path / "niets.json"), str(tmp_path / "facts.json"), "--hourly-wage", "15.10"]) == 2
    one_sentence(capsys, "niets.json bestaat niet")


def one_sentence(capsys: pytest.CaptureFixture[str], says: str) -> None:
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
    assert printed.err.startswith("veerkracht levers: ")
    assert printed.err.count("\n") == 1
