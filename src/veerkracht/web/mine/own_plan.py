"""Maak je eigen plan: the questions she is offered, one at a time, and what she wrote. Hers until she brings it in.

The six motives are those lone parents named themselves (M1–M6 of the method's inventory).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.models import Account, Case

from .models import OwnAnswer, Skill

WHY, DARED = "waarom", "durven"
MOTIVES = {
    "M1": _("Zelf beslissen en op eigen benen staan"),
    "M2": _("Trots zijn op mezelf"),
    "M3": _("Leren en groeien"),
    "M4": _("Mensen zien en spreken"),
    "M5": _("Meer geld overhouden"),
    "M6": _("Een voorbeeld zijn voor mijn kinderen"),
}


@dataclass(frozen=True, kw_only=True)
class OwnQuestion:
    """One question of her own plan."""

    code: str
    title: str
    hint: str

    @property
    def has_motives(self) -> bool:
        return self.code == WHY

    @property
    def stays_hers(self) -> bool:
        """There is no way to bring its answer in."""
        return self.code == DARED


_QUESTIONS = (
    ("wens", _("Wat wil je het liefst?"), _("Groot of klein. Het hoeft nog niet te kunnen.")),
    (WHY, _("Waarom wil je dat?"), _("Kies wat past, of schrijf het zelf op.")),
    ("om-mij-heen", _("Wie is er om je heen?"), _("Wie helpt je? Wie help jij? Je hoeft niemand te noemen.")),
    ("zorgen", _("Waar maak je je zorgen over?"), _("Schrijf op wat je kwijt wilt. Leeg laten mag.")),
    ("praten", _("Waar wil je over praten?"), _("Dit kun je meenemen naar een gesprek.")),
    (DARED, _("Wat durf je nu, en wat durfde je toen?"), _("Dit blijft altijd van jou alleen.")),
)


def questions() -> list[OwnQuestion]:
    """In the order in which they are offered; each may be skipped."""
    return [OwnQuestion(code=code, title=str(title), hint=str(hint)) for code, title, hint in _QUESTIONS]


def question_of(code: str) -> OwnQuestion:
    """Raises Http404: there is no such question."""
    question = next((each for each in questions() if each.code == code), None)
    if question is None:
        raise Http404
    return question


def next_after(code: str) -> OwnQuestion | None:
    """The question after this one; None at the end."""
    every = questions()
    place = next(n for n, each in enumerate(every) if each.code == code)
    return every[place + 1] if place + 1 < len(every) else None


@dataclass(frozen=True, kw_only=True)
class OwnText:
    """A question with what she wrote under it; `version` is 0 as long as there is nothing."""

    question: OwnQuestion
    words: str
    motives: list[str]
    version: int
    brought_on: dt.date | None

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.motives)


def answer_row(*, account: Account, code: str) -> OwnAnswer | None:
    return OwnAnswer.objects.filter(account=account, question=code).first()


def own_texts(*, account: Account) -> list[OwnText]:
    """Every question with her answer, also those without one."""
    rows = {row.question: row for row in OwnAnswer.objects.filter(account=account)}
    return [_own_text(question, rows.get(question.code)) for question in questions()]


def _own_text(question: OwnQuestion, row: OwnAnswer | None) -> OwnText:
    if row is None:
        return OwnText(question=question, words="", motives=[], version=0, brought_on=None)
    motives = [str(MOTIVES[code]) for code in row.ticked if code in MOTIVES]
    return OwnText(
        question=question, words=row.words, motives=motives, version=row.version, brought_on=row.brought_on
    )


def strengths_of(*, account: Account) -> list[Skill]:
    return list(Skill.objects.filter(account=account))


def strength_of(*, account: Account, strength_id: int) -> Skill:
    """Raises Http404: not hers, or not there."""
    row = Skill.objects.filter(account=account, pk=strength_id).first()
    if row is None:
        raise Http404
    return row


@dataclass(frozen=True, kw_only=True)
class Brought:
    """What she chose to bring in, as her klantmanager reads it."""

    title: str
    words: list[str]
    on: dt.date


def brought_by(*, case: Case) -> list[Brought]:
    """Only what she brought in; empty for somebody without a log-in."""
    if case.account is None:
        return []
    texts = [
        Brought(
            title=text.question.title, words=[*text.motives, *text.words.splitlines()], on=text.brought_on
        )
        for text in own_texts(account=case.account)
        if text.brought_on and not text.question.stays_hers and not text.is_empty
    ]
    strengths = [
        Brought(title=row.can, words=[row.example, row.proof], on=row.brought_on)
        for row in strengths_of(account=case.account)
        if row.brought_on
    ]
    return texts + strengths
