"""Reads of talks: those of one case, those of one day, and what was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max
from django.http import Http404

from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.queries import plan_of

from ..models import AgendaPoint, ContactNote, Destination, Draft, Quote, Talk, TalkState

NEWEST = 40


@dataclass(frozen=True)
class TalkFacts:
    """One talk as a list shows it."""

    id: int
    version: int
    on: dt.date
    starts_at: dt.time | None
    place: str
    interpreter: str
    interpreter_booked: bool
    state: str
    led_by: str
    public_id: str
    name: str

    @property
    def is_to_come(self) -> bool:
        return self.state in (TalkState.PLANNED, TalkState.RUNNING)

    @property
    def has_report(self) -> bool:
        return self.state == TalkState.SIGNED


def facts_of(talk: Talk) -> TalkFacts:
    return TalkFacts(
        talk.pk,
        talk.version,
        talk.on,
        talk.starts_at,
        talk.place,
        talk.interpreter,
        talk.interpreter_booked,
        talk.state,
        talk.led_by.name,
        talk.case.public_id,
        talk.case.full_name,
    )


def talks_of(*, case: Case) -> list[TalkFacts]:
    """The talks of one case, newest day first."""
    rows = Talk.objects.filter(case=case).select_related("led_by", "case")
    return [facts_of(row) for row in rows.order_by("-on", "-starts_at", "-pk")[:NEWEST]]


def todays_talks(*, account: Account, day: dt.date) -> list[TalkFacts]:
    """The talks this account leads on one day, in the order of the day."""
    rows = Talk.objects.filter(led_by=account, on=day, case__in=Case.objects.visible_to(account))
    return [facts_of(row) for row in rows.select_related("led_by", "case").order_by("starts_at", "pk")]


def last_contact_on(*, case_ids: Iterable[int]) -> dict[int, dt.date]:
    """The last day there was a talk or a contact, by case; a case without any is left out."""
    ids = list(case_ids)
    talks = Talk.objects.filter(case__in=ids, state__in=(TalkState.ENDED, TalkState.SIGNED))
    notes = ContactNote.objects.filter(case__in=ids).exclude(kind="did_not_happen")
    found: dict[int, dt.date] = {}
    for rows in (talks, notes):
        for case_id, day in rows.order_by("case").values_list("case").annotate(last=Max("on")):
            found[case_id] = max(day, found.get(case_id, day))
    return found


def talk_of(*, case: Case, talk_id: int) -> Talk:
    """One talk of this case.

    Raises:
        Http404: this case has no such talk.
    """
    talk = Talk.objects.filter(case=case, pk=talk_id).select_related("led_by").first()
    if talk is None:
        raise Http404
    return talk


def open_talk_of(*, case: Case, talk_id: int) -> Talk:
    """One talk of this case whose report is not signed yet: after that nothing of it changes.

    Raises:
        Http404: this case has no such talk, or its report is signed.
    """
    talk = talk_of(case=case, talk_id=talk_id)
    if talk.state == TalkState.SIGNED:
        raise Http404
    return talk


def quotes_of(*, talk: Talk) -> list[Quote]:
    """What she said, the newest on top: that is where she is looking."""
    return list(Quote.objects.filter(talk=talk).order_by("-pk"))


def promises_of(*, talk: Talk, case: Case, day: dt.date) -> list[PromiseFacts]:
    """What was promised because of what she said in this talk, as it stands in the plan now."""
    rows = Quote.objects.filter(talk=talk, destination=Destination.PROMISE)
    made = set(rows.values_list("became", flat=True))
    return [p for p in plan_of(case=case, day=day).promises if p.id in made]


def quote_of(*, talk: Talk, quote_id: int) -> Quote:
    quote = Quote.objects.filter(talk=talk, pk=quote_id).first()
    if quote is None:
        raise Http404
    quote.talk = talk
    return quote


def draft_of(*, talk: Talk, account: Account, field: str) -> str:
    """What this account was typing here; nobody else's."""
    found = Draft.objects.filter(talk=talk, account=account, field=field).values_list("text", flat=True)
    return found.first() or ""


def open_agenda(*, case: Case) -> list[AgendaPoint]:
    rows = AgendaPoint.objects.filter(case=case, closed_on=None).select_related("author")
    return list(rows.order_by("pk"))


def agenda_point_of(*, case: Case, point_id: int) -> AgendaPoint:
    point = AgendaPoint.objects.filter(case=case, pk=point_id).first()
    if point is None:
        raise Http404
    return point


def contact_notes_of(*, case: Case) -> list[ContactNote]:
    rows = ContactNote.objects.filter(case=case).select_related("author")
    return list(rows.order_by("-on", "-pk")[:NEWEST])


def contact_note_of(*, case: Case, note_id: int) -> ContactNote:
    note = ContactNote.objects.filter(case=case, pk=note_id).first()
    if note is None:
        raise Http404
    return note
