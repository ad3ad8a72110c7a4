"""The months one by one: what comes, what goes, what is left on rent day; and the sentence above them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.money.amounts import on_day as day_in_words
from veerkracht.money.ledger.days import add_months, on_day
from veerkracht.money.ledger.months import Gap, Months

from . import numbers
from .paying import SHOWN, Ledger
from .payment_words import Paid, month_name, paid, settled

AFTERWARDS = "Een schatting: dit volgt pas na afloop van het jaar, op een dag die nog niet vaststaat."
SHORT_GAP = 7


@dataclass(frozen=True)
class MonthRow:
    """One month. `left` is what there is at the end of rent day, `lowest` the least of the month."""

    first: dt.date
    name: str
    comes: float
    goes: float
    left: float
    lowest: float
    balance_is_known: bool
    payments: tuple[Paid, ...]

    @property
    def key(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def is_short(self) -> bool:
        return self.balance_is_known and self.lowest < -0.5

    @property
    def coming(self) -> list[Paid]:
        return [one for one in self.payments if not one.goes_out]

    @property
    def going(self) -> list[Paid]:
        return [one for one in self.payments if one.goes_out]


def rows_of(ledger: Ledger) -> tuple[MonthRow, ...]:
    found = ledger.months
    firsts = [add_months(found.start, number) for number in range(SHOWN)]
    return tuple(row_of(ledger, first) for first in firsts)


def row_of(ledger: Ledger, first: dt.date) -> MonthRow:
    found, stop = ledger.months, add_months(first, 1)
    payments = [paid(p) for p in found.payments if first <= p.on < stop]
    payments += [
        afterwards(s.on, s.what, s.amount, s.article, s.year) for s in settled_in(found, first, stop)
    ]
    payments.sort(key=lambda one: (one.on, one.goes_out))
    within = [amount for day, amount in found.balance if first <= day < stop]
    return MonthRow(
        first,
        month_name(first),
        sum(one.amount for one in payments if not one.goes_out),
        sum(one.amount for one in payments if one.goes_out),
        balance_on(found, on_day(first, ledger.rent_day)),
        min([balance_on(found, first), *within]),
        ledger.saldo is not None,
        tuple(payments),
    )


def settled_in(found: Months, first: dt.date, stop: dt.date) -> list[object]:
    return [one for one in found.settlements if first <= one.on < stop and abs(one.amount) >= 0.5]


def afterwards(on: dt.date, what: str, amount: float, article: str, year: int) -> Paid:
    label = f"{settled(what)} over {year}, achteraf"
    why = f"De afrekening over {year}: wat er vooruit is betaald, naast wat het had moeten zijn."
    return Paid(on, label, abs(amount), amount < 0, why, AFTERWARDS, article)


def balance_on(found: Months, day: dt.date) -> float:
    """What there is at the end of a day."""
    before = [amount for when, amount in found.balance if when <= day]
    return before[-1] if before else found.run.settings.saldo or 0.0


def gaps_ahead(found: Months) -> tuple[Gap, ...]:
    """Longer times without wage or bijstand that are not over yet."""
    return tuple(gap for gap in found.gaps if gap.days > SHORT_GAP and gap.first_new > found.start)


def sentence(ledger: Ledger) -> str:
    """The one sentence on top: the lowest balance and its day, days without income, months below the present."""
    found = ledger.months
    day, amount = found.lowest
    if ledger.saldo is None and amount > -0.5:
        said = "Er is op geen dag minder dan aan het begin"
    elif ledger.saldo is None:
        said = f"Het laagste punt is {day_in_words(day)}: dan is er {numbers.euro(-amount)} minder dan aan het begin"
    elif amount < -0.5:
        said = f"Op {day_in_words(day)} is er {numbers.euro(-amount)} te weinig: dat is het laagste punt"
    else:
        said = f"Het laagste punt is {day_in_words(day)}: dan staat er {numbers.euro(amount)}"
    gaps = gaps_ahead(found)
    parts = [said]
    if gaps:
        longest = max(gaps, key=lambda gap: gap.days)
        parts.append(f"er komt {longest.days} dagen lang geen loon of bijstand")
    parts.append(below(found.months_below))
    return f"{', '.join(parts[:-1])}, en {parts[-1]}."


def below(months: Sequence[dt.date]) -> str:
    if not months:
        return "in geen enkele maand komt er minder binnen dan nu"
    return f"in {len(months)} {'maanden' if len(months) > 1 else 'maand'} komt er minder binnen dan nu"


def about_gap(gap: Gap) -> str:
    """A gap with its days and what goes out in it."""
    if gap.is_open:
        return f"Na {day_in_words(gap.last_old)} komt er geen loon of bijstand meer binnen."
    return (
        f"Na {day_in_words(gap.last_old)} komt er tot {day_in_words(gap.first_new)} geen loon of bijstand: "
        f"{gap.days} dagen. In die dagen gaat er {numbers.euro(gap.goes_out)} uit."
    )
