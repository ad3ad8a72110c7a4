"""The months that the review of 29 November 2026 found wrong, with the right payments beside them.

Each case stands in the issue "Amounts somebody can act on"; the amounts are those of the public law and of the
situations S1 to S8, worked out by hand there.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import refused, said
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.ledger.arrange import to_arrange
from veerkracht.money.ledger.months import Months, months
from veerkracht.money.ledger.reclaim import safest_estimate

MOTHER: dict[str, Any] = {
    "loon": 0,
    "maanden_bijstand": 12,
    "heeft_partner": False,
    "vermogen": 0,
    "kale_huur": 650,
    "servicekosten": 0,
    "leeftijd_ouder": 34,
    "aantal_medebewoners": 0,
    "werk_helpt_uitstroom": True,
    "maanden_algemene_vrijlating": 0,
    "maanden_vrijlating_alleenstaande_ouder": 0,
    "is_medisch_urenbeperkt": False,
    "maanden_vrijlating_artikel_34a": 0,
    "kinderen": [{"geboortedatum": "2018-05-20"}],
    "loonheffingskorting_bij": "werkgever",
}
AUGUST, JANUARY = dt.date(2026, 8, 1), dt.date(2026, 1, 1)


def job(on: str, hours: float, hourly_wage: float = 16, **fields: Any) -> dict[str, Any]:
    return {"on": on, "kind": "job_starts", "hours": hours, "hourly_wage": hourly_wage, **fields}


def change(on: str, hours: float) -> dict[str, Any]:
    return {"on": on, "kind": "hours_change", "hours": hours, "hourly_wage": 16}


def paid(ledger: Months, what: str) -> dict[str, tuple[dt.date, float]]:
    """By the month it is for: the day and the amount."""
    return {p.period: (p.on, p.amount) for p in ledger.payments if p.what == what}


def amounts(ledger: Months, what: str) -> dict[str, float]:
    return {period: amount for period, (_, amount) in paid(ledger, what).items()}


def test_no_wage_before_the_first_working_day() -> None:
    """L13: a job from 16 April with the 5th as pay day."""
    ledger = months(MOTHER, [job("2026-04-16", 20, pay_day=5)], dt.date(2026, 3, 1), 6)
    wages = [p.on for p in ledger.payments if p.what == "loon"]
    assert wages[0] == dt.date(2026, 5, 5)


@pytest.mark.parametrize("day", range(1, 31))
@pytest.mark.parametrize("pay_day", [1, 5, 15, 25, 31])
def test_no_start_day_has_a_wage_before_it(day: int, pay_day: int) -> None:
    starts = dt.date(2026, 4, day)
    ledger = months(MOTHER, [job(starts.isoformat(), 12, pay_day=pay_day)], dt.date(2026, 3, 1), 4)
    assert min(p.on for p in ledger.payments if p.what == "loon") >= starts
    regular = sorted({p.on for p in ledger.payments if p.what in ("loon", "bijstand")})
    for gap in ledger.gaps:
        assert not [on for on in regular if gap.last_old < on < gap.first_new]


def test_the_gap_counts_bijstand_of_the_month_of_the_event() -> None:
    """L13 on the page: a job from 30 March, wage on the 25th; bijstand comes on Friday 27 March, so 29 days."""
    ledger = months(MOTHER, [job("2026-03-30", 36, pay_day=25)], JANUARY, 8)
    (gap,) = ledger.gaps
    assert (gap.last_old, gap.first_new, gap.days) == (dt.date(2026, 3, 27), dt.date(2026, 4, 25), 29)


def test_wage_can_come_in_the_next_month() -> None:
    """S1: from 17 September, paid on the 10th of the month after."""
    starts = job("2026-09-17", 24, 15.5, pay_day=10, pay_month="volgende")
    wages = paid(months(MOTHER, [starts], AUGUST, 5), "loon")
    assert wages["2026-09"][0] == dt.date(2026, 10, 10)
    assert wages["2026-09"][1] == pytest.approx(732.73, abs=25)
    assert wages["2026-10"] == (dt.date(2026, 11, 10), pytest.approx(1569.08, abs=1))


def test_bijstand_can_come_in_the_next_month() -> None:
    """S8: Dronten pays on the 8th of the next month; the wage is known by then, so nothing is paid back."""
    facts = {**MOTHER, "betaalmaand_bijstand": "volgende", "betaaldag_bijstand": 8, "saldo": 900}
    ledger = months(facts, [job("2026-09-01", 20, pay_day=25)], AUGUST, 5)
    support = [(p.on, p.period, p.amount) for p in ledger.payments if p.what == "bijstand"]
    assert support[:2] == [
        (dt.date(2026, 8, 7), "2026-07", pytest.approx(1348.49, abs=1)),
        (dt.date(2026, 9, 8), "2026-08", pytest.approx(1348.49, abs=1)),
    ]
    later = {period: amount for _, period, amount in support[2:]}
    assert later == {f"2026-{month:02}": pytest.approx(282.99, abs=1) for month in (9, 10, 11)}
    assert not paid(ledger, "terugbetaling_bijstand") and not paid(ledger, "nabetaling_bijstand")
    assert ledger.gap_days <= 17


def test_one_high_month_does_not_end_bijstand() -> None:
    """S5: nothing for October, the same again in November, and no holiday allowance paid out in between."""
    events = [job("2026-09-01", 10, pay_day=25), change("2026-10-01", 32), change("2026-11-01", 10)]
    ledger = months(MOTHER, events, AUGUST, 5)
    support = amounts(ledger, "bijstand")
    assert "2026-10" not in support
    for month in ("2026-09", "2026-11", "2026-12"):
        assert support[month] == pytest.approx(828.49, abs=1)
    assert amounts(ledger, "loon")["2026-10"] == pytest.approx(2128.17, abs=1)
    assert not paid(ledger, "vakantietoeslag_bijstand")
    assert any("alleen met een besluit" in sentence for sentence in map(said, ledger.assumptions))


def test_a_municipality_that_has_it_asked_for_again() -> None:
    """L08 the other way: it stays away until it is asked for."""
    events = [job("2026-01-01", 12), change("2026-03-01", 36), change("2026-04-01", 12)]
    runs_on = amounts(months(MOTHER, events, JANUARY, 12), "bijstand")
    assert runs_on["2026-04"] == pytest.approx(707.43, abs=1)
    facts = {**MOTHER, "na_een_maand_zonder_bijstand": "opnieuw_aanvragen"}
    assert max(amounts(months(facts, events, JANUARY, 12), "bijstand")) == "2026-02"


def test_the_exemption_of_lone_parents_ends_by_the_calendar() -> None:
    """L15: 24 of 30 consecutive months used on 1 January 2025, so none from July on, months without work or not."""
    facts = {
        **MOTHER,
        "maanden_algemene_vrijlating": 6,
        "maanden_vrijlating_alleenstaande_ouder": 24,
        "kinderen": [{"geboortedatum": "2022-05-20"}],
    }
    events = [job("2025-01-01", 12), {"on": "2025-02-01", "kind": "job_ends"}, job("2025-09-01", 12)]
    support = amounts(months(facts, events, dt.date(2025, 1, 1), 18), "bijstand")
    assert support["2025-09"] == pytest.approx(468.61, abs=1)
    assert support["2026-01"] == pytest.approx(499.43, abs=1)


@pytest.mark.parametrize("joins", ["2026-04-10", "2026-10-10"])
def test_no_tax_without_taxable_wage_when_a_partner_comes(joins: str) -> None:
    """L10: both on bijstand, so the municipality has paid all tax."""
    facts = {**MOTHER, "leeftijd_partner": 36}
    ledger = months(facts, [{"on": joins, "kind": "partner_joins", "wage": 0}], JANUARY, 12)
    assert not [s for s in ledger.settlements if s.what == "inkomstenbelasting" and abs(s.amount) > 1]


def test_no_false_income_is_advised_when_a_partner_comes() -> None:
    """L11: the partner is to be passed on; never an own income three times the expected one."""
    events = [
        {"on": "2026-04-10", "kind": "partner_joins", "wage": 30000},
        {"on": "2026-09-20", "kind": "partner_leaves"},
    ]
    ledger = months({**MOTHER, "leeftijd_partner": 36}, events, JANUARY, 12)
    estimate = safest_estimate(ledger, dt.date(2026, 4, 10))
    assert estimate.safe is None and "komt door de partner" in said(estimate)


def test_a_job_cannot_end_on_the_day_it_begins() -> None:
    events = [job("2026-04-16", 20), {"on": "2026-04-16", "kind": "job_ends"}]
    with refused(CannotCalculate, match="begint het werk"):
        months(MOTHER, events, JANUARY, 6)


def test_bijstand_cannot_start_while_it_runs() -> None:
    with refused(CannotCalculate, match="er is op die dag al bijstand"):
        months(MOTHER, [{"on": "2026-04-16", "kind": "bijstand_starts"}], JANUARY, 6)


@pytest.mark.parametrize("name", ["betaalmaand_bijstand", "na_een_maand_zonder_bijstand"])
def test_an_unknown_choice_is_named(name: str) -> None:
    with refused(CannotCalculate, match=name):
        months({**MOTHER, name: "soms"}, [], JANUARY, 6)


def test_holiday_pay_paid_at_the_end_of_a_job_is_not_paid_again_in_may() -> None:
    """A job that ends on 10 March has paid it; in May only April, of the next job, is left: 8% of its wage."""
    facts = {**MOTHER, "maanden_bijstand": 0, "loon": 12 * 1.08 * 1000}
    events = [{"on": "2026-03-10", "kind": "job_ends"}, job("2026-04-01", 12)]
    ledger = months(facts, events, JANUARY, 12)
    april = 12 * 16 * 52 / 12
    assert 0 < amounts(ledger, "vakantiegeld")["2026-05"] <= 2 * 0.08 * april + 0.01


def test_an_unknown_balance_is_unknown_and_nobody_is_said_to_be_short() -> None:
    """Without a balance nothing is too little; with nothing in the account it is."""
    events = [job("2026-03-30", 36, pay_day=25)]
    unknown, empty = (months({**MOTHER, **saldo}, events, JANUARY, 8) for saldo in ({}, {"saldo": 0}))
    assert not unknown.balance_is_known and empty.balance_is_known
    assert not [a for a in to_arrange(unknown) if "te weinig" in said(a.why)]
    assert any("niet bekend" in sentence for sentence in map(said, unknown.assumptions))
    assert [p.amount for p in unknown.payments] == [p.amount for p in empty.payments]


def test_a_wage_of_before_the_report_is_not_taken_off_bijstand() -> None:
    """Art. 32 lid 1 and 45: work until 17 September, bijstand from that day: 14 of 30 days of 1,348.49."""
    facts = {**MOTHER, "loon": 24000, "maanden_bijstand": 0}
    events = [{"on": "2026-09-17", "kind": kind} for kind in ("job_ends", "bijstand_starts")]
    ledger = months(facts, events, AUGUST, 5)
    assert amounts(ledger, "bijstand")["2026-09"] == pytest.approx(14 / 30 * 1348.49, abs=0.01)
    assert amounts(ledger, "bijstand")["2026-10"] == pytest.approx(1348.49, abs=0.01)
