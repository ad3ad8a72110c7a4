"""Two pages never give two numbers for one thing: every number of the pages of money, for the twelve demo families."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from veerkracht.money.forecast import forecast
from veerkracht.money.hours import AS_NOW, hours_needed
from veerkracht.web.purse.domain.ledger import SPENT, TRAVEL, ledger_of
from veerkracht.web.purse.domain.outcome import Column, Outcome
from veerkracht.web.purse.domain.situation import KnownPerson, situation_of
from veerkracht.web.purse.hours.page import hours_of
from veerkracht.web.purse.life.living_costs import living_costs
from veerkracht.web.purse.life.offered_events import CHOSEN, offered_to
from veerkracht.web.purse.life.page import LifePage, life_of
from veerkracht.web.purse.now.page import LookedAtWork, MoneyPage, first_words, look_of, money_of
from veerkracht.web.purse.saved_sums.views import kept_values
from veerkracht.words.money import rounded
from veerkracht.words.numbers import euro, hours_in_words

from .test_demo_purses import PURSES, TODAY, told

EACH = pytest.mark.parametrize("file", PURSES, ids=lambda file: file.stem)


def money_page(file: Path) -> tuple[dict[str, Any], KnownPerson, LookedAtWork, MoneyPage]:
    answers, person = told(file)
    look = look_of({}, answers, person, TODAY)
    return answers, person, look, money_of(answers, person, look, TODAY)


def sentence_says(sentences: list[str], column: Column) -> float:
    """What the sentence on top says about a number of hours."""
    said = next(one for one in sentences if f"Met {column.title}" in one)
    if "evenveel" in said:
        return 0.0
    amount = float(re.findall(r"€\u00a0([\d.]+)", said)[0].replace(".", ""))
    return amount if "meer" in said else -amount


@EACH
def test_sentence_table_answers_and_kept_sum_give_the_same_difference(file):
    _, _, _, money = money_page(file)
    if money.outcome is None:
        assert money.ranges or money.missing
        return
    sentences = first_words(money)
    for column in money.outcome.later:
        assert sentence_says(sentences, column) == rounded(column.more)
        place = money.outcome.columns.index(column)
        rows = (*money.outcome.rows, *money.outcome.local)
        assert sum(row.amounts[place] - row.amounts[0] for row in rows) == pytest.approx(
            column.more, abs=0.01
        )
        kept = kept_values(money, column)["amounts"]
        assert (kept["to_spend"], kept["more"]) == (column.to_spend, column.more)
    if money.chosen:
        assert sum(part.amount for part in money.differences) == pytest.approx(money.chosen.more, abs=0.01)


@EACH
def test_the_page_about_hours_says_what_the_table_says(file):
    answers, person, look, money = money_page(file)
    if money.outcome is None:
        return
    shown = hours_of(answers, person, look, {}, TODAY)
    for (title, test), column in zip(shown.tests, money.outcome.later, strict=True):
        assert title == column.title and test.disposable == pytest.approx(column.to_spend, abs=0.01)
    as_now = needed_as_now(money.outcome)
    for column in money.outcome.later:
        enough = as_now is not None and (column.hours or 0.0) >= as_now
        assert column.more > -1 if enough else True, "enough hours there is less than now here"
        if column.more < -1:
            assert as_now is None or as_now > (column.hours or 0.0)


def needed_as_now(outcome: Outcome) -> float | None:
    situation = outcome.situation
    needed = hours_needed(
        situation.facts,
        situation.day,
        situation.offer(outcome.wage),
        travel_now=situation.travel_now,
        starts_on=situation.starts_on,
    )
    return next(one.hours for one in needed if one.goal == AS_NOW)


@EACH
def test_life_events_start_from_the_amounts_of_the_table(file):
    answers, person, _, money = money_page(file)
    if money.outcome is None:
        return
    situation = situation_of(answers, person, TODAY)
    first = next(one.id for group in offered_to(situation, person) for one in group.events)
    chosen = {**answers, CHOSEN: [one.id for group in offered_to(situation, person) for one in group.events]}
    for column in money.outcome.columns:
        life = life_of(chosen, person, TODAY, {"basis": column.key})
        assert life.missing is None, f"{first}: {life.missing}"
        assert before(life) == round(column.to_spend)


def test_work_that_ends_bijstand_leaves_months_without_income_when_it_stops():
    """An application for bijstand may take eight weeks (Awb, art. 4:13): from 26 hours there is none at once."""
    answers, person = told(next(file for file in PURSES if file.stem == "wendy"))
    stops = {**answers, CHOSEN: ["E01"]}
    life = life_of(stops, person, TODAY, {"basis": "26"})
    (event,) = life.events
    at_once, later = event.beside[0].what.disposable, event.beside[1].what.disposable
    assert at_once < later - 1000, "bijstand comes after the application"


def before(life: LifePage) -> float | None:
    return life.now.disposable if life.now else None


@EACH
def test_one_set_of_living_costs(file):
    answers, person, _, money = money_page(file)
    costs = living_costs(answers)
    if money.outcome is None or costs.fixed is None:
        return
    assert money.outcome.now.month.outgoings == pytest.approx(costs.fixed)
    ledger = ledger_of(answers, person, [], TODAY)
    for month in forecast(ledger.months, TODAY, SPENT, ledger.has_own_balance).whole_year:
        care = sum(p.amount for p in month.payments if p.what == "kinderopvang")
        travel = sum(p.amount for p in month.payments if p.what == f"vaste_last: {TRAVEL}")
        assert month.fixed == pytest.approx(costs.fixed + care + travel, abs=0.05)
        assert month.left == pytest.approx(month.comes - month.fixed - month.may_be_reclaimed)
        if costs.daily is not None:
            assert month.daily == pytest.approx(costs.daily, abs=0.05)


def test_words_write_an_amount_in_one_way():
    assert euro(1234.5) == "€\u00a01.235" and hours_in_words(22.5) == "22,5\u00a0uur"
