"""Back to bijstand with days and amounts: the last pay, the first bijstand, and the months after it."""

from __future__ import annotations

import datetime as dt

import pytest

from veerkracht.web.aftercare.fall_back import FallBackMoney, fall_back_money
from veerkracht.web.people.models import Account, Case
from veerkracht.web.purse import actions as purse_actions

TODAY = dt.date(2026, 11, 30)


@pytest.fixture
def working(peter: Account, samira_case: Case) -> Case:
    """28 hours at € 15,60, rent € 689, € 380 of fixed costs, no bijstand."""
    parts = {
        "wonen": {"huur": 689.0, "servicekosten": 0.0, "medebewoners": 0, "leeftijd": 34, "partner": "nee"},
        "werk": {
            "uren": 28.0,
            "uurloon": 15.6,
            "reiskosten": 0.0,
            "ander_inkomen": 0.0,
            "bijstand": "nee",
            "heffingskorting": "werkgever",
        },
        "bezit": {"vermogen": 0.0, "vaste_lasten": 380.0, "aflossing": 0.0},
        "kinderen": {"traject": "nee"},
    }
    for part, answers in parts.items():
        purse_actions.tell(by=peter, case=samira_case, part=part, answers=answers, seen_version=1)
    return samira_case


def worked_out(case: Case) -> FallBackMoney:
    return fall_back_money(case=case, stops_on=TODAY, reported_on=TODAY, day=TODAY)


def test_the_last_pay_the_first_bijstand_and_the_days_between(working: Case) -> None:
    money = worked_out(working)
    assert money.missing == ""
    assert money.last_wage is not None and money.first_support is not None
    assert money.last_wage.on < money.first_support.on
    assert money.days_between == (money.first_support.on - money.last_wage.on).days
    assert len(money.months) == 4
    assert (money.last_wage.on, money.first_support.on) == (dt.date(2026, 11, 25), dt.date(2026, 12, 28))
    assert money.gaps == (
        "Na 25 november 2026 komt er tot 28 december 2026 geen loon of bijstand: 33 dagen. "
        "In die dagen gaat er €\u00a01.069 uit.",
    )


def test_the_first_bijstand_is_the_published_norm(working: Case) -> None:
    """Single parent, 1 July 2026, without holiday pay: € 1.348,49 (Participatiewet art. 21, Staatscourant)."""
    support = worked_out(working).first_support
    assert support is not None and support.amount == pytest.approx(1348.49)


def test_the_rent_and_fixed_costs_of_the_gap_are_those_she_told(working: Case) -> None:
    """689 of rent and 380 of fixed costs: 1.069, by hand."""
    assert [month.month.fixed for month in worked_out(working).months] == [1069.0] * 4


def test_without_any_income_nothing_breaks(peter: Account, working: Case) -> None:
    """Work that stops and no bijstand asked: a ledger without a single payment of income."""
    day = TODAY + dt.timedelta(days=700)
    money = fall_back_money(case=working, stops_on=TODAY, reported_on=day, day=day)
    assert money.missing or money.months
