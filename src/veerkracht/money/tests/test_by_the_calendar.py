"""What the calendar brings: secondary school ends childcare, and one exemption in 2027 on every page.

By hand: bso of 80 hours at 9.00, 96 percent of it is 691.20, paid in whole euros; a net wage of 1,278.20 at 20 hours of
15.10 (white month table 2026), 15 percent of it left alone under art. 34a.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.money.ledger.months import months
from veerkracht.money.situation import Offer, present, scenario

from .test_review_cases import JANUARY, MOTHER, amounts, job, paid

NORM = 1348.49


@pytest.mark.parametrize(
    ("born", "last"),
    [
        ("2014-03-20", "2026-07"),
        ("2014-09-30", "2026-07"),
        ("2014-10-01", "2027-07"),
        ("2015-01-10", "2027-07"),
    ],
)
def test_childcare_ends_where_secondary_school_begins(born: str, last: str) -> None:
    """Wko art. 1.1: not on the twelfth birthday, but in the summer after the last year of primary school."""
    child = {"geboortedatum": born, "opvangsoort": "bso", "opvanguren": 80, "uurtarief": 9.0}
    facts = {**MOTHER, "maanden_bijstand": 0, "loon": 20000, "kinderen": [child]}
    ledger = months(facts, [], JANUARY, 24)
    allowance, bill = amounts(ledger, "kinderopvangtoeslag"), amounts(ledger, "kinderopvang")
    assert max(allowance) == max(bill) == last
    assert set(allowance.values()) == {691.0}
    assert any(one.code == "care_ends_with_secondary_school" for one in ledger.assumptions)


def test_nothing_is_said_of_a_school_without_childcare() -> None:
    ledger = months({**MOTHER, "kinderen": [{"geboortedatum": "2014-03-20"}]}, [], JANUARY, 24)
    assert not [one for one in ledger.assumptions if one.code == "care_ends_with_secondary_school"]


@pytest.mark.parametrize(
    "changed", [{}, {"is_medisch_urenbeperkt": True}, {"maanden_algemene_vrijlating": 6}]
)
def test_a_month_of_2027_is_the_same_on_both_pages(changed: dict[str, Any]) -> None:
    """20 hours of 15.10: with art. 34a in the sum of a year and in the months."""
    facts = {**MOTHER, **changed}
    day = dt.date(2027, 2, 1)
    there = scenario(facts, day, Offer(15.1), 20)
    said = calculate(book(), there.day, there.values, ("bijstand", "netto_loon_per_maand")).known
    ledger = months(facts, [job("2027-01-01", 20, 15.1)], dt.date(2026, 11, 1), 8)
    assert amounts(ledger, "bijstand")["2027-02"] == pytest.approx(float(said["bijstand"]), abs=0.01)
    net = paid(ledger, "loon")["2027-02"][1]
    assert said["bijstand"] == pytest.approx(NORM - 0.85 * net, abs=0.01)


def test_what_there_is_now_has_the_exemption_of_its_own_day() -> None:
    facts = {**MOTHER, "loon": 10000, "loonheffingskorting_bij": "werkgever"}
    before, after = (present(facts, dt.date(year, month, 1)) for year, month in ((2026, 8), (2027, 2)))
    shares = [
        calculate(book(), one.day, one.values, ("vrijlating_deel",)).known["vrijlating_deel"]
        for one in (before, after)
    ]
    assert shares == [0.25, 0.15]


def test_two_high_months_with_an_ordinary_one_between_do_not_end_bijstand() -> None:
    """Pw art. 45 and 54: it ends after two months of nothing that follow each other, not after two of them."""
    hours = [
        ("2026-09-01", 10),
        ("2026-10-01", 32),
        ("2026-11-01", 10),
        ("2026-12-01", 32),
        ("2027-01-01", 10),
    ]
    changes: list[dict[str, Any]] = [job(hours[0][0], 10, 16)]
    changes += [
        {"on": on, "kind": "hours_change", "hours": number, "hourly_wage": 16} for on, number in hours[1:]
    ]
    support = amounts(months(MOTHER, changes, dt.date(2026, 8, 1), 7), "bijstand")
    assert sorted(support) == ["2026-08", "2026-09", "2026-11", "2027-01", "2027-02"]
    assert support["2026-11"] == pytest.approx(828.49, abs=0.02)


def test_a_month_of_nothing_counts_for_the_six_months() -> None:
    """S5: three were used; April, May (too much wage) and June are the last three, then 12.5 percent."""
    facts = {**MOTHER, "maanden_algemene_vrijlating": 3}
    changes: list[dict[str, Any]] = [job("2026-04-01", 10, 16)]
    changes += [
        {"on": on, "kind": "hours_change", "hours": number, "hourly_wage": 16}
        for on, number in (("2026-05-01", 32), ("2026-06-01", 10))
    ]
    support = amounts(months(facts, changes, dt.date(2026, 3, 1), 6), "bijstand")
    assert support["2026-06"] == pytest.approx(1331.43 - 0.75 * 693.33, abs=0.02)
    assert support["2026-07"] == pytest.approx(NORM - 0.875 * 693.33, abs=0.02)


def test_the_twelve_months_of_2027_begin_anew_with_a_new_job() -> None:
    """Art. 34a: January 2028 is the thirteenth month; a job of March has twelve months of its own."""
    events = [
        job("2027-01-01", 12, 16),
        {"on": "2028-02-01", "kind": "job_ends"},
        job("2028-03-01", 12, 16),
    ]
    support = amounts(months(MOTHER, events, dt.date(2026, 12, 1), 20), "bijstand")
    assert support["2027-12"] == pytest.approx(NORM - 0.85 * 832, abs=0.02)
    assert support["2028-01"] == pytest.approx(NORM - 832, abs=0.02)
    assert support["2028-03"] == pytest.approx(NORM - 0.85 * 832, abs=0.02)


def test_a_child_of_september_gives_no_combination_credit_in_its_year() -> None:
    """Wet IB art. 8.14a: not six months at the address. 20,000: 547 due, 474 and 70 of holiday pay held back."""
    facts = {**MOTHER, "maanden_bijstand": 0, "loon": 20000, "kinderen": [{"geboortedatum": "2026-09-21"}]}
    ledger = months(facts, [], dt.date(2026, 10, 1), 12)
    (back,) = (s.amount for s in ledger.settlements if s.what == "inkomstenbelasting" and s.year == 2026)
    assert back == pytest.approx(474 + 70.2 - 547.4, abs=1)
