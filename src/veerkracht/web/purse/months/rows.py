"""The months one by one as the page shows them: a bar, what comes, the fixed costs, what is left, what to watch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from veerkracht.money.forecast import YEAR, Forecast, MonthForecast, is_law_of_an_earlier_year
from veerkracht.money.situation import last_known_day
from veerkracht.words.forecast import (
    AFTERWARDS,
    law_of_the_year,
    month_name,
    reclaimed_in_words,
    watch_in_words,
)
from veerkracht.words.numbers import euro, short_day

from ..domain.payment_words import Paid, paid, settled

BAR = 300
"""Width of a bar in its own units."""


@dataclass(frozen=True, kw_only=True)
class PaymentPiece:
    """A part of a bar: what it stands for names its colour."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, kw_only=True)
class MonthRow:
    """One month on the page. `law` is said where the amounts of its year are not known yet."""

    month: MonthForecast
    name: str
    pieces: tuple[PaymentPiece, ...]
    tick: float
    watch: tuple[str, ...]
    reclaimed: str
    short: str
    law: str

    @property
    def key(self) -> str:
        return f"{self.month.first:%Y-%m}"

    @property
    def payments(self) -> list[Paid]:
        rows = [paid(payment) for payment in self.month.payments]
        rows += [afterwards(s.on, s.what, s.amount, s.article, s.year) for s in self.month.settlements]
        return sorted(rows, key=lambda row: (row.on, row.goes_out))

    @property
    def coming(self) -> list[Paid]:
        return [row for row in self.payments if not row.goes_out]

    @property
    def going(self) -> list[Paid]:
        return [row for row in self.payments if row.goes_out]


def rows_of(forecast: Forecast) -> tuple[MonthRow, ...]:
    """All months, the one that is running first."""
    widest = max(max(month.comes, month.fixed) for month in forecast.months) or 1.0
    return tuple(_rows(forecast, BAR / widest))


def _rows(forecast: Forecast, scale: float) -> Iterator[MonthRow]:
    previous: MonthForecast | None = None
    for month in forecast.months:
        new_law = is_law_of_an_earlier_year(month.first) and (
            previous is None or previous.first.year != month.first.year
        )
        yield MonthRow(
            month=month,
            name=month_name(month, previous),
            pieces=tuple(pieces(month, scale)),
            tick=round(month.fixed * scale, 1),
            watch=watch_in_words(month.watch),
            reclaimed=reclaimed_in_words(month),
            short=shortage(month),
            law=law_of_the_year(month.first, last_known_day().year) if new_law else "",
        )
        previous = month


def pieces(month: MonthForecast, scale: float) -> Iterator[PaymentPiece]:
    """Wage, bijstand and the rest behind each other; what may be asked back is the end of it."""
    safe = max(0.0, month.comes - month.may_be_reclaimed)
    at = 0.0
    for kind, amount in (("wage", month.wage), ("bijstand", month.bijstand), ("other", month.other)):
        width = min(amount, max(0.0, safe - at))
        if width > 0:
            yield PaymentPiece(kind=kind, x=round(at * scale, 1), width=round(width * scale, 1))
        at += width
    if month.comes > at + 0.5:
        yield PaymentPiece(kind="reclaim", x=round(at * scale, 1), width=round((month.comes - at) * scale, 1))


def first_year(rows: tuple[MonthRow, ...]) -> tuple[MonthRow, ...]:
    """The rest of this month and the twelve whole months after it."""
    return rows[: YEAR + (0 if rows[0].month.is_whole else 1)]


def shortage(month: MonthForecast) -> str:
    if month.lowest is None or month.lowest[1] >= -0.5:
        return ""
    day, amount = month.lowest
    return f"{euro(-amount)} te weinig op {short_day(day)}"


def afterwards(on: dt.date, what: str, amount: float, article: str, year: int) -> Paid:
    label = f"{settled(what)} over {year}, achteraf"
    why = f"De afrekening over {year}: wat er vooruit is betaald, naast wat het had moeten zijn."
    return Paid(on, label, abs(amount), amount < 0, why, AFTERWARDS, article)
