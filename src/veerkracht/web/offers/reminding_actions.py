"""The word the day before a group meets: written down for nobody's press, by the daily job."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Case
from veerkracht.web.reach.domain import Template
from veerkracht.web.reach.gate import send

from .models import GroupSeat


@action("offers.reminded", allow=None)
def remind(*, by: None, case: Case, seat: GroupSeat, day: dt.date) -> GroupSeat:
    """A word that something is there, by her own profile; it names no group, no place and no time."""
    send(case, Template.SOMETHING_NEW)
    return seat.change(seat.version, reminded_for=day)
