"""What the municipality says of its own policy, once a year, and what it will do."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account

from .models import ScanAction, ScanAnswer
from .queries import answer_of, scan_action_of


@action("policy.scan_answered", allow=("update", "zelfscan"))
def answer_question(
    *, by: Account, year: int, question: str, how_far: str, evidence: str, seen_version: int = 0
) -> ScanAnswer:
    """One answer a year; a colleague who wrote meanwhile is not overwritten.

    Raises:
        Conflict: somebody saved a newer answer.
    """
    day = timezone.localdate()
    row = answer_of(account=by, year=year, question=question)
    if row is not None:
        return row.change(seen_version, how_far=how_far, evidence=evidence, answered_on=day)
    return ScanAnswer.objects.create(
        municipality=by.municipality,
        year=year,
        question=question,
        how_far=how_far,
        evidence=evidence,
        answered_on=day,
    )


@action("policy.scan_action_added", allow=("update", "zelfscan"))
def add_action(*, by: Account, question: str, what: str, owner_name: str, due_on: dt.date) -> ScanAction:
    answer_of(account=by, year=timezone.localdate().year, question=question)
    return ScanAction.objects.create(
        municipality=by.municipality, question=question, what=what, owner_name=owner_name, due_on=due_on
    )


@action("policy.scan_action_done", allow=("update", "zelfscan"))
def finish_action(*, by: Account, action_id: int, seen_version: int) -> ScanAction:
    """Raises Conflict: somebody changed it meanwhile."""
    row = scan_action_of(account=by, action_id=action_id)
    return row.change(seen_version, done_on=timezone.localdate())
