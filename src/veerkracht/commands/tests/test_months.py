"""`veerkracht months`: the form of the answer, and one sentence with exit 2 for each mistake."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from veerkracht.commands.months import main
from veerkracht.money.tests.families import CLEANING_MOTHER

EVENTS = [{"on": "2026-05-01", "kind": "hours_change", "hours": 26, "hourly_wage": 15.10, "pay_day": 24}]


def files(folder: Path, facts: Any, events: Any) -> list[str]:
    names = []
    for name, content in (("facts.json", facts), ("events.json", events)):
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / name).write_text(text, encoding="utf-8")
        names.append(str(folder / name))
    return [*names, "--from", "2026-03-01", "--months", "24"]


def test_the_answer_has_its_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(files(tmp_path, {**CLEANING_MOTHER, "saldo": 100}, EVENTS)) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"payments", "balance", "lowest", "gap_days", "settlements", "to_arrange"} <= found.keys()
    assert {"on", "what", "amount", "for", "certainty", "article", "direction"} == found["payments"][0].keys()
    assert found["balance"][0].keys() == {"on", "amount"} == found["lowest"].keys()
    assert found["settlements"][0].keys() == {"year", "what", "amount", "on", "article"}
    assert found["gap_days"] == 26
    first = found["to_arrange"][0]
    assert first["owner"] == "gemeente" and first["before"] <= "2026-05-01" and first["article"]


def test_the_balance_is_the_sum_of_what_is_paid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(files(tmp_path, {**CLEANING_MOTHER, "saldo": 100}, EVENTS))
    found = json.loads(capsys.readouterr().out)
    total = 100.0
    total += sum(p["amount"] * (1 if p["direction"] == "in" else -1) for p in found["payments"])
    total += sum(s["amount"] for s in found["settlements"] if s["on"] < "2028-03-01")
    assert found["balance"][-1]["amount"] == pytest.approx(total, abs=0.02)


@pytest.mark.parametrize(
    ("facts", "events", "more", "named"),
    [
        ("{", [], [], "geen geldige JSON"),
        (CLEANING_MOTHER, "[", [], "geen geldige JSON"),
        (CLEANING_MOTHER, {}, [], "lijst"),
        (CLEANING_MOTHER, [{"on": "2026-05-01", "kind": "lottery"}], [], "'lottery'"),
        (CLEANING_MOTHER, [{"on": "2026-05-01", "kind": "partner_leaves"}], [], "geen partner"),
        (CLEANING_MOTHER, [], ["--months", "veel"], "--months"),
        (CLEANING_MOTHER, [], ["--months", "0"], "tussen 1 en 120"),
        (CLEANING_MOTHER, [], ["--from", "gisteren"], "geen datum"),
        (CLEANING_MOTHER, [], ["--from", "9999-12-01"], "te ver weg"),
        (CLEANING_MOTHER, [], ["--mnths", "3"], "schrijf: veerkracht months"),
        (CLEANING_MOTHER, [], ["--from", "2019-01-01"], "geen bedrag bekend"),
        ({**CLEANING_MOTHER, "vermogn": 1}, [], [], "vermogen"),
        ({k: v for k, v in CLEANING_MOTHER.items() if k != "kale_huur"}, [], [], "kale_huur ontbreekt"),
        ({k: v for k, v in CLEANING_MOTHER.items() if k != "kinderen"}, [], [], "kinderen ontbreekt"),
    ],
)
def test_a_mistake_is_one_sentence(
    facts: Any, events: Any, more: list[str], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*files(tmp_path, facts, events), *more]) == 2
    said = capsys.readouterr()
    assert said.out == "" and named in said.err
    assert said.err.count("\n") == 1 and "Traceback" not in said.err


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nergens.json"), str(tmp_path / "niets.json")]) == 2
    assert "nergens.json" in capsys.readouterr().err
