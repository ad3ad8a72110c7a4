"""Signals of the demo municipality: two that wait too long, one that was answered, and four that wait for company."""

from __future__ import annotations

import datetime as dt
from typing import Any

from veerkracht.web.people.models import Account, Case
from veerkracht.web.signals import actions
from veerkracht.web.signals.models import Signal, SignalTopic, Ticket

# Who wrote it, whose case it is from, what goes wrong, what would help, hours, euros, and who can change it.
_SENT = (
    (
        "aylin",
        "amber",
        "De taalles telt niet als traject, dus de opvang stopt.",
        "Opvang vergoeden bij elke les.",
        6,
        120,
    ),
    (
        "joost",
        "",
        "Wie taalles volgt bij een stichting, krijgt geen opvang.",
        "De lijst van de wet ruimer lezen.",
        5,
        110,
    ),
    ("aylin", "amber", "De opvang gaat pas om acht uur open.", "Een half uur eerder open.", 5, None),
    (
        "joost",
        "",
        "De brief over terugbetalen is niet te begrijpen.",
        "Een brief op taalniveau B1.",
        None,
        None,
    ),
    ("aylin", "", "De caseload is te groot om langs te gaan.", "Minder mensen per klantmanager.", None, None),
)
_WAITING = (
    ("aylin", "amber", "Een laptop voor de opleiding telt als bezit."),
    ("joost", "", "De bus naar het bedrijventerrein rijdt niet voor zeven uur."),
    ("joost", "", "Ouders horen te laat welke studiedagen er zijn."),
    ("aylin", "", "Wie vier uur werkt, moet elke maand opnieuw papieren inleveren."),
)


def load_signals(today: dt.date) -> None:
    """Given, read over by the other, sent together; the policy maker answered one of them."""
    for writer, mother, wrong, helps, hours, euros in _SENT:
        _hand_in(writer, mother, wrong, helps=helps, hours=hours, euros=euros)
    topics = {signal.wrong: signal.topic for signal in Signal.objects.select_related("topic")}
    for days_ago, wrong in (
        (44, _SENT[0][2]),
        (20, _SENT[1][2]),
        (12, _SENT[2][2]),
        (9, _SENT[3][2]),
        (9, _SENT[4][2]),
    ):
        heard_on = today - dt.timedelta(days=days_ago)
        due_on = heard_on + dt.timedelta(days=30)
        SignalTopic.objects.filter(pk=topics[wrong].pk).update(heard_on=heard_on, due_on=due_on)
    _answer(topics[_SENT[3][2]], today)
    for writer, mother, wrong in _WAITING:
        _hand_in(writer, mother, wrong)


def _hand_in(writer: str, mother: str, wrong: str, **words: Any) -> None:
    by = Account.objects.get(login=writer)
    reader = Account.objects.get(login="joost" if writer == "aylin" else "aylin")
    case = Case.objects.get(account__login=mother) if mother else None
    facts = {"ring": "exo", "seed": "", "helps": "", "hours": None, "euros": None, **words}
    ticket: Ticket = actions.hand_in(
        by=by, case=case, wrong=wrong, hearer="department", hearer_name="", tell=case is not None, **facts
    )
    actions.read_over(by=reader, ticket_id=ticket.pk, seen_version=1, goes=True, remark="")


def _answer(topic: SignalTopic, today: dt.date) -> None:
    ilse = Account.objects.get(login="ilse")
    actions.take_step(
        by=ilse,
        topic_id=topic.pk,
        seen_version=topic.version,
        state="decided",
        words="Onze brieven gaan dit jaar langs mensen die ze zelf krijgen. De eerste drie zijn klaar.",
        due_on=today + dt.timedelta(days=30),
    )
