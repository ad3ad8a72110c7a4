"""Mondays to Fridays: by them a wage is earned in a month that work begins, changes or ends in."""

from __future__ import annotations

import datetime as dt

from .days import add_months

SATURDAY = 5
FOUR_WEEKS = 28


def work_days(start: dt.date, stop: dt.date) -> int:
    """The Mondays to Fridays from a day to before another; public holidays are paid and so counted."""
    days = range((stop - start).days)
    return sum(1 for day in days if (start + dt.timedelta(days=day)).weekday() < SATURDAY)


def part_worked(start: dt.date, stop: dt.date, month: dt.date) -> float:
    """Which part of the working days of a month falls between two days in it."""
    return work_days(start, stop) / work_days(month, add_months(month, 1))
