"""Unused schemes, facts she does not know, debts and the long view."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from tests.refusals import refused, said
from veerkracht.law.engine.calculate import NotKnown
from veerkracht.law.prepare import MistakeInFacts
from veerkracht.money.ledger.debts import debt_view
from veerkracht.money.ledger.settings import Debt
from veerkracht.money.path import Phase, path
from veerkracht.money.schemes import schemes, unused
from veerkracht.money.situation import MistakeInScenario, present

from .families import CLEANING_MOTHER, DAY, DENISE, households

ALLOWANCES = ("zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderbijslag", "kinderopvangtoeslag")


def test_what_she_receives_is_not_named_and_the_rest_is() -> None:
    found, unsure = unused(present(CLEANING_MOTHER, DAY), ALLOWANCES[1:])
    names = [one.scheme.name for one in found]
    assert "zorgtoeslag" in names and "huurtoeslag" not in names
    assert {"kindpakket", "gemeentepolis", "individuele_inkomenstoeslag"} <= set(names)
    assert [one.per_month for one in found] == sorted((one.per_month for one in found), reverse=True)
    assert not unsure


def test_a_scheme_that_cannot_be_told_says_which_fact_would() -> None:
    facts = {k: v for k, v in CLEANING_MOTHER.items() if k != "maanden_laag_inkomen"}
    _, unsure = unused(present(facts, DAY), ())
    assert [one.scheme.name for one in unsure] == ["individuele_inkomenstoeslag"]
    assert unsure[0].why.field == "maanden_laag_inkomen"


@pytest.mark.parametrize("name", list(schemes()))
def test_each_scheme_takes_the_doubt_seriously(name: str) -> None:
    scheme = schemes()[name]
    assert scheme.wrong and scheme.helper and scheme.takes and scheme.until and scheme.ask
    for text in (scheme.wrong, scheme.until, scheme.ask, *scheme.takes):
        assert not re.search(r"!|je moet|u kunt beter", text)


def test_a_scheme_that_does_not_exist_is_named() -> None:
    with refused(MistakeInFacts, match="'gratis geld'"):
        unused(present(CLEANING_MOTHER, DAY), ["gratis geld"])


def test_the_debt_of_the_cleaning_mother() -> None:
    """7,200 at 110 a month: 66 instalments, from March 2026 the last in August 2031."""
    view = debt_view(Debt("oude huur", 7200, 110, 27), DAY)
    assert (view.months, view.last_on) == (66, dt.date(2031, 8, 27))
    assert "nog 66 maanden, tot augustus 2031" in said(view)


AD = [Phase(2, 12, 15.60, "studie", 90), Phase(4, 24, 19.50, "werk met AD")]


def test_denise_sees_six_years_with_study_costs_and_a_debt() -> None:
    found = path(DENISE, DAY, AD, [Debt("energie", 1350, 75)])
    assert [year.year for year in found.years] == list(range(2026, 2032))
    assert [round(year.debts, 2) for year in found.years[:3]] == [75, 37.5, 0]
    assert found.years[2].own_ratio > 1 and found.years[2].hours == 24
    assert found.years[0].ages == (14, 9) and found.years[4].ages == (18, 13)
    for year in found.years:
        assert year.low <= year.disposable <= year.high
    assert found.assumptions


def test_a_child_of_18_leaves_the_amounts() -> None:
    years = path(DENISE, DAY, AD).years
    assert years[4].disposable < years[3].disposable - 200


@pytest.mark.parametrize("facts", households(10, seed=21))
def test_every_household_has_a_path(facts: dict[str, Any]) -> None:
    facts = {**facts, "leeftijd_ouder": min(facts["leeftijd_ouder"], 50)}
    found = path(facts, DAY, [Phase(10, 20, 16.0, "deze baan")])
    assert len(found.years) == 10 and all(year.low <= year.high for year in found.years)


def test_a_path_past_the_age_of_aow_is_not_made_up() -> None:
    with refused(NotKnown, match="AOW-leeftijd"):
        path({**DENISE, "leeftijd_ouder": 62}, DAY, [Phase(10, 20, 16.0, "deze baan")])


@pytest.mark.parametrize(
    ("phases", "named"),
    [
        ([], "1 tot 10 jaar"),
        ([Phase(11, 20, 15, "lang")], "1 tot 10 jaar"),
        ([Phase(2, 20, 15, "x", -4)], "'x'"),
        ([Phase(2, -20, 15, "x")], "aantal uren"),
    ],
)
def test_a_path_that_cannot_be_is_named(phases: list[Phase], named: str) -> None:
    with refused(MistakeInScenario, match=named):
        path(DENISE, DAY, phases)
