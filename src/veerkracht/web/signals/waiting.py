"""What signals put on *Wacht op u*: what is to be read over (without writer or day), and topics without an answer."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import MOST, WaitingRow

from .models import TopicState
from .queries import TopicLine, tickets_to_read, topics_of


def rows_of_signals(*, account: Account, day: dt.date) -> list[WaitingRow]:
    rows = []
    if authorize(account, "approve", "signaal_nalezen"):
        rows += [
            WaitingRow(
                kind=_t("Signaal nalezen"),
                asks=each.words.wrong,
                url=reverse("signals:read_over", args=[each.id]),
                url_label=_t("Nalezen"),
            )
            for each in tickets_to_read(account=account)[:MOST]
        ]
    if authorize(account, "update", "signaalantwoord"):
        waiting = (TopicState.HEARD, TopicState.LOOKED_AT)
        rows += [_row(each) for each in topics_of(account=account, day=day) if each.state in waiting]
    return rows


def _row(topic: TopicLine) -> WaitingRow:
    return WaitingRow(
        kind=_t("Signaal"),
        asks=topic.title,
        reason=topic.hearer_name or topic.hearer_label,
        asked_on=topic.waiting.since,
        due_on=topic.waiting.due_on,
        url=reverse("signals:topic", args=[topic.id]),
        url_label=_t("Antwoord geven"),
    )
