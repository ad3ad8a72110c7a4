"""`veerkracht simulate`: its form, its files, and what it says about a row that is broken."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from veerkracht.commands import simulate
from veerkracht.population.reforms import reading

REFORM = "vrijlating_15_eerder"
CELLS = {
    "id": "p1",
    "weight": "2",
    "uren_per_week": "12",
    "loon": "9000",
    "maanden_bijstand": "12",
    "loonheffingskorting_bij": "werkgever",
    "heeft_partner": "false",
    "vermogen": "0",
    "kale_huur": "650",
    "servicekosten": "0",
    "leeftijd_ouder": "35",
    "aantal_medebewoners": "0",
    "vrijlating_regeling": "geen",
    "kinderen": '[{"leeftijd": 5, "leeftijd_op_1_januari": 5}]',
}


def changed(**cells: str) -> list[str]:
    return [*{**CELLS, **cells}.values()]


def written(file: Path, *rows: list[str]) -> str:
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([[*CELLS], *rows])
    return str(file)


def asked(*arguments: str) -> int:
    return simulate.main(list(arguments))


def test_a_population_before_and_after(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("--households", "500", "--reform", REFORM, "--json") == 0
    told = capsys.readouterr()
    data = json.loads(told.out)
    assert (data["source"], data["households"], data["seed"]) == ("synthetisch", 500, 20261129)
    assert data["reform"]["status"] == "wet"
    assert data["indicators"]["losers"]["households"] == 0
    assert data["seconds"] > 0 and data["households_per_second"] > 0
    assert "loon" in data["assumed"]
    assert any("gedrag blijft zoals het is" in line for line in data["assumptions"]), "trap 8"
    assert "Gerekend op de wet van 2026." in data["assumptions"], "trap 6"
    assert "500 van 500 huishoudens" in told.err


def test_the_text_puts_losers_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("--households", "300", "--reform", str(reading.HERE / "iack_einde.toml")) == 0
    text = capsys.readouterr().out
    assert text.index("gaat erop achteruit") < text.index("gaat erop vooruit")


def test_a_search_says_what_is_best_within_the_budget(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "zoek.toml"
    file.write_text(
        'budget = 1e8\n[grid]\n"kindgebonden_budget.afbouw_kindgebonden_budget" = [0.05, 0.076]\n'
    )
    assert asked("--households", "300", "--grid", str(file)) == 0
    told = capsys.readouterr()
    data = json.loads(told.out)
    assert data["tried"] == 2 and data["best"] in data["pareto"]
    assert any("oefening" in line for line in data["assumptions"])
    assert "2 van 2 combinaties" in told.err


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_one_row_for_each_household(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"uit.{kind}"
    assert asked("--households", "200", "--targets", "zorgtoeslag,huurtoeslag", "--output", str(file)) == 0
    rows = rows_of(file)
    assert len(rows) == 200
    assert {"id", "zorgtoeslag", "zorgtoeslag_status", "huurtoeslag", "herkomst"} <= rows[0].keys()
    assert all("synthetisch" in row["herkomst"] and "aanname: loon" in row["herkomst"] for row in rows)
    assert {row["zorgtoeslag_status"] for row in rows} <= {"ok", "unknown", "error"}
    assert not (tmp_path / f"uit.{kind}.delen").exists()


def rows_of(file: Path) -> list[dict[str, Any]]:
    if file.suffix == ".csv":
        return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    return list(parquet.read_table(file).to_pylist())


def test_a_broken_row_is_named_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(
        tmp_path / "in.csv",
        changed(),
        changed(leeftijd_ouder="-4"),
        changed(kinderen="geen"),
        changed(id="p4"),
    )
    output = tmp_path / "uit.csv"
    assert asked("--input", file, "--output", str(output), "--targets", "bijstand") == simulate.SOME_BROKEN
    told = capsys.readouterr().err
    assert "regel 3, kolom leeftijd_ouder: 'leeftijd_ouder' kan niet negatief zijn (-4)." in told
    assert "regel 4, kolom kinderen: 'kinderen' hoort een lijst te zijn" in told
    rows = rows_of(output)
    assert [row["id"] for row in rows] == ["p1", "p4"]
    assert all(row["bijstand_status"] == "ok" and row["herkomst"] == "in.csv" for row in rows)


def test_a_missing_fact_is_a_status_and_no_number(tmp_path: Path) -> None:
    file = written(tmp_path / "in.csv", changed(), changed(kale_huur=""))
    output = tmp_path / "uit.csv"
    assert asked("--input", file, "--output", str(output), "--targets", "huurtoeslag") == 0
    rows = rows_of(output)
    assert [row["huurtoeslag_status"] for row in rows] == ["ok", "error"]
    assert rows[1]["huurtoeslag"] == ""


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "--households"),
        (["--households", "0"], "--households"),
        (["--households", "5", "--input", "x.csv"], "--input"),
        (["--households", "9999999999"], "9999999999"),
        (["--input", "nergens.csv"], "nergens.csv"),
        (["--input", "x.txt"], "x.txt"),
        (["--households", "5", "--targets", "zorgtoeslg"], "zorgtoeslg"),
        (["--households", "5", "--date", "2027-03-01"], "2026-03-01"),
        (["--households", "5", "--reform", "nergens.toml"], "nergens.toml"),
        (["--households", "5", "--reform", "nergens"], "vrijlating_15_eerder"),
        (["--households", "5", "--output", "/nergens/uit.csv"], "uit.csv"),
        (["--hosueholds", "5"], "--hosueholds"),
    ],
)
def test_a_mistake_is_one_sentence(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(*arguments) == 2
    told = capsys.readouterr().err
    assert named in told and len(told.strip().splitlines()) == 1 and "Traceback" not in told


def test_the_schema_has_every_fact(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("--schema") == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["required"] == ["kinderen"]
    assert {"loon", "maanden_bijstand", "kinderen", "id", "weight", "uren_per_week"} <= schema[
        "properties"
    ].keys()
    assert "opvangsoort" in schema["properties"]["kinderen"]["items"]["properties"]


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(simulate, "find_spec", lambda name: None)
    assert asked("--households", "5") == 2
    told = capsys.readouterr().err.strip()
    assert "pip install 'veerkracht[population]'" in told and len(told.splitlines()) == 1


def test_what_each_change_opens_for_invented_families(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("--households", "120", "--levers", "--json") == 0
    printed = capsys.readouterr()
    data = json.loads(printed.out)
    assert (data["source"], data["families"]) == ("synthetisch", 120)
    assert "120 van 120 gezinnen" in printed.err
    for change in data["changes"]:
        assert change["mothers"] >= 15 and change["mothers"] % 5 == 0 and change["sentence"]
        assert change["hours"] is None or change["hours"] % 25 == 0
        assert change["euros"] is None or change["mothers"] >= 100
    assert any("synthetisch" in line for line in data["assumptions"])


@pytest.mark.parametrize(
    "arguments", [("--levers", "--input", "x.csv"), ("--levers", "--households", "30000")]
)
def test_levers_are_of_invented_families_and_not_too_many(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert asked(*arguments) == 2
    assert "--levers" in capsys.readouterr().err
