"""Once a day: signals that found no company in the month in which they were read go all the same."""

from __future__ import annotations

import datetime as dt

from .models import Stage, Ticket
from .sending_actions import send_waiting


def send_who_waited(day: dt.date) -> int:
    """Gives for how many municipalities something went."""
    late = Ticket.objects.filter(stage=Stage.READY, approved_in__lt=day.replace(day=1))
    places = sorted(set(late.values_list("municipality", flat=True)))
    for municipality_id in places:
        send_waiting(by=None, municipality_id=municipality_id, day=day)
    return len(places)
