"""Silence longer than agreed. It is about us keeping in touch, never about somebody staying away."""

from __future__ import annotations

import datetime as dt


def silent_since(*, weeks: int, last: dt.date, day: dt.date) -> dt.date | None:
    """The day on which there should have been contact; None when that day is still to come or is today."""
    expected = last + dt.timedelta(weeks=weeks)
    return expected if expected < day else None
