"""Reads about money: what was told, what the page shows, what was kept, what is not right."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import Http404

from veerkracht.money.situation import Scenario, present
from veerkracht.web.facts.queries import SavedFacts, facts_of
from veerkracht.web.people.models import Case

from .domain.ledger import Noted
from .domain.questions import ASKED_NOW, PARTS, UNKNOWN, QuestionPart, parts_of_core
from .domain.situation import ChildOf, KnownPerson, known
from .models import Doubt, KeptScenario, MoneyEvent, PartAnswers, PaySlip
from .saved_facts import answers_from, roots_of
from .scheme_queries import schemes_in_force


@dataclass(frozen=True)
class SavedPurse:
    """Everything that was told, the version of each part, and what the case itself knows."""

    answers: dict[str, Any]
    versions: dict[str, int]
    person: KnownPerson
    parts_told: frozenset[str] = frozenset()
    """The parts that were filled in on a page of money itself."""

    def of(self, name: str) -> float | None:
        """A number that was told."""
        value = known(self.answers, name)
        return value if isinstance(value, float | int) else None


def purse_of(*, case: Case) -> SavedPurse:
    """What was told about money, or elsewhere about the same things. Three queries."""
    return purse_from(case=case, saved=facts_of(case=case))


def purse_from(*, case: Case, saved: SavedFacts) -> SavedPurse:
    """The same with the facts that were read already. One query, and one for the children."""
    sheets = list(PartAnswers.objects.filter(case=case).order_by("pk"))
    answers = {name: value for sheet in sheets for name, value in sheet.answers.items()}
    children = tuple(ChildOf(str(c.pk), c.first_name, c.born_on) for c in case.household.children.all())
    answers |= answers_from(saved, [child.key for child in children])
    versions = {sheet.part: sheet.version for sheet in sheets}
    for part in PARTS:
        revision = max(versions.get(part, 0), saved.revision(roots_of(part)))
        versions |= {part: revision} if revision else {}
    person = KnownPerson(case.born_on, children, schemes_in_force(municipality_id=case.municipality_id))
    return SavedPurse(answers, versions, person, frozenset(sheet.part for sheet in sheets))


def core_version(purse: SavedPurse) -> int:
    """Grows with every change of a part the one page writes; 1 when nothing was told."""
    return 1 + sum(purse.versions.get(part, 0) for part in parts_of_core({}))


@dataclass(frozen=True)
class AnswersNow:
    """A part as it stands, to lay beside what somebody typed."""

    version: int
    answers: dict[str, Any]


@dataclass(frozen=True)
class PartState:
    """How far one part is: what was filled in, and what nobody knows yet."""

    part: QuestionPart
    filled: int
    unknown: tuple[str, ...]


def parts_told(purse: SavedPurse) -> list[PartState]:
    """The parts in order, with what is known of each."""
    return [_state(part, purse) for part in PARTS.values()]


def is_begun(purse: SavedPurse) -> bool:
    return any(part.name in purse.parts_told for part in ASKED_NOW)


def _state(part: QuestionPart, purse: SavedPurse) -> PartState:
    asked = [(q.name, q.label) for q in part.questions]
    asked += [
        (f"{q.name}_{child.key}", f"{child.name}: {q.label}")
        for child in purse.person.children
        for q in part.of_a_child
    ]
    filled = sum(1 for name, _ in asked if name in purse.answers)
    return PartState(
        part, filled, tuple(str(label) for name, label in asked if purse.answers.get(name) == UNKNOWN)
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
