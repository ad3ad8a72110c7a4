"""Writes around a talk: what somebody wants to talk about, and short contacts in between."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .. import queries
from ..models import AgendaPoint, ContactNote


@action("guide.agenda_point_added", allow=("create", "afspraak"))
def add_agenda_point(*, by: Account, case: Case, words: str) -> AgendaPoint:
    return AgendaPoint.objects.create(case=case, words=words, author=by, noted_on=timezone.localdate())


@action("guide.agenda_point_closed", allow=("update", "afspraak"))
def close_agenda_point(
    *, by: Account, case: Case, point_id: int, seen_version: int, talked: bool
) -> AgendaPoint:
    """It was talked about; or not yet, after all."""
    closed_on = timezone.localdate() if talked else None
    return queries.agenda_point_of(case=case, point_id=point_id).change(seen_version, closed_on=closed_on)


@action("guide.contact_noted", allow=("create", "werkaantekening_professional"))
def note_contact(
    *,
    by: Account,
    case: Case,
    on: dt.date,
    kind: str,
    line: str,
    next_step: str = "",
    next_on: dt.date | None = None,
) -> ContactNote:
    return ContactNote.objects.create(
        case=case, on=on, kind=kind, line=line, next_step=next_step, next_on=next_on, author=by
    )


@action("guide.contact_noted", allow=("update", "werkaantekening_professional"))
def change_contact(
    *, by: Account, case: Case, about: ContactNote, seen_version: int, **values: Any
) -> ContactNote:
    """Only its own author changes a note; `about` is the note."""
    return about.change(seen_version, **values)
