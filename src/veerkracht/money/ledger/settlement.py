"""The year afterwards: allowances and tax as they turn out, and what was paid in advance set against them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from .allowances import advances, due_for
from .book_keeping import ALLOWANCES
from .payments import SOURCES, Payment, Settlement
from .run import Run

TAX_ON = (7, 1)
"""The tax office decides before July on a return filed before April (its own promise; an assumption here)."""
ALLOWANCES_ON = (10, 1)
"""Dienst Toeslagen follows after the tax assessment, before the end of the year; this day is an assumption."""
REFUND = "inkomstenbelasting"
NETTED = "terugbetaling_bijstand_na_belastingteruggave"


def settlements(run: Run, payments: Iterable[Payment]) -> Iterator[Settlement]:
    """For each whole year: the four allowances, the tax, and what of a refund goes to the municipality."""
    paid = list(payments)
    for year in run.years:
        months = [month for month in run.months if month.year == year]
        due = [due_for(run, month) for month in months]
        given = [advances(run, month) for month in months]
        for name in ALLOWANCES:
            amount = sum(one[name] for one in due) - sum(one[name] for one in given)
            if abs(amount) >= 0.005:
                yield made(year, name, amount, ALLOWANCES_ON, f"{of_the_law(name)}; Awir, art. 19 en 26")
        yield from of_tax(run, year, paid)


def of_tax(run: Run, year: int, paid: list[Payment]) -> Iterator[Settlement]:
    """Tax over the year against what was held back each month."""
    months = [month for month in run.months if month.year == year]
    incomes = run.incomes(run.timeline)
    found = run.year(run.timeline, year)
    gross = sum(incomes[month].gross for month in months)
    gross += sum(amount for _, amount in run.holiday_pay(run.timeline, year))
    refund = gross - found.tax_on_wage - received(paid, year, ("loon", "vakantiegeld"))
    together = all(run.timeline.on(month).facts.get("heeft_partner") for month in months)
    held = received(paid, year, ("loon_partner", "vakantiegeld_partner"))
    partner = 12 * found.net_partner - held if together else 0.0
    yield made(year, REFUND, refund, TAX_ON, "Wet IB 2001, art. 9.2")
    if abs(partner) >= 0.01:
        yield made(year, f"{REFUND}_partner", partner, TAX_ON, "Wet IB 2001, art. 9.2")
    with_support = [incomes[month] for month in months if incomes[month].support > 0]
    netted = min(
        max(0.0, refund + partner) * len(with_support) / 12, sum(income.support for income in with_support)
    )
    if netted >= 0.01:
        yield made(year, NETTED, -netted, TAX_ON, "Participatiewet, art. 31 en 32, art. 58 lid 2 onder f")


def received(paid: list[Payment], year: int, names: tuple[str, ...]) -> float:
    return sum(p.amount for p in paid if p.what in names and p.period[:4] == str(year))


def of_the_law(name: str) -> str:
    return SOURCES[name][1].split(";")[0]


def made(year: int, what: str, amount: float, on: tuple[int, int], article: str) -> Settlement:
    return Settlement(year, what, round(amount, 2), dt.date(year + 1, *on), article)
