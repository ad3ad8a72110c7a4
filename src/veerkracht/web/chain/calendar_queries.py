"""Whose appointments: her own; of a klantmanager those she or he leads or is part of. Nobody else's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from veerkracht.web.guide.queries import talks_between
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import cases_of

from .calendar_file import Appointment
from .domain.handover import HandoverState
from .links import hashed
from .models import CalendarFeed, Handover, JointTable

BACK, AHEAD = dt.timedelta(days=31), dt.timedelta(days=366)


def appointments_of(*, account: Account, day: dt.date) -> list[Appointment]:
    """From a month ago to a year ahead; of the cases this account may see on that day."""
    cases = {case.pk: case for case in cases_of(account=account).filter(closed_on=None)}
    first, last = day - BACK, day + AHEAD
    return sorted(
        [*_talks(account, first, last), *_chain(cases, first, last)], key=lambda each: (each.on, each.uid)
    )


def _talks(account: Account, first: dt.date, last: dt.date) -> Iterator[Appointment]:
    for talk in talks_between(account=account, first=first, last=last):
        yield Appointment(uid=f"gesprek-{talk.id}@overzicht", on=talk.on, starts_at=talk.starts_at)


def _chain(cases: dict[int, Case], first: dt.date, last: dt.date) -> Iterator[Appointment]:
    tables = JointTable.objects.filter(case__in=list(cases), on__gte=first, on__lte=last).order_by("pk")
    for table in tables:
        yield Appointment(uid=f"tafel-{table.pk}@overzicht", on=table.on, starts_at=table.starts_at)
    talks = Handover.objects.filter(
        case__in=list(cases), state=HandoverState.TALK_PLANNED, talk_on__gte=first
    )
    for row in talks.order_by("pk"):
        if row.talk_on:
            yield Appointment(uid=f"eerste-gesprek-{row.pk}@overzicht", on=row.talk_on)


def feed_with(*, token: str) -> CalendarFeed | None:
    """The feed of this token, while its account can log in."""
    rows = CalendarFeed.objects.filter(token_hash=hashed(token), account__is_active=True)
    return rows.select_related("account").first()


def has_feed(account: Account) -> bool:
    return CalendarFeed.objects.filter(account=account).exists()
