"""What really came in beside what was expected, and where the difference comes from as far as that can be computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from veerkracht.law.choices import GEEN
from veerkracht.money.answer import net_wage_of_month
from veerkracht.money.ledger.book_keeping import holiday
from veerkracht.money.ledger.days import add_months
from veerkracht.money.ledger.month_income import Income
from veerkracht.money.ledger.run import Run
from veerkracht.money.ledger.taxes import law_half
from veerkracht.money.ledger.timeline import State
from veerkracht.money.situation import WEEKS_A_MONTH

from ..domain import numbers
from ..domain.ledger import Ledger
from ..domain.payment_words import month_name

LEAST, PART = 10.0, 0.015
"""A difference below ten euros or one and a half percent is not looked into."""
FOUR_WEEKS = 12 / 13
NOT_KNOWN = (
    "Waar {0} vandaan komt, is met wat hier bekend is niet te zeggen. De loonadministratie van de werkgever kan het "
    "uitleggen; met de loonstrook erbij kijkt ook het sociaal raadsliedenwerk of de vakbond mee."
)


@dataclass(frozen=True)
class Wages:
    """What was expected as wage in one month, and what the law makes of other wages in it."""

    ledger: Ledger
    month: dt.date
    wage_now: float | None
    """The wage of an hour as it was told, for a job that was there from the start."""

    @property
    def expected(self) -> float:
        return self._paid("loon")

    @property
    def holiday_pay(self) -> float:
        return self._paid("vakantiegeld")

    def _paid(self, what: str) -> float:
        stop = add_months(self.month, 1)
        payments = self.ledger.months.all_payments
        return sum(p.amount for p in payments if p.what == what and self.month <= p.on < stop)

    @property
    def gross(self) -> float:
        return self._due.gross

    @property
    def hours(self) -> float | None:
        job = self._state.job
        wage = (job.hourly_wage if job else None) or self.wage_now
        return self.gross / wage / WEEKS_A_MONTH if wage and self.gross else None

    @property
    def _run(self) -> Run:
        return self.ledger.months.run

    @property
    def _state(self) -> State:
        return self._run.timeline.before(add_months(self.month, 1))

    @property
    def _due(self) -> Income:
        return self._run.incomes(self._run.timeline)[self.month]

    @property
    def bijstand(self) -> float:
        return float(self._due.bijstand)

    @property
    def may_keep_some(self) -> bool:
        return bool(self._due.exemption != GEEN)

    def net_of(self, gross: float) -> float:
        """The net wage of a month with this gross one."""
        income = self._run.clerk.income(self._state, self.month, round(gross, 6), self.bijstand > 0)
        return float(income.net)

    def net_without_credit(self) -> float:
        """The net wage when the employer does not apply the loonheffingskorting."""
        facts = self._run.clerk.facts(self._state, self.month, self.gross, True)
        return net_wage_of_month({**facts, "loonheffingskorting_bij": "bijstand"}, law_half(self.month))


@dataclass(frozen=True)
class SlipComparison:
    """One pay slip beside the forecast, with the difference in words."""

    month: str
    expected: float
    real: float
    words: tuple[str, ...]

    @property
    def difference(self) -> float:
        return self.real - self.expected


def compared(wages: Wages, real: float, hours: float | None) -> SlipComparison:
    """Only causes that follow from the numbers; where none does, who can be asked."""
    expected = wages.expected
    words: tuple[str, ...]
    if not expected:
        words = ("Voor deze maand was geen loon verwacht.",)
    else:
        words = (*causes(wages, real, hours), *netted(wages, real - expected))
    return SlipComparison(month_name(wages.month), expected, real, words)


def causes(wages: Wages, real: float, hours: float | None) -> list[str]:
    expected = wages.expected
    reasons, explained = [], expected
    if hours is not None and wages.hours and abs(hours - wages.hours) >= 0.25:
        explained += wages.net_of(wages.gross * hours / wages.hours) - wages.net_of(wages.gross)
        reasons.append(
            f"Er is {numbers.hours(round(hours, 2))} per week betaald en {numbers.hours(round(wages.hours, 2))} "
            f"verwacht. Dat verschil is {numbers.euro(abs(explained - expected))} netto."
        )
    if close(real, explained):
        return reasons + holiday_later(wages) or ["Dit is wat er werd verwacht."]
    for amount, words in possible(wages, explained):
        if close(real, amount):
            return [*reasons, words]
    return [*reasons, NOT_KNOWN.format("de rest van het verschil" if reasons else "dit verschil")]


def close(first: float, other: float) -> bool:
    return abs(first - other) <= max(LEAST, PART * other)


def holiday_later(wages: Wages) -> list[str]:
    """The wage fits, and the holiday allowance that was expected is not in it."""
    amount = wages.holiday_pay
    if not amount:
        return []
    return [f"Het vakantiegeld van ongeveer {numbers.euro(amount)} staat hier nog niet bij."]


def possible(wages: Wages, base: float) -> Iterator[tuple[float, str]]:
    """Amounts that a known cause would give, each with its sentence."""
    if wages.holiday_pay:
        amount = numbers.euro(wages.holiday_pay)
        yield base + wages.holiday_pay, f"Het vakantiegeld van ongeveer {amount} is erbij geteld."
    yield (
        base * FOUR_WEEKS,
        "Dit past bij betaling per vier weken: elke keer iets minder dan een maandloon, dertien keer per jaar.",
    )
    yield (
        2 * base * FOUR_WEEKS,
        "Dit past bij betaling per vier weken: in deze maand vielen twee betalingen.",
    )
    monthly = wages.net_of((1 + holiday(wages.month)) * wages.gross) - wages.net_of(wages.gross)
    yield base + monthly, "Dit past bij vakantiegeld dat elke maand meteen wordt uitbetaald."
    yield (
        base + wages.net_without_credit() - wages.net_of(wages.gross),
        "Dit past bij loon zonder loonheffingskorting. De werkgever past die toe na een getekend formulier; wat er "
        "te veel is ingehouden, komt anders na de aangifte terug.",
    )


def netted(wages: Wages, difference: float) -> list[str]:
    """What the municipality sets right afterwards, when there is bijstand in that month."""
    if not wages.bijstand or abs(difference) < LEAST:
        return []
    if wages.may_keep_some:
        return ["De gemeente verrekent dit verschil later met de bijstand, op het vrijgelaten deel na."]
    if difference < 0:
        return [
            f"Er hoort dan ongeveer {numbers.euro(-difference)} bijstand bij te komen; de gemeente verrekent dat."
        ]
    amount = numbers.euro(min(difference, wages.bijstand))
    return [f"De gemeente verrekent daarvan later ongeveer {amount} met de bijstand."]
