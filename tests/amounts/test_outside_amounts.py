"""Amounts and days from outside, through the commands as people run them.

`examples.json`: amounts published, or recomputed from the text of the law. `cases.json`: what a review of 29 November
2026 found wrong, with what is right and why. `situations.json`: households through the months. Each row carries its
source or its reasoning. What does not hold yet stands in `NOT_YET`: strict, so that the list can only shrink.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from veerkracht.cli import main

HERE = Path(__file__).parent
NOT_YET: frozenset[str] = frozenset()
"""Strict: what comes right has to leave it."""


def rows(name: str) -> list[Any]:
    found: list[dict[str, Any]] = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(
            row,
            id=row["id"],
            marks=[pytest.mark.xfail(strict=True, reason="not yet")] if row["id"] in NOT_YET else [],
        )
        for row in found
    ]


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What a command gave: its answer, or (exit 2) the sentence that refuses."""

    data: dict[str, Any]
    refusal: str = ""

    def paid(self, what: str) -> dict[str, list[tuple[dt.date, float]]]:
        """By the period it is for: the days and amounts."""
        found: dict[str, list[tuple[dt.date, float]]] = {}
        for p in self.data["payments"]:
            if p["what"] == what:
                found.setdefault(p["for"], []).append((dt.date.fromisoformat(p["on"]), p["amount"]))
        return found

    def settled(self, what: str) -> float:
        return sum(s["amount"] for s in self.data["settlements"] if s["what"] == what)

    @property
    def sentences(self) -> str:
        """Everything it says in words."""
        arranged = [f"{a['what']} {a['why']}" for a in self.data["to_arrange"]]
        return " ".join((*arranged, *self.data["assumptions"]))


class Commands:
    """The command line, with its files in a folder of the test."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def run(self, *arguments: str) -> Answered:
        self.capsys.readouterr()
        code = main(list(arguments))
        out, err = self.capsys.readouterr()
        assert code in (0, 2) and "Traceback" not in err
        if code == 2:
            assert len(err.strip().splitlines()) == 1
            return Answered(data={}, refusal=err.strip())
        return Answered(data=json.loads(out))

    def file(self, name: str, content: Any) -> str:
        file = self.folder / name
        file.write_text(json.dumps(content), encoding="utf-8")
        return str(file)

    def calculate(self, row: dict[str, Any], targets: Any) -> Answered:
        facts = self.file("facts.json", row["facts"])
        return self.run("calculate", facts, "--date", row["date"], "--targets", ",".join(targets))

    def months(self, row: dict[str, Any]) -> Answered:
        files = self.file("facts.json", row["facts"]), self.file("events.json", row["events"])
        return self.run("months", *files, "--from", row["from"], "--months", str(row["months"]))


@pytest.fixture
def commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(tmp_path, capsys)


@pytest.mark.parametrize("row", rows("examples"))
def test_example(row: dict[str, Any], commands: Commands) -> None:
    amounts = commands.calculate(row, row["expect"]).data.get("amounts", {})
    for name, right in row["expect"].items():
        assert amounts.get(name) == pytest.approx(right, abs=row["tolerance"][name] + 1e-9), row["source"]


def calculated(row: dict[str, Any], answer: Answered) -> None:
    """Within the tolerance the case names, or refused where the case allows that too."""
    if not isinstance(row["right"], dict):
        assert answer.refusal or answer.data["amounts"] == dict.fromkeys(row["targets"], 0.0)
        return
    if answer.refusal:
        assert "Exit 2" in row["why"], answer.refusal
        return
    for name, right in row["right"].items():
        margin = row.get("tolerance", {}).get(name, 1.0)
        assert answer.data["amounts"][name] == pytest.approx(right, abs=margin), row["why"]


def ww_gives_no_refund(answer: Answered) -> None:
    if answer.refusal:
        assert "bruto" in answer.refusal
        return
    assert answer.settled("inkomstenbelasting") == pytest.approx(0, abs=25)
    assert "belasting terug" not in answer.sentences


def no_care_for_a_partner_without_ground(answer: Answered) -> None:
    care = answer.paid("kinderopvangtoeslag")
    assert {"2026-02", "2026-03", "2026-04"} <= set(care), "the advance of April is paid on 20 March"
    assert max(care) == "2026-04"
    ((_, april),) = care["2026-04"]
    assert answer.settled("kinderopvangtoeslag") <= -april + 1, "it is reclaimed"
    assert "partner" in answer.sentences and "kinderopvangtoeslag" in answer.sentences


def care_ends_three_months_after_work(answer: Answered) -> None:
    care = answer.paid("kinderopvangtoeslag")
    assert "2026-06" in care and max(care) == "2026-06"


def bijstand_comes_back(answer: Answered) -> None:
    support = answer.paid("bijstand")
    assert "2026-03" not in support
    assert support["2026-04"][0][1] == pytest.approx(707.43, abs=1)


def no_phantom_tax(answer: Answered) -> None:
    assert answer.settled("inkomstenbelasting") == pytest.approx(0, abs=1)
    assert answer.settled("terugbetaling_bijstand_na_belastingteruggave") == pytest.approx(0, abs=1)


def report_the_partner(answer: Answered) -> None:
    assert "Met een schatting van" not in answer.sentences
    assert "door aan Dienst Toeslagen" in answer.sentences and "partner" in answer.sentences


def no_wage_before_the_first_day(answer: Answered) -> None:
    wages = sorted(on for paid in answer.paid("loon").values() for on, _ in paid)
    assert wages[0] >= dt.date(2026, 5, 5)


def no_exemption_from_july(answer: Answered) -> None:
    support = answer.paid("bijstand")
    assert support["2025-09"][0][1] == pytest.approx(468.61, abs=1)
    assert support["2026-01"][0][1] == pytest.approx(499.43, abs=1)


IN_MONTHS: dict[str, Callable[[Answered], None]] = {
    "L04_ww_months_refund": ww_gives_no_refund,
    "L05_partner_without_work_kot": no_care_for_a_partner_without_ground,
    "L07_zero_hours_kot": care_ends_three_months_after_work,
    "L08_bijstand_after_one_nil_month": bijstand_comes_back,
    "L10_apr_partner_no_wage": no_phantom_tax,
    "L11_estimate_39500": report_the_partner,
    "L13_wage_before_first_day": no_wage_before_the_first_day,
    "L15_30_months_run_on": no_exemption_from_july,
}


def an_adult_child_is_computed(page: str) -> None:
    assert "niet te berekenen" not in page and "heeft_fiscale_partner" not in page
    assert "€" in page


def ww_does_not_stay(page: str) -> None:
    """First it asks where the tax credit is; then it says what UWV takes off, and compares nothing."""
    assert "waar staat de loonheffingskorting" in page
    assert "652" not in page and "+260" not in page and "€ 260" not in page


def ww_falls_with_the_wage(page: str) -> None:
    assert "ongeveer 70 procent van je loon" in page and "WW" in page
    assert "652" not in page and "+260" not in page and "€ 260" not in page


ON_THE_PAGE: dict[str, Callable[[str], None]] = {
    "L25_adult_child_dead_end": an_adult_child_is_computed,
    "L29_ww_stays_when_working": ww_does_not_stay,
}


@pytest.mark.parametrize("row", rows("cases"))
def test_case(row: dict[str, Any], commands: Commands, db: None) -> None:
    if row["command"] == "calculate":
        calculated(row, commands.calculate(row, row["targets"]))
    elif row["command"] == "months":
        IN_MONTHS[row["id"]](commands.months(row))
    else:
        ON_THE_PAGE[row["id"]](Client().get(row["url"]).content.decode())
        if row["id"].startswith("L29"):
            answered = Client().get(f"{row['url']}&heffingskorting=uwv")
            ww_falls_with_the_wage(answered.content.decode())


def off(row: dict[str, Any], right: dict[str, Any], answer: Answered) -> str:
    """What is wrong with one payment, or nothing."""
    margin = right.get("tolerance", row["tolerance"]["amount"])
    low, high = right.get("range", (right["amount"] - margin, right["amount"] + margin))
    days = right.get("tolerance_days", row["tolerance"]["days"])
    on = dt.date.fromisoformat(right["on"])
    came = answer.paid(right["what"]).get(right["for"], [])
    fits = [d for d, amount in came if low - 1e-9 <= amount <= high + 1e-9 and abs((d - on).days) <= days]
    return "" if fits else f"{right['what']} of {right['for']}: {came}, not {right['amount']} on {on}"


def job_on_the_17th(answer: Answered) -> None:
    assert not answer.paid("terugbetaling_bijstand")
    assert answer.data["gap_days"] <= 31


def ww_beside_work(answer: Answered) -> None:
    gross = [p["gross"] for p in answer.data["payments"] if p["what"] == "ww"]
    assert gross[:3] == [pytest.approx(amount, abs=0.01) for amount in (2025.0, 1505.0, 1404.67)]
    (year,) = (y for y in answer.data["years"] if y["year"] == 2026)
    assert 28614.67 - 60 <= year["income"] <= 30014.67 + 60
    # By the month earned 23,680; as paid, with the holiday allowance of the year before in May, 1,400 more.
    assert 23680 - 60 <= year["income_from_work"] <= 25080 + 60


def partner_joins(answer: Answered) -> None:
    assert answer.settled("inkomstenbelasting") == pytest.approx(0, abs=60)
    assert -1 <= answer.settled("inkomstenbelasting_partner") <= 592.48 + 1


def one_high_month(answer: Answered) -> None:
    assert "2026-10" not in answer.paid("bijstand")
    assert not answer.paid("vakantietoeslag_bijstand")
    assert "alleen met een besluit" in answer.sentences and "bufferbudget" in answer.sentences


def newborn(answer: Answered) -> None:
    ((_, second),) = answer.paid("kinderbijslag")["2026-Q2"]
    assert second == pytest.approx(358.30, abs=0.01)


def paid_next_month(answer: Answered) -> None:
    assert answer.data["gap_days"] <= 17
    assert "overbrugging" not in answer.sentences


CHECKS: dict[str, Callable[[Answered], None]] = {
    "S1_job_17th_pay_next_month": job_on_the_17th,
    "S2_ww_beside_work": ww_beside_work,
    "S3_partner_without_income_joins": partner_joins,
    "S5_one_high_month": one_high_month,
    "S7_newborn": newborn,
    "S8_bijstand_paid_next_month": paid_next_month,
}


@pytest.mark.parametrize("row", rows("situations"))
def test_situation(row: dict[str, Any], commands: Commands) -> None:
    answer = commands.months(row)
    assert not answer.refusal
    wrong = [problem for right in row["right"] if (problem := off(row, right, answer))]
    assert not wrong, row["why"]
    zero = [p for p in answer.data["payments"] if p["amount"] == 0]
    assert not zero
    CHECKS.get(row["id"], lambda _: None)(answer)
