"""What the program does by itself: nobody's signal waits longer than a month for company."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.acting import action

from .sending import send_together


@action("signals.sent", allow=None, unnamed=True)
def send_waiting(*, by: None = None, municipality_id: int, day: dt.date) -> None:
    send_together(municipality_id=municipality_id, day=day)
