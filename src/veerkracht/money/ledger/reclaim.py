"""What can be asked back: when a change is passed on at once or later, and which estimate leaves nothing to repay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.household.remark import Remark, remark

from .allowances import advance_day, due_for
from .book_keeping import ALLOWANCES
from .months import Months, ledger_from, months
from .run import Run
from .settlement import NETTED, REFUND

LATE = (0, 1, 3, 6)
STEP = 250.0
HIGHEST_ESTIMATE = 80_000.0


@dataclass(frozen=True)
class Reclaim:
    """What is paid back for one delay: allowances by year, bijstand, and the tax over bijstand of a year before."""

    months_late: int
    allowances: dict[int, float]
    bijstand: float
    bijstand_tax: float

    @property
    def total(self) -> float:
        return sum(self.allowances.values()) + self.bijstand + self.bijstand_tax


@dataclass(frozen=True)
class Estimate:
    """The yearly income to pass on from a day: what is expected, and what leaves nothing to repay."""

    year: int
    passed_on: dt.date
    expected: float
    safe: float | None
    afterwards: float
    partner_changes: bool = False
    """A partner comes or goes: no estimate of hers makes up for that; it has to be passed on (Awir, art. 17)."""

    @property
    def about(self) -> Remark:
        """What this estimate means for what is paid back."""
        return remark("estimate_of_the_year", estimate=self)


@dataclass(frozen=True)
class Credit:
    """Tax that is not in the payslip: what comes after the year, and what of it goes to the municipality."""

    year: int
    refund: float
    netted: float

    @property
    def about(self) -> Remark:
        """What comes after the return, and which part of it is for the municipality."""
        code = "tax_comes_back_in_part" if self.netted >= 1 else "tax_comes_back"
        return remark(code, year=self.year, refund=self.refund, netted=self.netted)


def when_late(ledger: Months, late: Sequence[int] = LATE) -> tuple[Reclaim, ...]:
    """The same household and events, with each change passed on so many months after it."""
    return tuple(reclaim(run_again(ledger, each), each) for each in late)


def run_again(ledger: Months, late: int) -> Months:
    run = ledger.run
    return (
        ledger
        if run.late == late
        else ledger_from(Run(run.timeline, run.settings, run.start, run.stop, run.clerk, late))
    )


def reclaim(ledger: Months, late: int) -> Reclaim:
    allowances: dict[int, float] = {}
    for settlement in ledger.settlements:
        if settlement.what in ALLOWANCES and settlement.amount < 0:
            allowances[settlement.year] = allowances.get(settlement.year, 0.0) - settlement.amount
    back = {
        name: -sum(p.amount for p in ledger.all_payments if p.what == name)
        for name in ("terugbetaling_bijstand", "terugbetaling_bijstand_belasting")
    }
    bijstand, tax = back.values()
    return Reclaim(late, allowances, bijstand, tax)


def safest_estimate(ledger: Months, passed_on: dt.date) -> Estimate:
    """The lowest estimate, passed on from a day, with which the allowances of that year leave nothing to repay."""
    run, year = ledger.run, passed_on.year
    in_year = [month for month in run.months if month.year == year]
    expected = expected_income(run, year)
    due = sum(sum(due_for(run, month).values()) for month in in_year)
    before = [month for month in in_year if advance_day(month) < passed_on]
    after = [month for month in in_year if advance_day(month) >= passed_on]
    paid = sum(paid_with(run, month, None) for month in before)
    guess = STEP * -(-expected // STEP)
    if partner_changes(run, year):
        left = due - sum(paid_with(run, month, None) for month in in_year)
        return Estimate(year, passed_on, expected, None, left, partner_changes=True)
    while guess <= HIGHEST_ESTIMATE:
        left = due - paid - sum(paid_with(run, month, guess) for month in after)
        if left >= -0.5:
            return Estimate(year, passed_on, expected, guess, left)
        guess += STEP
    left = due - paid - sum(paid_with(run, month, HIGHEST_ESTIMATE) for month in after)
    return Estimate(year, passed_on, expected, None, left)


def partner_changes(run: Run, year: int) -> bool:
    """Whether a partner comes or goes in this year."""
    return any(
        e.kind in ("partner_joins", "partner_leaves") and e.on.year == year for e in run.timeline.events
    )


def expected_income(run: Run, year: int) -> float:
    """The income of the year that counts at its end: with a partner that of both."""
    own, partner = run.year(run.timeline, year).incomes
    together = run.timeline.on(dt.date(year, 12, 1)).facts.get("heeft_partner")
    return own + (partner if together else 0.0)


def paid_with(run: Run, month: dt.date, income: float | None) -> float:
    """The advances of a month: as they were paid, or with this estimate."""
    known = run.timeline.known_by(advance_day(month), run.late)
    if income is None:
        amounts = run.clerk.allowances(known.on(month), month, *run.year(known, month.year).incomes)
    else:
        amounts = run.clerk.allowances(run.timeline.on(month), month, income)
    return sum(amounts[f"voorschot_{name}"] for name in ALLOWANCES)


@dataclass(frozen=True)
class Start:
    """The same change begun on another day: the income of that year, and what each delay would cost."""

    on: dt.date
    income_of_the_year: float
    reclaims: tuple[Reclaim, ...]
    estimate: Estimate


def by_start(
    facts: object,
    event: Mapping[str, Any],
    starts: Sequence[dt.date],
    start: dt.date,
    late: Sequence[int] = LATE,
) -> tuple[Start, ...]:
    """One change on several days, such as in March or in September: the income of a whole year counts."""
    outcomes = []
    for on in starts:
        ledger = months(facts, [{**event, "on": on.isoformat()}], start, 24)
        income = expected_income(ledger.run, on.year)
        outcomes.append(Start(on, income, when_late(ledger, late), safest_estimate(ledger, on)))
    return tuple(outcomes)


def credits(ledger: Months) -> tuple[Credit, ...]:
    """The refund of tax for each year, such as the income-dependent combination credit: not in the payslip."""
    refunds = {s.year: s.amount for s in ledger.settlements if s.what == REFUND and s.amount >= 1}
    netted = {s.year: -s.amount for s in ledger.settlements if s.what == NETTED}
    return tuple(Credit(year, amount, netted.get(year, 0.0)) for year, amount in refunds.items())
