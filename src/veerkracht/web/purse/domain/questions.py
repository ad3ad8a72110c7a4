"""What is asked about money: questions.toml as objects, and the way back from a fact of the law to its question."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

UNKNOWN = "onbekend"
EURO, NUMBER, COUNT, CHOICE, SEVERAL, WORDS = "euro", "number", "count", "choice", "several", "words"


@dataclass(frozen=True)
class MoneyQuestion:
    """One thing that is asked. `facts` are the names by which the law asks for it."""

    name: str
    kind: str
    label: StrOrPromise
    purpose: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    least: float = 0
    most: float = 0
    may_be_below_zero: bool = False


@dataclass(frozen=True)
class QuestionPart:
    """A handful of questions that belong together: one form. `of_a_child` is asked for each child.

    `for_anybody`: also asked at `/rekenen`, where there are no months.
    """

    name: str
    title: str
    why: str
    questions: tuple[MoneyQuestion, ...]
    of_a_child: tuple[MoneyQuestion, ...] = ()
    for_anybody: bool = True


def _question(raw: Mapping[str, Any]) -> MoneyQuestion:
    lists = {
        "choices": tuple((a, b) for a, b in raw.get("choices", ())),
        "facts": tuple(raw.get("facts", ())),
    }
    return MoneyQuestion(**{**raw, **lists})


def _read() -> dict[str, QuestionPart]:
    raw = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
    return {
        part["name"]: QuestionPart(
            part["name"],
            part["title"],
            part["why"],
            tuple(_question(one) for one in part["questions"]),
            tuple(_question(one) for one in part.get("of_a_child", ())),
            part.get("for_anybody", True),
        )
        for part in raw["parts"]
    }


PARTS = _read()
CHILDREN, PAYING, LATER = PARTS["kinderen"], PARTS["betalen"], PARTS["straks"]
ASKED_NOW = tuple(part for part in PARTS.values() if part not in (PAYING, LATER))

# What a first look at money needs, on one page: the rest is asked where a sum says that it misses it.
_CORE = (
    ("wonen", ("huur", "partner", "medebewoners")),
    ("werk", ("uren", "uurloon", "bijstand", "vrijlating")),
    ("bezit", ("vermogen", "vaste_lasten", "aflossing")),
    ("straks", ("uurloon_straks", "uren_1", "uren_2")),
)
CORE = QuestionPart(
    "kort",
    "De kern op één blad",
    "Wat nog niet bekend is, mag open blijven. De rest vragen we alleen waar een som het mist.",
    tuple(q for part, names in _CORE for q in PARTS[part].questions if q.name in names),
)


def parts_of_core(answers: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The answers of the one page by the part they belong to."""
    return {part: {n: answers[n] for n in names if n in answers} for part, names in _CORE}


def asked_for(fact: str) -> tuple[QuestionPart, MoneyQuestion] | None:
    """The question behind a fact that the law misses."""
    for part in PARTS.values():
        for question in (*part.questions, *part.of_a_child):
            if fact in question.facts:
                return part, question
    return None
