"""Writes through a link: the link and its code are the ground. Each asks again whether the link works."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .answering import more_asked, sheet_answered, take_piece_step
from .domain.handover import HandoverStep
from .handing import take_over, turn_down
from .handover_queries import given_by_helper, offered_to_helper
from .links import NothingToSend, live_link, new_code, new_link, use_code
from .models import Handover, Helper, PieceAnswer, PieceLink, PieceVisit, Share, SheetReply
from .queries import helper_of
from .sending import mail_code, mail_link
from .share_queries import open_shares, titles_of


@action("chain.link_sent", allow=("create", "deeltoestemming_vraag"))
def send_link(*, by: Account, case: Case, helper_id: int) -> Helper:
    """Mail a link to this helper; an earlier one stops working.

    Raises:
        Http404: no such helper.
        NothingToSend: no e-mail address, or nothing that she opened for this helper.
    """
    helper = helper_of(case=case, helper_id=helper_id)
    if not helper.email or not _sees_something(helper):
        raise NothingToSend
    mail_link(helper, token=new_link(helper, made_by_id=by.pk))
    return helper


@action("chain.code_sent", allow=None)
def send_code(*, by: None, token: str) -> PieceLink:
    """A code to the mailbox the link was sent to.

    Raises:
        Http404: the link does not work, or there is nothing behind it (any more).
    """
    link = _live(token=token)
    if not _sees_something(link.helper):
        raise Http404
    mail_code(link.helper, code=new_code(link))
    return link


@action("chain.code_tried", allow=None)
def try_code(*, by: None, token: str, code: str) -> PieceLink:
    """Use the code. A wrong one counts; the answer says whether it opened (`is_opened`).

    Raises:
        Http404: the link does not work.
    """
    link = PieceLink.objects.select_for_update().get(pk=_live(token=token).pk)
    link.is_opened = use_code(link, code) and _sees_something(link.helper)
    if link.is_opened:
        shares = open_shares(helper=link.helper, day=timezone.localdate())
        PieceVisit.objects.create(
            case=link.case, helper=link.helper, at=timezone.now(), pieces=titles_of(shares)
        )
    return link


@action("chain.piece_answered", allow=None)
def answer_by_link(
    *, by: None, link_id: int, share_id: int, promise_id: int, step: str, **words: Any
) -> PieceAnswer:
    """As a partner with a log-in, through the link."""
    helper = _live(link_id=link_id).helper
    return take_piece_step(helper, share_id=share_id, promise_id=promise_id, step=step, **words)


@action("chain.more_asked", allow=None)
def ask_more_by_link(*, by: None, link_id: int, purpose: str) -> Share:
    return more_asked(_live(link_id=link_id).helper, purpose=purpose)


@action("chain.sheet_answered", allow=None)
def answer_sheet_by_link(*, by: None, link_id: int, share_id: int, **values: Any) -> SheetReply:
    """The employer's answer to her sheet."""
    return sheet_answered(_live(link_id=link_id).helper, share_id=share_id, **values)


@action("chain.handover_answered", allow=None)
def answer_handover(
    *, by: None, link_id: int, handover_id: int, seen_version: int, step: str, words: str = ""
) -> Handover:
    """The yes or no of a receiver without a log-in.

    Raises:
        Http404: not offered to whoever has this link.
        StepRefused: not now.
    """
    handover = offered_to_helper(_live(link_id=link_id).helper).filter(pk=handover_id).first()
    if handover is None or step not in (HandoverStep.ACCEPT, HandoverStep.DECLINE):
        raise Http404
    if step == HandoverStep.ACCEPT:
        return take_over(handover, by=None, seen_version=seen_version, greeting=words)
    return turn_down(handover, by=None, seen_version=seen_version, reason=words)


def _sees_something(helper: Helper) -> bool:
    shares = open_shares(helper=helper, day=timezone.localdate())
    return bool(shares) or offered_to_helper(helper).exists() or given_by_helper(helper).exists()


def _live(*, token: str = "", link_id: int = 0) -> PieceLink:
    link = live_link(token=token, link_id=link_id)
    if link is None:
        raise Http404
    return link
