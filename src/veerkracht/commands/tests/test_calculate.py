"""`veerkracht calculate` as other programs call it: JSON in, JSON out, one sentence when something is wrong."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from veerkracht.commands.calculate import main

MOTHER: dict[str, Any] = {
    "loon": 16958.0,
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 748,
    "servicekosten": 0,
    "leeftijd_ouder": 30,
    "aantal_medebewoners": 0,
    "maanden_bijstand": 12,
    "loonheffingskorting_bij": "werkgever",
    "vrijlating_regeling": "geen",
    "heeft_recht_op_kinderopvangtoeslag": True,
    "kinderen": [
        {"leeftijd": 6, "leeftijd_op_1_januari": 6, "opvangsoort": "bso", "opvanguren": 40, "uurtarief": 9.5},
        {
            "leeftijd": 2,
            "leeftijd_op_1_januari": 1,
            "opvangsoort": "dagopvang",
            "opvanguren": 80,
            "uurtarief": 11,
        },
    ],
}
ZORG = {"toetsingsinkomen": 29500, "heeft_toeslagpartner": False, "vermogen": 0}
TARGETS = [
    "belasting_box_1",
    "algemene_heffingskorting",
    "arbeidskorting",
    "inkomensafhankelijke_combinatiekorting",
    "inkomstenbelasting",
    "loonheffing",
    "zorgtoeslag",
    "kindgebonden_budget",
    "huurtoeslag",
    "kinderopvangtoeslag",
    "voorschot_zorgtoeslag",
    "voorschot_kindgebonden_budget",
    "voorschot_huurtoeslag",
    "voorschot_kinderopvangtoeslag",
    "kinderbijslag",
    "bijstandsnorm",
    "bijstandsnorm_exclusief_vakantietoeslag",
    "vrijlating",
    "bijstand",
    "bruto_bijstand",
    "toetsingsinkomen",
    "wettelijk_minimumuurloon",
    "besteedbaar_inkomen",
    "netto_inkomen_uit_werk",
    "norm_economische_zelfstandigheid",
    "is_economisch_zelfstandig",
]
UNITS = {
    **dict.fromkeys(TARGETS[:5], "EUR/year"),
    "loonheffing": "EUR/month",
    **dict.fromkeys(TARGETS[6:10], "EUR/year"),
    **dict.fromkeys(TARGETS[10:14], "EUR/month"),
    "kinderbijslag": "EUR/quarter",
    **dict.fromkeys(TARGETS[15:19], "EUR/month"),
    **dict.fromkeys(TARGETS[19:21], "EUR/year"),
    "wettelijk_minimumuurloon": "EUR/hour",
    **dict.fromkeys(TARGETS[22:25], "EUR/month"),
    "is_economisch_zelfstandig": "bool",
}


def file_with(folder: Path, facts: object, name: str = "feiten.json") -> str:
    file = folder / name
    file.write_text(facts if isinstance(facts, str) else json.dumps(facts), encoding="utf-8")
    return str(file)


def test_one_household(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main([file_with(tmp_path, ZORG), "--date", "2026-03-01", "--targets", "zorgtoeslag"])
    data = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (data["date"], data["amounts"], data["units"]) == (
        "2026-03-01",
        {"zorgtoeslag": 1550.0},
        {"zorgtoeslag": "EUR/year"},
    )
    assert any("buitenland" in said for said in data["not_modelled"])
    assert "steps" not in data


def test_every_target_of_the_contract_has_its_unit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([file_with(tmp_path, MOTHER), "--date", "2026-03-01", "--targets", ",".join(TARGETS)]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["units"] == UNITS
    assert data["amounts"]["is_economisch_zelfstandig"] in (True, False)


def test_every_step_says_where_it_comes_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([file_with(tmp_path, MOTHER), "--date", "2026-03-01", "--explain"]) == 0
    data = json.loads(capsys.readouterr().out)
    steps = {step["name"]: step for step in data["steps"]}
    assert data["amounts"].keys() <= steps.keys()
    for step in steps.values():
        assert step["sentence"].endswith(".") and step["article"] and step["source"], step["name"]
        for used in step["parameters"]:
            assert used["source"] and used["confidence"] and used["since"], used["name"]
        if step["unit"].startswith("EUR"):
            assert isinstance(step["value"], float | list)
    assert steps["netto_bijstand_over_het_jaar"]["inputs"]["maanden_bijstand"] == 12
    assert steps["artikel_34a_geldt"]["inputs"]["artikel_34a_ingangsdatum"] == "2027-01-01"


def test_without_targets_everything_that_follows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([file_with(tmp_path, ZORG), "--date", "2026-03-01"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["amounts"]["voorschot_zorgtoeslag"] == 129.0
    assert "kinderen" in data["not_computed"]["kinderbijslag"]
    assert "kale_huur" in data["not_computed"]["rekenhuur"]
    assert not data["amounts"].keys() & data["not_computed"].keys()


def test_what_is_nothing_without_a_rule_is_told_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No month with bijstand is no bijstand in the year: an amount, not a silence."""
    facts = {"loon": 20000, "maanden_bijstand": 0, "heeft_partner": False, "leeftijd_ouder": 34}
    assert main([file_with(tmp_path, facts), "--date", "2026-03-01"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["amounts"]["bruto_bijstand"] == 0.0 and data["units"]["bruto_bijstand"] == "EUR/year"
    assert not facts.keys() & data["amounts"].keys()


def test_what_the_law_does_not_tell_is_not_computed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    care = {
        "leeftijd": 3,
        "leeftijd_op_1_januari": 3,
        "opvangsoort": "dagopvang",
        "opvanguren": 50,
        "uurtarief": 10,
    }
    facts = {"toetsingsinkomen": 60000, "heeft_recht_op_kinderopvangtoeslag": True, "kinderen": [care, care]}
    file = file_with(tmp_path, facts)
    assert main([file, "--date", "2025-03-01", "--targets", "kinderopvangtoeslag"]) == 2
    assert "volgend kind" in capsys.readouterr().err
    assert main([file, "--date", "2025-03-01"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert "volgend kind" in data["not_computed"]["voorschot_kinderopvangtoeslag"]
    assert "kinderbijslag" in data["amounts"]


def test_without_a_right_the_allowance_is_nothing_also_where_a_percentage_is_not_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wko art. 1.6: who has no ground gets nothing, whatever the table of art. 6 Besluit kinderopvangtoeslag says."""
    care = {"leeftijd": 3, "opvangsoort": "dagopvang", "opvanguren": 50, "uurtarief": 10}
    facts = {"toetsingsinkomen": 60000, "heeft_recht_op_kinderopvangtoeslag": False, "kinderen": [care, care]}
    file = file_with(tmp_path, facts)
    targets = "kinderopvangtoeslag,eigen_bijdrage_kinderopvang"
    assert main([file, "--date", "2025-03-01", "--targets", targets]) == 0
    assert json.loads(capsys.readouterr().out)["amounts"] == {
        "kinderopvangtoeslag": 0.0,
        "eigen_bijdrage_kinderopvang": 1000.0,
    }


def test_nothing_is_counted_on_with_what_is_not_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tax of someone of pension age is not in the book; the sums that rest on it say so."""
    file = file_with(tmp_path, {**MOTHER, "leeftijd_ouder": 70})
    for target in ("gemiddelde_bijstandsnorm", "bruto_bijstand", "besteedbaar_inkomen"):
        assert main([file, "--date", "2026-03-01", "--targets", target]) == 2
        assert "AOW-leeftijd" in capsys.readouterr().err
    assert main([file, "--date", "2026-03-01"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert "AOW-leeftijd" in data["not_computed"]["bruto_bijstand"]
    assert data["amounts"]["bijstandsnorm"] == 1564.69
    assert "kinderbijslag" in data["amounts"]


def test_a_reform_changes_the_amount_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reform = tmp_path / "hervorming.toml"
    reform.write_text(
        'sentence = "De drempel gaat omhoog."\nsource = "proef"\n[parameters]\n"zorgtoeslag.drempelinkomen" = 40000\n'
    )
    facts = file_with(tmp_path, {**ZORG, "toetsingsinkomen": 36000})
    asked = [facts, "--date", "2026-03-01", "--targets", "zorgtoeslag", "--explain"]
    main(asked)
    before = json.loads(capsys.readouterr().out)
    assert main([*asked, "--reform", str(reform)]) == 0
    after = json.loads(capsys.readouterr().out)
    assert after["amounts"]["zorgtoeslag"] > before["amounts"]["zorgtoeslag"]
    assert "De drempel gaat omhoog." in json.dumps(after["steps"], ensure_ascii=False)


def test_the_start_of_article_34a_can_be_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reform = tmp_path / "hervorming.toml"
    reform.write_text(
        'sentence = "x"\nsource = "y"\n[parameters]\n"participatiewet.artikel_34a_ingangsdatum" = 2026-07-01\n'
    )
    facts = {"netto_loon_per_maand": 800, "vrijlating_regeling": "artikel_34a", "leeftijd_ouder": 35}
    asked = [file_with(tmp_path, facts), "--targets", "vrijlating", "--date"]
    for day, extra, amount in [
        ("2026-08-01", [], 0.0),
        ("2026-08-01", ["--reform", str(reform)], 120.0),
        ("2027-01-01", [], 120.0),
    ]:
        assert main([*asked, day, *extra]) == 0
        assert json.loads(capsys.readouterr().out)["amounts"] == {"vrijlating": amount}


@pytest.mark.parametrize(
    ("facts", "arguments", "named"),
    [
        ({"vermogen": 0, "heeft_toeslagpartner": False}, [], "toetsingsinkomen"),
        ({"toetsingsinkomen": 1, "heeft_toeslagpartner": False}, [], "vermogen ontbreekt"),
        ({**ZORG, "vermoogen": 0}, [], "vermoogen"),
        ({**ZORG, "vermogen": "nul"}, [], "vermogen"),
        ({**ZORG, "vermogen": float("nan")}, [], "vermogen"),
        (ZORG, ["--date", "2031-01-01"], "2031-01-01"),
        (ZORG, ["--date", "1999-01-01"], "1999-01-01"),
        (ZORG, ["--targets", "zorgtoelage"], "zorgtoelage"),
        ({**ZORG, "leeftijd_ouder": -3}, [], "leeftijd_ouder"),
        (
            {"netto_inkomen": 1000, "bijstandsnorm": 0},
            ["--targets", "inkomen_ten_opzichte_van_norm"],
            "inkomen_ten_opzichte_van_norm",
        ),
        ("{geen json", [], "JSON"),
        ("[" * 100_000, [], "JSON"),
        ("", [], "JSON"),
        ('{"vermogen": 1, "vermogen": 2}', [], "twee keer"),
        (ZORG, ["--date", "gisteren"], "gisteren"),
        (ZORG, ["--onzin"], "--onzin"),
        (ZORG, ["--reform", "er-is-geen.toml"], "er-is-geen.toml"),
    ],
)
def test_a_mistake_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], facts: object, arguments: list[str], named: str
) -> None:
    asked = [file_with(tmp_path, facts), "--date", "2026-03-01", "--targets", "zorgtoeslag", *arguments]
    assert main(asked) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert named in said.err
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err


def test_no_file_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("weg.json", "weg.jsonl"):
        assert main([str(tmp_path / name)]) == 2
        assert name in capsys.readouterr().err
    assert main([]) == 2
    assert "FEITEN.json" in capsys.readouterr().err


def test_lines_come_in_order_and_a_mistake_does_not_stop_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps(ZORG),
        "{kapot",
        json.dumps({**ZORG, "vermogen": -1, "leeftijd_ouder": -1}),
        json.dumps(ZORG),
    ]
    file = file_with(tmp_path, "\n".join(lines) + "\n", "feiten.jsonl")
    assert main([file, "--date", "2026-03-01", "--targets", "zorgtoeslag"]) == 0
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [list(line) for line in out] == [["amounts"], ["error"], ["error"], ["amounts"]]
    assert "leeftijd_ouder" in out[2]["error"]


WRONG = {
    "missing": ({"toetsingsinkomen": 1, "heeft_toeslagpartner": False}, "vermogen ontbreekt"),
    "misspelt": ({**ZORG, "vermoogen": 0}, "bedoel je 'vermogen'"),
    "wrong type": ({**ZORG, "vermogen": "nul"}, "een getal"),
    "not a number": ({**ZORG, "vermogen": float("nan")}, "gewoon getal"),
    "negative age": ({**ZORG, "leeftijd_ouder": -3}, "niet negatief"),
    "not an object": ([1, 2], "JSON-object"),
    "not JSON": ("{kapot", "geldige JSON"),
    "nothing": ("", "geldige JSON"),
}


def test_every_kind_of_mistake_between_good_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = json.dumps(ZORG)
    lines = [good]
    for wrong, _ in WRONG.values():
        lines += [wrong if isinstance(wrong, str) else json.dumps(wrong), good]
    file = file_with(tmp_path, "\n".join(lines) + "\n", "feiten.jsonl")
    assert main([file, "--date", "2026-03-01", "--targets", "zorgtoeslag", "--explain"]) == 0
    said = capsys.readouterr()
    out = [json.loads(line) for line in said.out.splitlines()]
    assert [one["amounts"] for one in out[::2]] == [{"zorgtoeslag": 1550.0}] * (len(WRONG) + 1)
    assert not said.err
    for (kind, (_, named)), one in zip(WRONG.items(), out[1::2], strict=True):
        assert one.keys() == {"error"} and named in one["error"], kind


def test_a_day_without_parameters_is_an_error_on_each_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = file_with(tmp_path, json.dumps(ZORG) + "\n" + json.dumps(ZORG) + "\n", "feiten.jsonl")
    assert main([file, "--date", "2031-01-01", "--targets", "zorgtoeslag"]) == 0
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["2031-01-01" in one["error"] for one in out] == [True, True]


def test_what_is_assumed_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A partner without an age counts as an adult; assets that were not given are taken to be below the limit."""
    facts = {
        "leeftijd_ouder": 30,
        "heeft_partner": True,
        "aantal_andere_kostendelers": 0,
        "loon": 0,
        "loon_partner": 0,
        "maanden_bijstand": 12,
    }
    file = file_with(tmp_path, facts)
    assert main([file, "--date", "2026-03-01", "--targets", "bruto_bijstand"]) == 0
    said = " ".join(json.loads(capsys.readouterr().out)["not_modelled"])
    assert "leeftijd van je partner is niet opgegeven" in said and "vermogen is niet opgegeven" in said
    known = file_with(tmp_path, {**facts, "leeftijd_partner": 28, "vermogen": 0})
    assert main([known, "--date", "2026-03-01", "--targets", "bruto_bijstand"]) == 0
    assert "niet opgegeven; er is gerekend" not in capsys.readouterr().out
    young = file_with(tmp_path, {**facts, "leeftijd_ouder": 19})
    assert main([young, "--date", "2026-03-01", "--targets", "bijstandsnorm"]) == 2
    assert "leeftijd_partner ontbreekt" in capsys.readouterr().err


def test_many_lines_take_no_more_memory_than_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.print", lambda *_, **__: None)

    def peak(count: int) -> int:
        file = file_with(tmp_path, (json.dumps(ZORG) + "\n") * count, f"{count}.jsonl")
        tracemalloc.start()
        main([file, "--date", "2026-03-01", "--targets", "zorgtoeslag"])
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(3000) < 2 * peak(30) + 100_000


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (b'{\n"loon": 1,\n"vermogen": }', "regel 3, kolom 13"),
        (b"", "regel 1, kolom 1"),
        (b'{"loon":\n"\xff"}', "regel 2"),
        (b"[" * 100_000, "te veel haakjes"),
        (b'{"loon": ' + b"9" * 5000 + b"}", "te veel cijfers"),
    ],
)
def test_broken_json_is_named_by_line_and_column_in_dutch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: bytes, named: str
) -> None:
    file = tmp_path / "feiten.json"
    file.write_bytes(text)
    assert main([str(file), "--date", "2026-03-01"]) == 2
    sentence = capsys.readouterr().err
    assert named in sentence
    for english in ("Expecting", "codec", "line", "column", "Exceeds", "recursion"):
        assert english not in sentence


def test_a_broken_line_is_named_by_its_own_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "feiten.jsonl"
    file.write_text(f"{json.dumps(MOTHER)}\n{{kapot\n", encoding="utf-8")
    assert main([str(file), "--date", "2026-03-01", "--targets", "kinderbijslag"]) == 0
    assert "regel 2, kolom 2" in json.loads(capsys.readouterr().out.splitlines()[1])["error"]
