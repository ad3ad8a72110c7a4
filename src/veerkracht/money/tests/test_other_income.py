"""Benefits and alimony through the months. Amounts by hand from the law of 2026: rate 35.75%, tax credit 3,115,
Zvw contribution 4.85% (Belastingdienst); WW by art. 20 and 47 WW; what counts for bijstand by art. 31 Pw."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import refused, said
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.benefits import BenefitBesideWork, ww_beside
from veerkracht.money.budget_line import budget_line
from veerkracht.money.ledger.arrange import to_arrange
from veerkracht.money.ledger.months import Months, months
from veerkracht.money.situation import Offer, scenario

from .test_review_cases import MOTHER, amounts, job, paid

JANUARY = dt.date(2026, 1, 1)
AT_WORK: dict[str, Any] = {**MOTHER, "maanden_bijstand": 0, "loon": 20000}


def settled(ledger: Months, what: str) -> float:
    return sum(s.amount for s in ledger.settlements if s.what == what)


def with_income(facts: dict[str, Any], *incomes: dict[str, Any]) -> Months:
    return months({**facts, "inkomen": list(incomes)}, [], JANUARY, 12)


def test_alimony_for_herself_is_taxed_after_the_year() -> None:
    """15,000 a year: 35.75% less 3,115 is 2,247.50, and 4.85% Zvw is 727.50; nothing is held back before."""
    facts = {**MOTHER, "maanden_bijstand": 0}
    ledger = with_income(facts, {"soort": "partneralimentatie", "bruto": 1250, "betaaldag": 3})
    assert paid(ledger, "partneralimentatie")["2026-03"] == (dt.date(2026, 3, 3), 1250)
    assert settled(ledger, "inkomstenbelasting") == pytest.approx(-2975, abs=0.01)
    assert ledger.years == ((2026, pytest.approx(15000), 0.0),)
    assert any("40 procent" in sentence for sentence in map(said, ledger.assumptions))


def test_alimony_for_a_child_counts_for_bijstand_and_for_nothing_else() -> None:
    """The exact norm of July 2026 without holiday allowance, 1,348.49, less 300; kindgebonden budget stays 499."""
    ledger = with_income(MOTHER, {"soort": "kinderalimentatie", "netto": 300})
    assert amounts(ledger, "bijstand")["2026-08"] == pytest.approx(1048.49, abs=0.01)
    assert amounts(ledger, "kinderalimentatie")["2026-08"] == 300
    assert amounts(ledger, "kindgebonden_budget")["2026-08"] == 499
    assert settled(ledger, "inkomstenbelasting") == pytest.approx(0, abs=0.01)


def test_a_benefit_beside_bijstand_is_taken_off_in_full() -> None:
    """A WIA of 900 gross without the credit: 10,800 x 35.75% = 3,861 / 12 = 321.75 held back, so 578.25 net."""
    ledger = with_income({**MOTHER, "loonheffingskorting_bij": "bijstand"}, {"soort": "wia", "bruto": 900})
    assert amounts(ledger, "wia")["2026-08"] == pytest.approx(578.25, abs=0.02)
    assert amounts(ledger, "bijstand")["2026-08"] == pytest.approx(1348.49 - 578.25, abs=0.02)
    assert settled(ledger, "inkomstenbelasting") == pytest.approx(0, abs=15)


def test_a_benefit_asks_who_applies_the_tax_credit() -> None:
    facts = {name: value for name, value in MOTHER.items() if name != "loonheffingskorting_bij"}
    with refused(CannotCalculate, match="loonheffingskorting_bij"):
        with_income(facts, {"soort": "zw", "bruto": 900})


def lost_a_job(*later: dict[str, Any]) -> Months:
    facts = {**MOTHER, "maanden_bijstand": 0, "loon": 12 * 2500 * 1.08, "loonheffingskorting_bij": "uwv"}
    start = {"on": "2026-03-01", "kind": "ww_starts", "wage": 2700}
    return months(facts, [{"on": "2026-03-01", "kind": "job_ends"}, start, *later], JANUARY, 12)


def test_ww_comes_in_the_month_after_and_ends_with_a_wage_above_seven_eighths() -> None:
    """87.5% of 2,700 is 2,362.50: 34 hours of 16 euros is 2,357.33 and leaves some WW, 35 hours ends it for good."""
    ledger = lost_a_job(
        job("2026-05-01", 34),
        {"on": "2026-06-01", "kind": "hours_change", "hours": 35},
        {"on": "2026-07-01", "kind": "hours_change", "hours": 10},
    )
    ww = paid(ledger, "ww")
    assert sorted(ww) == ["2026-03", "2026-04", "2026-05"]
    assert ww["2026-03"][0] == dt.date(2026, 4, 10)
    gross = [p.gross for p in ledger.payments if p.what == "ww"]
    assert gross == [2025.0, 2025.0, pytest.approx(0.7 * (2700 - 2357.33), abs=0.01)]


def test_ww_from_a_day_in_the_month_is_a_part_of_it() -> None:
    """From 16 April: 15 of 30 days of 2,025."""
    facts = {**MOTHER, "maanden_bijstand": 0, "loonheffingskorting_bij": "uwv"}
    ledger = months(facts, [{"on": "2026-04-16", "kind": "ww_starts", "wage": 2700}], JANUARY, 12)
    assert next(p.gross for p in ledger.payments if p.what == "ww") == 1012.5


def test_the_weeks_without_income_before_the_first_ww_are_named() -> None:
    """Last wage 25 February, first WW 10 April: 44 days."""
    ledger = lost_a_job()
    assert ledger.gap_days == 44
    assert any("overbrugging" in said(one.what) for one in to_arrange(ledger))


def test_ww_falls_with_the_wage_along_the_budget_line() -> None:
    """hr-center.nl: a WW-maandloon of 1,800 gives 1,260, and 700 beside a wage of 800."""
    day = dt.date(2026, 5, 1)
    assert ww_beside(1260, 0, 800, day) == 700
    assert ww_beside(700, 800, 0, day) == 1260
    assert ww_beside(1260, 0, 1600, day) == 0, "above 87.5% of 1,800 it ends"
    facts = {**MOTHER, "maanden_bijstand": 0, "loonheffingskorting_bij": "uwv"}
    line = budget_line({**facts, "inkomen": [{"soort": "ww", "bruto": 1260}]}, day, Offer(16.0))
    benefits = line.moving["bruto_uitkering"]
    assert benefits[0] == 1260 and benefits[-1] == 0
    # 1,260 is 15,120 a year: x 35.75% less 3,115 is 2,290 held back, 190.83 a month.
    assert line.parts["ander_inkomen"][0] == pytest.approx(1260 - 190.83, abs=2)
    assert line.parts["ander_inkomen"][-1] == 0
    assert any("70 procent" in sentence for sentence in map(said, line.assumptions))


def test_taxed_income_of_no_kind_is_not_compared_with_work() -> None:
    """L29: nobody keeps a WW of 1,500 beside 20 hours of work; a sentence says so instead of an amount."""
    facts = {**MOTHER, "maanden_bijstand": 0, "loonheffingskorting_bij": "uwv"}
    facts |= {"overig_netto_inkomen": 1500, "overig_inkomen_is_belast": True}
    with refused(BenefitBesideWork, match="70 procent"):
        scenario(facts, dt.date(2026, 5, 1), Offer(15.0), 20)
    untaxed = scenario({**facts, "overig_inkomen_is_belast": False}, dt.date(2026, 5, 1), Offer(15.0), 20)
    assert untaxed.values["overig_netto_inkomen"] == 1500


@pytest.mark.parametrize(
    ("income", "says"),
    [
        ({"soort": "loterij", "bruto": 5}, "soort"),
        ({"soort": "ww"}, "bruto of netto"),
        ({"soort": "ww", "bruto": 5, "netto": 4}, "bruto of netto"),
        ({"soort": "anders", "netto": 5}, "belast"),
        ({"soort": "ww", "bruto": -5}, "tussen 0"),
        ({"soort": "ww", "bruto": True}, "tussen 0"),
        ({"soort": "ww", "bruto": 5, "betaaldag": 32}, "betaaldag"),
        ({"soort": "zw", "netto": 5, "van_partner": True}, "brutobedrag"),
        ({"soort": "zw", "bruto": 5, "van_partner": "ja"}, "van_partner"),
        ({"soort": "zw", "bruto": 5, "dag": 3}, "dag"),
    ],
)
def test_what_is_wrong_with_an_income_is_named(income: dict[str, Any], says: str) -> None:
    with refused(CannotCalculate, match=says):
        with_income(AT_WORK, income)


def test_two_ways_to_say_other_income_are_one_too_many() -> None:
    with refused(CannotCalculate, match="kies er één"):
        with_income({**AT_WORK, "overig_netto_inkomen": 5}, {"soort": "zw", "bruto": 5})


def test_ww_cannot_start_twice() -> None:
    with refused(CannotCalculate, match="al WW"):
        lost_a_job({"on": "2026-05-01", "kind": "ww_starts", "wage": 2000})


def test_a_year_counts_no_ww_of_before_it_began() -> None:
    """WW from 1 January: that of January to November is paid in the year, 2 x 2,025 and 9 x 1,890 gross."""
    facts = {**MOTHER, "maanden_bijstand": 0, "loonheffingskorting_bij": "uwv"}
    event = {"on": "2026-01-01", "kind": "ww_starts", "wage": 2700}
    assert months(facts, [event], JANUARY, 12).years == ((2026, pytest.approx(2 * 2025 + 9 * 1890), 0.0),)
