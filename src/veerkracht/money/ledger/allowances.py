"""Allowances in advance on an estimate, child benefit a quarter afterwards, local schemes once a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate

from .book_keeping import ALLOWANCES, holiday, law_half
from .days import add_months, name_of, on_day, working_day
from .payments import Payment, pay
from .run import Run
from .timeline import Timeline

PAY_DAY = 20
"""Dienst Toeslagen pays around the 20th for the next month."""


def allowances(run: Run) -> Iterator[Payment]:
    """The four allowances, child benefit and what the municipality pays once a year."""
    for month in run.months:
        paid_on = advance_day(month)
        for name, amount in advances(run, month).items():
            if amount:
                yield pay(paid_on, name, amount, name_of(month))
        if month.month % 3 == 1:
            amount = run.clerk.child_benefit(run.timeline.on(month), month)
            if amount:
                quarter = f"{month.year}-Q{(month.month + 2) // 3}"
                yield pay(working_day(add_months(month, 3)), "kinderbijslag", amount, quarter)
        if month.month == run.settings.inkomenstoeslag_maand:
            yield from local(run, month)


def advance_day(month: dt.date) -> dt.date:
    return working_day(on_day(add_months(month, -1), PAY_DAY))


def advances(run: Run, month: dt.date) -> dict[str, float]:
    """What is paid in advance for a month: the household and the income as they were passed on by the pay day."""
    known = run.timeline.known_by(advance_day(month), run.late)
    found = run.clerk.allowances(known.on(month), month, *estimate(run, known, month.year))
    return {name: found[f"voorschot_{name}"] for name in ALLOWANCES}


def estimate(run: Run, known: Timeline, year: int) -> tuple[float, float]:
    """The yearly incomes that the office works with: passed on as one, or what follows from what it knows."""
    for state in reversed(known.states):
        if state.estimate and state.estimate[0] == year:
            return state.estimate[1], 0.0
    return run.year(known, year).incomes


def due_for(run: Run, month: dt.date) -> dict[str, float]:
    """What she has a right to for a month, with the income of the whole year as it turned out."""
    incomes = run.year(run.timeline, month.year).incomes
    found = run.clerk.allowances(run.timeline.on(month), month, *incomes)
    return {name: found[name] / 12 for name in ALLOWANCES}


def local(run: Run, month: dt.date) -> Iterator[Payment]:
    """Individuele inkomenstoeslag of the example municipality, where the facts say how long income has been low."""
    state, income = run.timeline.on(month), run.incomes(run.timeline)[month]
    if state.facts.get("maanden_laag_inkomen") is None:
        return
    values = {
        **run.clerk.values(state, month, income.gross, income.bijstand > 0),
        "netto_inkomen": (income.net + income.net_partner) * (1 + holiday(month))
        + income.support
        + income.other,
        "aantal_andere_kostendelers": state.facts.get("aantal_andere_kostendelers", 0.0),
    }
    name = "individuele_inkomenstoeslag"
    amount = float(calculate(book(), law_half(month), values, (name,)).known[name])
    if amount:
        yield pay(on_day(month, run.settings.betaaldag_bijstand), name, amount, str(month.year))
