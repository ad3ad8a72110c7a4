"""Parents who said yes to being asked, and contacts in which both said yes. Each sees only what the other chose to
show; a name only once both said yes. Never somebody of one's own household."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404

from veerkracht.web.people.models import Case

from .domain.contact import ASKED, BOTH, ParentTie, may_ask
from .models import PeerContact, PeerMessage, PeerProfile


@dataclass(frozen=True, kw_only=True)
class ParentToAsk:
    """Somebody who can be asked: their words and nothing else."""

    id: int
    words: str


@dataclass(frozen=True, kw_only=True)
class ReadMessage:
    is_mine: bool
    words: str
    written_at: dt.datetime


@dataclass(frozen=True, kw_only=True)
class ParentContact:
    """A contact as one of the two sees it. `name` is empty until both said yes, except who asks: they said theirs."""

    id: int
    version: int
    name: str
    words: str
    waits_for_me: bool
    is_open: bool
    messages: Sequence[ReadMessage]


def profile_of(*, case: Case) -> PeerProfile | None:
    return PeerProfile.objects.filter(case=case).first()


def parents_to_ask(*, case: Case) -> list[ParentToAsk]:
    """Those of the same municipality who said yes, whom this one did not ask before."""
    ties = ties_of(case=case)
    rows = _askable(case).select_related("case").order_by("since", "pk")
    return [
        ParentToAsk(id=row.pk, words=row.words)
        for row in rows
        if not row.case.is_closed and may_ask(ties, me=case.pk, other=row.case_id)
    ]


def _askable(case: Case) -> QuerySet[PeerProfile]:
    rows = PeerProfile.objects.filter(case__municipality=case.municipality_id)
    return rows.exclude(case=case).exclude(case__household=case.household_id)


def parent_to_ask(*, case: Case, profile_id: int) -> PeerProfile:
    """Raises Http404: nobody who can be asked (any more)."""
    known = {each.id for each in parents_to_ask(case=case)}
    if profile_id not in known:
        raise Http404
    return PeerProfile.objects.get(pk=profile_id)


def ties_of(*, case: Case) -> list[ParentTie]:
    rows = _rows(case).order_by("pk")
    return [ParentTie(asker=row.asker_id, asked=row.asked_id, state=row.state) for row in rows]


def _rows(case: Case) -> QuerySet[PeerContact]:
    return PeerContact.objects.filter(Q(asker=case) | Q(asked=case))


def contact_of(*, case: Case, contact_id: int) -> PeerContact:
    """Raises Http404: no contact of this one."""
    row = _rows(case).filter(pk=contact_id).first()
    if row is None:
        raise Http404
    return row


def open_contacts(*, case: Case) -> list[PeerContact]:
    """All in which something waits or runs."""
    return list(_rows(case).filter(state__in=(ASKED, BOTH)).order_by("pk"))


def contacts_of(*, case: Case) -> list[ParentContact]:
    """What is open, as this one sees it: what waits for an answer first."""
    rows = _rows(case).filter(state__in=(ASKED, BOTH)).select_related("asker", "asked").order_by("pk")
    lines = [_contact(row, case) for row in rows if not (row.asker.is_closed or row.asked.is_closed)]
    return sorted(lines, key=lambda line: not line.waits_for_me)


def _contact(row: PeerContact, case: Case) -> ParentContact:
    asked_me, is_open = row.asked_id == case.pk, row.state == BOTH
    name = row.asker_name if asked_me else (row.asked_name if is_open else "")
    return ParentContact(
        id=row.pk,
        version=row.version,
        name=name,
        words=row.asker_words if asked_me else "",
        waits_for_me=asked_me and row.state == ASKED,
        is_open=is_open,
        messages=_messages(row, case) if is_open else (),
    )


def _messages(row: PeerContact, case: Case) -> tuple[ReadMessage, ...]:
    rows = PeerMessage.objects.filter(contact=row).order_by("pk")
    return tuple(
        ReadMessage(is_mine=each.case_id == case.pk, words=each.words, written_at=each.written_at)
        for each in rows
    )
