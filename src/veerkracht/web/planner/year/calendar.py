"""School holidays by region, from the calendar of the ministry as the package `holidays` has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import holidays

REGIONS = ("Noord", "Midden", "Zuid")
FIRST_MONTH = 8
SATURDAY = 5


@dataclass(frozen=True)
class SchoolHoliday:
    name: str
    start: dt.date
    end: dt.date

    @property
    def weeks(self) -> int:
        days = range((self.end - self.start).days + 1)
        school_days = sum((self.start + dt.timedelta(n)).weekday() < SATURDAY for n in days)
        return -(-school_days // SATURDAY)


def school_year(day: dt.date) -> tuple[dt.date, dt.date]:
    """The school year of a day, from the first of August."""
    first = day.year if day.month >= FIRST_MONTH else day.year - 1
    return dt.date(first, FIRST_MONTH, 1), dt.date(first + 1, FIRST_MONTH, 1) - dt.timedelta(days=1)


def school_holidays(region: str, day: dt.date) -> list[SchoolHoliday]:
    """The holidays that touch the school year of this day; empty when they were not published yet."""
    start, end = school_year(day)
    years = range(start.year, end.year + 1)
    named_days = holidays.country_holidays(
        "NL", subdiv=region, years=years, categories=("school",), language="nl"
    )
    return [one for one in _runs(sorted(named_days.items())) if start <= one.end and one.start <= end]


def _runs(days: Iterable[tuple[dt.date, str]]) -> list[SchoolHoliday]:
    """Days of one name that follow each other, a weekend between them allowed, as one holiday."""
    runs: list[SchoolHoliday] = []
    for day, name in days:
        last = runs[-1] if runs else None
        if last is not None and last.name == name and (day - last.end).days <= 3:
            runs[-1] = SchoolHoliday(name, last.start, day)
        else:
            runs.append(SchoolHoliday(name, day, day))
    return runs
