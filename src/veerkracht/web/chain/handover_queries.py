"""Reads of handovers: those of one person, and those that were offered to an account."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet
from django.http import Http404

from veerkracht.web.people.models import Account, Case

from .domain.handover import READABLE, RUNNING
from .domain.steps import Party
from .models import Handover, Helper

_ROWS = (
    "from_helper",
    "to_helper__account",
    "to_account",
    "made_by",
    "case__municipality",
    "case__account",
)


def handovers_of(*, case: Case) -> list[Handover]:
    """The newest first."""
    return list(Handover.objects.filter(case=case).select_related(*_ROWS).order_by("-pk"))


def handover_of(*, case: Case, handover_id: int) -> Handover:
    """One handover of this case.

    Raises:
        Http404: there is none.
    """
    row = Handover.objects.filter(case=case, pk=handover_id).select_related(*_ROWS).first()
    if row is None:
        raise Http404
    return row


def offered_to(account: Account) -> QuerySet[Handover]:
    """What she released to this account and what it took over, in its own municipality; nothing of a closed case."""
    to_it = Q(to_account=account) | Q(to_helper__account=account)
    return _readable(to_it & Q(case__municipality=account.municipality_id))


def offered_to_helper(helper: Helper) -> QuerySet[Handover]:
    """What she released to this helper, for who comes in by a link."""
    return _readable(Q(to_helper=helper))


def given_by(account: Account) -> QuerySet[Handover]:
    """What this partner's log-in gives away and is still going: where it stands, never the packet."""
    theirs = Q(from_helper__account=account, case__municipality=account.municipality_id)
    return _of_people_here(theirs & Q(state__in=RUNNING))


def given_by_helper(helper: Helper) -> QuerySet[Handover]:
    return _of_people_here(Q(from_helper=helper, state__in=RUNNING))


def running_on(day: dt.date) -> QuerySet[Handover]:
    """Everything on its way, of people whose guidance does not rest."""
    is_guided = Q(case__paused_until=None) | Q(case__paused_until__lt=day)
    return _of_people_here(is_guided & Q(state__in=RUNNING))


def _readable(to_it: Q) -> QuerySet[Handover]:
    return _of_people_here(to_it & Q(state__in=READABLE))


def _of_people_here(which: Q) -> QuerySet[Handover]:
    there = {"case__closed_on": None, "case__removed_on": None, "case__merged_into": None}
    return Handover.objects.filter(which, **there).select_related(*_ROWS).order_by("due_on", "pk")


def offered_handover(*, account: Account, handover_id: int) -> Handover:
    """One of those.

    Raises:
        Http404: not offered to this account (any more).
    """
    row = offered_to(account).filter(pk=handover_id).first()
    if row is None:
        raise Http404
    return row


def party_of(account: Account, handover: Handover) -> Party:
    """In whose place this account takes a step on a page of the case: hers, or whoever gives it away."""
    is_receiver = handover.to_account_id == account.pk
    if account.pk == handover.case.account_id:
        return Party.HER
    return Party.RECEIVER if is_receiver else Party.GIVER
