"""Netting afterwards: the wage of a month is taken off the bijstand of the next, so that one month stays open.

The first month of work is paid beside the wage; at the end of bijstand what is left of it is settled (Divosa,
werkwijzer verrekening parttime inkomsten; Participatiewet, art. 32 and 58).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from .days import add_months
from .settings import NEXT_MONTH
from .timeline import Timeline
from .worked_out import WorkedOut


@dataclass(frozen=True)
class LeftOpen:
    """Of the last month in which bijstand was paid: EUR still to come, or below nothing to pay back; when."""

    month: dt.date
    settled_in: dt.date
    amount: float


def settled_at_the_end(run: WorkedOut, timeline: Timeline) -> Iterator[LeftOpen]:
    """For each end of bijstand what was paid and what was due, set against each other."""
    if run.settings.verrekening != NEXT_MONTH:
        return
    due = run.incomes(timeline)
    behind = before_the_first_month(run, timeline)
    for month in run.months:
        income, after = due[month], due.get(add_months(month, 1))
        behind += income.bijstand - income.right
        if income.runs and after is not None and not after.runs:
            last = max((m for m in run.months if m <= month and due[m].bijstand), default=month)
            if round(behind, 2):
                yield LeftOpen(last, add_months(month, 1), round(-behind, 2))
            behind = 0.0


def before_the_first_month(run: WorkedOut, timeline: Timeline) -> float:
    """What is open from before the first day: work and bijstand beside each other began with a month of both."""
    first, state = run.months[0], timeline.states[0]
    if not state.bijstand or state.job is None:
        return 0.0
    income = run.incomes(timeline)[first]
    extra = tuple(one for one, _ in income.extra)
    beside = run.clerk.income(state, first, income.gross, True, extra, (0.0, 0.0))
    return beside.bijstand - income.bijstand
