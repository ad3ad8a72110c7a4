"""The months of the demo families: a year adds up to the law book, each payment has a source, and Wendy's gap shows."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.prepare import prepare
from veerkracht.money.forecast import Forecast, forecast
from veerkracht.money.ledger.book_keeping import ALLOWANCES
from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.money.ledger.months import Months
from veerkracht.web.purse.domain.ledger import SPENT, Ledger, Noted, facts_of, ledger_of
from veerkracht.web.purse.domain.questions import UNKNOWN
from veerkracht.web.purse.months.rows import rows_of
from veerkracht.web.purse.months.to_arrange import arrangements
from veerkracht.web.purse.settlement.page import afterwards
from veerkracht.words.forecast import headline

from .test_demo_purses import PURSES, TODAY, told

YEAR = 2026
EACH = pytest.mark.parametrize("file", PURSES, ids=lambda file: file.stem)
OWN, PARTNER = "netto_loon_na_aanslag", "netto_loon_na_aanslag_partner"
ASKED = (OWN, PARTNER, "bijstand", "reservering_vakantietoeslag", "kinderbijslag", *ALLOWANCES)
COULD_BE = {"vermogen": 0, "vrijlating": "geen"}
"""What Fatma does not know keeps her from months; here it is filled in with what it most likely is."""


def months_of(file: Path) -> tuple[Ledger, dict[str, Any]]:
    """The ledger of a family with the events of the demo, and its facts of the law."""
    answers, person = told(file)
    answers = {n: COULD_BE[n] if v == UNKNOWN and n in COULD_BE else v for n, v in answers.items()}
    keys = {child.name: child.key for child in person.children}
    events = [
        Noted(
            add_months(first_of(TODAY), one["in_months"]).replace(day=one.get("day", 1)),
            one["kind"],
            {name: keys[value] if name == "child" else value for name, value in one["fields"].items()},
            place,
        )
        for place, one in enumerate(tomllib.loads(file.read_text()).get("events", []))
    ]
    return ledger_of(answers, person, events, TODAY), facts_of(answers, person, first_of(TODAY))


def of_the_book(facts: dict[str, Any]) -> dict[str, float]:
    """The law book asked month by month: amounts a month, a third of a quarter, a twelfth of a year."""
    total = dict.fromkeys(ASKED, 0.0)
    for number in range(1, 13):
        day = dt.date(YEAR, number, 1)
        born = [one for one in facts["kinderen"] if one["geboortedatum"] <= day.isoformat()]
        values = prepare(book(), day, {**facts, "kinderen": born}).values
        known = calculate(book(), day, values, ASKED).known
        for name in ASKED:
            total[name] += float(known[name]) / (12 if name in ALLOWANCES else 1)
            if name == "kinderbijslag" and number % 3 != 1:
                total[name] -= float(known[name])  # for a quarter, by how things are when it begins
    return total


def of_the_ledger(found: Months, *names: str) -> float:
    paid = sum(p.amount for p in found.all_payments if p.what in names and p.period.startswith(str(YEAR)))
    return paid + sum(s.amount for s in found.settlements if s.what in names and s.year == YEAR)


@EACH
def test_a_year_of_each_family_adds_up_to_the_law_book(file):
    ledger, facts = months_of(file)
    found, says = ledger.months, of_the_book(facts)
    for name in (*ALLOWANCES, "kinderbijslag"):
        assert of_the_ledger(found, name) == pytest.approx(says[name], abs=1.0), name
    for wage, names in ((OWN, ("loon", "vakantiegeld")), (PARTNER, ("loon_partner", "vakantiegeld_partner"))):
        tax = "inkomstenbelasting" + ("_partner" if wage == PARTNER else "")
        assert of_the_ledger(found, *names, tax) == pytest.approx(says[wage], abs=1.0), wage
    reserved = says["reservering_vakantietoeslag"]
    assert of_the_ledger(found, "bijstand") == pytest.approx(says["bijstand"], abs=1.0)
    assert of_the_ledger(found, "vakantietoeslag_bijstand") == pytest.approx(reserved, abs=1.0)


@EACH
def test_no_payment_without_a_source_and_none_below_nothing_but_repayments(file):
    ledger, _ = months_of(file)
    assert ledger.months.payments
    for one in ledger.months.payments:
        assert one.article and one.certainty and one.period
        assert one.amount >= 0 or one.what.startswith("terugbetaling")
    for row in rows_of(ahead(ledger)):
        for paid in row.payments:
            assert paid.label and paid.why.endswith(".") and paid.sure.endswith(".") and paid.article


@EACH
def test_the_months_and_the_balance_say_the_same(file):
    ledger, _ = months_of(file)
    months = ahead(ledger).months
    assert len(months) in (23, 24) and months[0].since >= TODAY
    end = (ledger.saldo or 0.0) + sum(month.left - month.daily for month in months)
    assert end == pytest.approx(ledger.months.balance[-1][1], abs=24)  # amounts below a euro stay out
    if ledger.has_own_balance:
        assert min(month.lowest[1] for month in months if month.lowest) == ledger.months.lowest[1]


def ahead(ledger: Ledger) -> Forecast:
    return forecast(ledger.months, TODAY, SPENT, ledger.has_own_balance)


def cleaning_mother(*changes: Noted, **answered: Any) -> Ledger:
    answers, person = told(PURSES[[file.stem for file in PURSES].index("wendy")])
    return ledger_of({**answers, **answered}, person, changes, TODAY)


def more_hours(on: dt.date) -> Noted:
    return Noted(on, "hours_change", {"hours": 26, "hourly_wage": 15.10, "pay_day": 24})


def test_from_12_to_26_hours_an_ordinary_pay_interval_is_no_gap_and_a_shortage_is_said():
    """Bijstand of February comes on the 28th; the first wage of March on the 24th: 24 days, as in any month."""
    ledger = cleaning_mother(more_hours(dt.date(2027, 3, 1)), saldo=0)
    months = ahead(ledger)
    assert months.gaps == ()
    found = arrangements(ledger, "CASE", TODAY)
    assert not any("overbrugging" in one.what for one in found)
    assert found[0].arrangement.owner == "gemeente" and found[0].before == dt.date(2027, 3, 1)
    assert months.first_shortage and "te weinig" in headline(months, True)


def test_september_instead_of_march_asks_more_back_when_late_and_names_the_safest_estimate():
    after = afterwards(cleaning_mother(more_hours(dt.date(2027, 3, 1))))
    march, september = after.starts
    assert [one.on for one in after.starts] == [dt.date(2027, 3, 1), dt.date(2027, 9, 1)]
    assert september.reclaims[-1].total > march.reclaims[-1].total + 500
    assert march.reclaims[0].total == september.reclaims[0].total == 0
    for start in after.starts:
        assert start.estimate.safe is not None and start.estimate.safe >= start.income_of_the_year
    assert "Met een schatting van" in after.estimate_sentence
