"""Weet ik niet: what is left becomes a range, and the page says which answer would narrow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate, MissingFact
from veerkracht.money.situation import known_law, scenario
from veerkracht.money.unknown import MOST_COMBINATIONS, bounds, outcome, width_when_known

from . import numbers
from .outcome import NOW, NotEnough, missing
from .questions import Part, Question, asked_for
from .situation import Situation

TARGET = "besteedbaar_inkomen"
Chosen = tuple[Any, ...]


@dataclass(frozen=True)
class Between:
    """One month: from the lowest to the highest it can be, and so what is more than now."""

    key: str
    title: str
    low: float
    high: float
    more_low: float
    more_high: float

    @property
    def is_now(self) -> bool:
        return self.key == NOW


@dataclass(frozen=True)
class Ranges:
    columns: tuple[Between, ...]
    narrows: tuple[tuple[Part, Question, str], ...]
    """The questions that are open, the one that narrows most first, with what was taken for it."""


def ranges_of(situation: Situation, wage: float, hours: Sequence[float]) -> Ranges:
    """Every combination of what the open facts could be.

    Raises:
        NotEnough: something else is missing too, or too much is open.
    """
    names = list(situation.open)
    choices = [bounds()[name][0] for name in names]
    if prod(map(len, choices)) > MOST_COMBINATIONS:
        raise NotEnough("Er is nog te veel niet bekend om iets zinnigs te zeggen.")
    try:
        found = {
            chosen: spends(situation, dict(zip(names, chosen, strict=True)), wage, hours)
            for chosen in product(*choices)
        }
    except MissingFact as error:
        raise missing(error) from error
    except CannotCalculate as error:
        raise NotEnough(str(error)) from error
    return Ranges(between(list(found.values()), hours), narrows(found, names))


def spends(
    situation: Situation, could_be: dict[str, Any], wage: float, hours: Sequence[float]
) -> list[float]:
    """What there is to spend now and with each number of hours, if the open facts are these."""
    facts = {**situation.facts, **could_be}
    if facts.get("loon") and facts.get("maanden_bijstand"):
        facts["loonheffingskorting_bij"] = "werkgever"
    when, _ = known_law(situation.day)
    found = [outcome(facts, when, TARGET) - situation.travel_now]
    offer = situation.offer(wage)
    for each in hours:
        later = scenario(facts, situation.day, offer, each)
        found.append(outcome(later.facts, when, TARGET) - later.travel)
    return found


def between(found: Sequence[Sequence[float]], hours: Sequence[float]) -> tuple[Between, ...]:
    titles = [(NOW, "Nu"), *((f"{each:g}", numbers.hours(each)) for each in hours)]
    made = []
    for place, (key, title) in enumerate(titles):
        amounts = [one[place] for one in found]
        more = [one[place] - one[0] for one in found]
        made.append(Between(key, title, min(amounts), max(amounts), min(more), max(more)))
    return tuple(made)


def narrows(found: dict[Chosen, list[float]], names: Sequence[str]) -> tuple[tuple[Part, Question, str], ...]:
    now = {chosen: amounts[0] for chosen, amounts in found.items()}
    order = sorted(range(len(names)), key=lambda place: width_when_known(now, place))
    asked = [(asked_for(names[place]), bounds()[names[place]][1]) for place in order]
    return tuple((*one, why) for one, why in asked if one is not None)


def range_headline(ranges: Ranges, who: str = "") -> list[str]:
    subject = f"houdt {who}" if who else "houd je"
    return [
        f"Met {one.title} werk {subject} {more_between(one)} over."
        for one in ranges.columns
        if not one.is_now
    ]


def more_between(one: Between) -> str:
    """`tussen € 20 en € 60 per maand meer`, in words that are also right where it crosses zero."""
    low, high = round(one.more_low), round(one.more_high)
    if low == high:
        if low == 0:
            return "evenveel als nu"
        return f"{numbers.euro(abs(low))} per maand {'meer' if low > 0 else 'minder'} dan nu"
    if low >= 0:
        return f"tussen {numbers.euro(low)} en {numbers.euro(high)} per maand meer dan nu"
    if high <= 0:
        return f"tussen {numbers.euro(-high)} en {numbers.euro(-low)} per maand minder dan nu"
    return f"tussen {numbers.euro(-low)} minder en {numbers.euro(high)} meer dan nu, per maand,"
