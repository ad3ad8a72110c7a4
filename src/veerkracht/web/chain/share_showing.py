"""What is shared, as the pages say it: each share with its state in words, each answer of a helper."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.models import Case

from .domain.share import PieceState, ShareState, is_open
from .models import PieceAnswer, Share
from .pieces import shareable
from .share_queries import answers_to_look_at, shares_of
from .words import PIECE_STATES


@dataclass(frozen=True, kw_only=True)
class ShareLine:
    """`waits`: for her yes or no; `is_question`: a helper asks and nobody chose yet what would be shared."""

    share: Share
    pieces: list[str]
    state: str
    waits: bool
    is_open: bool
    is_question: bool


@dataclass(frozen=True, kw_only=True)
class AnswerLine:
    answer: PieceAnswer
    sentence: str
    state: str
    is_reported: bool


def share_lines(*, case: Case, hers: bool, day: dt.date) -> list[ShareLine]:
    names = dict(shareable(case=case, day=day))
    return [_line(share, names, hers, day) for share in shares_of(case=case)]


def _line(share: Share, names: dict[str, str], hers: bool, day: dt.date) -> ShareLine:
    opened = is_open(share.state, share.until, day)
    return ShareLine(
        share=share,
        pieces=[names.get(key, _t("een belofte die klaar is")) for key in share.pieces],
        state=_state(share, opened, hers),
        waits=share.state == ShareState.ASKED,
        is_open=opened,
        is_question=not share.pieces,
    )


def _state(share: Share, opened: bool, hers: bool) -> str:
    if share.state == ShareState.ASKED:
        return _t("wacht op jou") if hers else _t("wacht op haar")
    if opened:
        return _t("gedeeld")
    words = {ShareState.GIVEN: _t("voorbij"), ShareState.REFUSED: _t("nee gezegd")}
    return words.get(ShareState(share.state), _t("gestopt"))


def answer_lines(*, case: Case, day: dt.date) -> list[AnswerLine]:
    names = dict(shareable(case=case, day=day))
    return [
        AnswerLine(
            answer=row,
            sentence=names.get(f"promise:{row.promise_id}", _t("een belofte die klaar is")),
            state=str(PIECE_STATES[row.state]),
            is_reported=row.state == PieceState.REPORTED,
        )
        for row in answers_to_look_at(case=case)
    ]
