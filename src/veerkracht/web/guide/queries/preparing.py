"""What a professional wants to know in the three minutes before a talk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import HistoryEntry, history, klantmanager_account
from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.queries import plan_of

from ..domain.questions import default_questions
from ..models import AgendaPoint, Destination, Quote, Talk, TalkState
from .talks import open_agenda

CHANGES = 6
LAST_WORDS = 3


@dataclass(frozen=True)
class Preparation:
    """On one page: what happened since the last talk, what we owe her, her points, and what she said last."""

    since: dt.date | None
    changes: list[HistoryEntry]
    promises: list[PromiseFacts]
    late: list[PromiseFacts]
    agenda: list[AgendaPoint]
    last_words: list[str]
    wish: str


def preparation(*, case: Case, talk: Talk, day: dt.date) -> Preparation:
    last = _last_talk(case, talk)
    plan = plan_of(case=case, day=day)
    owed = [p for p in plan.ours if p.done_on is None]
    owed.sort(key=lambda p: (not p.is_late(day), p.due_on or dt.date.max, p.id))
    return Preparation(
        since=last.on if last else None,
        changes=_changes(case, last),
        promises=owed,
        late=[p for p in owed if p.is_late(day)],
        agenda=open_agenda(case=case),
        last_words=_last_words(last),
        wish=plan.wish,
    )


def _last_talk(case: Case, talk: Talk) -> Talk | None:
    before = Talk.objects.filter(case=case, state__in=(TalkState.ENDED, TalkState.SIGNED))
    return before.exclude(pk=talk.pk).order_by("-on", "-pk").first()


def _changes(case: Case, last: Talk | None) -> list[HistoryEntry]:
    """What happened since the last talk, the same thing by the same person said once."""
    seen, changes = set(), []
    for entry in history(case=case):
        if last and last.ended_at and entry.at <= last.ended_at:
            break
        if (entry.who, entry.words) not in seen:
            seen.add((entry.who, entry.words))
            changes.append(entry)
    return changes[:CHANGES]


def _last_words(last: Talk | None) -> list[str]:
    if last is None:
        return []
    quotes = Quote.objects.filter(talk=last).exclude(destination=Destination.NOWHERE)
    words = list(quotes.order_by("-pk").values_list("words", flat=True)[:LAST_WORDS])
    return words[::-1]


def default_questions_of(*, case: Case) -> list[str]:
    done = Talk.objects.filter(case=case, state__in=(TalkState.ENDED, TalkState.SIGNED)).order_by("pk")
    return default_questions({seed for asked in done.values_list("questions", flat=True) for seed in asked})


def leader_of(*, case: Case) -> Account:
    """Who leads a talk she asks for herself: her own klantmanager.

    Raises:
        Http404: nobody works with her yet.
    """
    leader = klantmanager_account(case=case, day=timezone.localdate())
    if leader is None:
        raise Http404
    return leader
