"""Childcare said once: from the days of a contract to hours a month, and what a change about money does to the week."""

from __future__ import annotations

import itertools

import pytest

from veerkracht.household.unknown import NOT_ASKED, NOT_KNOWN, Between
from veerkracht.web.facts.domain import childcare
from veerkracht.web.facts.domain.childcare import MoneyCare, as_money_asks, follow, hours_from_days
from veerkracht.web.facts.domain.values import from_json, to_json

BSO = {
    "kind": "bso",
    "children": ["1", "2"],
    "contract_days.school": 2,
    "contract_days.holiday": 0,
    "hours_per_day": 4.0,
    "euros_per_hour": 9.8,
}


def keys():
    numbers = itertools.count(1)
    return lambda: f"N{next(numbers)}"


def test_two_days_of_four_hours_in_forty_weeks_are_26_67_hours_a_month():
    # 2 days × 4 hours × 40 weeks = 320 hours a year, / 12: the way Rijksoverheid counts hours of a contract.
    assert hours_from_days(BSO) == 26.67


@pytest.mark.parametrize("days", [NOT_KNOWN, NOT_ASKED, Between(1, 3)])
def test_hours_are_not_guessed_from_days_nobody_knows(days):
    assert as_money_asks("1", {"K": {**BSO, "contract_days.school": days}}) == MoneyCare(
        kind="bso", euros_per_hour=9.8
    )


def test_two_cares_of_one_child_are_one_bill():
    morning = {**BSO, "kind": "voorschoolse_opvang", "hours_per_day": 1.0, "euros_per_hour": 9.0}
    both = as_money_asks("1", {"K": BSO, "M": morning})
    assert both.hours_per_month == 33.34 and both.kind == "bso"
    assert both.euros_per_hour * both.hours_per_month == pytest.approx(26.67 * 9.8 + 6.67 * 9.0, abs=0.01)


@pytest.mark.parametrize(
    "care",
    [
        {**BSO, "kind": "informeel"},
        {**BSO, "state": "possible"},
        {**BSO, "contract_days.school": 0},
        {**BSO, "children": ["3"]},
    ],
)
def test_care_that_costs_nothing_or_is_not_there_is_no_care(care):
    assert as_money_asks("1", {"K": care}) is None


def test_another_price_for_all_children_changes_the_care():
    changed = {child: {"euros_per_hour": 10.2} for child in ("1", "2")}
    assert follow({"K": BSO}, changed, keys()).cares == {"K": {"euros_per_hour": 10.2}}


def test_another_price_for_one_child_splits_the_care():
    found = follow({"K": BSO}, {"2": {"euros_per_hour": 10.2}}, keys()).cares
    assert found == {"K": {"children": ["1"]}, "N1": {**BSO, "children": ["2"], "euros_per_hour": 10.2}}


def test_hours_that_are_whole_days_change_the_days():
    found = follow({"K": BSO}, {child: {"hours_per_month": 40.0} for child in ("1", "2")}, keys())
    assert found.cares == {"K": {"contract_days.school": 3, "hours_per_month": NOT_ASKED}}


def test_other_hours_stay_as_they_were_said():
    found = follow({"K": BSO}, {child: {"hours_per_month": 36.0} for child in ("1", "2")}, keys())
    assert found.cares == {"K": {"hours_per_month": 36.0}}


def test_the_first_care_is_said_on_the_page_of_money():
    said = {"kind": "bso", "hours_per_month": 36.0, "euros_per_hour": 9.9}
    found = follow({}, {"1": said, "2": said}, keys())
    assert found.cares == {"N1": {"children": ["1", "2"], **said, "contract_days.school": NOT_ASKED}}


@pytest.mark.parametrize("kind", [childcare.NO_CARE, NOT_KNOWN])
def test_no_care_or_not_known_stays_beside_the_week(kind):
    found = follow({"K": BSO}, {"1": {"kind": kind}}, keys())
    assert not found.cares and found.left == {"1": {"kind": kind}}


@pytest.mark.parametrize(
    "value", [NOT_ASKED, NOT_KNOWN, Between(1, 3), 0, "", [], {"ma": ["08:30", "14:15"]}]
)
def test_a_value_is_read_back_as_it_was_written(value):
    assert from_json(to_json(value)) == value
