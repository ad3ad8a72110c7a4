"""Writes of sharing: asked, given and ended by her; answered by the helper, with a log-in or through a link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .answering import more_asked, sheet_answered, take_piece_step
from .domain.share import PIECE, SHARE, PieceStep, ShareState, ShareStep
from .domain.steps import Party
from .models import Helper, PieceAnswer, Share, SheetReply
from .pieces import fits_together, may_see, shareable
from .queries import helper_of
from .sending import word_to_her
from .share_queries import helper_for, share_of


@action("chain.share_asked", allow=("create", "deeltoestemming_vraag"))
def ask_share(
    *,
    by: Account,
    case: Case,
    helper_id: int,
    purpose: str,
    pieces: Collection[str],
    until: dt.date,
    question_id: int | None = None,
) -> Share:
    """Put before her what would be shared, with whom, for what and until when. Her own question is her yes at once.

    Raises:
        Http404: no such helper, nothing to share, something that cannot be shared, or more than an employer may see.
    """
    helper, today = helper_of(case=case, helper_id=helper_id), timezone.localdate()
    known = set(dict(shareable(case=case, day=today)))
    if not fits_together(pieces) or set(pieces) - known or until < today or not may_see(helper, pieces):
        raise Http404
    values = {"purpose": purpose, "pieces": list(pieces), "until": until, "asked_by": by}
    if question_id:
        share = _question(case, helper, question_id)
        share = share.change(share.version, **values)
    else:
        share = Share.objects.create(case=case, helper=helper, **values)
    if by.pk == case.account_id:
        return _answered(share, ShareStep.GIVE, by, share.version)
    word_to_her(case)
    return share


def _question(case: Case, helper: Helper, question_id: int) -> Share:
    """What a helper asked for and nobody answered yet."""
    share = share_of(case=case, share_id=question_id)
    if share.helper_id != helper.pk or share.state != ShareState.ASKED or share.pieces:
        raise Http404
    return share


@action("chain.share_given", allow=("approve", "deeltoestemming_antwoord"))
def give(*, by: Account, case: Case, share_id: int, seen_version: int) -> Share:
    """Her yes, to this helper, for this, until that day.

    Raises:
        Http404: a question in which nobody chose yet what would be shared.
    """
    share = share_of(case=case, share_id=share_id)
    if not share.pieces:
        raise Http404
    return _answered(share, ShareStep.GIVE, by, seen_version)


@action("chain.share_refused", allow=("approve", "deeltoestemming_antwoord"))
def refuse(*, by: Account, case: Case, share_id: int, seen_version: int) -> Share:
    return _answered(share_of(case=case, share_id=share_id), ShareStep.REFUSE, by, seen_version)


@action("chain.share_withdrawn", allow=("approve", "deeltoestemming_antwoord"))
def withdraw(*, by: Account, case: Case, share_id: int, seen_version: int) -> Share:
    """Her no afterwards: the next request of the helper finds nothing."""
    return _answered(share_of(case=case, share_id=share_id), ShareStep.WITHDRAW, by, seen_version)


def _answered(share: Share, step: ShareStep, by: Account, seen_version: int) -> Share:
    state = SHARE.after(share.state, step, Party.HER)
    return share.change(seen_version, state=state, answered_at=timezone.now(), answered_by=by)


@action("chain.piece_answered", allow=("update", "gedeeld_stuk"))
def answer_piece(
    *, by: Account, helper_id: int, share_id: int, promise_id: int, step: str, **words: Any
) -> PieceAnswer:
    """A partner with a log-in answers to a promise that was shared with her or him."""
    helper = helper_for(by, helper_id=helper_id)
    return take_piece_step(helper, share_id=share_id, promise_id=promise_id, step=step, **words)


@action("chain.sheet_answered", allow=("update", "gedeeld_stuk"))
def answer_sheet(*, by: Account, helper_id: int, share_id: int, **values: Any) -> SheetReply:
    """An employer with a log-in answers to her sheet."""
    return sheet_answered(helper_for(by, helper_id=helper_id), share_id=share_id, **values)


@action("chain.piece_confirmed", allow=("approve", "deeltoestemming_antwoord"))
def confirm_piece(
    *, by: Account, case: Case, answer_id: int, seen_version: int, is_done: bool
) -> PieceAnswer:
    """She says whether what the helper reported was done.

    Raises:
        Http404: not of her case.
        StepRefused: nothing was reported.
    """
    answer = PieceAnswer.objects.filter(share__case=case, pk=answer_id).first()
    if answer is None:
        raise Http404
    state = PIECE.after(answer.state, PieceStep.CONFIRM if is_done else PieceStep.NOT_YET, Party.HER)
    return answer.change(seen_version, state=state)


@action("chain.more_asked", allow=("update", "gedeeld_stuk"))
def ask_more(*, by: Account, helper_id: int, purpose: str) -> Share:
    """A partner with a log-in asks for more; she decides."""
    return more_asked(helper_for(by, helper_id=helper_id), purpose=purpose)
