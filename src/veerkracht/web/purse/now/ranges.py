"""Weet ik niet: what is left becomes a range, and the page says which answer would narrow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.answer import MonthAmounts, spendable
from veerkracht.money.unknown import MOST_COMBINATIONS, bounds, width_when_known

from ..domain import numbers
from ..domain.outcome import NOW, NotEnough, not_enough
from ..domain.questions import MoneyQuestion, QuestionPart, asked_for
from ..domain.situation import MoneySituation

Chosen = tuple[Any, ...]


@dataclass(frozen=True)
class AmountRange:
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
    columns: tuple[AmountRange, ...]
    narrows: tuple[tuple[QuestionPart, MoneyQuestion, str], ...]
    """The questions that are open, the one that narrows most first, with what was taken for it."""


def ranges_of(situation: MoneySituation, wage: float, hours: Sequence[float]) -> Ranges:
    """Every combination of what the open facts could be.

    Raises:
        NotEnough: something else is missing too, or too much is open.
    """
    names = list(situation.open)
    choices = [bounds()[name][0] for name in names]
    if prod(map(len, choices)) > MOST_COMBINATIONS:
        raise NotEnough("Er is nog te veel niet bekend om iets zinnigs te zeggen.")
    try:
        amounts_by_choice = {
            chosen: spends(situation, dict(zip(names, chosen, strict=True)), wage, hours)
            for chosen in product(*choices)
        }
    except CannotCalculate as error:
        raise not_enough(error) from error
    return Ranges(between(list(amounts_by_choice.values()), hours), narrows(amounts_by_choice, names))


def spends(
    situation: MoneySituation, could_be: dict[str, Any], wage: float, hours: Sequence[float]
) -> tuple[MonthAmounts, ...]:
    """What there is now and with each number of hours, if the open facts are these."""
    facts = {**situation.facts, **could_be}
    if facts.get("loon") and facts.get("maanden_bijstand"):
        facts["loonheffingskorting_bij"] = "werkgever"
    return spendable(facts, situation.question(wage, hours))


def between(all_amounts: Sequence[Sequence[MonthAmounts]], hours: Sequence[float]) -> tuple[AmountRange, ...]:
    titles = [(NOW, "Nu"), *((f"{each:g}", numbers.hours(each)) for each in hours)]
    ranges = []
    for place, (key, title) in enumerate(titles):
        amounts = [one[place].to_spend for one in all_amounts]
        more = [one[place].net - one[0].net for one in all_amounts]
        ranges.append(AmountRange(key, title, min(amounts), max(amounts), min(more), max(more)))
    return tuple(ranges)


def narrows(
    amounts_by_choice: Mapping[Chosen, Sequence[MonthAmounts]], names: Sequence[str]
) -> tuple[tuple[QuestionPart, MoneyQuestion, str], ...]:
    now = {chosen: amounts[0].to_spend for chosen, amounts in amounts_by_choice.items()}
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


def more_between(more: AmountRange) -> str:
    """`tussen € 20 en € 60 per maand meer`, in words that are also right where it crosses zero."""
    low, high = round(more.more_low), round(more.more_high)
    if low == high:
        if low == 0:
            return "evenveel als nu"
        return f"{numbers.euro(abs(low))} per maand {'meer' if low > 0 else 'minder'} dan nu"
    if low >= 0:
        return f"tussen {numbers.euro(low)} en {numbers.euro(high)} per maand meer dan nu"
    if high <= 0:
        return f"tussen {numbers.euro(-high)} en {numbers.euro(-low)} per maand minder dan nu"
    return f"tussen {numbers.euro(-low)} minder en {numbers.euro(high)} meer dan nu, per maand,"
