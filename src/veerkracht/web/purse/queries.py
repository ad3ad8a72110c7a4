"""Reads about money: what was told, what the page shows, what was kept, what is not right."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from veerkracht.money.situation import Scenario, present
from veerkracht.web.people.models import Case
from veerkracht.web.record.models import Event

from .domain.paying import Noted
from .domain.questions import ASKED_NOW, PARTS, UNKNOWN, Part
from .domain.situation import ChildOf, Person, known
from .models import Doubt, KeptScenario, MoneyEvent, PartAnswers, PaySlip


@dataclass(frozen=True)
class Purse:
    """Everything that was told, the version of each part, and what the case itself knows."""

    answers: dict[str, Any]
    versions: dict[str, int]
    person: Person

    def of(self, name: str) -> float | None:
        """A number that was told."""
        value = known(self.answers, name)
        return value if isinstance(value, float | int) else None


def purse_of(*, case: Case) -> Purse:
    """What was told about money. Two queries."""
    sheets = list(PartAnswers.objects.filter(case=case).order_by("pk"))
    answers = {name: value for sheet in sheets for name, value in sheet.answers.items()}
    children = tuple(ChildOf(str(c.pk), c.first_name, c.born_on) for c in case.household.children.all())
    return Purse(answers, {sheet.part: sheet.version for sheet in sheets}, Person(case.born_on, children))


@dataclass(frozen=True)
class PartState:
    """How far one part is: what was filled in, and what nobody knows yet."""

    part: Part
    filled: int
    unknown: tuple[str, ...]


def parts_told(purse: Purse) -> list[PartState]:
    """The parts in order, with what is known of each."""
    return [_state(part, purse) for part in PARTS.values()]


def is_begun(purse: Purse) -> bool:
    return any(part.name in purse.versions for part in ASKED_NOW)


def _state(part: Part, purse: Purse) -> PartState:
    asked = [(q.name, q.label) for q in part.questions]
    asked += [
        (f"{q.name}_{child.key}", f"{child.name}: {q.label}")
        for child in purse.person.children
        for q in part.of_a_child
    ]
    filled = sum(1 for name, _ in asked if name in purse.answers)
    return PartState(
        part, filled, tuple(label for name, label in asked if purse.answers.get(name) == UNKNOWN)
    )


@dataclass(frozen=True)
class KeptFacts:
    """A kept sum, with its situation as it was."""

    id: int
    label: str
    day: dt.date
    rules: str
    hours: float
    hourly_wage: float
    to_spend: float
    more: float
    rows: tuple[tuple[str, str, float], ...]
    kept_by: str
    facts: dict[str, Any]

    def scenario(self) -> Scenario:
        """The situation made again, to derive the explanation from."""
        return present(self.facts["facts"], self.day, self.facts["travel"])


def _kept(row: KeptScenario) -> KeptFacts:
    return KeptFacts(
        row.pk,
        row.label,
        row.day,
        row.rules,
        row.hours,
        row.hourly_wage,
        row.amounts["to_spend"],
        row.amounts["more"],
        tuple(tuple(one) for one in row.amounts["rows"]),
        row.kept_by.name,
        row.facts,
    )


def kept_scenarios(*, case: Case) -> list[KeptFacts]:
    """What was kept, newest first. One query."""
    rows = KeptScenario.objects.filter(case=case).select_related("kept_by").order_by("-pk")
    return [_kept(row) for row in rows]


def kept_of(*, case: Case, kept_id: int) -> KeptScenario:
    """One kept sum of this case.

    Raises:
        Http404: this case has no such sum.
    """
    row = KeptScenario.objects.filter(case=case, pk=kept_id).select_related("kept_by").first()
    if row is None:
        raise Http404
    return row


def kept_facts(*, case: Case, kept_id: int) -> KeptFacts:
    return _kept(kept_of(case=case, kept_id=kept_id))


def doubts_of(*, case: Case) -> list[Doubt]:
    """What is said not to be right, newest first, with who wrote it. One query."""
    return list(
        Doubt.objects.filter(case=case).select_related("written_by", "answered_by").order_by("answer", "-pk")
    )


def doubt_of(*, case: Case, doubt_id: int) -> Doubt:
    """One of them.

    Raises:
        Http404: this case has no such note.
    """
    row = Doubt.objects.filter(case=case, pk=doubt_id).first()
    if row is None:
        raise Http404
    return row


def events_of(*, case: Case) -> list[Noted]:
    """What will happen, in order of the days. One query."""
    return [noted(row) for row in MoneyEvent.objects.filter(case=case).order_by("on", "pk")]


def noted(row: MoneyEvent) -> Noted:
    return Noted(row.on, row.kind, row.fields, row.pk, row.version)


def event_of(*, case: Case, event_id: int) -> MoneyEvent:
    """One of them.

    Raises:
        Http404: this case has no such event.
    """
    row = MoneyEvent.objects.filter(case=case, pk=event_id).first()
    if row is None:
        raise Http404
    return row


def slips_of(*, case: Case) -> list[PaySlip]:
    """The pay slips that were noted, newest first. One query."""
    return list(PaySlip.objects.filter(case=case).order_by("-month", "pk"))


def slip_of(*, case: Case, slip_id: int) -> PaySlip:
    """One of them.

    Raises:
        Http404: this case has no such slip.
    """
    row = PaySlip.objects.filter(case=case, pk=slip_id).first()
    if row is None:
        raise Http404
    return row


def made_with(*, case: Case, tokens: Iterable[uuid.UUID]) -> dict[uuid.UUID, int | None]:
    """Which of these tokens had their effect in this case, and the promise each made; None when that one was
    taken away again. Two queries."""
    events = Event.objects.filter(case_id=case.pk).order_by("pk")
    made = dict(events.filter(once__in=list(tokens)).values_list("once", "object_id"))
    gone = events.filter(kind="plan.promise_removed", object_id__in=[pk for pk in made.values() if pk])
    removed = set(gone.values_list("object_id", flat=True))
    return {once: None if pk in removed else pk for once, pk in made.items()}
