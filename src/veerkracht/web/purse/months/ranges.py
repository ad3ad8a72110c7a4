"""Weet ik niet, month by month: what is left for the rest becomes a range, with the question that narrows it most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from veerkracht.money.forecast import MonthForecast, forecast
from veerkracht.money.unknown import bounds, width_when_known
from veerkracht.words.forecast import month_name, range_for_the_rest

from ..domain.ledger import SPENT, Noted, ledger_of
from ..domain.outcome import NotEnough
from ..domain.questions import MoneyQuestion, QuestionPart, asked_for
from ..domain.situation import Answers, KnownPerson, situation_of

MOST_LEDGERS = 24
"""More combinations would keep the page waiting; then each open fact takes its outer values alone."""


@dataclass(frozen=True, kw_only=True)
class MonthBetween:
    """What is left for the rest of one month: from the lowest to the highest it can be, in EUR."""

    name: str
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class MonthRanges:
    """The coming year as ranges; the question that narrows them most comes first."""

    headline: str
    months: tuple[MonthBetween, ...]
    narrows: tuple[tuple[QuestionPart, MoneyQuestion, str], ...]


def month_ranges(
    answers: Answers, person: KnownPerson, events: Sequence[Noted], today: dt.date
) -> MonthRanges | None:
    """The ranges over everything the open facts could be; None where nothing is said not to be known.

    Raises:
        NotEnough: something else is missing too, or too much is open.
    """
    names = situation_of(answers, person, today).open
    if not names:
        return None
    years = {
        chosen: months_if(answers, person, events, today, dict(zip(names, chosen, strict=True)))
        for chosen in product(*choices_of(names))
    }
    columns = list(zip(*years.values(), strict=True))
    months = tuple(
        between(column, columns[place - 1][0] if place else None) for place, column in enumerate(columns)
    )
    order = sorted(
        range(len(names)),
        key=lambda place: width_when_known(
            {c: sum(m.left for m in year) for c, year in years.items()}, place
        ),
    )
    asked = [(asked_for(names[place]), bounds()[names[place]][1]) for place in order]
    narrows = tuple((*one, why) for one, why in asked if one is not None)
    return MonthRanges(
        headline=range_for_the_rest(min(m.low for m in months), max(m.high for m in months)),
        months=months,
        narrows=narrows,
    )


def choices_of(names: Sequence[str]) -> list[tuple[Any, ...]]:
    choices = [bounds()[name][0] for name in names]
    if prod(map(len, choices)) > MOST_LEDGERS:
        choices = [(each[0], each[-1]) for each in choices]
    if prod(map(len, choices)) > MOST_LEDGERS:
        raise NotEnough("Er is nog te veel niet bekend om iets zinnigs over de maanden te zeggen.")
    return choices


def months_if(
    answers: Answers, person: KnownPerson, events: Sequence[Noted], today: dt.date, could_be: dict[str, Any]
) -> tuple[MonthForecast, ...]:
    """The coming year if the open facts are these."""
    ledger = ledger_of(answers, person, events, today, could_be=could_be)
    return forecast(ledger.months, today, SPENT, has_own_balance=False).whole_year


def between(column: Sequence[MonthForecast], previous: MonthForecast | None) -> MonthBetween:
    left = [month.left for month in column]
    return MonthBetween(name=month_name(column[0], previous), low=min(left), high=max(left))
