"""Working days in the Netherlands: no weekends, and no days on which every office is closed."""

from __future__ import annotations

import datetime as dt
from functools import cache

SATURDAY = 5
A_DAY = dt.timedelta(days=1)


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The generally recognised public holidays (Algemene termijnenwet, art. 3), with Liberation Day each five years."""
    easter = easter_sunday(year)
    days = {dt.date(year, 1, 1), dt.date(year, 12, 25), dt.date(year, 12, 26), kings_day(year)}
    days |= {easter + dt.timedelta(days=offset) for offset in (-2, 1, 39, 50)}
    if year % 5 == 0:
        days.add(dt.date(year, 5, 5))
    return frozenset(days)


def kings_day(year: int) -> dt.date:
    """27 April, or the day before it when that is a Sunday."""
    day = dt.date(year, 4, 27)
    return day if day.weekday() < SATURDAY + 1 else day - A_DAY


def easter_sunday(year: int) -> dt.date:
    """By the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month, day = divmod(h + el - 7 * m + 90, 25)
    return dt.date(year, month, (h + el - 7 * m + 33 * month + 19) % 32)


def is_working_day(day: dt.date) -> bool:
    return day.weekday() < SATURDAY and day not in public_holidays(day.year)


def working_day_before(day: dt.date) -> dt.date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= A_DAY
    return day


def working_day_from(day: dt.date) -> dt.date:
    """The day itself, or the first working day after it."""
    while not is_working_day(day):
        day += A_DAY
    return day
