"""Her own pay days: how many days between two of them are ordinary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .payments import Payment

REGULAR = ("loon", "bijstand", "overig_inkomen")
FOUR_WEEKS, A_MONTH = 28, 31


def ordinary_interval(payments: Iterable[Payment]) -> int:
    """Days between her own pay days when nothing happens: a month, or four weeks where all is paid by four weeks."""
    days: dict[str, list[dt.date]] = {}
    for payment in payments:
        if payment.what in REGULAR:
            days.setdefault(payment.what, []).append(payment.on)
    between = [
        (late - early).days for each in days.values() for early, late in zip(each, each[1:], strict=False)
    ]
    return FOUR_WEEKS if between and max(set(between), key=between.count) == FOUR_WEEKS else A_MONTH
