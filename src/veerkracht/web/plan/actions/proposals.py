"""Her proposals. Each gets an answer with a reason; she says what she thinks of that answer."""

from __future__ import annotations

import datetime as dt

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.actions import AlreadyDone

from ..domain import exemption_card
from ..models import Answer, Proposal, Reply
from ..queries import proposal_of
from .parts import _locked_plan, _plan, _remove

REPLY_WITHIN = dt.timedelta(days=14)


@action("plan.proposal_added", allow=("create", "voorstel"))
def add_proposal(*, by: Account, case: Case, what: str, proposed_on: dt.date | None = None) -> Proposal:
    """An idea of hers, in her words. From now on the municipality owes an answer."""
    day = proposed_on or timezone.localdate()
    return Proposal.objects.create(
        plan=_plan(case), what=what, proposed_on=day, reply_due_on=day + REPLY_WITHIN
    )


@action("plan.exemption_asked", allow=("create", "voorstel"))
def ask_exemption(*, by: Account, case: Case, what: str) -> Proposal:
    """She asks not to have to look for work for a while (article 9a).

    Raises:
        AlreadyDone: she asked before and there is no answer yet.
    """
    kind, day, plan = Proposal.Kind.EXEMPTION, timezone.localdate(), _locked_plan(case)
    waiting = Proposal.objects.filter(plan=plan, kind=kind, reply="").first()
    if waiting:
        raise AlreadyDone(waiting.pk)
    due_on = day + dt.timedelta(weeks=exemption_card().decide_within_weeks)
    return Proposal.objects.create(plan=plan, kind=kind, what=what, proposed_on=day, reply_due_on=due_on)


@action("plan.proposal_changed", allow=("update", "voorstel"))
def change_proposal(*, by: Account, case: Case, proposal_id: int, seen_version: int, what: str) -> Proposal:
    """Other words for it, as long as there is no answer.

    Raises:
        Http404: it was answered; the answer was to these words.
    """
    proposal = proposal_of(case=case, proposal_id=proposal_id)
    if proposal.reply:
        raise Http404
    return proposal.change(seen_version, what=what)


@action("plan.proposal_replied", allow=("approve", "voorstel"))
def reply_to(
    *, by: Account, case: Case, proposal_id: int, seen_version: int, reply: str, reason: str
) -> Proposal:
    """The answer of the municipality, with its reason. Her earlier view was of another answer: it is asked again."""
    if not reason.strip() or reply not in (Reply.YES, Reply.PARTLY, Reply.NO):
        raise Http404
    return proposal_of(case=case, proposal_id=proposal_id).change(
        seen_version,
        reply=reply,
        reason=reason,
        replied_on=timezone.localdate(),
        replied_by=by,
        her_answer=Answer.NONE,
        her_words="",
        again_on=None,
    )


@action("plan.reply_answered", allow=("update", "voorstel"))
def answer_reply(
    *,
    by: Account,
    case: Case,
    proposal_id: int,
    seen_version: int,
    her_answer: str,
    her_words: str = "",
    again_on: dt.date | None = None,
) -> Proposal:
    """What she thinks of the answer. Does she not agree, then that stays, with the day to talk about it again."""
    again = None if her_answer == Answer.AGREE else again_on
    return proposal_of(case=case, proposal_id=proposal_id).change(
        seen_version, her_answer=her_answer, her_words=her_words, again_on=again
    )


@action("plan.proposal_removed", allow=("delete", "voorstel"))
def remove_proposal(*, by: Account, case: Case, proposal_id: int, seen_version: int) -> None:
    """Taken back, as long as there is no answer; what was answered stays in the register."""
    proposal = proposal_of(case=case, proposal_id=proposal_id)
    if proposal.reply:
        raise Http404
    _remove(proposal, seen_version)
