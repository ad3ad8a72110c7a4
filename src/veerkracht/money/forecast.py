"""The months to come as values: what comes in, the fixed costs, what is left for the rest, and what to watch.

A month has no balance unless she gave her own: income and fixed costs of a month can be known, what is spent in a
shop cannot. Nothing here is a sentence; those are made in `words.forecast`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from .ledger.days import add_months, first_of
from .ledger.months import Gap, Months
from .ledger.pay_days import ordinary_interval
from .ledger.payments import OUT, Payment, Settlement
from .situation import last_known_day

WAGE = ("loon", "loon_partner", "vakantiegeld", "vakantiegeld_partner")
SUPPORT = ("bijstand", "nabetaling_bijstand", "vakantietoeslag_bijstand")
HOLIDAY_PAY = ("vakantiegeld", "vakantiegeld_partner", "vakantietoeslag_bijstand")
YEAR = 12
WORTH_NAMING = 1.0
WORTH_WATCHING = 25.0
"""Euros: what a year brings afterwards below this is in the sums and not in the words."""

Code = Literal[
    "tightest", "last_bijstand", "first_wage", "child_benefit", "holiday_pay", "tax_back", "reclaimed"
]


@dataclass(frozen=True, kw_only=True)
class Watch:
    """Something to know about a month; `what` names an allowance or tax where there are several."""

    code: Code
    on: dt.date | None = None
    amount: float = 0.0
    what: str = ""
    year: int = 0


@dataclass(frozen=True, kw_only=True)
class MonthForecast:
    """One month in EUR. `since` is later than `first` in the month that is running: then only the rest of it counts."""

    first: dt.date
    since: dt.date
    wage: float
    bijstand: float
    other: float
    fixed: float
    daily: float
    may_be_reclaimed: float
    lowest: tuple[dt.date, float] | None
    """The least on her account and its day; None without her own figures."""
    watch: tuple[Watch, ...]
    payments: tuple[Payment, ...]
    settlements: tuple[Settlement, ...]

    @property
    def is_whole(self) -> bool:
        return self.since == self.first

    @property
    def comes(self) -> float:
        return self.wage + self.bijstand + self.other

    @property
    def left(self) -> float:
        """For the rest: what comes in, less fixed costs and what may have to be paid back."""
        return self.comes - self.fixed - self.may_be_reclaimed


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """The months from today on; what is said of them is said of the first whole year."""

    today: dt.date
    months: tuple[MonthForecast, ...]
    gaps: tuple[Gap, ...]
    """Stretches without regular income that are longer than an ordinary pay interval."""
    has_own_balance: bool

    @property
    def whole_year(self) -> tuple[MonthForecast, ...]:
        return tuple(month for month in self.months if month.is_whole)[:YEAR]

    @property
    def tightest(self) -> MonthForecast:
        return min(self.whole_year, key=lambda month: month.left)

    @property
    def roomiest(self) -> MonthForecast:
        return max(self.whole_year, key=lambda month: month.left)

    @property
    def uncovered(self) -> tuple[MonthForecast, ...]:
        """Months in which the fixed costs are more than what comes in."""
        return tuple(month for month in self.whole_year if month.left < -0.5)

    @property
    def first_shortage(self) -> tuple[dt.date, float] | None:
        """The first day of the coming year with too little on her account, by her own figures."""
        return next((m.lowest for m in self.months[: YEAR + 1] if m.lowest and m.lowest[1] < -0.5), None)

    @property
    def reclaims(self) -> tuple[Watch, ...]:
        """What may have to be paid back, within what is shown."""
        return tuple(one for month in self.months for one in month.watch if one.code == "reclaimed")


def forecast(ledger: Months, today: dt.date, daily: str, has_own_balance: bool) -> Forecast:
    """The months of a ledger from today on.

    Args:
        daily: the name of the cost that stands for what is spent from day to day; it is no fixed cost.
        has_own_balance: whether both a balance and daily spending are her own figures.
    """
    firsts = []
    first = first_of(today)
    while first < ledger.stop:
        firsts.append(first)
        first = add_months(first, 1)
    months = [month_forecast(ledger, each, today, daily, has_own_balance) for each in firsts]
    whole = [month for month in months if month.is_whole][:YEAR]
    tightest = min(whole, key=lambda month: month.left)
    is_told = max(month.left for month in whole) - tightest.left >= WORTH_NAMING
    marked = tuple(
        with_tightest(month) if is_told and month is tightest else month
        for month in months
        if month.is_whole or month.payments
    )
    ordinary = ordinary_interval(ledger.payments)
    gaps = tuple(gap for gap in ledger.gaps if gap.days > ordinary and gap.first_new > today)
    return Forecast(today=today, months=marked, gaps=gaps, has_own_balance=has_own_balance)


def month_forecast(
    ledger: Months, first: dt.date, today: dt.date, daily: str, has_own_balance: bool
) -> MonthForecast:
    since, stop = max(first, today), add_months(first, 1)
    payments = tuple(p for p in ledger.payments if since <= p.on < stop)
    settled = tuple(s for s in ledger.settlements if since <= s.on < stop and abs(s.amount) >= WORTH_NAMING)
    comes = [p for p in payments if p.direction != OUT and p.amount >= 0]
    goes = [p for p in payments if p.direction == OUT]
    wage = sum(p.amount for p in comes if p.what in WAGE)
    support = sum(p.amount for p in comes if p.what in SUPPORT)
    back = -sum(p.amount for p in payments if p.direction != OUT and p.amount < 0)
    spent = sum(p.amount for p in goes if p.what.endswith(f": {daily}"))
    return MonthForecast(
        first=first,
        since=since,
        wage=wage,
        bijstand=support,
        other=sum(p.amount for p in comes) - wage - support + sum(s.amount for s in settled if s.amount > 0),
        fixed=sum(p.amount for p in goes) - spent,
        daily=spent,
        may_be_reclaimed=back - sum(s.amount for s in settled if s.amount < 0),
        lowest=lowest_of(ledger, since, stop) if has_own_balance else None,
        watch=tuple(watch(ledger, payments, settled, today)),
        payments=payments,
        settlements=settled,
    )


def with_tightest(month: MonthForecast) -> MonthForecast:
    fields = {name: getattr(month, name) for name in month.__dataclass_fields__}
    return MonthForecast(**{**fields, "watch": (Watch(code="tightest"), *month.watch)})


def lowest_of(ledger: Months, since: dt.date, stop: dt.date) -> tuple[dt.date, float]:
    """The least on the account on any day of these, and the first day on which it is so."""
    before = [amount for day, amount in ledger.balance if day <= since]
    start = (since, before[-1] if before else ledger.run.settings.saldo or 0.0)
    within = [(day, amount) for day, amount in ledger.balance if since < day < stop]
    return min([start, *within], key=lambda point: point[1])


def watch(
    ledger: Months, payments: Sequence[Payment], settled: Sequence[Settlement], today: dt.date
) -> Iterable[Watch]:
    """What is not the same as in other months."""
    last = last_of(ledger, "bijstand")
    for payment in payments:
        if payment is last:
            yield Watch(code="last_bijstand", on=payment.on)
        if payment.what == "loon" and payment is first_after_none(ledger, today):
            yield Watch(code="first_wage", on=payment.on)
    if any(p.what == "kinderbijslag" for p in payments):
        yield Watch(code="child_benefit")
    if any(p.what in HOLIDAY_PAY and p.amount >= WORTH_NAMING for p in payments):
        yield Watch(code="holiday_pay")
    for payment in payments:
        if payment.amount <= -WORTH_WATCHING:
            yield Watch(code="reclaimed", on=payment.on, amount=-payment.amount, what=payment.what)
    for settlement in settled:
        if abs(settlement.amount) < WORTH_WATCHING:
            continue
        code: Code = "tax_back" if settlement.amount > 0 else "reclaimed"
        yield Watch(
            code=code,
            on=settlement.on,
            amount=abs(settlement.amount),
            what=settlement.what,
            year=settlement.year,
        )


def last_of(ledger: Months, what: str) -> Payment | None:
    """The last payment of something that stops within the months; None where it goes on."""
    paid = [p for p in ledger.payments if p.what == what and p.amount > 0]
    if not paid or paid[-1].on >= add_months(first_of(ledger.stop), -2):
        return None
    return paid[-1]


def first_after_none(ledger: Months, today: dt.date) -> Payment | None:
    """The first wage, where there was none before; None where wage was paid already."""
    wages = [p for p in ledger.all_payments if p.what == "loon" and p.amount > 0]
    starts = [event.on for event in ledger.run.timeline.events if event.kind == "job_starts"]
    if not wages or not starts or wages[0].on < today:
        return None
    return wages[0]


def is_law_of_an_earlier_year(month: dt.date) -> bool:
    """Whether the amounts of this month are those of an earlier year, because its own are not published yet."""
    return month > last_known_day()
