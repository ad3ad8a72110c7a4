"""Her own birthdays that change an amount: they happen by themselves once her date of birth is known."""

from __future__ import annotations

import datetime as dt
from typing import Any

from .days import add_months
from .events import Event

OWN_BIRTHDAY = "own_birthday"
MATTER = (18, 21, 23, 27)
"""Norms and the minimum wage from 18 to 21, rent until 23 (2025), the exemptions under 27."""


def born_on(raw: Any) -> dt.date | None:
    return dt.date.fromisoformat(raw) if isinstance(raw, str) else None


def age_on(born: dt.date, day: dt.date) -> float:
    return float(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def own_birthdays(raw: Any, start: dt.date, stop: dt.date) -> list[Event]:
    """The birthdays after the first day up to the last, each with the age she reaches."""
    born = born_on(raw)
    if born is None:
        return []
    days = [(age, add_months(born, 12 * age)) for age in MATTER]
    return [Event(day, OWN_BIRTHDAY, {"age": float(age)}) for age, day in days if start < day <= stop]
