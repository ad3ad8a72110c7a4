"""A handover as its page shows it: where it stands, who carries it now, what goes along and what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from .domain.handover import HANDOVER, is_talk_late, is_unanswered, responsible
from .domain.steps import Party
from .models import Handover, HandoverMoment
from .packet import OWN_WORDS
from .words import PACKET, PACKET_TO_HER, STATES, STATES_TO_HER, STEPS


@dataclass(frozen=True, kw_only=True)
class PacketLine:
    key: str
    about: str
    text: str


@dataclass(frozen=True, kw_only=True)
class HandoverLines:
    """`responsible` is a name: of whoever carries it now."""

    row: Handover
    state: str
    responsible: str
    is_late: bool
    packet: list[PacketLine]
    own_words: str


@dataclass(frozen=True, kw_only=True)
class TimelineLine:
    at: dt.datetime
    who: str
    words: str


def lines_of(handover: Handover, *, hers: bool) -> HandoverLines:
    day, states = timezone.localdate(), STATES_TO_HER if hers else STATES
    about = PACKET_TO_HER if hers else PACKET
    is_receivers = responsible(handover.state) == Party.RECEIVER
    return HandoverLines(
        row=handover,
        state=str(states[handover.state]),
        responsible=handover.receiver_name if is_receivers else handover.giver_name,
        is_late=is_unanswered(handover.state, handover.due_on, day)
        or is_talk_late(handover.state, handover.talk_due_on, day),
        packet=[
            PacketLine(key=line["key"], about=str(about[line["about"]]), text=line["text"])
            for line in handover.packet
        ],
        own_words=next((line["text"] for line in handover.packet if line["key"] == OWN_WORDS), ""),
    )


def timeline_of(handover: Handover) -> list[TimelineLine]:
    """Oldest first; a step through a link has the name of the receiver."""
    rows: Iterable[HandoverMoment] = handover.moments.select_related("by").order_by("pk")
    return [
        TimelineLine(
            at=row.at, who=row.by.name if row.by else handover.receiver_name, words=str(STEPS[row.step])
        )
        for row in rows
    ]


def steps_open(handover: Handover, party: Party) -> frozenset[str]:
    return HANDOVER.open_to(handover.state, party)
