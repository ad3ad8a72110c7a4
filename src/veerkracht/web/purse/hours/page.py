"""The page about hours: how many are enough at which wage, and the 70% test with its base on the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.hours import AS_NOW, INDEPENDENT, MORE, OUT_OF_BIJSTAND, HoursNeeded, WageRow, table
from veerkracht.money.independence import Independence, independence
from veerkracht.money.situation import scenario

from ..domain import numbers
from ..domain.outcome import NotEnough, not_enough
from ..domain.questions import MoneyQuestion, QuestionPart
from ..domain.situation import Answers, KnownPerson, MoneySituation, age_on, known, situation_of
from ..now.page import ADULT, LookedAtWork, paths_of
from .forms import MoreForm
from .ranges import GoalBetween, hour_ranges

OVER, EVERY = "meer dan 40 uur", "elk aantal uren"
HEADS = {
    INDEPENDENT: "Grens van zelfstandigheid",
    OUT_OF_BIJSTAND: "Geen bijstand meer nodig",
    AS_NOW: "Minstens zoveel als nu",
}


@dataclass(frozen=True)
class HoursCell:
    head: str
    words: str
    note: str


@dataclass(frozen=True)
class PathRow:
    label: str
    wage: str
    cells: tuple[HoursCell, ...]


@dataclass(frozen=True)
class HoursPage:
    """The page, or what is still missing."""

    form: MoreForm
    looked_at: LookedAtWork
    day: dt.date
    heads: tuple[str, ...] = ()
    rows: tuple[PathRow, ...] = ()
    tests: tuple[tuple[str, Independence], ...] = ()
    missing: NotEnough | None = None
    narrows: tuple[tuple[QuestionPart, MoneyQuestion, str], ...] = ()
    """What is open where the cells are ranges, the question that narrows them most first."""


def hours_of(
    answers: Answers, person: KnownPerson, looked_at: LookedAtWork, data: Mapping[str, Any], day: dt.date
) -> HoursPage:
    form = MoreForm({"voltijd": "36", **{n: data[n] for n in ("meer", "voltijd") if data.get(n)}})
    form.is_valid()
    more = form.cleaned_data.get("meer") or 0.0
    full_time = float(form.cleaned_data.get("voltijd") or 36)
    age = age_on(person.born_on, day) if person.born_on else known(answers, "leeftijd") or ADULT
    situation = situation_of(answers, person, day, looked_at.starts_on)
    offer = situation.offer(looked_at.wage)
    wages = paths_of(answers, looked_at, day, int(age))
    try:
        rows = table(
            situation.facts,
            situation.day,
            wages,
            more,
            offer,
            starts_on=situation.starts_on,
            travel_now=situation.travel_now,
        )
        tests = tests_of(situation, looked_at, full_time)
    except CannotCalculate as error:
        return in_ranges(HoursPage(form, looked_at, day, missing=not_enough(error)), situation, wages, more)
    heads = heads_with(more)
    wage_rows = tuple(row_of(row, heads) for row in rows)
    page = HoursPage(form, looked_at, day, tuple(c.head for c in wage_rows[0].cells), wage_rows, tests)
    return in_ranges(page, situation, wages, more)


def heads_with(more: float) -> dict[str, str]:
    return {**HEADS, MORE: f"{numbers.euro(more)} per maand meer"}


def in_ranges(
    page: HoursPage, situation: MoneySituation, wages: Sequence[tuple[str, float]], more: float
) -> HoursPage:
    """The page with ranges where what was said not to be known can change it; else as it is."""
    if not situation.open:
        return page
    try:
        ranges = hour_ranges(situation, wages, page.looked_at.wage, more)
    except CannotCalculate as error:
        return replace(page, missing=not_enough(error))
    if ranges is None or not (ranges.narrows or page.missing):
        return page
    heads = heads_with(more)
    rows = tuple(
        PathRow(
            row.label,
            numbers.euro(row.hourly_wage, cents=True),
            tuple(HoursCell(heads[one.goal], in_words(one), "") for one in row.goals),
        )
        for row in ranges.wages
    )
    named = tuple(cell.head for cell in rows[0].cells)
    return replace(page, heads=named, rows=rows, missing=None, narrows=ranges.narrows)


def in_words(goal: GoalBetween) -> str:
    """`12 tot 18,5 uur`, also where it is the same or where forty hours are not enough."""
    if goal.fewest is None:
        return OVER
    if goal.most is None:
        return (
            f"{numbers.hours(goal.fewest)} tot {OVER}" if goal.fewest else f"van elk aantal uren tot {OVER}"
        )
    if not goal.most:
        return EVERY
    if goal.fewest == goal.most:
        return numbers.hours(goal.most)
    return f"{numbers.hours(goal.fewest).removesuffix('uur').strip()} tot {numbers.hours(goal.most)}"


def row_of(row: WageRow, heads: Mapping[str, str]) -> PathRow:
    cells = tuple(cell_of(one, heads[one.goal]) for one in row.needed)
    return PathRow(row.label, numbers.euro(row.hourly_wage, cents=True), cells)


def cell_of(needed: HoursNeeded, head: str) -> HoursCell:
    if needed.hours is None:
        return HoursCell(head, OVER, "")
    words = numbers.hours(needed.hours) if needed.hours else EVERY
    note = ""
    if needed.first is not None and needed.first < needed.hours:
        note = f"ook bij {numbers.hours(needed.first)}, met een lager stuk ertussen"
    return HoursCell(head, words, note)


def tests_of(
    situation: MoneySituation, looked_at: LookedAtWork, full_time: float
) -> tuple[tuple[str, Independence], ...]:
    """The test for each number of hours that is looked at."""
    offer = situation.offer(looked_at.wage)
    scenarios = [(h, scenario(situation.facts_then, situation.starts_on, offer, h)) for h in looked_at.hours]
    return tuple((numbers.hours(h), independence(one, situation.facts, full_time)) for h, one in scenarios)
