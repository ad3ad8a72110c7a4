"""Pieces of the writes of sharing, for a helper with a log-in and for one with a link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.http import Http404
from django.utils import timezone

from .domain.share import PIECE, PieceStep
from .domain.steps import Party
from .domain.work_times import Time
from .employer import sheet_share
from .models import Helper, PieceAnswer, Share, SheetReply
from .sending import word_to_her
from .share_queries import open_piece

ASKED_DAYS = 30
"""How long a piece the helper asks for would be open, when she says yes."""


def take_piece_step(
    helper: Helper,
    *,
    share_id: int,
    promise_id: int,
    step: str,
    reason: str = "",
    proposed_on: dt.date | None = None,
) -> PieceAnswer:
    """Part of an action: the helper's word on one promise, as long as it is shared today.

    Raises:
        Http404: it is not shared (any more), or there is no such step.
        StepRefused: not this step now.
    """
    today = timezone.localdate()
    share, _piece = open_piece(helper=helper, share_id=share_id, promise_id=promise_id, day=today)
    answer, _made = PieceAnswer.objects.select_for_update().get_or_create(share=share, promise_id=promise_id)
    if step not in list(PieceStep):
        raise Http404
    state = PIECE.after(answer.state, step, Party.RECEIVER)
    return answer.change(
        answer.version,
        state=state,
        reason=reason,
        proposed_on=proposed_on or answer.proposed_on,
        said_on=today,
    )


def more_asked(helper: Helper, *, purpose: str) -> Share:
    """Part of an action: a question of the helper, without any piece: she or her klantmanager says which would do."""
    until = timezone.localdate() + dt.timedelta(days=ASKED_DAYS)
    nothing: Any = []
    word_to_her(helper.case)
    return Share.objects.create(
        case=helper.case, helper=helper, purpose=purpose, pieces=nothing, until=until, asked_words=purpose
    )


def sheet_answered(helper: Helper, *, share_id: int, times: Sequence[Time], **values: Any) -> SheetReply:
    """Part of an action: the employer's answer; answering again replaces the one before and says when.

    Raises:
        Http404: her sheet is not shared with this helper (any more).
    """
    today = timezone.localdate()
    share = sheet_share(helper=helper, share_id=share_id, day=today)
    values |= {"times": [list(each) for each in times], "said_on": today}
    reply, is_new = SheetReply.objects.get_or_create(share=share, defaults=values)
    word_to_her(helper.case)
    return reply if is_new else reply.change(reply.version, **values)
