"""Handing in, reading over, answering. What a giver does leaves an event without a name, a case or an hour."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.db.models import F
from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .domain.standing import DAYS_TO_ANSWER, may_follow
from .models import Signal, SignalTopic, Stage, Ticket, TopicState, TopicStep
from .queries import own_ticket, signal_of, ticket_to_read, topic_of, topic_of_ticket
from .sealing import author_digests, holder_digests, seal, unseal
from .sending import send_together


@action("signals.handed_in", allow=("create", "beleidssignaal"), unnamed=True)
def hand_in(
    *,
    by: Account,
    case: Case | None,
    ring: str,
    seed: str,
    wrong: str,
    helps: str,
    hours: int | None,
    euros: int | None,
    hearer: str,
    hearer_name: str,
    tell: bool,
    replaces: uuid.UUID | None = None,
) -> Ticket:
    """Put a signal before a second reader.

    Args:
        case: the case it comes from; None when it is about the work itself.
        hours, euros: what it costs in a week and in a month, rounded already.
        tell: she wants to hear the answer.
        replaces: a ticket of the same writer that came back.
    """
    holder = holder_digests(case)[0] if case else ""
    if replaces:
        earlier = own_ticket(account=by, ticket_id=replaces, stages=(Stage.BACK,))
        holder, tell = earlier.holder, tell or unseal(earlier.sealed)["tell"]
        earlier.delete()
    content = {"ring": ring, "seed": seed, "wrong": wrong, "helps": helps, "hours": hours, "euros": euros}
    content |= {"hearer": hearer, "hearer_name": hearer_name, "tell": tell, "remark": ""}
    return Ticket.objects.create(
        municipality=by.municipality,
        holder=holder,
        author=author_digests(by)[0],
        sealed=seal(content),
    )


@action("signals.withdrawn", allow=("read", "beleidssignaal"), unnamed=True)
def withdraw(*, by: Account, case: Case | None = None, ticket_id: uuid.UUID) -> None:
    """Take back what did not go yet."""
    stages = (Stage.READING, Stage.BACK, Stage.READY)
    own_ticket(account=by, ticket_id=ticket_id, stages=stages).delete()


@action("signals.read_over", allow=("approve", "signaal_nalezen"))
def read_over(*, by: Account, ticket_id: uuid.UUID, seen_version: int, goes: bool, remark: str) -> None:
    """The second reader lets it go, or gives it back with a remark. Never the writer.

    Raises:
        Conflict: somebody else read it meanwhile.
    """
    ticket = ticket_to_read(account=by, ticket_id=ticket_id)
    day = timezone.localdate()
    if goes:
        ticket.change(seen_version, stage=Stage.READY, approved_in=day.replace(day=1))
        send_together(municipality_id=by.municipality_id, day=day)
    else:
        content = unseal(ticket.sealed) | {"remark": remark}
        ticket.change(seen_version, stage=Stage.BACK, sealed=seal(content))


@action("signals.stepped", allow=("update", "signaalantwoord"))
def take_step(
    *, by: Account, topic_id: int, seen_version: int, state: str, words: str, due_on: dt.date | None
) -> SignalTopic:
    """Say how far it is; givers read the words.

    Args:
        due_on: when the decision will be there, or what was decided will be done; None leaves the day as it was.

    Raises:
        Http404: this cannot follow on how far it is.
        Conflict: somebody else took a step meanwhile.
    """
    topic = topic_of(account=by, topic_id=topic_id)
    if not may_follow(topic.state, state):
        raise Http404
    topic.change(seen_version, state=state, due_on=due_on or topic.due_on)
    return _with_step(topic, state, words, by)


@action("signals.forwarded", allow=("update", "signaalantwoord"))
def forward(
    *, by: Account, topic_id: int, seen_version: int, hearer: str, hearer_name: str, words: str
) -> SignalTopic:
    """To who can change it. The day of the answer stays: nobody waits longer because it was passed on."""
    topic = topic_of(account=by, topic_id=topic_id)
    topic.change(seen_version, hearer=hearer, hearer_name=hearer_name)
    return _with_step(topic, "forwarded", words, by)


def _with_step(topic: SignalTopic, what: str, words: str, by: Account | None) -> SignalTopic:
    TopicStep.objects.create(topic=topic, on=timezone.localdate(), what=what, words=words, account=by)
    return topic


@action("signals.named", allow=("update", "signaalantwoord"))
def name_topic(*, by: Account, topic_id: int, seen_version: int, title: str) -> SignalTopic:
    return topic_of(account=by, topic_id=topic_id).change(seen_version, title=title)


@action("signals.joined", allow=("update", "signaalantwoord"))
def join_topics(*, by: Account, topic_id: int, seen_version: int, into_id: int) -> SignalTopic:
    """These signals say the same as those of another topic: they wait as long as the oldest of them."""
    topic, into = (topic_of(account=by, topic_id=pk) for pk in (topic_id, into_id))
    if topic.pk == into.pk:
        raise Http404
    topic.change(seen_version, merged_into=into)
    topic.signals.update(topic=into)
    dates = {"heard_on": min(topic.heard_on, into.heard_on), "due_on": min(topic.due_on, into.due_on)}
    return into.change(into.version, **dates)


@action("signals.joined", allow=("update", "signaalantwoord"))
def take_apart(*, by: Account, signal_id: uuid.UUID) -> SignalTopic:
    """This signal says something else: a topic of its own, which waits since the same day."""
    signal: Signal = signal_of(account=by, signal_id=signal_id)
    was = signal.topic
    same: dict[str, Any] = {
        name: getattr(was, name)
        for name in ("municipality", "hearer", "hearer_name", "heard_on", "due_on", "state")
    }
    signal.topic = SignalTopic.objects.create(title=signal.wrong.split("\n")[0][:117], **same)
    signal.save(update_fields=["topic"])
    for step in was.steps.order_by("pk"):
        step.pk, step.topic = None, signal.topic
        step.save()
    return signal.topic


@action("signals.reopened", allow=("read", "beleidssignaal"), unnamed=True)
def reopen(*, by: Account, case: Case | None = None, ticket_id: uuid.UUID, words: str) -> None:
    """A giver is not content with the answer: it is heard once more, with the words and without the giver."""
    topic = topic_of_ticket(account=by, case=case, ticket_id=ticket_id)
    day = timezone.localdate()
    if topic.state not in (TopicState.DECIDED, TopicState.DONE):
        raise Http404
    due_on = day + dt.timedelta(days=DAYS_TO_ANSWER)
    again = {"state": TopicState.HEARD, "due_on": due_on, "version": F("version") + 1}
    SignalTopic.objects.filter(pk=topic.pk).update(**again)
    _with_step(topic, "reopened", words, None)
