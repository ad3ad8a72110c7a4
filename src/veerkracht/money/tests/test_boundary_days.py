"""Birthdays to the day: kindgebonden budget counts the month after, also for a birthday on the first (Wkgb art. 2,
the month of the 18th birthday included); kinderbijslag looks at the first day of the quarter (AKW art. 12)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from veerkracht.money.ledger.months import months

from .families import CLEANING_MOTHER, DAY

MAY, JUNE = "2026-05", "2026-06"
DAYS = [((4, 30), MAY), ((5, 1), JUNE), ((5, 2), JUNE), ((5, 14), JUNE), ((5, 31), JUNE)]


def paid(age: int, month: int, day: int, what: str) -> dict[str, float]:
    """What is paid for each month or quarter, with one child that turns this age on this day of 2026."""
    born = dt.date(2026 - age, month, day).isoformat()
    facts: dict[str, Any] = {**CLEANING_MOTHER, "kinderen": [{"geboortedatum": born}]}
    return {one.period: one.amount for one in months(facts, [], DAY, 9).payments if one.what == what}


@pytest.mark.parametrize("age", [12, 16, 18])
@pytest.mark.parametrize(("birthday", "first"), DAYS, ids=lambda value: str(value))
def test_an_allowance_changes_on_the_first_of_the_month_after(
    age: int, birthday: tuple[int, int], first: str
) -> None:
    """EVT-01, boundary dates."""
    found = paid(age, *birthday, "kindgebonden_budget")
    before = {amount for period, amount in found.items() if period < first}
    after = {amount for period, amount in found.items() if period >= first}
    assert len(before) == 1
    if age == 18:
        assert not after, "no child, no amount"
    else:
        assert len(after) == 1 and min(after) > max(before)


@pytest.mark.parametrize(
    ("birthday", "first"), [((6, 30), "2026-Q3"), ((7, 1), "2026-Q3"), ((7, 2), "2026-Q4")]
)
def test_child_benefit_of_twelve_begins_with_the_quarter_that_starts_at_that_age(
    birthday: tuple[int, int], first: str
) -> None:
    found = paid(12, *birthday, "kinderbijslag")
    younger, older = found["2026-Q1"], paid(13, 1, 1, "kinderbijslag")["2026-Q1"]
    assert younger < older
    for period, amount in found.items():
        is_older = period >= first
        assert (amount > 1.1 * younger) == is_older, (period, amount)
