"""Appointments as a calendar file (RFC 5545). Everybody may look over a shoulder: each is called "Afspraak", no more.

Times are those of Europe/Amsterdam with the rules of summer time in the file; a day without a time is a whole day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _t
from icalendar import Calendar, Event


@dataclass(frozen=True, kw_only=True)
class Appointment:
    """`uid` stays the same when the day changes, so that a calendar moves it instead of doubling it."""

    uid: str
    on: dt.date
    starts_at: dt.time | None = None


def calendar_of(appointments: Iterable[Appointment], *, now: dt.datetime) -> bytes:
    """The file, with the rules of our time zone in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Mijn overzicht//NL")
    calendar.add("version", "2.0")
    for each in appointments:
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", now)
        event.add("dtstart", _start(each))
        event.add("summary", _t("Afspraak"))
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _start(appointment: Appointment) -> dt.date:
    if appointment.starts_at is None:
        return appointment.on
    return dt.datetime.combine(appointment.on, appointment.starts_at, tzinfo=timezone.get_default_timezone())
