"""What is paid for a year, and settled after it, is what the law book gives for that year; 200 households."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.prepare import prepare
from veerkracht.money.ledger.book_keeping import ALLOWANCES
from veerkracht.money.ledger.months import Months, months

from .families import CLEANING_MOTHER, DENISE, SAMIRA, households

START = dt.date(2026, 1, 1)
HOUSEHOLDS = [*households(200, seed=7, day=START), CLEANING_MOTHER, DENISE, SAMIRA]
PARTNER = ("netto_loon_na_aanslag", "netto_loon_na_aanslag_partner")
ASKED = (*PARTNER, "bijstand", "reservering_vakantietoeslag", "kinderbijslag", *ALLOWANCES)


def of_the_book(facts: dict[str, Any]) -> dict[str, float]:
    """The law book asked month by month: amounts a month, a third of a quarter, a twelfth of a year."""
    total = dict.fromkeys(ASKED, 0.0)
    for number in range(1, 13):
        day = dt.date(2026, number, 1)
        known = calculate(book(), day, prepare(book(), day, facts).values, ASKED).known
        for name in ASKED:
            parts = 12 if name in ALLOWANCES else 3 if name == "kinderbijslag" else 1
            total[name] += float(known[name]) / parts
    return total


def of_the_ledger(found: Months, *names: str) -> float:
    paid = sum(p.amount for p in found.all_payments if p.what in names and p.period.startswith("2026"))
    return paid + sum(s.amount for s in found.settlements if s.what in names and s.year == 2026)


@pytest.mark.parametrize("facts", HOUSEHOLDS)
def test_a_year_adds_up(facts: dict[str, Any]) -> None:
    found = months(facts, [], START, 24)
    book_says = of_the_book(facts)
    has_bijstand = facts["maanden_bijstand"] > 0
    for name in (*ALLOWANCES, "kinderbijslag"):
        assert of_the_ledger(found, name) == pytest.approx(book_says[name], abs=1.0), name
    own, partner = (book_says[name] for name in PARTNER)
    assert of_the_ledger(found, "loon", "vakantiegeld", "inkomstenbelasting") == pytest.approx(own, abs=1.0)
    names = ("loon_partner", "vakantiegeld_partner", "inkomstenbelasting_partner")
    assert of_the_ledger(found, *names) == pytest.approx(partner, abs=1.0)
    if has_bijstand:
        assert of_the_ledger(found, "bijstand") == pytest.approx(book_says["bijstand"], abs=1.0)
        reserved = book_says["reservering_vakantietoeslag"]
        assert of_the_ledger(found, "vakantietoeslag_bijstand") == pytest.approx(reserved, abs=1.0)
    else:
        assert of_the_ledger(found, "bijstand") == 0


@pytest.mark.parametrize("facts", HOUSEHOLDS[::10])
def test_each_payment_has_a_source_and_only_a_repayment_is_below_nothing(facts: dict[str, Any]) -> None:
    events = [{"on": "2026-04-10", "kind": "one_off", "name": "wasmachine", "amount": -400}]
    for payment in months(facts, events, START, 24).payments:
        assert payment.article and payment.certainty and payment.period
        assert payment.amount >= 0 or payment.what.startswith("terugbetaling")
        assert START <= payment.on < dt.date(2028, 1, 1)


@pytest.mark.parametrize("late", [0, 1, 6])
@pytest.mark.parametrize("netting", ["zelfde_maand", "volgende_maand"])
def test_whenever_it_is_passed_on_the_year_adds_up(late: int, netting: str) -> None:
    """A change that is passed on late moves money in time; over the whole it is the same, but for tax paid back."""
    facts = {**CLEANING_MOTHER, "verrekening": netting}
    event = {"on": "2026-03-01", "kind": "hours_change", "hours": 18, "hourly_wage": 15.10}
    at_once, later = (months(facts, [event], START, 24, late=one) for one in (0, late))
    names = ("bijstand", "terugbetaling_bijstand", "nabetaling_bijstand")
    assert of_the_ledger(later, *names) == pytest.approx(of_the_ledger(at_once, *names), abs=0.05)
    for name in ALLOWANCES:
        assert of_the_ledger(later, name) == pytest.approx(of_the_ledger(at_once, name), abs=0.05)
