"""What the offers do once a day."""

from __future__ import annotations

import datetime as dt

from .group_queries import seats_to_remind
from .reminding_actions import remind


def remind_of_tomorrow(today: dt.date) -> int:
    """The daily job. Run twice it reminds once."""
    seats = seats_to_remind(day=today)
    for seat in seats:
        remind(by=None, case=seat.case, seat=seat, day=today + dt.timedelta(days=1))
    return len(seats)
