"""What a day asks of one klantmanager besides what is late: what is due, what others are late with, what she said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from veerkracht.web.people.models import Account
from veerkracht.web.people.queries import klantmanager_names

from ..domain import MUNICIPALITY_SIDE
from ..models import Answer, Owner, Promise, Proposal
from .overview import MOST, WHO, late_promises, late_proposals, mine

LATELY = dt.timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class PromiseLine:
    """One promise on the list of a day; `promise_id` is 0 for an answer we owe to a proposal of hers."""

    public_id: str
    name: str
    what: str
    due_on: dt.date
    promise_id: int = 0
    version: int = 0
    owner: str = ""

    def days_late(self, day: dt.date) -> int:
        return (day - self.due_on).days


@dataclass(frozen=True, kw_only=True)
class HerWord:
    """Something she said on her own pages that waits for a look: an answer of hers, or what she asked for."""

    public_id: str
    name: str
    what: str
    on: dt.date
    answer: str = ""


def late_lines(*, account: Account, day: dt.date) -> list[PromiseLine]:
    """What we are late with: promises, and answers to proposals; who waits longest comes first."""
    found = _promises(late_promises(day), account)
    proposals = late_proposals(day).filter(plan__case__in=mine(account)).order_by("reply_due_on", "pk")
    rows: list[Any] = list(proposals.values("what", "reply_due_on", **WHO)[:MOST])
    found += [
        PromiseLine(public_id=row["public_id"], name=_name(row), what=row["what"], due_on=row["reply_due_on"])
        for row in rows
    ]
    return sorted(found, key=lambda line: line.due_on)[:MOST]


def due_lines(*, account: Account, day: dt.date, until: dt.date) -> list[PromiseLine]:
    """What we promised for these days and did not do yet."""
    rows = Promise.objects.filter(owner__in=MUNICIPALITY_SIDE, done_on=None, due_on__range=(day, until))
    return _promises(rows.exclude(answer=Answer.DISAGREE), account)


def done_lines(*, account: Account, day: dt.date) -> list[PromiseLine]:
    """What was ticked today, to be taken back while it still can be a slip."""
    rows = Promise.objects.filter(owner__in=MUNICIPALITY_SIDE, done_on=day, due_on__isnull=False)
    return _promises(rows, account)


def late_of_others(*, account: Account, day: dt.date) -> list[PromiseLine]:
    """What a third party promised and is late with: somebody has to ask, and that is never she alone."""
    rows = Promise.objects.filter(done_on=None, due_on__lt=day).exclude(answer=Answer.DISAGREE)
    return _promises(rows.exclude(owner__in=[*MUNICIPALITY_SIDE, Owner.MOTHER]), account)


def her_words(*, account: Account, day: dt.date) -> list[HerWord]:
    """What she answered or asked on her own pages these two weeks, newest first. Never the words she wrote with it."""
    since = day - LATELY
    by_herself = Q(answer_noted_by=F("plan__case__account")) & ~Q(owner=Owner.MOTHER)
    answered = Promise.objects.filter(by_herself, answered_at__date__gte=since, plan__case__in=mine(account))
    asked = Proposal.objects.filter(reply="", proposed_on__gte=since, plan__case__in=mine(account))
    answers: list[Any] = list(
        answered.order_by("-answered_at", "pk").values("what", "answered_at", "answer", **WHO)[:MOST]
    )
    questions: list[Any] = list(
        asked.order_by("-proposed_on", "pk").values("what", "proposed_on", **WHO)[:MOST]
    )
    found = [
        HerWord(
            public_id=row["public_id"],
            name=_name(row),
            what=row["what"],
            on=timezone.localdate(row["answered_at"]),
            answer=str(Answer(row["answer"]).label),
        )
        for row in answers
    ]
    found += [
        HerWord(public_id=row["public_id"], name=_name(row), what=row["what"], on=row["proposed_on"])
        for row in questions
    ]
    return sorted(found, key=lambda word: word.on, reverse=True)[:MOST]


def _promises(rows: QuerySet[Promise], account: Account) -> list[PromiseLine]:
    found = rows.filter(plan__case__in=mine(account)).order_by("due_on", "pk")
    values = found.values("pk", "version", "what", "due_on", "owner", "owner_name", **WHO)
    lines: list[Any] = list(values[:MOST])
    return [
        PromiseLine(
            public_id=row["public_id"],
            name=_name(row),
            what=row["what"],
            due_on=row["due_on"],
            promise_id=row["pk"],
            version=row["version"],
            owner=row["owner_name"] or (str(Owner(row["owner"]).label)),
        )
        for row in lines
    ]


def _name(row: Any) -> str:
    return f"{row['first']} {row['last']}"


def open_proposals(*, account: Account) -> list[Proposal]:
    """Her proposals that have no answer yet, of the people of this account; the first day of answering first."""
    rows = Proposal.objects.filter(reply="", plan__case__in=mine(account)).select_related("plan__case")
    return list(rows.order_by("reply_due_on", "pk")[:MOST])


def late_by_colleague(*, account: Account, day: dt.date) -> list[tuple[str, str, dt.date]]:
    """By case of this municipality what is longest late: its number, who works with her, and its day."""
    there = {"plan__case__municipality": account.municipality_id, "plan__case__closed_on": None}
    names = ("plan__case", "plan__case__public_id")
    rows: list[Any] = list(late_promises(day).filter(**there).values_list(*names, "due_on"))
    rows += late_proposals(day).filter(**there).values_list(*names, "reply_due_on")
    first: dict[int, tuple[str, dt.date]] = {}
    for pk, public_id, due_on in sorted(rows, key=lambda row: row[2]):
        first.setdefault(pk, (public_id, due_on))
    colleagues = klantmanager_names(case_ids=list(first), day=day)
    return [(number, colleagues.get(pk, ""), due_on) for pk, (number, due_on) in first.items()][:MOST]
