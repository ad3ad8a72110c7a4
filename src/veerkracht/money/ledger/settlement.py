"""The year afterwards: allowances and tax as they turn out, and what was paid in advance set against them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from .allowances import advances, due_for
from .book_keeping import ALLOWANCES, holiday
from .income import partner_rate
from .month_income import Year
from .payments import SOURCES, Payment, Settlement
from .run import Run
from .shared_care import HALF_A_YEAR
from .taxes import due_of_partner, law_half

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
        paid_ahead = [advances(run, month) for month in months]
        for name in ALLOWANCES:
            amount = sum(one[name] for one in due) - sum(one[name] for one in paid_ahead)
            if abs(amount) >= 0.005:
                yield made(year, name, amount, ALLOWANCES_ON, f"{of_the_law(name)}; Awir, art. 19 en 26")
        yield from of_tax(run, year, paid)


def of_tax(run: Run, year: int, paid: list[Payment]) -> Iterator[Settlement]:
    """Tax over the year against what was held back each month."""
    months = [month for month in run.months if month.year == year]
    incomes = run.incomes(run.timeline)
    outcome = run.year(run.timeline, year)
    wages = [one for one in run.wages(run.timeline) if one.on.year == year]
    refund = sum(one.gross - round(one.net, 2) for one in wages) - outcome.tax_on_wage
    partner = of_the_partner(run, year, outcome, paid)
    yield made(year, REFUND, refund, TAX_ON, "Wet IB 2001, art. 9.2")
    if abs(partner) >= 0.01:
        yield made(year, f"{REFUND}_partner", partner, TAX_ON, "Wet IB 2001, art. 9.2")
    with_support = [incomes[month] for month in months if incomes[month].support > 0]
    netted = min(
        max(0.0, refund + partner) * len(with_support) / 12, sum(income.support for income in with_support)
    )
    if netted >= 0.01:
        yield made(year, NETTED, -netted, TAX_ON, "Participatiewet, art. 31 en 32, art. 58 lid 2 onder f")


def of_the_partner(run: Run, year: int, outcome: Year, paid: list[Payment]) -> float:
    """What comes back to a partner, who is taxed apart on a whole year.

    Of a partner of a part of the year only the wage is known, which is taken to be that of the whole year. Without a
    wage nothing is known: see `may_come_back_to_partner`.
    """
    months, together = of_the_year(run, year)
    if len(together) == len(months):
        return 12 * outcome.net_partner - received(paid, year, ("loon_partner", "vakantiegeld_partner"))
    if not together or not run.timeline.on(together[-1]).facts.get("loon_partner"):
        return 0.0
    return taxed_apart(run, year, outcome)


def may_come_back_to_partner(run: Run, year: int) -> float:
    """At most, in EUR, to a partner without a wage in a part of the year: nothing once there was other income."""
    months, together = of_the_year(run, year)
    if not 0 < len(together) < len(months) or run.timeline.on(together[-1]).facts.get("loon_partner"):
        return 0.0
    return max(0.0, taxed_apart(run, year, run.year(run.timeline, year)))


def of_the_year(run: Run, year: int) -> tuple[list[dt.date], list[dt.date]]:
    """The months of a year, and those that begin with a partner."""
    months = [month for month in run.months if month.year == year]
    return months, [month for month in months if run.timeline.on(month).facts.get("heeft_partner")]


def taxed_apart(run: Run, year: int, outcome: Year) -> float:
    """Tax held back from a partner in a year, less the tax that is due."""
    _, together = of_the_year(run, year)
    state = run.with_children_of_the_year(run.timeline.on(together[-1]), run.timeline, year)
    wage = float(state.facts.get("loon_partner") or 0.0)
    held = wage_tax_of_partner(run, together[-1], wage)
    longest = len(together) > HALF_A_YEAR
    credit = run.clerk.parent_credit_of_partner(state, year, outcome.from_work, wage) if longest else 0.0
    gross, net = outcome.bijstand_of_partner
    return held + gross - net - due_of_partner(law_half(dt.date(year, 1, 1)), wage, wage + gross, credit)


def wage_tax_of_partner(run: Run, month: dt.date, wage: float) -> float:
    """What the employer of a partner holds back in a year, holiday pay at the special rate."""
    usual = wage / (12 * (1 + holiday(month)))
    net = run.clerk.income(run.timeline.on(month), month, 0.0, False).net_partner
    return 12 * (usual - net + holiday(month) * usual * partner_rate(month, usual, net))


def received(paid: list[Payment], year: int, names: tuple[str, ...]) -> float:
    return sum(p.amount for p in paid if p.what in names and p.period[:4] == str(year))


def of_the_law(name: str) -> str:
    return SOURCES[name][1].split(";")[0]


def made(year: int, what: str, amount: float, on: tuple[int, int], article: str) -> Settlement:
    return Settlement(year, what, round(amount, 2), dt.date(year + 1, *on), article)
