"""Levers of a holiday week, and two levers together: what is paid over the year, by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from veerkracht.levers.purse import Money
from veerkracht.levers.tests.families import family
from veerkracht.levers.worth import over_the_year, priced, priced_in_holidays
from veerkracht.week.lever import Gain
from veerkracht.week.levers import gains, pairs
from veerkracht.week.reading import read_family
from veerkracht.week.tests.families import golden

DAY = dt.date(2026, 3, 1)


def test_the_holiday_weeks_that_are_worked_count_for_their_own_minutes() -> None:
    """Forty school weeks and four weeks of leave at 540 minutes, eight holiday weeks at 300."""
    one = read_family(golden("a"))
    assert one.year is not None and (one.year.leave_weeks, one.year.other_parent_weeks) == (4, 0)
    assert over_the_year(one, 540, 300) == pytest.approx((44 * 540 + 8 * 300) / 52)
    assert over_the_year(one, 540, 540) == 540


def household() -> tuple[Any, Money]:
    raw = family("samira")
    one = read_family(raw["family"])
    return one, Money(raw["facts"], raw["hourly_wage"], DAY, [0, 1])


def test_a_lever_of_a_holiday_week_is_worth_its_share_of_the_year() -> None:
    one, money = household()
    (gain, *_rest) = gains(one, "school")
    worth = priced_in_holidays(one, gain, money, 600, 300)
    assert (worth.minutes, worth.minutes_after) == (gain.minutes, 300 + gain.minutes)
    before, after = over_the_year(one, 600, 300), over_the_year(one, 600, 300 + gain.minutes)
    assert after - before == pytest.approx(gain.minutes * 8 / 52)
    assert worth.parts["loon"] > 0


def test_a_pair_is_both_changes_at_once() -> None:
    one, money = household()
    single = gains(one, "school")
    (pair, *_rest) = pairs(one, "school", single) or [None]
    if pair is None:
        pytest.fail("this family has no pair: choose another")
    worth = priced(one, pair, money, 0)
    assert worth.changes == (pair.a, pair.b) and worth.minutes == pair.minutes
    as_one = replace(pair.a, apply=lambda family: pair.b.apply(pair.a.apply(family)))
    assert worth.parts == priced(one, Gain(as_one, pair.minutes), money, 0).parts
