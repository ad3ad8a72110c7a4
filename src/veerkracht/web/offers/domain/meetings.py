"""When a group meets next, and a time as people say it."""

from __future__ import annotations

import datetime as dt

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def next_meeting(
    weekday: str, *, first_on: dt.date | None, last_on: dt.date | None, day: dt.date
) -> dt.date | None:
    """The first meeting on or after this day; None: it meets on no day, or not any more."""
    if weekday not in DAYS:
        return None
    start = max(day, first_on) if first_on else day
    meets = start + dt.timedelta(days=(DAYS.index(weekday) - start.weekday()) % 7)
    return None if last_on is not None and meets > last_on else meets


def clock_words(clock: str) -> str:
    """07:00 → 7.00, as people say it."""
    hour, colon, minutes = clock.partition(":")
    return f"{int(hour)}.{minutes}" if colon else clock
