"""The form in which a helper answers to one promise, with a log-in or through a link."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from .domain.share import PIECE
from .domain.steps import Party
from .domain.work_times import as_lines, is_time_to_adjust
from .employer import shared_sheet, sheet_share
from .models import Helper, PieceAnswer, SheetReply
from .share_forms import PieceAnswerForm, SheetReplyForm
from .share_queries import open_piece, sight_of
from .words import PIECE_STEPS

SHEET_ANSWERED = _("Uw antwoord staat erin. Zij ziet meteen of het past.")


def piece_form(
    request: HttpRequest, helper: Helper, *, share_id: int, promise_id: int
) -> dict[str, Any] | None:
    """The context of the page; None when this promise is not shared with this helper today."""
    try:
        share, piece = open_piece(
            helper=helper, share_id=share_id, promise_id=promise_id, day=timezone.localdate()
        )
    except Http404:
        return None
    answer = PieceAnswer.objects.filter(share=share, promise_id=promise_id).first()
    now = PIECE.open_to(answer.state if answer else PIECE.begins, Party.RECEIVER)
    steps = [(step, words) for step, words in PIECE_STEPS.items() if step in now]
    form = PieceAnswerForm(request.POST or None, steps=steps)
    return {"form": form, "title": _t("Uw antwoord"), "piece": piece, "shared": None}


def sheet_page(request: HttpRequest, helper: Helper, *, share_id: int, day: dt.date) -> dict[str, Any] | None:
    """The context of the employer's page; None when the sheet is not shared with this helper today."""
    try:
        share = sheet_share(helper=helper, share_id=share_id, day=day)
    except Http404:
        return None
    sight = sight_of(helper.case, day)
    reply = SheetReply.objects.filter(share=share).first()
    initial: dict[str, Any] = {}
    if reply:
        initial = {
            name: getattr(reply, name) for name in ("answer", "phone_rule_ok", "school_weeks_ok", "starts_on")
        }
        initial |= {"times": as_lines([tuple(each) for each in reply.times]), "words": reply.words}
    form = SheetReplyForm(request.POST or None, initial=initial)
    shared = shared_sheet(case=helper.case, account=sight, day=day) if sight else None
    again = is_time_to_adjust(reply.starts_on, reply.said_on, day) if reply else False
    return {
        "form": form,
        "title": _t("Werktijden van %(name)s") % {"name": helper.case.full_name},
        "piece": None,
        "shared": shared,
        "is_time_to_adjust": again,
    }
