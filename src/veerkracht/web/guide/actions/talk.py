"""Writes of a talk: planning it, its questions, her words, and its end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.authorize import require
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from .. import queries
from ..domain.questions import rearranged
from ..models import Draft, HerAnswer, Quote, Talk, TalkState

DRAFT_FIELDS = ("quote", "seen", "reaction")
LONGEST_DRAFT = 20_000


@action("guide.talk_planned", allow=("create", "afspraak"))
def plan_talk(
    *,
    by: Account,
    case: Case,
    on: dt.date,
    starts_at: dt.time | None = None,
    place: str = "",
    interpreter: str = "",
    interpreter_booked: bool = False,
    bring: str = "",
) -> Talk:
    """Plan a talk with three questions to begin with; every one of them may go."""
    led_by = by if by != case.account else queries.leader_of(case=case)
    return Talk.objects.create(
        case=case,
        on=on,
        starts_at=starts_at,
        place=place,
        interpreter=interpreter,
        interpreter_booked=interpreter_booked,
        bring=bring,
        led_by=led_by,
        questions=queries.default_questions_of(case=case),
    )


@action("guide.talk_changed", allow=("update", "afspraak"))
def change_talk(*, by: Account, case: Case, talk_id: int, seen_version: int, **values: Any) -> Talk:
    """Another day, place or interpreter. Her answer was to the day of before, so it is asked anew."""
    talk = queries.talk_of(case=case, talk_id=talk_id)
    moved = (values.get("on", talk.on), values.get("starts_at", talk.starts_at)) != (talk.on, talk.starts_at)
    if moved:
        values |= {"her_answer": HerAnswer.NONE, "her_words": ""}
    return talk.change(seen_version, **values)


@action("guide.talk_answered", allow=("update", "afspraak"))
def answer_talk(*, by: Account, case: Case, talk_id: int, comes: bool, words: str = "") -> Talk:
    """She says that she comes, or asks for another day. Saying no has no consequence."""
    talk = queries.open_talk_to_change(case=case, talk_id=talk_id)
    if talk.state != TalkState.PLANNED:
        raise Conflict(talk)
    answer = HerAnswer.COMES if comes else HerAnswer.OTHER_DAY
    return talk.change(talk.version, her_answer=answer, her_words="" if comes else words)


@action("guide.talk_prepared", allow=("create", "werkaantekening_professional"))
def choose_questions(
    *, by: Account, case: Case, talk_id: int, seen_version: int, do: str, question: str
) -> Talk:
    """Add, skip or move a question. A skipped one is gone: nothing says that it ever stood there."""
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    chosen = rearranged(talk.questions, do, question, alone=talk.alone)
    return talk.change(seen_version, questions=chosen)


@action("guide.talk_prepared", allow=("create", "werkaantekening_professional"))
def set_alone(*, by: Account, case: Case, talk_id: int, seen_version: int, alone: bool) -> Talk:
    """Whether only the two of them are in the room now."""
    return queries.open_talk_of(case=case, talk_id=talk_id).change(seen_version, alone=alone)


@action("guide.talk_started", allow=("create", "werkaantekening_professional"))
def start_talk(*, by: Account, case: Case, talk_id: int) -> Talk:
    """Begin, or go on after a break. Whoever begins, leads."""
    return _run(queries.open_talk_to_change(case=case, talk_id=talk_id), by)


@action("guide.talk_started", allow=("create", "werkaantekening_professional"))
def begin_talk(*, by: Account, case: Case) -> Talk:
    """Begin at once: the talk that goes on already, the one planned for today, or a new one of this moment."""
    day = timezone.localdate()
    talk = queries.running_talk_of(case=case) or queries.planned_talk_of(case=case, day=day)
    if talk is None:
        questions = queries.default_questions_of(case=case)
        talk = Talk.objects.create(case=case, on=day, led_by=by, questions=questions)
    return _run(talk, by)


def _run(talk: Talk, by: Account) -> Talk:
    if talk.state == TalkState.RUNNING:
        return talk
    started_at = talk.started_at or timezone.now()
    return talk.change(talk.version, state=TalkState.RUNNING, led_by=by, started_at=started_at)


@action("guide.talk_ended", allow=("create", "werkaantekening_professional"))
def end_talk(*, by: Account, case: Case, talk_id: int) -> Talk:
    """The talk is over; the room may fill again, so it is no longer alone. What was being typed becomes a quote."""
    talk = queries.open_talk_to_change(case=case, talk_id=talk_id)
    _keep_last_words(by, talk)
    return talk.change(
        talk.version, state=TalkState.ENDED, alone=False, ended_at=talk.ended_at or timezone.now()
    )


@action("guide.quote_noted", allow=("create", "werkaantekening_professional"))
def add_quote(*, by: Account, case: Case, talk_id: int, words: str, between_us: bool = False) -> Quote:
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    Draft.objects.filter(talk=talk, account=by, field="quote").delete()
    destination = "between_us" if between_us else ""
    return Quote.objects.create(talk=talk, words=words, noted_by=by, destination=destination)


@action("guide.quote_noted", allow=("create", "werkaantekening_professional"))
def change_quote(
    *, by: Account, case: Case, talk_id: int, quote_id: int, seen_version: int, words: str
) -> Quote:
    """Write it down better, while the report is not signed. What was made of it stays as it is."""
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    return queries.quote_of(talk=talk, quote_id=quote_id).change(seen_version, words=words)


@action("guide.draft_kept", allow=("update", "account_eigen"))
def keep_draft(*, by: Account, about: Account, case_of: Case, talk: Talk, field: str, text: str) -> None:
    """Keep on the server what somebody is typing. Not an event of the case: nothing was said yet."""
    require(by, "read", "gespreksverslag", case=case_of)
    if field not in DRAFT_FIELDS:
        raise Http404
    # As the forms: no invisible characters; a draft may become a sentence without passing a form.
    text = "".join(c for c in text if ord(c) >= 32 or c in "\n\t")
    if text.strip():
        values = {"text": text[:LONGEST_DRAFT]}
        Draft.objects.update_or_create(talk=talk, account=by, field=field, defaults=values)
    else:
        Draft.objects.filter(talk=talk, account=by, field=field).delete()


def _keep_last_words(by: Account, talk: Talk) -> None:
    """A sentence that was typed and not yet added is hers as well."""
    draft = Draft.objects.filter(talk=talk, account=by, field="quote").first()
    if draft:
        Quote.objects.create(talk=talk, words=draft.text.strip(), noted_by=by)
        draft.delete()
