"""What is asked about money: questions.toml as objects, and the way back from a fact of the law to its question."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

UNKNOWN = "onbekend"
EURO, NUMBER, COUNT, CHOICE, SEVERAL, WORDS = "euro", "number", "count", "choice", "several", "words"


@dataclass(frozen=True)
class Question:
    """One thing that is asked. `facts` are the names by which the law asks for it."""

    name: str
    kind: str
    label: str
    purpose: str = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    least: float = 0
    most: float = 0
    may_be_below_zero: bool = False


@dataclass(frozen=True)
class Part:
    """A handful of questions that belong together: one form. `of_a_child` is asked for each child.

    `for_anybody`: also asked at `/rekenen`, where there are no months.
    """

    name: str
    title: str
    why: str
    questions: tuple[Question, ...]
    of_a_child: tuple[Question, ...] = ()
    for_anybody: bool = True


def _question(raw: Mapping[str, Any]) -> Question:
    lists = {
        "choices": tuple((a, b) for a, b in raw.get("choices", ())),
        "facts": tuple(raw.get("facts", ())),
    }
    return Question(**{**raw, **lists})


def _read() -> dict[str, Part]:
    raw = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
    return {
        part["name"]: Part(
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


def asked_for(fact: str) -> tuple[Part, Question] | None:
    """The question behind a fact that the law misses."""
    for part in PARTS.values():
        for question in (*part.questions, *part.of_a_child):
            if fact in question.facts:
                return part, question
    return None
