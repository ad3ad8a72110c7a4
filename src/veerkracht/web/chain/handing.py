"""Pieces of the writes of a handover, shared by who has a log-in, who has a link and who takes over many at once."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from veerkracht.web.people.assigning import assign_own
from veerkracht.web.people.models import Account, AccountRole

from .domain.handover import HANDOVER, TALK_DAYS, HandoverStep, working_days_after
from .domain.steps import Party
from .models import Handover, HandoverMoment, Helper
from .sending import word_to_her

# After these she has something new to read, or an answer to what she released. Passing on a whole caseload is told by
# the new colleague, with the yes.
_NEWS = frozenset(
    {HandoverStep.ACCEPT, HandoverStep.DECLINE, HandoverStep.BEGIN_AGAIN, HandoverStep.PLAN_TALK}
)


def turn_down(handover: Handover, *, by: Account | None, seen_version: int, reason: str) -> Handover:
    """Part of an action: the no of the receiver."""
    given: dict[str, Any] = {"reason": reason, "due_on": None}
    return step_of(handover, HandoverStep.DECLINE, Party.RECEIVER, by, seen_version, **given)


def take_over(
    handover: Handover, *, by: Account | None, seen_version: int, greeting: str = "", at_once: bool = True
) -> Handover:
    """Part of an action: the yes of the receiver, and everything that follows from it on the same day.

    Args:
        at_once: False when many are taken over together; then the messages go a little later.
    """
    today = timezone.localdate()
    talk_due_on = working_days_after(today, TALK_DAYS)
    given: dict[str, Any] = {"greeting": greeting, "talk_due_on": talk_due_on, "at_once": at_once}
    done = step_of(handover, HandoverStep.ACCEPT, Party.RECEIVER, by, seen_version, **given)
    receiver = done.to_account
    if receiver and receiver.role == AccountRole.KLANTMANAGER and done.from_helper_id is None:
        assign_own(case=done.case, account=receiver, starts_on=today)
    if done.from_helper_id:
        Helper.objects.filter(pk=done.from_helper_id, until=None).update(until=today)
    if done.to_helper_id:
        Helper.objects.filter(pk=done.to_helper_id, since=None).update(since=today)
    return done


def step_of(
    handover: Handover,
    step: HandoverStep,
    party: Party,
    by: Account | None,
    seen_version: int,
    *,
    at_once: bool = True,
    **values: Any,
) -> Handover:
    """Part of an action: one row of the table, its line in the timeline, and word to her where it is news to her.

    Raises:
        StepRefused: not this step now, or not this party's.
        Conflict: somebody took another step since.
    """
    state = HANDOVER.after(handover.state, step, party)
    done = handover.change(seen_version, state=state, **values)
    HandoverMoment.objects.create(handover=done, step=step, at=timezone.now(), by=by)
    if step in _NEWS and party != Party.HER:
        word_to_her(done.case, at_once=at_once)
    return done
