"""Once a day: what did not come is told to her and to both sides; after six weeks of work both look again."""

from __future__ import annotations

import datetime as dt

from .employer import asked_again
from .silence_actions import ask_whether_it_fits, tell_who_waits
from .silence_queries import late_now


def tell_what_is_late(day: dt.date) -> int:
    """Gives how many handovers were told of."""
    rows = late_now(day=day)
    for row in rows:
        tell_who_waits(by=None, case=row.case, handover_id=row.pk, day=day)
    return len(rows)


def ask_after_six_weeks(day: dt.date) -> int:
    """Gives how many employers were asked whether the times still fit."""
    rows = asked_again(day=day)
    for row in rows:
        ask_whether_it_fits(by=None, case=row.share.case, reply_id=row.pk, day=day)
    return len(rows)
