"""Debts: what is left, until when, and what is not computed when there is more wage."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from veerkracht.household.remark import remark

from .days import add_months, first_of, on_day
from .outgoings import months_to_go
from .settings import Debt

ARRANGEMENT_MONTHS = 18
WITH_MORE_WAGE = remark("more_wage_with_debts")
ARRANGEMENT = remark("debt_arrangement", months=ARRANGEMENT_MONTHS)
WHO = "schuldhulp van de gemeente"


@dataclass(frozen=True)
class DebtView:
    """One debt: how many instalments are left and when the last one is."""

    name: str
    left: float
    instalment: float
    months: int
    last_on: dt.date


def left_on(debt: Debt, since: dt.date, day: dt.date) -> Debt:
    """A debt that began before a day, with what is left of it then."""
    if since >= day:
        return debt
    month, paid = first_of(since), 0
    while on_day(month, debt.pay_day) < day:
        paid += on_day(month, debt.pay_day) >= since
        month = add_months(month, 1)
    return replace(debt, amount=max(0.0, debt.amount - paid * debt.instalment))


def debt_view(debt: Debt, start: dt.date) -> DebtView:
    """From a day on, without interest."""
    months = months_to_go(debt)
    first = on_day(first_of(start), debt.pay_day)
    first = first if first >= start else on_day(add_months(first_of(start), 1), debt.pay_day)
    last = on_day(add_months(first_of(first), max(0, months - 1)), debt.pay_day)
    return DebtView(debt.name, debt.amount, debt.instalment, months, last)


def debts_on(day: dt.date, debts: Iterable[tuple[dt.date, Debt]]) -> Iterator[DebtView]:
    """The debts that are not paid off on a day, each with the day it began."""
    for since, debt in debts:
        left = left_on(debt, since, day)
        if left.amount:
            yield debt_view(left, max(since, day))
