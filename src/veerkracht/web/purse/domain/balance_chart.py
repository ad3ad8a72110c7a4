"""The balance day by day as a drawing: a line with steps, the months below it, the lowest point and the changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from veerkracht.money.amounts import on_day
from veerkracht.money.ledger.days import add_months

from . import numbers
from .chart import Mark, Sheet, scale
from .month_rows import gaps_ahead
from .paying import SHOWN, Ledger, Noted

SHEET = Sheet(900, 340, left=74, right=20, top=40, bottom=56)
EVERY = 3
"""Months between the dates under the line."""
X = Callable[[dt.date], float]
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@dataclass(frozen=True)
class Change:
    """A day on which something happens: a thin line with its number, explained in the list below."""

    x: float
    number: int


@dataclass(frozen=True)
class BalanceChart:
    sheet: Sheet
    path: str
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    zero: float | None
    gaps: tuple[tuple[float, float], ...]
    changes: tuple[Change, ...]
    lowest: Mark
    anchor: str
    told: str

    @property
    def below_zero(self) -> float:
        return self.sheet.floor - (self.zero or self.sheet.floor)

    @property
    def axis_y(self) -> int:
        return self.sheet.floor + 22

    @property
    def year_y(self) -> int:
        return self.sheet.floor + 42

    @property
    def number_y(self) -> int:
        return self.sheet.top - 16

    @property
    def wide(self) -> int:
        return self.sheet.end - self.sheet.left

    @property
    def lowest_y(self) -> float:
        """Its words stand below the point, where the line never comes."""
        return self.lowest.y + 26


def chart_of(ledger: Ledger, events: Sequence[Noted]) -> BalanceChart:
    found = ledger.months
    amounts = [amount for _, amount in found.balance]
    room = (max(*amounts, 0.0) - min(*amounts, 0.0)) / 8
    low, high, step = scale([*amounts, 0.0, min(amounts) - room])
    floor, span = SHEET.floor, (found.stop - found.start).days
    wide = SHEET.end - SHEET.left

    def x_of(day: dt.date) -> float:
        return round(SHEET.left + wide * min(max((day - found.start).days, 0), span) / span, 1)

    def y_of(amount: float) -> float:
        return round(floor - (floor - SHEET.top) * (amount - low) / (high - low), 1)

    ticks = range(round((high - low) / step) + 1)
    day, amount = found.lowest
    x = x_of(day)
    return BalanceChart(
        SHEET,
        steps([(x_of(on), y_of(value)) for on, value in found.balance], SHEET.end),
        tuple(marks(found.start, x_of)),
        tuple(Mark(SHEET.left, y_of(low + n * step), numbers.euro(low + n * step)) for n in ticks),
        y_of(0.0) if low < 0 else None,
        tuple((x_of(g.last_old), round(x_of(g.first_new) - x_of(g.last_old), 1)) for g in gaps_ahead(found)),
        tuple(Change(x_of(one.on), place) for place, one in enumerate(events, 1) if one.on >= found.start),
        Mark(x, y_of(amount), f"{numbers.euro(amount)} op {on_day(day)}"),
        "start" if x < SHEET.left + 110 else "end" if x > SHEET.width - 130 else "middle",
        told(ledger),
    )


def steps(points: Sequence[tuple[float, float]], end: float) -> str:
    """A balance stays what it is until the next payment."""
    path, last = f"M{points[0][0]} {points[0][1]}", points[0]
    for x, y in points[1:]:
        path += f"H{x}V{y}" if (x, y) != last else ""
        last = (x, y)
    return f"{path}H{end}"


def marks(start: dt.date, x_of: X) -> list[Mark]:
    """A month under the line, with the year where it begins."""
    firsts = [add_months(start, number) for number in range(0, SHOWN, EVERY)]
    shown = []
    for place, day in enumerate(firsts):
        new_year = place == 0 or day.year != firsts[place - 1].year
        shown.append(Mark(x_of(day), day.year if new_year else 0, SHORT_MONTHS[day.month - 1]))
    return shown


def told(ledger: Ledger) -> str:
    found = ledger.months
    day, amount = found.lowest
    return (
        f"Van {on_day(found.start)} tot {on_day(found.stop)}. Het laagste punt is {numbers.euro(amount)} op "
        f"{on_day(day)}. De maanden eronder geven per maand wat er komt, gaat en overblijft."
    )
