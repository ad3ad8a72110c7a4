"""What she could ask for and does not get, with what it takes, and the doubt taken seriously: what if it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from veerkracht.household.problem import Problem, problem
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import MissingFact, NotKnown, calculate
from veerkracht.law.prepare import MistakeInFacts

from .causes import article_of
from .own_schemes import worth_of
from .quantities import BY_QUANTITY, ESTIMATE, LOCAL, OF_MUNICIPALITY
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


@dataclass(frozen=True)
class Unsure:
    """A scheme of which it is not known whether she has a right to it, and why not."""

    scheme: Scheme
    why: Problem


@cache
def own() -> Scheme:
    """What goes for every scheme of a municipality itself."""
    raw = tomllib.loads((Path(__file__).parent / "own_schemes.toml").read_text(encoding="utf-8"))
    return Scheme(**{**raw, "takes": tuple(raw["takes"])})


@cache
def schemes() -> dict[str, Scheme]:
    raw = tomllib.loads((Path(__file__).parent / "schemes.toml").read_text(encoding="utf-8"))
    return {name: Scheme(name, **{**entry, "takes": tuple(entry["takes"])}) for name, entry in raw.items()}


def unused(situation: Scenario, received: Iterable[str]) -> tuple[tuple[Unused, ...], tuple[Unsure, ...]]:
    """What follows from the facts and is not among what she says she receives; the largest first."""
    gets = set(received)
    for name in gets - schemes().keys():
        raise MistakeInFacts(problem("scheme_unknown", name, choices=tuple(schemes())))
    schemes_unused, unsure = [], []
    local = {part.quantity for part in LOCAL}
    for scheme in schemes().values():
        if scheme.name in gets or (situation.schemes is not None and scheme.quantity in local):
            continue
        try:
            candidate = amount_of(scheme, situation)
        except (MissingFact, NotKnown) as error:
            unsure.append(Unsure(scheme, error.problem))
            continue
        if candidate.per_month >= 1:
            schemes_unused.append(candidate)
    schemes_unused += of_the_municipality(situation)
    return tuple(sorted(schemes_unused, key=lambda candidate: -candidate.per_month)), tuple(unsure)


def of_the_municipality(situation: Scenario) -> list[Unused]:
    """The schemes of her own municipality that follow from the facts; nobody says of these that she has them."""
    worths, _ = worth_of(situation.schemes or (), situation.day, situation.values)
    return [
        Unused(
            replace(own(), name=one.scheme.key, title=one.scheme.name),
            one.per_month,
            OF_MUNICIPALITY,
            f"{one.scheme.municipality}: {one.scheme.article}",
        )
        for one in worths
        if one.per_month >= 1
    ]


def amount_of(scheme: Scheme, situation: Scenario) -> Unused:
    answer = calculate(book(), situation.day, situation.values, (scheme.quantity,))
    per_month = float(answer.known[scheme.quantity]) * scheme.per_month
    rule = book().on(situation.day)[scheme.quantity]
    part = BY_QUANTITY.get(scheme.quantity)
    certainty = part.certainty if part else ESTIMATE
    return Unused(scheme, per_month, certainty, article_of(rule))
