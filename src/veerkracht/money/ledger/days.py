"""Days of payment: months that follow each other, days that a month does not have."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator


def first_of(day: dt.date) -> dt.date:
    return day.replace(day=1)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, days_in(dt.date(year, month + 1, 1))))


def days_in(month: dt.date) -> int:
    return calendar.monthrange(month.year, month.month)[1]


def on_day(month: dt.date, day: int) -> dt.date:
    """This day of the month; the 31st of a shorter month is its last day."""
    return month.replace(day=min(day, days_in(month)))


def months_from(start: dt.date, stop: dt.date) -> Iterator[dt.date]:
    """The first day of each month from the month of `start` to before `stop`."""
    month = first_of(start)
    while month < stop:
        yield month
        month = add_months(month, 1)


def months_between(start: dt.date, stop: dt.date) -> int:
    return 12 * (stop.year - start.year) + stop.month - start.month


def name_of(month: dt.date) -> str:
    """A month as a payment says what it is for: 2026-05."""
    return f"{month:%Y-%m}"
