"""Weet ik niet, in hours: from the fewest to the most hours a goal can take, with the question that narrows it most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from veerkracht.money.hours import WageRow, table
from veerkracht.money.unknown import bounds, width_when_known

from ..domain.questions import MoneyQuestion, QuestionPart, asked_for
from ..domain.situation import MoneySituation

MOST_TABLES = 8
"""More combinations would keep the page waiting; then each open fact takes its outer values alone."""
OVER_THE_LINE = 40.25
"""Hours: stands for a goal that the line of forty hours does not reach."""

Chosen = tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class GoalBetween:
    """The fewest and the most hours for one goal; None where forty are not enough."""

    goal: str
    fewest: float | None
    most: float | None


@dataclass(frozen=True, kw_only=True)
class WageBetween:
    """One wage with its goals."""

    label: str
    hourly_wage: float
    goals: tuple[GoalBetween, ...]


@dataclass(frozen=True, kw_only=True)
class HourRanges:
    """The table as ranges, and the open questions, the one that narrows most first."""

    wages: tuple[WageBetween, ...]
    narrows: tuple[tuple[QuestionPart, MoneyQuestion, str], ...]


def hour_ranges(
    situation: MoneySituation, wages: Sequence[tuple[str, float]], wage: float, more: float
) -> HourRanges | None:
    """Every combination of what the open facts could be; None where that is too much to look at.

    Raises:
        CannotCalculate: something else is missing too.
    """
    names = situation.open
    choices = [bounds()[name][0] for name in names]
    if prod(map(len, choices)) > MOST_TABLES:
        choices = [(each[0], each[-1]) for each in choices]
    if prod(map(len, choices)) > MOST_TABLES:
        return None
    tables = {
        chosen: table_if(situation, wages, wage, more, dict(zip(names, chosen, strict=True)))
        for chosen in product(*choices)
    }
    rows = zip(*tables.values(), strict=True)
    return HourRanges(wages=tuple(between(row) for row in rows), narrows=narrowing(tables, names))


def table_if(
    situation: MoneySituation,
    wages: Sequence[tuple[str, float]],
    wage: float,
    more: float,
    could_be: Mapping[str, Any],
) -> tuple[WageRow, ...]:
    """The table if the open facts are these."""
    facts = {**situation.facts, **could_be}
    if facts.get("loon") and facts.get("maanden_bijstand"):
        facts["loonheffingskorting_bij"] = "werkgever"
    return table(
        facts,
        situation.day,
        wages,
        more,
        situation.offer(wage),
        starts_on=situation.starts_on,
        travel_now=situation.travel_now,
    )


def between(rows: Sequence[WageRow]) -> WageBetween:
    goals = []
    for same_goal in zip(*(row.needed for row in rows), strict=True):
        hours = [OVER_THE_LINE if one.hours is None else one.hours for one in same_goal]
        few, most = min(hours), max(hours)
        goals.append(
            GoalBetween(
                goal=same_goal[0].goal,
                fewest=None if few == OVER_THE_LINE else few,
                most=None if most == OVER_THE_LINE else most,
            )
        )
    return WageBetween(label=rows[0].label, hourly_wage=rows[0].hourly_wage, goals=tuple(goals))


def narrowing(
    tables: Mapping[Chosen, tuple[WageRow, ...]], names: Sequence[str]
) -> tuple[tuple[QuestionPart, MoneyQuestion, str], ...]:
    """The open questions with what was taken for each, the one that leaves the least open first."""
    total = {
        chosen: sum(OVER_THE_LINE if one.hours is None else one.hours for row in rows for one in row.needed)
        for chosen, rows in tables.items()
    }
    if min(total.values()) == max(total.values()):
        return ()
    order = sorted(range(len(names)), key=lambda place: width_when_known(total, place))
    asked = [(asked_for(names[place]), bounds()[names[place]][1]) for place in order]
    return tuple((*one, why) for one, why in asked if one is not None)
