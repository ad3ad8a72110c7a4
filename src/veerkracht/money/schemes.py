"""What she could ask for and does not get, with what it takes, and the doubt taken seriously: what if it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate, MissingFact, NotKnown, calculate
from veerkracht.law.prepare import MistakeInFacts, sentence_about

from .amounts import euros
from .causes import article_of
from .quantities import BY_QUANTITY, ESTIMATE
from .situation import Scenario


@dataclass(frozen=True)
class Scheme:
    """A scheme as data: where to ask, what it takes, what happens when it turns out wrong."""

    name: str
    title: str
    quantity: str
    per_month: float
    ask: str
    takes: tuple[str, ...]
    until: str
    wrong: str
    helper: str


@dataclass(frozen=True)
class Unused:
    """A scheme she could ask for: about how much a month, how sure, and everything around it."""

    scheme: Scheme
    per_month: float
    certainty: str
    article: str
    sentence: str


@dataclass(frozen=True)
class Unsure:
    """A scheme of which it is not known whether she has a right to it, and the fact that would say so."""

    scheme: Scheme
    sentence: str


@cache
def schemes() -> dict[str, Scheme]:
    raw = tomllib.loads((Path(__file__).parent / "schemes.toml").read_text(encoding="utf-8"))
    return {name: Scheme(name, **{**entry, "takes": tuple(entry["takes"])}) for name, entry in raw.items()}


def unused(situation: Scenario, received: Iterable[str]) -> tuple[tuple[Unused, ...], tuple[Unsure, ...]]:
    """What follows from the facts and is not among what she says she receives; the largest first."""
    gets = set(received)
    for name in gets - schemes().keys():
        raise MistakeInFacts(f"De regeling {name!r} is niet bekend; er zijn: {', '.join(schemes())}.")
    found, unsure = [], []
    for scheme in schemes().values():
        if scheme.name in gets:
            continue
        try:
            one = amount_of(scheme, situation)
        except (MissingFact, NotKnown) as error:
            unsure.append(Unsure(scheme, not_known(scheme, error)))
            continue
        if one.per_month >= 1:
            found.append(one)
    return tuple(sorted(found, key=lambda one: -one.per_month)), tuple(unsure)


def amount_of(scheme: Scheme, situation: Scenario) -> Unused:
    answer = calculate(book(), situation.day, situation.values, (scheme.quantity,))
    per_month = float(answer.known[scheme.quantity]) * scheme.per_month
    rule = book().on(situation.day)[scheme.quantity]
    part = BY_QUANTITY.get(scheme.quantity)
    certainty = part.certainty if part else ESTIMATE
    said = f"{scheme.title}: ongeveer {euros(per_month)} per maand. Aanvragen: {scheme.ask}."
    return Unused(scheme, per_month, certainty, article_of(rule), said)


def not_known(scheme: Scheme, error: CannotCalculate) -> str:
    return (
        f"{scheme.title}: nog niet te zeggen. {sentence_about(error)[:1].upper()}{sentence_about(error)[1:]}"
    )
