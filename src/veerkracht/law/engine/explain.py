"""Explain: each step of an answer as a sentence with its article, source, inputs and how sure the numbers are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .calculate import Answer
from .parameters import Reform
from .rules import Book, Rule


@dataclass(frozen=True)
class UsedParameter:
    """A number of the law that a step used."""

    name: str
    value: Any
    unit: str
    article: str
    source: str
    confidence: str
    since: str


@dataclass(frozen=True)
class Step:
    """One amount: the sentence she reads, where the law says it, and what went in."""

    name: str
    value: Any
    unit: str
    sentence: str
    article: str
    source: str
    inputs: dict[str, Any]
    parameters: tuple[UsedParameter, ...]


@dataclass(frozen=True)
class Node:
    """A step with the steps it rests on."""

    step: Step
    rests_on: tuple[Node, ...]


def explain(answer: Answer) -> list[Step]:
    """All steps in the order they were taken; an amount that was asked for and given says so."""
    steps = [step_for(rule, answer) for rule in answer.plan.rules]
    taken = {step.name for step in steps}
    return steps + [given(target, answer) for target in answer.targets if target not in taken]


def given(name: str, answer: Answer) -> Step:
    symbol = answer.book.units[name].symbol
    return Step(
        name,
        answer.known[name],
        symbol,
        "Dit is opgegeven, of volgt direct uit wat is opgegeven.",
        "opgegeven",
        "de feiten",
        {},
        (),
    )


def tree(answer: Answer, target: str) -> Node:
    """One amount and everything under it."""
    steps = {step.name: step for step in explain(answer)}

    def node(name: str) -> Node:
        return Node(steps[name], tuple(node(key) for key in steps[name].inputs if key in steps))

    return node(target)


def step_for(rule: Rule, answer: Answer) -> Step:
    inputs = dict(zip(rule.inputs, (answer.known[key] for key in rule.keys), strict=True))
    book = answer.book
    parameters = tuple(
        used(book, key, answer.day, answer.reform) for key in rule.keys if key in book.parameters
    )
    article = f"{rule.law.title}, {rule.article}"
    value = answer.known[rule.name]
    symbol = rule.unit.symbol
    return Step(rule.name, value, symbol, rule.sentence, article, rule.law.source, inputs, parameters)


@lru_cache(maxsize=1024)
def used(book: Book, key: str, day: dt.date, reform: Reform | None) -> UsedParameter:
    """A parameter with its source; where a reform changed it, the reform says so itself."""
    parameter = book.parameters[key]
    value = book.values(day, reform)[key]
    changed = {parameter.name, parameter.year_mean_of} & dict(reform.values if reform else ()).keys()
    if reform and changed:
        source, confidence, since = f"{reform.sentence} ({reform.source})", "hypothese", day
    else:
        version = book.parameters[parameter.year_mean_of or key].on(day)
        if version is None:
            raise TypeError(f"{key} was used on {day} without a value")
        source, confidence, since = version.source, version.confidence, version.since
        if parameter.year_mean_of:
            confidence = f"gemiddelde over het kalenderjaar; {confidence}"
    return UsedParameter(key, value, parameter.unit, parameter.article, source, confidence, since.isoformat())
