"""Weet ik niet: a fact that is open makes the result a range, and says which answer would narrow it most."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.facts import FACTS
from veerkracht.law.prepare import MistakeInFacts, prepare

from .amounts import euros
from .situation import Facts, known_law

UNKNOWN = "weet ik niet"
MOST_COMBINATIONS = 400


@dataclass(frozen=True)
class Narrowing:
    """An open fact, and how wide the range would be on average if it were known."""

    fact: str
    meaning: str
    width: float


@dataclass(frozen=True)
class Range:
    """The lowest and highest outcome over everything that could be, and what would narrow it."""

    low: float
    high: float
    narrowing: tuple[Narrowing, ...]
    sentence: str
    why: tuple[str, ...]


@cache
def bounds() -> dict[str, tuple[tuple[Any, ...], str]]:
    """What an open fact could be, and why those edges."""
    raw = tomllib.loads((Path(__file__).parent / "unknown.toml").read_text(encoding="utf-8"))
    return {name: (tuple(entry["values"]), entry["why"]) for name, entry in raw.items()}


def open_facts(facts: Mapping[str, Any]) -> list[str]:
    return [name for name, value in facts.items() if value == UNKNOWN]


def as_range(facts: Facts, day: dt.date, target: str = "besteedbaar_inkomen") -> Range:
    """The target for every combination of what the open facts could be."""
    names = open_facts(facts)
    for name in names:
        if name not in bounds():
            raise MistakeInFacts(f"Zonder {name} is er niets te berekenen: {meaning(name)}.")
    choices = [bounds()[name][0] for name in names]
    if prod(map(len, choices)) > MOST_COMBINATIONS:
        raise MistakeInFacts(f"Er is te veel niet bekend ({', '.join(names)}); vul er eerst een paar in.")
    when, said = known_law(day)
    outcomes = {
        chosen: outcome({**facts, **dict(zip(names, chosen, strict=True))}, when, target)
        for chosen in product(*choices)
    }
    low, high = min(outcomes.values()), max(outcomes.values())
    order = sorted(
        (
            Narrowing(name, meaning(name), width_when_known(outcomes, place))
            for place, name in enumerate(names)
        ),
        key=lambda one: one.width,
    )
    why = tuple(f"{meaning(name)}: {bounds()[name][1]}" for name in names)
    return Range(low, high, tuple(order), sentence(low, high, order), (*why, *said))


def meaning(name: str) -> str:
    return FACTS[name].meaning if name in FACTS else name.replace("_", " ")


def outcome(facts: Facts, day: dt.date, target: str) -> float:
    values = prepare(book(), day, facts).values
    return float(calculate(book(), day, values, (target,)).known[target])


def width_when_known(outcomes: Mapping[tuple[Any, ...], float], place: int) -> float:
    """The range that is left, averaged over what this fact could turn out to be."""
    groups: dict[Any, list[float]] = {}
    for chosen, amount in outcomes.items():
        groups.setdefault(chosen[place], []).append(amount)
    widths = [max(group) - min(group) for group in groups.values()]
    return sum(widths) / len(widths)


def sentence(low: float, high: float, order: Sequence[Narrowing]) -> str:
    if round(low) == round(high):
        return f"Het is {euros(low)} per maand, ook zonder wat er nog niet bekend is."
    said = f"Het ligt tussen {euros(low)} en {euros(high)} per maand."
    if order:
        said += f" Het duidelijkst wordt het als bekend is: {order[0].meaning}."
    return said
