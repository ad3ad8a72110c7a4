"""Reads of both sides. Only here the seal of a ticket is opened, for whoever gave it or reads it over."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Count, Model, QuerySet
from django.http import Http404

from veerkracht.web.people.models import Account, Case

from .domain.standing import Waiting
from .models import Signal, SignalTopic, Stage, Ticket, TopicState, TopicStep
from .sealing import author_digests, holder_digests, unseal

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, kw_only=True)
class SignalWords:
    """What a signal says; the same for the giver, the second reader and who answers."""

    ring: str
    seed: str
    wrong: str
    helps: str
    hours: int | None
    euros: int | None


@dataclass(frozen=True, kw_only=True)
class ToRead:
    """A signal that waits for a second reader, without its writer."""

    id: uuid.UUID
    version: int
    words: SignalWords
    hearer: str
    hearer_name: str


@dataclass(frozen=True, kw_only=True)
class AnswerStep:
    on: dt.date
    what: str
    words: str
    who: str


@dataclass(frozen=True, kw_only=True)
class TopicLine:
    """One topic in a list, with how long somebody waits."""

    id: int
    version: int
    title: str
    hearer: str
    hearer_label: str
    hearer_name: str
    state: str
    state_label: str
    waiting: Waiting
    days_open: int
    is_late: bool
    signals: int


@dataclass(frozen=True, kw_only=True)
class TopicPage:
    line: TopicLine
    signals: Sequence[tuple[uuid.UUID, SignalWords]]
    steps: Sequence[AnswerStep]


@dataclass(frozen=True, kw_only=True)
class GivenSignal:
    """A signal on its giver's own page: how far it is, and once it is decided the answer."""

    id: uuid.UUID
    stage: str
    stage_label: str
    words: SignalWords
    remark: str
    topic: TopicLine | None
    steps: Sequence[AnswerStep]

    @property
    def is_decided(self) -> bool:
        return self.topic is not None and self.topic.state == TopicState.DECIDED

    @property
    def answer(self) -> AnswerStep | None:
        """The last decision, unless it was opened again since."""
        decisions = [step for step in self.steps if step.what in (TopicState.DECIDED, TopicState.DONE)]
        is_open = self.topic is None or self.topic.state in (TopicState.HEARD, TopicState.LOOKED_AT)
        return None if is_open or not decisions else decisions[-1]


# --- the giver's side ---------------------------------------------------------------------------------------


def tickets_to_read(*, account: Account) -> list[ToRead]:
    """What a colleague wrote and nobody read over yet."""
    tickets = _readable(account)
    return [_to_read(ticket) for ticket in tickets]


def _readable(account: Account) -> QuerySet[Ticket]:
    rows = Ticket.objects.filter(municipality=account.municipality_id, stage=Stage.READING)
    return rows.exclude(author__in=author_digests(account)).order_by("id")


def _to_read(ticket: Ticket) -> ToRead:
    content = unseal(ticket.sealed)
    return ToRead(
        id=ticket.pk,
        version=ticket.version,
        words=_words(content),
        hearer=content["hearer"],
        hearer_name=content["hearer_name"],
    )


def _words(content: dict[str, Any]) -> SignalWords:
    return SignalWords(**{name: content[name] for name in SignalWords.__dataclass_fields__})


def ticket_to_read(*, account: Account, ticket_id: uuid.UUID) -> Ticket:
    """Raises Http404: there is none, it was read, or the reader wrote it."""
    return _or_404(_readable(account).filter(pk=ticket_id))


def signal_to_read(*, account: Account, ticket_id: uuid.UUID) -> ToRead:
    return _to_read(ticket_to_read(account=account, ticket_id=ticket_id))


def own_ticket(*, account: Account, ticket_id: uuid.UUID, stages: Iterable[str]) -> Ticket:
    rows = Ticket.objects.filter(pk=ticket_id, author__in=author_digests(account), stage__in=list(stages))
    return _or_404(rows)


def signals_by(*, account: Account, day: dt.date) -> list[GivenSignal]:
    """Everything this account gave, with how far each is."""
    tickets = Ticket.objects.filter(author__in=author_digests(account)).order_by("id")
    return _given_signals(tickets, day)


@dataclass(frozen=True, kw_only=True)
class SignalsToday:
    """What of the signals asks something of one klantmanager today, in numbers of her or his own."""

    to_read: int
    back: int
    answered: int


def signals_today(*, account: Account, day: dt.date) -> SignalsToday:
    own = signals_by(account=account, day=day)
    return SignalsToday(
        to_read=_readable(account).count(),
        back=sum(signal.stage == Stage.BACK for signal in own),
        answered=sum(signal.answer is not None and signal.is_decided for signal in own),
    )


def signals_for_her(*, case: Case, account: Account, day: dt.date) -> list[GivenSignal]:
    """What she gave herself, and what was given from her case when she wanted to hear the answer."""
    hers = Ticket.objects.filter(holder__in=holder_digests(case)).order_by("id")
    written = set(author_digests(account))
    sent = [t for t in hers if t.author in written or (t.stage == Stage.SENT and unseal(t.sealed)["tell"])]
    return _given_signals(sent, day)


def answers_for_her(*, case: Case, account: Account, day: dt.date) -> list[GivenSignal]:
    """Signals of hers that were decided and are not done yet: what she is told on her first page."""
    signals = signals_for_her(case=case, account=account, day=day)
    return [signal for signal in signals if signal.is_decided and signal.answer]


def _given_signals(tickets: Iterable[Ticket], day: dt.date) -> list[GivenSignal]:
    contents = {ticket: unseal(ticket.sealed) for ticket in tickets}
    wanted = [content["signal"] for content in contents.values() if "signal" in content]
    rows = (
        Signal.objects.filter(pk__in=wanted).select_related("topic").prefetch_related("topic__steps__account")
    )
    signals = {row.pk.hex: row for row in rows}
    return [_given_signal(ticket, content, signals, day) for ticket, content in contents.items()]


def _given_signal(
    ticket: Ticket, content: dict[str, Any], signals: dict[str, Signal], day: dt.date
) -> GivenSignal:
    signal = signals.get(content.get("signal", ""))
    return GivenSignal(
        id=ticket.pk,
        stage=ticket.stage,
        stage_label=str(Stage(ticket.stage).label),
        words=words_of(signal) if signal else _words(content),
        remark=content.get("remark", ""),
        topic=_line(signal.topic, day, 1) if signal else None,
        steps=_steps(signal.topic) if signal else (),
    )


def topic_of_ticket(*, account: Account, case: Case | None, ticket_id: uuid.UUID) -> SignalTopic:
    """The topic of a signal this account gave, or that was given from her case when she wanted the answer."""
    ticket = _or_404(Ticket.objects.filter(pk=ticket_id, stage=Stage.SENT))
    content = unseal(ticket.sealed)
    hers = case is not None and ticket.holder in holder_digests(case) and content["tell"]
    if not hers and ticket.author not in author_digests(account):
        raise Http404
    return Signal.objects.select_related("topic").get(pk=content["signal"]).topic


# --- the side that answers ----------------------------------------------------------------------------------


def words_of(signal: Signal) -> SignalWords:
    return SignalWords(**{name: getattr(signal, name) for name in SignalWords.__dataclass_fields__})


def topics_of(*, account: Account, day: dt.date) -> list[TopicLine]:
    """Every topic of the municipality; what waits longest first, what is done last."""
    rows = _topics(account).annotate(count=Count("signals"))
    lines = [_line(row, day, row.count) for row in rows]
    return sorted(lines, key=lambda line: (line.state == TopicState.DONE, -line.days_open, line.title))


def last_words(*, account: Account) -> dict[int, str]:
    """By topic the words of its last step."""
    steps = TopicStep.objects.filter(topic__in=_topics(account)).order_by("on", "pk")
    return {step.topic_id: step.words for step in steps}


def _topics(account: Account) -> QuerySet[SignalTopic]:
    rows = SignalTopic.objects.filter(municipality=account.municipality_id, merged_into=None)
    return rows.order_by("heard_on", "pk")


def topic_of(*, account: Account, topic_id: int) -> SignalTopic:
    return _or_404(_topics(account).filter(pk=topic_id))


def signal_of(*, account: Account, signal_id: uuid.UUID) -> Signal:
    rows = Signal.objects.select_related("topic__municipality").filter(pk=signal_id)
    return _or_404(rows.filter(topic__municipality=account.municipality_id).order_by("id"))


def topic_page(*, account: Account, topic_id: int, day: dt.date) -> TopicPage:
    topic = topic_of(account=account, topic_id=topic_id)
    signals = [(row.pk, words_of(row)) for row in topic.signals.order_by("id")]
    return TopicPage(line=_line(topic, day, len(signals)), signals=signals, steps=_steps(topic))


def _line(topic: SignalTopic, day: dt.date, signals: int) -> TopicLine:
    waiting = Waiting(state=topic.state, since=topic.heard_on, due_on=topic.due_on)
    return TopicLine(
        id=topic.pk,
        version=topic.version,
        title=topic.title,
        hearer=topic.hearer,
        hearer_label=topic.get_hearer_display(),
        hearer_name=topic.hearer_name,
        state=topic.state,
        state_label=topic.get_state_display(),
        waiting=waiting,
        days_open=waiting.days_open(day),
        is_late=waiting.is_late(day),
        signals=signals,
    )


def _steps(topic: SignalTopic) -> tuple[AnswerStep, ...]:
    return tuple(
        AnswerStep(on=row.on, what=row.what, words=row.words, who=row.account.name if row.account else "")
        for row in sorted(topic.steps.all(), key=lambda row: (row.on, row.pk))
    )


def _or_404(rows: QuerySet[Row]) -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row
