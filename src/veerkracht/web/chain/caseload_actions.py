"""Somebody leaves: everybody she or he guides goes to a colleague, packet by packet, and one yes takes them all."""

from __future__ import annotations

from collections.abc import Collection

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action, note
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import assigned_to, cases_of

from .caseload_queries import offers_of, to_read
from .domain.handover import ANSWER_DAYS, HandoverStep, working_days_after
from .domain.steps import Party
from .handing import step_of, take_over
from .models import Handover
from .packet import packet_of
from .receivers import fellow_of

NAME = "{naam}"
"""Stands for her first name in a greeting to many."""


@action("chain.caseload_packed", allow=("create", "mijn_overdracht"))
def pack_caseload(*, by: Account, to_account_id: int, topic: str) -> Account:
    """A packet for each person `by` guides as her own klantmanager; who has one for this colleague keeps it.

    Raises:
        Http404: no such colleague.
    """
    colleague, today = fellow_of(by, account_id=to_account_id), timezone.localdate()
    own = [line.public_id for line in assigned_to(account_id=by.pk, day=today) if not line.is_closed]
    packed = set(to_read(account=by).values_list("case", flat=True))
    for case in cases_of(account=by).filter(public_id__in=own).exclude(pk__in=packed).order_by("pk"):
        _pack(case, by, colleague, topic)
    return colleague


def _pack(case: Case, by: Account, colleague: Account, topic: str) -> None:
    packet = packet_of(case=case, account=by, day=timezone.localdate())
    made = Handover.objects.create(case=case, topic=topic, to_account=colleague, packet=packet, made_by=by)
    note("chain.handover_made", by, case, made, None)


@action("chain.caseload_passed_on", allow=("create", "mijn_overdracht"))
def pass_on(*, by: Account, handover_ids: Collection[int]) -> Account:
    """These packets were read by who leaves; now they lie with the colleague, who answers within the term.

    Raises:
        Http404: one of these is not one to read.
    """
    rows = list(to_read(account=by).filter(pk__in=handover_ids))
    if len(rows) != len(set(handover_ids)):
        raise Http404
    due_on = working_days_after(timezone.localdate(), ANSWER_DAYS)
    for row in rows:
        passed = step_of(row, HandoverStep.PASS_ON, Party.GIVER, by, row.version, due_on=due_on)
        note("chain.handover_passed_on", by, row.case, passed, None)
    return by


@action("chain.caseload_accepted", allow=("update", "gedeeld_stuk"))
def accept_caseload(*, by: Account, giver_id: int, greeting: str) -> Account:
    """One yes for everybody this colleague offered. Each of them reads the greeting with her own name in it.

    Raises:
        Http404: nothing waits.
    """
    rows = list(offers_of(account=by, giver_id=giver_id))
    if not rows:
        raise Http404
    for row in rows:
        text = greeting.replace(NAME, row.case.first_name)
        taken = take_over(row, by=by, seen_version=row.version, greeting=text, at_once=False)
        note("chain.handover_accepted", by, row.case, taken, None)
    return by
