"""The months of the program beside a ledger written from the law alone: every payment, day and settlement."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.money_oracle import law
from tests.money_oracle.households import MONTHS, random_case
from tests.money_oracle.ledger import Ledger, answer
from tests.money_oracle.life import later
from veerkracht.cli import main

REGULAR = ("loon", "bijstand", "ww", "kinderalimentatie", "partneralimentatie")
CENTS, OVER_A_YEAR = 0.03, 0.20
"""Room for the rounding of one amount, and of the twelve or more that make a year."""
A_MONTH = 31
"""Days: the ordinary time between two pay days."""


def run_months(
    folder: Path, facts: dict[str, Any], events: list[dict[str, Any]], start: dt.date
) -> tuple[int, str]:
    """`veerkracht months`, as people run it: how it ended, and what it said."""
    for name, content in (("facts.json", facts), ("events.json", events)):
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    out = io.StringIO()
    files = [str(folder / "facts.json"), str(folder / "events.json")]
    with contextlib.redirect_stdout(out):
        ended = main(["months", *files, "--from", start.isoformat(), "--months", str(MONTHS)])
    return ended, out.getvalue()


def by_the_program(
    folder: Path, facts: dict[str, Any], events: list[dict[str, Any]], start: dt.date
) -> dict[str, Any]:
    ended, answered = run_months(folder, facts, events, start)
    assert ended == 0
    found: dict[str, Any] = json.loads(answered)
    return found


def test_without_a_published_figure_there_is_no_amount(tmp_path: Path) -> None:
    """Childcare allowance of 2025 for a second child: no source gives the percentage above 47,403."""
    facts, events, start = random_case(random.Random(2935))
    assert not has_all_figures(answer(facts, events, start), start)
    hold(tmp_path, 2935)


def compare_payments(found: dict[str, Any], ledger: Ledger, start: dt.date) -> None:
    both: dict[tuple[str, str], tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
    for one in found["payments"]:
        both[one["what"], one["for"]][0].append((one["on"], one["amount"]))
    for row in ledger.payments(start, MONTHS):
        both[row.what, row.period][1].append((row.on.isoformat(), row.amount))
    for name, (theirs, mine) in both.items():
        assert [on for on, _ in sorted(theirs)] == [on for on, _ in sorted(mine)], (name, theirs, mine)
        for (_, one), (_, other) in zip(sorted(theirs), sorted(mine), strict=True):
            assert one == pytest.approx(other, abs=CENTS), (name, theirs, mine)


def compare_years(found: dict[str, Any], ledger: Ledger, start: dt.date) -> None:
    theirs = {(one["year"], one["what"]): one["amount"] for one in found["settlements"]}
    mine = ledger.settlements(start, MONTHS)
    for name in theirs.keys() | mine.keys():
        assert theirs.get(name, 0.0) == pytest.approx(mine.get(name, 0.0), abs=OVER_A_YEAR), name
    for one in found["years"]:
        assert one["income"] == pytest.approx(ledger.income(one["year"]), abs=OVER_A_YEAR)
        assert one["income_from_work"] == pytest.approx(ledger.pay.wage_of(one["year"]), abs=OVER_A_YEAR)


def nothing_before_its_cause(found: dict[str, Any], ledger: Ledger) -> None:
    """No wage before work, no bijstand after its end, no allowance for childcare without a ground."""
    began = min((w.began for w in ledger.world.works), default=dt.date.max)
    for one in found["payments"]:
        on = dt.date.fromisoformat(one["on"])
        if one["what"] == "loon":
            assert on >= began
        if one["what"] == "kinderopvangtoeslag":
            known = ledger.of(on)
            assert known.ground(dt.date.fromisoformat(f"{one['for']}-01"))
        assert one["amount"] > 0 or one["what"].startswith("terugbetaling"), one


def no_tax_without_taxable_income(found: dict[str, Any]) -> None:
    income = {one["year"]: one["income"] for one in found["years"]}
    for one in found["settlements"]:
        if one["what"] == "inkomstenbelasting" and income[one["year"]] == 0:
            assert one["amount"] == 0


def the_gap_is_that_of_the_payments(found: dict[str, Any], start: dt.date) -> None:
    """The longest stretch without regular income stands among the gaps; each gap has none in it."""
    end = later(start, MONTHS)
    days = sorted({dt.date.fromisoformat(p["on"]) for p in found["payments"] if p["what"] in REGULAR})
    gaps = [
        (dt.date.fromisoformat(g["last_old"]), dt.date.fromisoformat(g["first_new"])) for g in found["gaps"]
    ]
    for last, first in gaps:
        assert not [day for day in days if last < day < first], (last, first)
    assert found["gap_days"] == max(((first - last).days for last, first in gaps), default=0)
    for last, first in zip(days, [*days[1:], end], strict=True):
        if (first - last).days > A_MONTH + 4:
            assert (last, first) in gaps, (last, first, gaps)


def has_all_figures(ledger: Ledger, start: dt.date) -> bool:
    """Whether every figure of the law that this household needs was published."""
    try:
        ledger.payments(start, MONTHS)
        ledger.settlements(start, MONTHS)
    except law.NotPublished:
        return False
    return True


def hold(folder: Path, seed: int) -> None:
    facts, events, start = random_case(random.Random(seed))
    ledger = answer(facts, events, start)
    if not has_all_figures(ledger, start):
        assert run_months(folder, facts, events, start)[0] == 2
        return
    found = by_the_program(folder, facts, events, start)
    compare_payments(found, ledger, start)
    compare_years(found, ledger, start)
    nothing_before_its_cause(found, ledger)
    no_tax_without_taxable_income(found)
    the_gap_is_that_of_the_payments(found, start)


@pytest.mark.parametrize("batch", range(20))
def test_both_ledgers_agree(tmp_path: Path, batch: int) -> None:
    for seed in range(10 * batch, 10 * batch + 10):
        hold(tmp_path, seed)


@pytest.mark.long
@pytest.mark.parametrize("batch", range(100))
def test_both_ledgers_agree_on_many_more(tmp_path: Path, batch: int) -> None:
    for seed in range(1000 + 20 * batch, 1020 + 20 * batch):
        hold(tmp_path, seed)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        # formulas.md: the first month wage on which tax is held back, in 2025 and 2026.
        (law.withheld(2025, 922.49, credit=True), 0.0),
        (law.withheld(2026, 949.49, credit=True), 0.0),
        # Official vectors of 2026: rent 1,200 for three at 34,000; kindgebonden budget of 5,975.94.
        (law.rent_allowance(dt.date(2026, 5, 1), 34000, 1200, 3), 492.04),
        (law.child_budget(dt.date(2026, 5, 1), 30000, [dt.date(2018, 5, 20)], partner=False), 5975.94),
        # WW: 1,800 with 800 earned in the third month (HRC).
        (law.unemployment(dt.date(2026, 5, 1), 1800, 3, 800), 700.0),
        # Zvw contribution over alimony of 12,000.
        (law.care_contribution(2026, 12000), 582.0),
        # Zorgtoeslag for two at 33,000: 209 a month.
        (law.care_allowance(2026, 33000, partner=True) // 12, 209.0),
    ],
)
def test_the_law_of_this_ledger_gives_what_was_published(said: float, right: float) -> None:
    assert said == pytest.approx(right, abs=0.01)


def test_withholding_begins_where_it_was_published() -> None:
    assert law.withheld(2025, 922.50, credit=True) > 0
    assert law.withheld(2026, 949.50, credit=True) > 0
