"""What can be asked back, the safest estimate, credits outside the payslip, and what can be arranged by whom."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from tests.refusals import said
from veerkracht.money.ledger.arrange import MUNICIPALITY, to_arrange
from veerkracht.money.ledger.months import Months, months
from veerkracht.money.ledger.reclaim import by_start, credits, safest_estimate, when_late

from .families import CLEANING_MOTHER, DENISE, SAMIRA, households

START = dt.date(2026, 1, 1)


def start_in(month: int, facts: dict[str, Any] = CLEANING_MOTHER, hours: float = 26) -> Months:
    event = {
        "on": f"2026-{month:02}-01",
        "kind": "hours_change",
        "hours": hours,
        "hourly_wage": 15.10,
        "pay_day": 24,
    }
    return months(facts, [event], START, 24)


def test_later_means_more_to_repay() -> None:
    totals = [one.total for one in when_late(start_in(3))]
    assert totals == sorted(totals) and totals[0] == 0 and totals[-1] > 3000


def test_september_is_worse_than_march_when_it_is_passed_on_late() -> None:
    """Six months from September end in the next year: bijstand of a year before is repaid with the tax on it
    (Pw art. 58 lid 5), from March they do not."""
    march, september = (when_late(start_in(month))[-1] for month in (3, 9))
    assert september.total > march.total + 1000
    assert march.bijstand_tax == 0
    assert september.bijstand_tax == pytest.approx(0.3575 / 0.6425 * 4 * 563.29, abs=2)


def test_the_same_job_in_march_and_in_september_side_by_side() -> None:
    event = {"kind": "hours_change", "hours": 26, "hourly_wage": 15.10, "pay_day": 24}
    march, september = by_start(CLEANING_MOTHER, event, [dt.date(2026, 3, 1), dt.date(2026, 9, 1)], START)
    assert september.reclaims[-1].total > march.reclaims[-1].total
    assert march.income_of_the_year != september.income_of_the_year
    assert september.estimate.safe is not None and september.estimate.safe >= september.income_of_the_year


def test_allowances_are_asked_back_when_the_income_of_the_year_turns_out_higher() -> None:
    """38 hours at 22 euro is above 31,500: three allowances shrink (Wzt 2, Wkgb 2 lid 5, Wht 17)."""
    facts = {**CLEANING_MOTHER, "maanden_bijstand": 0, "loon": 25000}
    event = {"on": "2026-03-01", "kind": "hours_change", "hours": 38, "hourly_wage": 22, "pay_day": 24}
    at_once, *_, late = when_late(months(facts, [event], START, 24))
    assert 0 < at_once.allowances[2026] < late.allowances[2026]


@pytest.mark.parametrize("month", [3, 9])
@pytest.mark.parametrize("wage", [15.10, 22.0, 30.0])
def test_the_safest_estimate_leaves_nothing_to_repay(month: int, wage: float) -> None:
    facts = {**CLEANING_MOTHER, "maanden_bijstand": 0, "loon": 22000}
    day = dt.date(2026, month, 1)
    event = {"on": day.isoformat(), "kind": "hours_change", "hours": 34, "hourly_wage": wage, "pay_day": 24}
    estimate = safest_estimate(months(facts, [event], START, 24), day)
    if estimate.safe is None:
        assert estimate.afterwards < 0 and "ook met een hogere schatting" in said(estimate)
        return
    passed_on = {"on": day.isoformat(), "kind": "estimate_passed_on", "income": estimate.safe}
    found = months(facts, [event, passed_on], START, 24)
    allowances = [s for s in found.settlements if s.year == 2026 and s.what.endswith(("toeslag", "budget"))]
    assert sum(one.amount for one in allowances) >= -1


def test_the_combination_credit_is_not_in_the_payslip_and_is_netted_with_bijstand() -> None:
    facts = {**CLEANING_MOTHER, "kinderen": [{"geboortedatum": "2018-05-01"}]}
    (credit, *_) = credits(start_in(9, facts))
    assert credit.refund > credit.netted > 0
    assert "niet in je loonstrook" in said(credit.about) and "naar de gemeente" in said(credit.about)


def test_the_municipality_comes_first_and_each_promise_has_a_day_a_reason_and_an_article() -> None:
    facts = {**CLEANING_MOTHER, "schulden": [{"naam": "energie", "bedrag": 7200, "termijn": 110}]}
    found = to_arrange(start_in(5, facts))
    owners = [one.owner for one in found]
    assert owners[0] == MUNICIPALITY and owners == sorted(owners, key=lambda owner: owner != MUNICIPALITY)
    assert all(one.what and one.why and one.article for one in found)
    assert any("beslagvrije voet is hier niet uitgerekend" in said(one.why) for one in found)
    assert not any("overbrugging" in said(one.what) for one in found), "an ordinary pay interval is no gap"


@pytest.mark.parametrize("facts", [*households(12, seed=3, day=START), DENISE, SAMIRA])
def test_no_text_advises_or_shouts(facts: dict[str, Any]) -> None:
    events = [{"on": "2026-06-01", "kind": "rent_changes", "rent": 900}]
    if facts["loon"]:
        events.append({"on": "2026-07-01", "kind": "job_ends"})
    found = months(facts, events, START, 24)
    texts = [said(remark) for one in to_arrange(found) for remark in (one.what, one.why)]
    texts += [said(one) for one in when_late(found)] + list(map(said, found.assumptions))
    for text in texts:
        assert not re.search(r"!|je moet|u kunt beter|verstandig", text), text
