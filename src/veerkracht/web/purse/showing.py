"""What the pages about money show: the same for somebody's case and for anybody at `/rekenen`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from .domain.chart import NARROW, WIDE, Chart, chart_of, table_of
from .domain.explaining import SURE, Opened, answer_of, opened
from .domain.numbers import typed
from .domain.outcome import Column, NotEnough, Outcome, Row, headline, outcome_of
from .domain.questions import CHILDREN
from .domain.ranges import Ranges, range_headline, ranges_of
from .domain.situation import (
    USUAL_HOURS,
    Answers,
    Person,
    Situation,
    age_on,
    known,
    minimum_wage,
    missing_care,
    situation_of,
)
from .domain.version import rules_version
from .forms import LOOKED_AT, LookForm

ADULT = 30
"""The age by which the minimum wage is taken where no age is known: the full one."""


@dataclass(frozen=True)
class Look:
    """Which wage and hours are looked at, and the form that says so."""

    form: LookForm
    wage: float
    wage_is_minimum: bool
    hours: tuple[float, ...]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        values = [("uurloon_straks", self.wage), *zip(LOOKED_AT[1:], self.hours, strict=False)]
        return [(name, typed(value)) for name, value in values]

    @property
    def address(self) -> str:
        """As it travels to the pages behind."""
        return urlencode(self.pairs)


@dataclass(frozen=True)
class Shown:
    """One row with its cells. What stands under it is made when somebody opens it: most of it nobody reads."""

    row: Row
    cells: tuple[tuple[Column, float], ...]

    @property
    def has_steps(self) -> bool:
        return self.row.first.step is not None

    @property
    def sure(self) -> str:
        return SURE[self.row.first.certainty]


@dataclass(frozen=True)
class Money:
    """The whole page, or the one sentence that says what is still missing."""

    look: Look
    day: dt.date
    rules: str
    outcome: Outcome | None = None
    missing: NotEnough | None = None
    ranges: Ranges | None = None
    rows: tuple[Shown, ...] = ()
    costs: tuple[Shown, ...] = ()
    local: tuple[Shown, ...] = ()
    local_losses: tuple[tuple[Column, float], ...] = ()
    wide: Chart | None = None
    narrow: Chart | None = None
    table: tuple[tuple[str, float, float | None], ...] = ()


def look_of(data: Mapping[str, Any], answers: Answers, person: Person, day: dt.date) -> Look:
    """From the address, else from what was told, else the minimum wage and the usual hours."""
    told = known(answers, "uurloon_straks") or known(answers, "uurloon")
    age = age_on(person.born_on, day) if person.born_on else known(answers, "leeftijd") or ADULT
    wage = told or minimum_wage(day, int(age))
    hours = [known(answers, name) or usual for name, usual in zip(LOOKED_AT[1:], USUAL_HOURS, strict=True)]
    initial = dict(zip(LOOKED_AT, (wage, *hours), strict=True))
    if not any(name in data for name in LOOKED_AT):
        return Look(LookForm(initial=initial), wage, told is None, tuple(dict.fromkeys(hours)))
    form = LookForm(data, initial=initial)
    form.is_valid()
    given = form.cleaned_data
    later = [given.get(name) if name in given else initial[name] for name in LOOKED_AT[1:]]
    wanted = given.get("uurloon_straks")
    return Look(
        form, wanted or wage, told is None and not wanted, tuple(dict.fromkeys(h for h in later if h))
    )


def money_of(answers: Answers, person: Person, look: Look, day: dt.date) -> Money:
    """Everything on the page; a range where something is not known, one sentence where something is missing."""
    situation = situation_of(answers, person, day)
    try:
        lacking = missing_care(answers, person)
        if lacking:
            names = ", ".join(lacking)
            raise NotEnough(f"Soort, uren of prijs van de opvang is nog niet bekend: {names}.", CHILDREN)
        return whole(look, day, outcome_of(situation, look.wage, look.hours))
    except NotEnough as missing:
        if situation.open and not lacking:
            return in_ranges(situation, look)
        return Money(look, day, rules_version(), missing=missing)


def in_ranges(situation: Situation, look: Look) -> Money:
    try:
        found = ranges_of(situation, look.wage, look.hours)
    except NotEnough as missing:
        return Money(look, situation.day, rules_version(), missing=missing)
    return Money(look, situation.day, rules_version(), ranges=found)


def whole(look: Look, day: dt.date, outcome: Outcome) -> Money:
    losses = tuple((c, outcome.local_loss(c)) for c in outcome.later if outcome.local_loss(c) >= 1)
    return Money(
        look,
        day,
        rules_version(),
        outcome,
        rows=rows_shown(outcome.rows, outcome),
        costs=rows_shown(outcome.costs, outcome),
        local=rows_shown(outcome.local, outcome),
        local_losses=losses,
        wide=chart_of(outcome, WIDE),
        narrow=chart_of(outcome, NARROW),
        table=tuple(table_of(outcome.line)),
    )


def first_words(money: Money, who: str = "") -> list[str]:
    """The sentences on top. `who` is empty when she reads them herself."""
    if money.outcome:
        return headline(money.outcome, who)
    return range_headline(money.ranges, who) if money.ranges else []


def rows_shown(rows: Sequence[Row], outcome: Outcome) -> tuple[Shown, ...]:
    return tuple(Shown(row, tuple(zip(outcome.columns, row.amounts, strict=True))) for row in rows)


def row_opened(outcome: Outcome, name: str) -> tuple[Row, Opened]:
    """What stands under one row.

    Raises:
        KeyError: the page has no such row, or it was typed in and has no steps.
    """
    rows = (*outcome.rows, *outcome.local)
    row = next((one for one in rows if one.name == name and one.first.step is not None), None)
    if row is None:
        raise KeyError(name)
    return row, opened(row, [answer_of(column.scenario, (name,)) for column in outcome.columns])


def paths_of(answers: Answers, look: Look, day: dt.date, age: int) -> list[tuple[str, float]]:
    """The wages of the table: what somebody named, else a few to compare with."""
    named = []
    for number in (1, 2, 3):
        wage = known(answers, f"loon_{number}")
        if wage:
            named.append((str(known(answers, f"pad_{number}") or f"Uurloon {number}"), wage))
    if named:
        return named
    least = minimum_wage(day, age)
    rows = [("Het minimumloon", least), ("Anderhalf keer het minimumloon", round(least * 1.5, 2))]
    rows.append(("Twee keer het minimumloon", round(least * 2, 2)))
    return rows if look.wage_is_minimum else [("Dit uurloon", look.wage), *rows]
