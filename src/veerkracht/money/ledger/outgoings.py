"""What goes out on which day: rent, childcare, premium, travel, fixed costs, debts, single bills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from .days import add_months, first_of, name_of, on_day
from .payments import IN, OUT, Payment, pay
from .run import Run
from .settings import Debt
from .timeline import State


def outgoings(run: Run) -> Iterator[Payment]:
    """All that goes out, in the months of the run."""
    for month in run.months:
        state = run.timeline.on(month)
        yield from of_the_house(run, state, month)
        for cost in state.costs:
            yield pay(on_day(month, cost.pay_day), "vaste_last", cost.amount, name_of(month), OUT, cost.name)
        if state.job and state.job.travel:
            yield pay(on_day(month, 1), "reiskosten", state.job.travel, name_of(month), OUT)
    for since, debt in run.timeline.states[-1].debts:
        yield from instalments(run, since, debt)
    for event in run.timeline.events:
        if event.kind == "one_off":
            amount, name = event.data["amount"], event.data["name"]
            direction = IN if amount > 0 else OUT
            yield pay(event.on, "eenmalig", abs(amount), name_of(first_of(event.on)), direction, name)


def of_the_house(run: Run, state: State, month: dt.date) -> Iterator[Payment]:
    """Rent with service costs, the bill of childcare, the premium."""
    pay_on, facts = run.settings, state.facts
    rent = float(facts.get("kale_huur") or 0.0) + float(facts.get("servicekosten") or 0.0)
    if rent:
        yield pay(on_day(month, pay_on.betaaldag_huur), "huur", rent, name_of(month), OUT)
    care = run.clerk.allowances(state, month, 0.0)["kosten_kinderopvang"]
    if care:
        yield pay(on_day(month, pay_on.betaaldag_opvang), "kinderopvang", care, name_of(month), OUT)
    if pay_on.zorgpremie:
        yield pay(
            on_day(month, pay_on.betaaldag_zorgpremie), "zorgpremie", pay_on.zorgpremie, name_of(month), OUT
        )


def instalments(run: Run, since: dt.date, debt: Debt) -> Iterator[Payment]:
    """The instalments of a debt until nothing is left; no interest."""
    left, month = debt.amount, first_of(since)
    while left > 0.005 and month < add_months(run.months[-1], 1):
        on = on_day(month, debt.pay_day)
        if on >= since:
            amount = min(left, debt.instalment)
            yield pay(on, "schuld", amount, name_of(month), OUT, debt.name)
            left -= amount
        month = add_months(month, 1)


def months_to_go(debt: Debt) -> int:
    """How many instalments are left."""
    return -int(-debt.amount // debt.instalment)
