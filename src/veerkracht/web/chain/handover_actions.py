"""Writes of a handover. Each step goes through the table; whoever had her before stays responsible until a yes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .domain.handover import (
    ANSWER_DAYS,
    HandoverState,
    HandoverStep,
    working_days_after,
)
from .domain.steps import Party
from .handing import step_of, take_over, turn_down
from .handover_queries import handover_of, offered_handover, party_of
from .models import Handover, Repeated
from .packet import OWN_WORDS, packet_of
from .queries import helper_of
from .receivers import can_answer, colleagues_of
from .sending import word_to_her


@action("chain.handover_made", allow=("create", "overdracht"))
def make_handover(
    *,
    by: Account,
    case: Case,
    topic: str,
    to_helper_id: int | None = None,
    to_account_id: int | None = None,
    from_helper_id: int | None = None,
    answer_days: int = ANSWER_DAYS,
) -> Handover:
    """Make the packet; she reads it first. Nothing goes anywhere yet.

    Raises:
        Http404: not exactly one receiver, not of this case or municipality, or one that could never answer.
    """
    if (to_helper_id is None) == (to_account_id is None) or (to_helper_id and to_helper_id == from_helper_id):
        raise Http404
    if to_account_id and to_account_id not in {each.pk for each in colleagues_of(case=case)}:
        raise Http404
    receiver = helper_of(case=case, helper_id=to_helper_id) if to_helper_id else None
    if receiver and not can_answer(receiver):
        raise Http404
    giver = helper_of(case=case, helper_id=from_helper_id) if from_helper_id else None
    word_to_her(case)
    return Handover.objects.create(
        case=case,
        topic=topic,
        to_helper=receiver,
        to_account_id=to_account_id,
        from_helper=giver,
        answer_days=answer_days,
        packet=packet_of(case=case, account=by, day=timezone.localdate()),
        made_by=by,
    )


@action("chain.packet_changed", allow=("update", "overdracht_vrijgave"))
def change_packet(
    *,
    by: Account,
    case: Case,
    handover_id: int,
    seen_version: int,
    keep: Collection[str],
    own_words: str = "",
) -> Handover:
    """She takes lines out, and adds something in her own words. What is taken out is gone from the packet.

    Raises:
        Http404: it is with the receiver already.
    """
    handover = handover_of(case=case, handover_id=handover_id)
    if handover.state != HandoverState.WITH_HER:
        raise Http404
    return handover.change(seen_version, packet=_chosen(handover, keep, own_words))


def _chosen(handover: Handover, keep: Collection[str], own_words: str) -> list[dict[str, str]]:
    lines = [line for line in handover.packet if line["key"] in keep and line["key"] != OWN_WORDS]
    if own_words:
        lines.insert(0, {"key": OWN_WORDS, "about": OWN_WORDS, "text": own_words})
    return lines


@action("chain.handover_released", allow=("approve", "overdracht_vrijgave"))
def release(
    *,
    by: Account,
    case: Case,
    handover_id: int,
    seen_version: int,
    keep: Collection[str] | None = None,
    own_words: str = "",
) -> Handover:
    """She says that this may go to the receiver, who answers within the term.

    Args:
        keep: the lines ticked at that moment; what is not, is gone before anybody reads it. None: as it stands.
    """
    handover = handover_of(case=case, handover_id=handover_id)
    due_on = working_days_after(timezone.localdate(), handover.answer_days)
    packet = handover.packet if keep is None else _chosen(handover, keep, own_words)
    return step_of(handover, HandoverStep.RELEASE, Party.HER, by, seen_version, due_on=due_on, packet=packet)


@action("chain.handover_taken_back", allow=("approve", "overdracht_vrijgave"))
def take_back(*, by: Account, case: Case, handover_id: int, seen_version: int) -> Handover:
    """She takes it back before there is an answer: the receiver sees nothing from now on."""
    handover = handover_of(case=case, handover_id=handover_id)
    return step_of(handover, HandoverStep.TAKE_BACK, Party.HER, by, seen_version, due_on=None)


@action("chain.handover_stopped", allow=("update", "overdracht"))
def stop_handover(*, by: Account, case: Case, handover_id: int, seen_version: int) -> Handover:
    """She or the giver stops it before the yes; everything stays as it was."""
    handover = handover_of(case=case, handover_id=handover_id)
    party = party_of(by, handover)
    return step_of(handover, HandoverStep.WITHDRAW, party, by, seen_version, due_on=None, packet=[])


@action("chain.handover_begun_again", allow=("update", "overdracht"))
def begin_again(*, by: Account, case: Case, handover_id: int, seen_version: int) -> Handover:
    """After a no: a fresh packet, that she reads again."""
    handover = handover_of(case=case, handover_id=handover_id)
    packet = packet_of(case=case, account=by, day=timezone.localdate())
    return step_of(
        handover,
        HandoverStep.BEGIN_AGAIN,
        Party.GIVER,
        by,
        seen_version,
        packet=packet,
        due_on=None,
        reason="",
    )


@action("chain.first_talk_planned", allow=("update", "overdracht"))
def plan_first_talk(
    *, by: Account, case: Case, handover_id: int, seen_version: int, talk_on: dt.date
) -> Handover:
    """The day of the talk of three: she, who gave, who received."""
    handover = handover_of(case=case, handover_id=handover_id)
    party = party_of(by, handover)
    return step_of(handover, HandoverStep.PLAN_TALK, party, by, seen_version, talk_on=talk_on)


@action("chain.first_talk_held", allow=("update", "overdracht"))
def hold_first_talk(*, by: Account, case: Case, handover_id: int, seen_version: int) -> Handover:
    handover = handover_of(case=case, handover_id=handover_id)
    return step_of(handover, HandoverStep.HOLD_TALK, party_of(by, handover), by, seen_version)


@action("chain.repeated_said", allow=("approve", "overdracht"))
def say_repeated(
    *,
    by: Account,
    case: Case,
    handover_id: int,
    seen_version: int,
    repeated: str,
    repeated_words: str = "",
) -> Handover:
    """Afterwards: whether she had to tell her story again. Hers alone to say."""
    handover = handover_of(case=case, handover_id=handover_id)
    if handover.state != HandoverState.TALKED:
        raise Http404
    return handover.change(seen_version, repeated=Repeated(repeated), repeated_words=repeated_words)


@action("chain.handover_accepted", allow=("update", "gedeeld_stuk"))
def accept(*, by: Account, handover_id: int, seen_version: int, greeting: str = "") -> Handover:
    """The receiver says yes, from today: a colleague guides her, a helper helps. `greeting` is for her."""
    handover = offered_handover(account=by, handover_id=handover_id)
    return take_over(handover, by=by, seen_version=seen_version, greeting=greeting)


@action("chain.handover_declined", allow=("update", "gedeeld_stuk"))
def decline(*, by: Account, handover_id: int, seen_version: int, reason: str) -> Handover:
    """The receiver says no, with the reason; who had her stays responsible, and the packet is closed again."""
    handover = offered_handover(account=by, handover_id=handover_id)
    return turn_down(handover, by=by, seen_version=seen_version, reason=reason)
