"""A warm handover: she releases what goes along, somebody says yes before a day, and three of you talk first.

Whoever had her before stays responsible until somebody else has said yes.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import holidays

from .steps import Party, StepTable

ANSWER_DAYS = 5
"""Working days in which the receiver answers, unless somebody chose another term (warm_handover_standard)."""
TALK_DAYS = 10
"""Working days after the yes in which the talk of three is held."""


class HandoverState(StrEnum):
    WITH_HER = "with_her"  # made; she reads it, takes lines out
    OFFERED = "offered"  # she released it; the receiver answers before a day
    ACCEPTED = "accepted"
    TALK_PLANNED = "talk_planned"
    TALKED = "talked"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class HandoverStep(StrEnum):
    RELEASE = "release"
    PASS_ON = (
        "pass_on"  # to a colleague of the same municipality, whose task by law it is; she is told at once
    )
    TAKE_BACK = "take_back"
    ACCEPT = "accept"
    DECLINE = "decline"
    BEGIN_AGAIN = "begin_again"
    PLAN_TALK = "plan_talk"
    HOLD_TALK = "hold_talk"
    WITHDRAW = "withdraw"


S, T = HandoverState, HandoverStep
HANDOVER = StepTable(
    name="handover",
    begins=S.WITH_HER,
    follows={
        (S.WITH_HER, T.RELEASE): S.OFFERED,
        (S.WITH_HER, T.PASS_ON): S.OFFERED,
        (S.WITH_HER, T.WITHDRAW): S.WITHDRAWN,
        (S.OFFERED, T.TAKE_BACK): S.WITH_HER,
        (S.OFFERED, T.ACCEPT): S.ACCEPTED,
        (S.OFFERED, T.DECLINE): S.DECLINED,
        (S.OFFERED, T.WITHDRAW): S.WITHDRAWN,
        (S.DECLINED, T.BEGIN_AGAIN): S.WITH_HER,
        (S.DECLINED, T.WITHDRAW): S.WITHDRAWN,
        (S.ACCEPTED, T.PLAN_TALK): S.TALK_PLANNED,
        (S.TALK_PLANNED, T.PLAN_TALK): S.TALK_PLANNED,
        (S.TALK_PLANNED, T.HOLD_TALK): S.TALKED,
    },
    takers={
        T.RELEASE: frozenset({Party.HER}),
        T.PASS_ON: frozenset({Party.GIVER}),
        T.TAKE_BACK: frozenset({Party.HER}),
        T.ACCEPT: frozenset({Party.RECEIVER}),
        T.DECLINE: frozenset({Party.RECEIVER}),
        T.BEGIN_AGAIN: frozenset({Party.GIVER}),
        T.PLAN_TALK: frozenset({Party.HER, Party.GIVER, Party.RECEIVER}),
        T.HOLD_TALK: frozenset({Party.HER, Party.GIVER, Party.RECEIVER}),
        T.WITHDRAW: frozenset({Party.HER, Party.GIVER}),
    },
)
TAKEN_OVER = frozenset({S.ACCEPTED, S.TALK_PLANNED, S.TALKED})
CLOSED = frozenset({S.TALKED, S.WITHDRAWN})
# Still going: the giver follows where it stands, without what goes along.
RUNNING = frozenset({S.OFFERED, S.DECLINED, S.ACCEPTED, S.TALK_PLANNED})
# What the receiver may read: what she released, while it is offered or the first talk is still to come.
READABLE = frozenset({S.OFFERED, S.ACCEPTED, S.TALK_PLANNED})


def responsible(state: str) -> Party:
    """Who carries it now: at every moment exactly one."""
    return Party.RECEIVER if state in TAKEN_OVER else Party.GIVER


def is_unanswered(state: str, due_on: dt.date | None, day: dt.date) -> bool:
    """Offered, and the day of answering is past."""
    return state == S.OFFERED and due_on is not None and due_on < day


def is_talk_late(state: str, talk_due_on: dt.date | None, day: dt.date) -> bool:
    """Taken over, and the talk of three should have been held by now."""
    return state in (S.ACCEPTED, S.TALK_PLANNED) and talk_due_on is not None and talk_due_on < day


def late_since(
    state: str, due_on: dt.date | None, talk_due_on: dt.date | None, day: dt.date
) -> dt.date | None:
    """The day that passed without an answer or without the talk of three; None while all goes as agreed."""
    if is_unanswered(state, due_on, day):
        return due_on
    return talk_due_on if is_talk_late(state, talk_due_on, day) else None


def working_days_after(day: dt.date, days: int) -> dt.date:
    """So many working days later: no weekend, no day off of the country."""
    free = holidays.country_holidays("NL")
    while days:
        day += dt.timedelta(days=1)
        if day.weekday() < 5 and day not in free:
            days -= 1
    return day
