"""Reads of talks: those of one case, those of one day, and what was said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, Max, OuterRef
from django.http import Http404

from veerkracht.web.people.models import Account, AccountRole, Case
from veerkracht.web.people.queries import cases_of
from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.queries import written_between

from ..models import AgendaPoint, ContactNote, Draft, PlaceKind, Quote, QuotePlace, Report, Talk, TalkState

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
    bring: str = ""
    her_answer: str = ""
    her_words: str = ""

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
        talk.bring,
        talk.her_answer,
        talk.her_words,
    )


def talks_of(*, case: Case) -> list[TalkFacts]:
    """The talks of one case, newest day first."""
    rows = Talk.objects.filter(case=case).select_related("led_by", "case")
    return [facts_of(row) for row in rows.order_by("-on", "-starts_at", "-pk")[:NEWEST]]


def todays_talks(*, account: Account, day: dt.date) -> list[TalkFacts]:
    """The talks this account leads on one day, in the order of the day."""
    rows = Talk.objects.filter(led_by=account, on=day, case__in=cases_of(account=account))
    return [facts_of(row) for row in rows.select_related("led_by", "case").order_by("starts_at", "pk")]


def talks_between(*, account: Account, first: dt.date, last: dt.date) -> list[TalkFacts]:
    """The talks to come and those held in that time: hers, or those this klantmanager leads."""
    rows = Talk.objects.filter(on__gte=first, on__lte=last, case__in=cases_of(account=account))
    if account.role == AccountRole.KLANTMANAGER:
        rows = rows.filter(led_by=account)
    return [facts_of(row) for row in rows.select_related("led_by", "case").order_by("on", "starts_at", "pk")]


def last_contact_on(*, case_ids: Iterable[int]) -> dict[int, dt.date]:
    """The last day there was a talk or a contact, by case; a case without any is left out."""
    ids = list(case_ids)
    talks = Talk.objects.filter(case__in=ids, state__in=(TalkState.ENDED, TalkState.SIGNED))
    notes = ContactNote.objects.filter(case__in=ids).exclude(kind="did_not_happen")
    day_by_case: dict[int, dt.date] = {}
    for rows in (talks, notes):
        for case_id, day in rows.order_by("case").values_list("case").annotate(last=Max("on")):
            day_by_case[case_id] = max(day, day_by_case.get(case_id, day))
    return day_by_case


def running_talk_of(*, case: Case) -> Talk | None:
    """The talk that goes on now, if any; the one that began last."""
    return Talk.objects.filter(case=case, state=TalkState.RUNNING).order_by("-started_at", "-pk").first()


def planned_talk_of(*, case: Case, day: dt.date) -> Talk | None:
    """The first talk that is planned for this day and did not begin."""
    return Talk.objects.filter(case=case, state=TalkState.PLANNED, on=day).order_by("starts_at", "pk").first()


def next_talk_of(*, case: Case, day: dt.date) -> Talk | None:
    """The first talk planned for this day or later."""
    rows = Talk.objects.filter(case=case, state=TalkState.PLANNED, on__gte=day)
    return rows.order_by("on", "starts_at", "pk").first()


def was_there_a_talk(*, case: Case) -> bool:
    return Talk.objects.filter(case=case, state__in=(TalkState.ENDED, TalkState.SIGNED)).exists()


@dataclass(frozen=True)
class FollowUp:
    """What was to come after a short contact, on its day."""

    public_id: str
    name: str
    step: str
    on: dt.date


def follow_ups(*, account: Account, day: dt.date, until: dt.date) -> list[FollowUp]:
    """What this account wrote down to do after a short contact, from two weeks ago until then; not what was followed by
    a later contact or talk."""
    first = day - dt.timedelta(weeks=2)
    notes = ContactNote.objects.filter(author=account, next_on__range=(first, until)).exclude(next_step="")
    later = ContactNote.objects.filter(
        case=OuterRef("case"), on__gte=OuterRef("next_on"), pk__gt=OuterRef("pk")
    )
    talked = Talk.objects.filter(
        case=OuterRef("case"), on__gte=OuterRef("next_on"), state__in=(TalkState.ENDED, TalkState.SIGNED)
    )
    mine = cases_of(account=account).filter(closed_on=None).values("pk")
    rows = notes.filter(~Exists(later), ~Exists(talked), case__in=mine).select_related("case")
    return [
        FollowUp(row.case.public_id, row.case.full_name, row.next_step, row.next_on)
        for row in rows.order_by("next_on", "pk")[:NEWEST]
        if row.next_on
    ]


def asked_to_talk_about(*, account: Account) -> list[AgendaPoint]:
    """What her or his people themselves want to talk about, and nobody closed yet, newest first."""
    mine = cases_of(account=account).filter(closed_on=None).values("pk")
    rows = AgendaPoint.objects.filter(case__in=mine, closed_on=None, author=F("case__account"))
    return list(rows.select_related("case").order_by("-noted_on", "-pk")[:NEWEST])


def missed_twice(*, case_ids: Iterable[int]) -> dict[int, dt.date]:
    """Whose last two contacts did not happen, and the day of the last one. It is about the rhythm, not about her."""
    rows = ContactNote.objects.filter(case__in=list(case_ids)).order_by("case", "-on", "-pk")
    newest: dict[int, list[tuple[str, dt.date]]] = {}
    for case_id, kind, on in rows.values_list("case", "kind", "on"):
        newest.setdefault(case_id, []).append((kind, on))
    return {
        pk: notes[0][1]
        for pk, notes in newest.items()
        if len(notes) > 1 and all(kind == "did_not_happen" for kind, _on in notes[:2])
    }


def talk_of(*, case: Case, talk_id: int) -> Talk:
    """One talk of this case.

    Raises:
        Http404: this case has no such talk.
    """
    talk = Talk.objects.filter(case=case, pk=talk_id).select_related("led_by").first()
    if talk is None:
        raise Http404
    return talk


def open_talk_to_change(*, case: Case, talk_id: int) -> Talk:
    """As `open_talk_of`, for an action that begins or ends it: whoever presses at the same moment waits and sees how it
    stands then.
    """
    Talk.objects.select_for_update().filter(case=case, pk=talk_id).first()
    return open_talk_of(case=case, talk_id=talk_id)


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
    return list(Quote.objects.filter(talk=talk).order_by("-pk").prefetch_related("places"))


PROMISED = ("plan.promise_made", "plan.promise_changed")


def promises_of(*, talk: Talk, case: Case, day: dt.date) -> list[PromiseFacts]:
    """What was promised or changed while this talk went on, on whatever page, as it stands in the plan now."""
    rows = QuotePlace.objects.filter(quote__talk=talk, kind=PlaceKind.PROMISE).order_by("pk")
    promise_ids = set(rows.values_list("became", flat=True))
    if talk.started_at:
        # What is still added while it is wrapped up belongs to it.
        until = Report.objects.filter(talk=talk).values_list("signed_at", flat=True).first()
        promise_ids |= written_between(case_id=case.pk, kinds=PROMISED, since=talk.started_at, until=until)
    return [p for p in plan_of(case=case, day=day).promises if p.id in promise_ids]


def quote_of(*, talk: Talk, quote_id: int) -> Quote:
    quote = Quote.objects.filter(talk=talk, pk=quote_id).first()
    if quote is None:
        raise Http404
    quote.talk = talk
    return quote


def draft_of(*, talk: Talk, account: Account, field: str) -> str:
    """What this account was typing here; nobody else's."""
    draft = Draft.objects.filter(talk=talk, account=account, field=field).values_list("text", flat=True)
    return draft.first() or ""


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
