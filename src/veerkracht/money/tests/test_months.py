"""Dates: which euro comes when, the gap of the cleaning mother, boundary days, four weeks, netting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import said
from veerkracht.money.ledger.months import Months, months

from .families import CLEANING_MOTHER, DENISE

START = dt.date(2026, 3, 1)
MORE_HOURS = {"on": "2026-05-01", "kind": "hours_change", "hours": 26, "hourly_wage": 15.10, "pay_day": 24}


def days(found: Months, what: str) -> list[dt.date]:
    return [p.on for p in found.payments if p.what == what]


def amounts(found: Months, what: str) -> dict[str, float]:
    return {p.period: p.amount for p in found.all_payments if p.what == what}


def test_the_gap_of_the_cleaning_mother_shows() -> None:
    """12 → 26 hours from 1 May, wage on the 24th: the last bijstand comes on 28 April, the rent on 1 May."""
    found = months({**CLEANING_MOTHER, "saldo": 900}, [MORE_HOURS], START, 24)
    (gap,) = found.gaps
    assert (gap.last_old, gap.first_new) == (dt.date(2026, 4, 28), dt.date(2026, 5, 24))
    assert found.gap_days == 26
    assert gap.goes_out == 689 and gap.lowest_on == dt.date(2026, 5, 1)
    assert days(found, "bijstand")[-1] == dt.date(2026, 4, 28)
    assert days(found, "huur")[:3] == [dt.date(2026, 3, 1), dt.date(2026, 4, 1), dt.date(2026, 5, 1)]
    between = [point for point in found.balance if gap.last_old <= point[0] < gap.first_new]
    assert min(amount for _, amount in between) < found.balance[-1][1]


def test_the_gap_after_a_job_runs_from_its_last_wage() -> None:
    """A job that ends on 15 June pays on 25 June for the days worked; then bijstand, or nothing."""
    facts = {**CLEANING_MOTHER, "maanden_bijstand": 0, "loon": 20000}
    ends = {"on": "2026-06-15", "kind": "job_ends"}
    (gap,) = months(facts, [ends], START, 12).gaps
    assert gap.last_old == dt.date(2026, 6, 25) and gap.is_open and gap.first_new == dt.date(2027, 3, 1)
    asked = {"on": "2026-07-20", "kind": "bijstand_starts"}
    first, second = months(facts, [ends, asked], START, 12).gaps
    assert (first.first_new, first.days, first.is_open) == (dt.date(2026, 7, 28), 33, False)
    assert second.days == 33


def test_the_holiday_allowance_of_bijstand_comes_the_month_after() -> None:
    """Pw art. 45: what was set apart is paid after bijstand has stopped, here by two months of too high a wage."""
    found = months(CLEANING_MOTHER, [MORE_HOURS], START, 24)
    assert set(days(found, "vakantietoeslag_bijstand")) == {dt.date(2026, 6, 26)}


def test_allowances_come_around_the_20th_for_the_next_month() -> None:
    """Weekends move to Monday: 20 June 2026 is a Saturday, 20 September a Sunday."""
    found = months(CLEANING_MOTHER, [], START, 10)
    paid = {p.period: p.on for p in found.payments if p.what == "zorgtoeslag"}
    assert paid["2026-04"] == dt.date(2026, 3, 20)
    assert paid["2026-07"] == dt.date(2026, 6, 22)
    assert paid["2026-10"] == dt.date(2026, 9, 21)


def test_child_benefit_comes_after_the_quarter() -> None:
    """SVB 2026: 0-5 295.07 is not hers; 12-17 421.53 a quarter for each of two."""
    found = months(CLEANING_MOTHER, [], START, 10)
    assert amounts(found, "kinderbijslag")["2026-Q1"] == pytest.approx(2 * 421.53)
    assert days(found, "kinderbijslag")[0] == dt.date(2026, 4, 1)


@pytest.mark.parametrize(
    ("born", "month_before", "month_from", "rise"),
    [
        ("2014-04-30", "2026-04", "2026-05", 724),
        ("2014-05-01", "2026-05", "2026-06", 724),
        ("2014-05-31", "2026-05", "2026-06", 724),
    ],
)
def test_turning_12_counts_from_the_month_after(
    born: str, month_before: str, month_from: str, rise: float
) -> None:
    """Wkgb art. 2 lid 3: from the month after the birthday, also of a first; in 2026 724 a year more."""
    found = amounts(
        months({**DENISE, "kinderen": [{"geboortedatum": born}]}, [], START, 12), "kindgebonden_budget"
    )
    assert found[month_from] - found[month_before] == pytest.approx(rise / 12, abs=1)


@pytest.mark.parametrize(("born", "rise"), [("2010-08-15", 242), ("2008-08-15", None)])
def test_turning_16_and_18(born: str, rise: float | None) -> None:
    """Wkgb 2026: from 16 the supplement is 966 instead of 724; from 18 nothing is left, the kop neither."""
    found = amounts(
        months({**DENISE, "kinderen": [{"geboortedatum": born}]}, [], START, 12), "kindgebonden_budget"
    )
    if rise is None:
        assert found["2026-08"] > 0 and "2026-09" not in found
    else:
        assert found["2026-09"] - found["2026-08"] == pytest.approx(rise / 12, abs=1)


def test_child_benefit_ends_with_the_quarter_after_18() -> None:
    found = amounts(
        months({**DENISE, "kinderen": [{"geboortedatum": "2008-08-15"}]}, [], START, 12), "kinderbijslag"
    )
    assert "2026-Q3" in found and "2026-Q4" not in found


def test_new_amounts_on_1_july() -> None:
    """Norm single 1-1-2026 1,401.50 and 1-7-2026 1,419.46; 95% of it is paid each month."""
    paid = amounts(months(DENISE, [], START, 10), "bijstand")
    assert paid["2026-06"] == pytest.approx(1331.43, abs=0.01)
    assert paid["2026-07"] == pytest.approx(1348.49, abs=0.01)


def test_wage_by_working_days_when_a_job_starts_in_the_month() -> None:
    job = {"on": "2026-05-16", "kind": "job_starts", "hours": 30, "hourly_wage": 16, "pay_day": 31}
    found = months({**DENISE, "maanden_bijstand": 0}, [job], START, 12)
    paid = amounts(found, "loon")
    # Ten of the 21 Mondays to Fridays of May; 11,880 a year by the table: 4,247 - 3,115 - 989 = 143 of tax.
    gross = 10 / 21 * 30 * 16 * 52 / 12
    assert paid["2026-05"] == pytest.approx(gross - 143 / 12, abs=0.5)
    assert days(found, "loon")[1] == dt.date(2026, 6, 30)


def test_pay_every_four_weeks() -> None:
    job = {
        "on": "2026-05-01",
        "kind": "job_starts",
        "hours": 30,
        "hourly_wage": 16,
        "pay": "four_weekly",
        "first_pay_on": "2026-05-29",
    }
    found = months({**DENISE, "maanden_bijstand": 0}, [job], START, 24)
    on = days(found, "loon")
    assert on[:2] == [dt.date(2026, 5, 29), dt.date(2026, 6, 26)]
    assert all((b - a).days == 28 for a, b in zip(on, on[1:], strict=False))
    a_year = [p.amount for p in found.payments if p.what == "loon" and p.on.year == 2027]
    assert len(a_year) == 13
    monthly = months(
        {**DENISE, "maanden_bijstand": 0}, [{**job, "pay": None, "first_pay_on": None}], START, 24
    )
    assert sum(a_year) == pytest.approx(12 * amounts(monthly, "loon")["2027-03"], abs=0.1)


def test_netting_afterwards_leaves_one_month_open_until_work_ends() -> None:
    """Divosa, werkwijzer verrekenen, par. 4: the wage of a month from the bijstand after it; nothing is asked back."""
    job = {"on": "2026-05-01", "kind": "job_starts", "hours": 12, "hourly_wage": 15.10, "pay_day": 24}
    facts = {**DENISE, "vrijlating_regeling": "geen"}
    same = months(facts, [job], START, 12)
    later = months({**facts, "verrekening": "volgende_maand"}, [job], START, 12)
    assert amounts(later, "bijstand")["2026-05"] > amounts(same, "bijstand")["2026-05"]
    assert amounts(later, "bijstand")["2026-06"] == amounts(same, "bijstand")["2026-05"]
    ends = {"on": "2026-10-01", "kind": "job_ends"}
    over = months({**facts, "verrekening": "volgende_maand"}, [job, ends], START, 12)
    assert amounts(over, "bijstand")["2026-10"] < amounts(over, "bijstand")["2026-11"], (
        "the last wage is netted"
    )
    for ledger in (later, over):
        assert not [p for p in ledger.payments if p.what == "terugbetaling_bijstand"]


def test_netting_afterwards_leaves_one_netting_when_bijstand_ends() -> None:
    """The first month was paid in full beside a wage that leaves no bijstand: that month is asked back, once."""
    job = {"on": "2026-05-01", "kind": "job_starts", "hours": 36, "hourly_wage": 15.10, "pay_day": 24}
    facts = {**DENISE, "vrijlating_regeling": "geen", "verrekening": "volgende_maand"}
    found = months(facts, [job], START, 12)
    (back,) = [p for p in found.payments if p.what == "terugbetaling_bijstand"]
    assert back.amount == -amounts(found, "bijstand")["2026-05"]


def test_bijstand_does_not_come_back_by_itself() -> None:
    events = [MORE_HOURS, {"on": "2026-09-01", "kind": "job_ends"}]
    found = months(CLEANING_MOTHER, events, START, 12)
    assert days(found, "bijstand")[-1] == dt.date(2026, 4, 28)
    again = months(CLEANING_MOTHER, [*events, {"on": "2026-09-03", "kind": "bijstand_starts"}], START, 12)
    assert days(again, "bijstand")[-1].year == 2027


def test_the_months_of_an_exemption_are_counted_on() -> None:
    """Pw art. 31 lid 2 n: 25% for six months (at most 285 from January 2026); then r: 12.5%, until the child is 12."""
    facts = {k: v for k, v in CLEANING_MOTHER.items() if k != "vrijlating_regeling"}
    facts |= {
        "is_medisch_urenbeperkt": False,
        "werk_helpt_uitstroom": True,
        "maanden_algemene_vrijlating": 3,
        "maanden_vrijlating_alleenstaande_ouder": 0,
        "maanden_vrijlating_artikel_34a": 0,
        "kinderen": [{"geboortedatum": "2014-10-20"}],
    }
    paid = amounts(months(facts, [], START, 10), "bijstand")
    net = 785.20
    norms = {"2026-05": 1331.43, "2026-06": 1331.43, "2026-10": 1348.49, "2026-11": 1348.49}
    exempt = {"2026-05": 0.25 * net, "2026-06": 0.125 * net, "2026-10": 0.125 * net, "2026-11": 0.0}
    for period, norm in norms.items():
        assert paid[period] == pytest.approx(norm - net + exempt[period], abs=0.02), period


def test_a_partner_counts_from_the_month_after_and_with_a_whole_year() -> None:
    """Wkgb: with a partner the kop goes and the income of both counts; nothing of it before they live together."""
    facts = {**CLEANING_MOTHER, "maanden_bijstand": 0, "loon": 22000}
    joins = {"on": "2026-09-10", "kind": "partner_joins", "wage": 30000}
    alone, together = (months(facts, events, dt.date(2026, 1, 1), 24) for events in ([], [joins]))
    for name in ("kindgebonden_budget", "huurtoeslag"):
        before, after = amounts(alone, name), amounts(together, name)
        assert after["2026-09"] == before["2026-09"] and after.get("2026-11", 0) < before["2026-11"] - 100
    settled = {s.what: s.amount for s in together.settlements if s.year == 2026}
    # He is taxed on his own whole year: 30,000 is 10,725 less 3,098.11 and 5,381.02, of which the month table takes
    # 12 times 122.42, and of the holiday pay of 2,222.22 the rate at 27,778 a year: 35.75 less 1.95 percent.
    held = 12 * (30000 / 12.96 - 2192.39) + (0.3575 - 0.0195) * 2222.22
    assert settled["inkomstenbelasting_partner"] == pytest.approx(held - (10725 - 3098.11 - 5381.02), abs=1)
    assert settled.get("kindgebonden_budget", 0) > -500


def test_a_debt_ends_when_it_is_paid() -> None:
    facts = {**DENISE, "schulden": [{"naam": "energie", "bedrag": 250, "termijn": 110, "dag": 27}]}
    paid = [p for p in months(facts, [], START, 12).payments if p.what == "schuld: energie"]
    assert [p.amount for p in paid] == [110, 110, 30] and paid[0].on == dt.date(2026, 3, 27)


def test_iack_is_not_in_the_payslip_but_comes_afterwards() -> None:
    """IACK 2026: 11.45% of the wage above 6,239, with a child below 12 on 1 January."""
    facts = {**CLEANING_MOTHER, "maanden_bijstand": 0, "loon": 22000}
    young = {**facts, "kinderen": [{"geboortedatum": "2018-05-01"}]}
    old = {**facts, "kinderen": [{"geboortedatum": "2011-05-01"}]}
    refunds = []
    for one in (young, old):
        found = months(one, [], dt.date(2026, 1, 1), 12)
        refunds.append(next(s.amount for s in found.settlements if s.what == "inkomstenbelasting"))
    iack = 0.1145 * (22000 - 6239)
    tax_left = 22000 * 0.3575 - 3115 - (996 + 0.31009 * (22000 - 11965))
    assert refunds[0] - refunds[1] == pytest.approx(min(iack, tax_left), abs=1)


def test_months_after_the_published_law_are_said_to_be_so() -> None:
    sentences = " ".join(map(said, months(DENISE, [], START, 24).assumptions))
    assert "nog niet bekend" in sentences and "saldo" in sentences


@pytest.mark.parametrize("events", [[], [MORE_HOURS]])
def test_the_same_question_has_the_same_answer(events: list[dict[str, Any]]) -> None:
    one, other = (months(CLEANING_MOTHER, events, START, 24) for _ in range(2))
    assert one.payments == other.payments and one.settlements == other.settlements
