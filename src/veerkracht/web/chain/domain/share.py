"""One piece for one helper, for one purpose, until one day: asked of her, given by her, ended by her at any moment."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from .steps import Party, StepTable


class ShareState(StrEnum):
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ShareStep(StrEnum):
    GIVE = "give"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"


class PieceState(StrEnum):
    """Where a promise stands with the helper it was shared with."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REPORTED = "reported"
    CONFIRMED = "confirmed"


class PieceStep(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    PROPOSE_DAY = "propose_day"
    REPORT_DONE = "report_done"
    CONFIRM = "confirm"
    NOT_YET = "not_yet"


_S, _T = ShareState, ShareStep
SHARE = StepTable(
    name="share",
    begins=_S.ASKED,
    follows={
        (_S.ASKED, _T.GIVE): _S.GIVEN,
        (_S.ASKED, _T.REFUSE): _S.REFUSED,
        (_S.REFUSED, _T.GIVE): _S.GIVEN,
        (_S.GIVEN, _T.WITHDRAW): _S.WITHDRAWN,
    },
    takers={step: frozenset({Party.HER}) for step in _T},
)

_P, _Q = PieceState, PieceStep
PIECE = StepTable(
    name="piece",
    begins=_P.WAITING,
    follows={
        (_P.WAITING, _Q.ACCEPT): _P.ACCEPTED,
        (_P.WAITING, _Q.DECLINE): _P.DECLINED,
        (_P.WAITING, _Q.PROPOSE_DAY): _P.WAITING,
        (_P.DECLINED, _Q.ACCEPT): _P.ACCEPTED,
        (_P.ACCEPTED, _Q.PROPOSE_DAY): _P.ACCEPTED,
        (_P.ACCEPTED, _Q.DECLINE): _P.DECLINED,
        (_P.ACCEPTED, _Q.REPORT_DONE): _P.REPORTED,
        (_P.REPORTED, _Q.CONFIRM): _P.CONFIRMED,
        (_P.REPORTED, _Q.NOT_YET): _P.ACCEPTED,
    },
    takers={
        _Q.ACCEPT: frozenset({Party.RECEIVER}),
        _Q.DECLINE: frozenset({Party.RECEIVER}),
        _Q.PROPOSE_DAY: frozenset({Party.RECEIVER}),
        _Q.REPORT_DONE: frozenset({Party.RECEIVER}),
        _Q.CONFIRM: frozenset({Party.HER}),
        _Q.NOT_YET: frozenset({Party.HER}),
    },
)


def is_open(state: str, until: dt.date, day: dt.date) -> bool:
    """Whether the receiver sees anything on this day. The last day counts."""
    return state == ShareState.GIVEN and day <= until
