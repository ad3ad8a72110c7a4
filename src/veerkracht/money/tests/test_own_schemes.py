"""What a municipality itself gives: the condition, the amount, the day; in now, hours and months. By hand.

MOTHER has one child of eight and lives of bijstand: an income of 1.0 times the norm.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.refusals import refused
from veerkracht.law.prepare import MistakeInFacts
from veerkracht.money.answer import Question, answer
from veerkracht.money.hours import AS_NOW, hours_needed
from veerkracht.money.ledger.months import months
from veerkracht.money.own_schemes import FACT, OwnScheme, as_fact, from_fact, own_schemes, worth_of
from veerkracht.money.picture import local_lines
from veerkracht.money.schemes import unused
from veerkracht.money.situation import Offer, present, scenario

from .test_review_cases import AUGUST, MOTHER, job

DAY = dt.date(2026, 11, 2)
TWO = {**MOTHER, "kinderen": [{"geboortedatum": "2018-05-20"}, {"geboortedatum": "2013-05-20"}]}


def scheme(**fields: Any) -> OwnScheme:
    standard = {"number": 7, "name": "Kindgeld", "euros": 30.0, "article": "Beleidsregel 4"}
    return OwnScheme(**{**standard, "municipality": "Gemeente X", "since": dt.date(2026, 1, 1), **fields})


def with_schemes(*schemes: OwnScheme, facts: dict[str, Any] = MOTHER, **changed: Any) -> dict[str, Any]:
    return {**facts, **changed, FACT: [as_fact(one) for one in schemes]}


@pytest.mark.parametrize(
    ("fields", "facts", "worth"),
    [
        ({}, MOTHER, 30),
        ({"per": "jaar", "pay_month": 3}, MOTHER, 2.5),
        ({"each": "kind"}, TWO, 60),
        ({"each": "kind", "oldest": 11}, TWO, 30),
        ({"each": "kind", "youngest": 9, "oldest": 11}, TWO, 0),
        ({"each": "kind"}, {**MOTHER, "kinderen": []}, 0),
        ({"each": "kind"}, {**MOTHER, "kinderen": [{"leeftijd": 0}]}, 30),
        ({"euros": 0.5}, MOTHER, 0.5),
        ({"each": "kind"}, {**MOTHER, "kinderen": [{"leeftijd": 17}, {"leeftijd": 18}]}, 30),
        ({"most_percent": 100.0}, MOTHER, 30),
        ({"most_percent": 99.0}, MOTHER, 0),
        ({"beside": "bijstand"}, MOTHER, 30),
        ({"beside": "bijstand"}, {**MOTHER, "maanden_bijstand": 0}, 0),
        ({"beside": "werk"}, MOTHER, 0),
        ({"beside": "werk"}, {**MOTHER, "loon": 6000}, 30),
        ({"low_income_months": 36}, {**MOTHER, "maanden_laag_inkomen": 36}, 30),
        ({"low_income_months": 36}, {**MOTHER, "maanden_laag_inkomen": 35}, 0),
        ({"since": DAY}, MOTHER, 30),
        ({"since": DAY + dt.timedelta(days=1)}, MOTHER, 0),
        ({"until": DAY}, MOTHER, 30),
        ({"until": DAY - dt.timedelta(days=1)}, MOTHER, 0),
    ],
)
def test_what_a_scheme_is_worth(fields: dict[str, Any], facts: dict[str, Any], worth: float) -> None:
    lines, unknown = local_lines(present(with_schemes(scheme(**fields), facts=facts), DAY))
    assert sum(line.amount for line in lines) == pytest.approx(worth)
    assert not unknown
    assert all(line.article == "Gemeente X: Beleidsregel 4" for line in lines)


def test_a_condition_that_nobody_answered_is_not_taken_to_hold() -> None:
    lines, unknown = local_lines(present(with_schemes(scheme(low_income_months=36)), DAY))
    assert not lines
    assert [one.field for one in unknown] == ["maanden_laag_inkomen"]


def test_its_own_schemes_take_the_place_of_the_example() -> None:
    """Also when it has none: then nothing of a municipality counts."""
    named = {line.name for line in local_lines(present(MOTHER, DAY))[0]}
    assert "kindpakket" in named
    assert local_lines(present(with_schemes(), DAY)) == ((), ())


@pytest.mark.parametrize("most_percent", [None, 118.0])
def test_what_stops_counts_in_every_comparison(most_percent: float | None) -> None:
    """26 hours of 16 are above 118 percent of the norm, 12 (a quarter left alone) are not; the line says the same."""
    facts = with_schemes(scheme(most_percent=most_percent))
    question = Question(day=DAY, starts_on=DAY, offer=Offer(16.0), hours=(12.0, 26.0))
    told, plain = answer(facts, question), answer(with_schemes(), question)
    lost = 0 if most_percent is None else 30
    for month, other, gone in zip(told.later, plain.later, (0, lost), strict=True):
        assert told.more(month) == pytest.approx(plain.more(other) - gone)
    for hours in (0.0, 12.0, 26.0, 40.0):
        there = local_lines(scenario(facts, DAY, Offer(16.0), hours))[0]
        assert told.line.local[told.line.at(hours)] == pytest.approx(sum(line.amount for line in there))


def test_hours_needed_for_as_much_as_now_count_what_stops() -> None:
    found = {}
    for euros in (1.0, 400.0):
        facts = with_schemes(scheme(euros=euros, beside="bijstand", most_percent=105.0))
        needed = hours_needed(facts, DAY, Offer(16.0))
        found[euros] = next(one.hours for one in needed if one.goal == AS_NOW)
    assert found[1.0] is not None and found[400.0] is not None
    assert found[400.0] > found[1.0]


def test_a_scheme_of_next_year_counts_for_work_that_begins_then() -> None:
    """The law of 2027 is not known; the rule of the municipality is."""
    facts = with_schemes(scheme(since=dt.date(2027, 1, 1), beside="werk"))
    for starts_on, worth in ((DAY, 0), (dt.date(2027, 1, 4), 30)):
        lines, _ = local_lines(scenario(facts, starts_on, Offer(16.0), 12))
        assert sum(line.amount for line in lines) == worth


def test_months_pay_it_on_the_day_of_bijstand() -> None:
    yearly = scheme(number=1, name="Kindpakket", per="jaar", pay_month=10, euros=300.0)
    monthly = scheme(number=2, name="Reisgeld", beside="werk", until=dt.date(2027, 1, 31))
    ledger = months(with_schemes(yearly, monthly), [job("2026-11-01", 12)], AUGUST, 8)
    found = [(p.on, p.what, p.amount) for p in ledger.payments if p.what.startswith("regeling")]
    assert found == [
        (dt.date(2026, 10, 28), "regeling: Kindpakket", 300.0),
        (dt.date(2026, 11, 28), "regeling: Reisgeld", 30.0),
        (dt.date(2026, 12, 28), "regeling: Reisgeld", 30.0),
        (dt.date(2027, 1, 28), "regeling: Reisgeld", 30.0),
    ]
    assert {p.article for p in ledger.payments if p.what.startswith("regeling")} == {
        "Gemeente X: Beleidsregel 4"
    }


def test_it_is_among_what_could_be_asked_for() -> None:
    could, _ = unused(present(with_schemes(scheme()), DAY), ["zorgtoeslag"])
    assert [(one.scheme.title, one.per_month) for one in could if one.article.startswith("Gemeente X")] == [
        ("Kindgeld", 30)
    ]
    assert "kindpakket" not in {one.scheme.name for one in could}


def test_it_comes_back_as_it_was_kept() -> None:
    one = scheme(until=dt.date(2027, 5, 1), most_percent=120.0)
    assert from_fact(as_fact(one)) == one
    assert own_schemes(with_schemes(one), DAY) == (one,)


@pytest.mark.parametrize(
    "wrong",
    [
        "x",
        [1],
        [{"name": "x"}],
        [{**as_fact(scheme()), "each": "straat"}],
        [{**as_fact(scheme()), "since": "x"}],
    ],
)
def test_what_is_no_scheme_is_refused(wrong: object) -> None:
    with refused(MistakeInFacts, "geen regeling van een gemeente"):
        present({**MOTHER, FACT: wrong}, DAY)
    with pytest.raises(MistakeInFacts):
        months({**MOTHER, FACT: wrong}, [], AUGUST, 2)


def test_only_a_scheme_for_each_child_asks_for_the_children() -> None:
    """A household of which the ages are not known has the one and not yet the other."""
    of_house, of_child = scheme(), scheme(number=8, each="kind")
    worth, unknown = worth_of((of_house, of_child), DAY, {})
    assert [one.scheme for one in worth] == [of_house] and worth[0].per_month == 30
    assert len(unknown) == 1


@pytest.mark.parametrize("raw", ["", "kindgeld", 3])
def test_what_is_no_list_of_schemes_is_refused(raw: object) -> None:
    with pytest.raises(MistakeInFacts):
        own_schemes({FACT: raw}, DAY)
