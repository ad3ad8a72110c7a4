"""Amounts, hours and days as people in the Netherlands read them: the one place that writes them."""

from __future__ import annotations

import datetime as dt
import math

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SPACE = "\u00a0"
"""Keeps the sign of the euro and its amount on one line."""


def euro(amount: float, cents: bool = False) -> str:
    """`€ 1.234`, with cents `€ 1.234,50`; a minus before the sign. Half a euro goes up, as everybody expects."""
    rounded_amount = round(abs(amount), 2) if cents else math.floor(abs(amount) + 0.5)
    text = f"{rounded_amount:,.2f}" if cents else f"{rounded_amount:,}"
    minus = f"−{SPACE}" if amount < 0 and rounded_amount else ""
    return f"{minus}€{SPACE}{text.translate(str.maketrans(',.', '.,'))}"


def euros_in_words(amount: float) -> str:
    """1.234 euro: in a sentence, whole euros."""
    return f"{round(amount):,} euro".replace(",", ".")


def cents(amount: float) -> str:
    """€ 1.234,50, as a letter or a form takes it."""
    return f"€ {amount:,.2f}".translate(str.maketrans(",.", ".,"))


def in_hours(hours: float) -> str:
    """22,5 uur, as a letter or a form takes it."""
    return f"{hours:g} uur".replace(".", ",")


def hours_in_words(value: float) -> str:
    """20 uur, 22,5 uur."""
    return f"{value:g}".replace(".", ",") + f"{SPACE}uur"


def day_in_words(day: dt.date) -> str:
    """24 mei 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_in_words(day: dt.date) -> str:
    """mei 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_day(day: dt.date) -> str:
    """24 mrt."""
    return f"{day.day} {'mrt' if day.month == 3 else MONTHS[day.month - 1][:3]}"
