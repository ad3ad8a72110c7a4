"""Allowances in advance on an estimate, child benefit a quarter afterwards, local schemes once a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from veerkracht.household.working_days import working_day_from
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate

from ..own_schemes import A_MONTH, worth_of
from .book_keeping import ALLOWANCES, holiday
from .days import add_months, name_of, on_day
from .payments import Payment, pay
from .run import FIRST_LAW, Run
from .taxes import law_half
from .timeline import Timeline

PAY_DAY = 20
"""Dienst Toeslagen pays around the 20th for the next month."""
OWN_SCHEME = "regeling"


def allowances(run: Run) -> Iterator[Payment]:
    """The four allowances, child benefit and what the municipality pays once a year."""
    yield from child_benefit(run)
    for month in run.months:
        paid_on = advance_day(month)
        for name, amount in advances(run, month).items():
            if amount:
                yield pay(paid_on, name, amount, name_of(month))
        if month.month == run.settings.inkomenstoeslag_maand:
            yield from local(run, month)
        yield from of_the_municipality(run, month)


def child_benefit(run: Run) -> Iterator[Payment]:
    """Kinderbijslag after each quarter, by what is so on its first day; of the quarter before the first month too."""
    for month in [add_months(run.months[0], -3), *run.months]:
        if month.month % 3 == 1 and month >= FIRST_LAW:
            amount = run.clerk.child_benefit(run.timeline.on(month), month)
            if amount:
                quarter = f"{month.year}-Q{(month.month + 2) // 3}"
                yield pay(working_day_from(add_months(month, 3)), "kinderbijslag", amount, quarter)


def advance_day(month: dt.date) -> dt.date:
    return working_day_from(on_day(add_months(month, -1), PAY_DAY))


def advances(run: Run, month: dt.date) -> dict[str, float]:
    """What is paid in advance for a month: the household and the income as they were passed on by the pay day."""
    known = run.timeline.known_by(advance_day(month), run.late)
    amounts = run.clerk.allowances(known.on(month), month, *estimate(run, known, month.year))
    return {name: amounts[f"voorschot_{name}"] for name in ALLOWANCES}


def estimate(run: Run, known: Timeline, year: int) -> tuple[float, float]:
    """The yearly incomes that the office works with: passed on as one, or what follows from what it knows."""
    for state in reversed(known.states):
        if state.estimate and state.estimate[0] == year:
            return state.estimate[1], 0.0
    return run.year(known, year).incomes


def due_for(run: Run, month: dt.date) -> dict[str, float]:
    """What she has a right to for a month, with the income of the whole year as it turned out."""
    incomes = run.year(run.timeline, month.year).incomes
    amounts = run.clerk.allowances(run.timeline.on(month), month, *incomes)
    return {name: amounts[name] / 12 for name in ALLOWANCES}


def local(run: Run, month: dt.date) -> Iterator[Payment]:
    """Individuele inkomenstoeslag of the example municipality, where the facts say how long income has been low."""
    if run.timeline.on(month).facts.get("maanden_laag_inkomen") is None:
        return
    name = "individuele_inkomenstoeslag"
    amount = float(calculate(book(), law_half(month), values_of(run, month), (name,)).known[name])
    if amount:
        yield pay(on_day(month, run.settings.betaaldag_bijstand), name, amount, str(month.year))


def of_the_municipality(run: Run, month: dt.date) -> Iterator[Payment]:
    """What her own municipality gives: each month, or once a year in the month it said, on the day of bijstand."""
    comes = [
        one
        for one in run.settings.regelingen_van_de_gemeente
        if one.holds_on(month) and (one.per == A_MONTH or one.pay_month == month.month)
    ]
    if not comes:
        return
    on = on_day(month, run.settings.betaaldag_bijstand)
    for worth in worth_of(comes, law_half(month), values_of(run, month))[0]:
        one = worth.scheme
        amount = worth.per_month * (1 if one.per == A_MONTH else 12)
        payment = pay(on, OWN_SCHEME, amount, name_of(month), name=one.name)
        yield replace(payment, article=f"{one.municipality}: {one.article}")


def values_of(run: Run, month: dt.date) -> dict[str, Any]:
    """The values of the law for a month with its own income, as municipalities look at it."""
    state, income = run.timeline.on(month), run.incomes(run.timeline)[month]
    return {
        **run.clerk.values(state, month, income.gross, income.bijstand > 0),
        "netto_inkomen": (income.net + income.net_partner) * (1 + holiday(month))
        + income.support
        + income.other,
        "aantal_andere_kostendelers": state.facts.get("aantal_andere_kostendelers", 0.0),
    }
