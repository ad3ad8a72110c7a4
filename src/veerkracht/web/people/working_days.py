"""On which days somebody works, read from what she or he typed: "maandag tot en met donderdag"."""

from __future__ import annotations

import datetime as dt
import re

DAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAY = "|".join(DAY_NAMES)
_RANGE = re.compile(rf"({_DAY})\s*(?:tot en met|t/m|-|–)\s*({_DAY})")
_SINGLE = re.compile(_DAY)


def works_on(working_days: str, day: dt.date) -> bool | None:
    """Whether somebody works on this day; None when the text names no day, so that nobody can tell."""
    text = working_days.lower()
    days = {DAY_NAMES.index(name) for name in _SINGLE.findall(text)}
    for first, last in _RANGE.findall(text):
        start, end = DAY_NAMES.index(first), DAY_NAMES.index(last)
        days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return day.weekday() in days if days else None
