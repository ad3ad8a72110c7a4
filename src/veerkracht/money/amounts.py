"""Amounts and hours as a person reads them."""

from __future__ import annotations

import datetime as dt

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ")  # noqa: SIM905


def euros(amount: float) -> str:
    """Whole euros with a point for thousands."""
    return f"{round(amount):,} euro".replace(",", ".")


def cents(amount: float) -> str:
    """Euros and cents with a comma."""
    return f"€ {amount:,.2f}".translate(str.maketrans(",.", ".,"))


def in_hours(hours: float) -> str:
    """Hours with a comma: 22,5 uur."""
    return f"{hours:g} uur".replace(".", ",")


def on_day(day: dt.date) -> str:
    """A day in words: 24 mei 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
