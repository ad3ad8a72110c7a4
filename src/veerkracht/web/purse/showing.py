"""What the pages about money show: the same for somebody's case and for anybody at `/rekenen`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from .domain.chart import NARROW, WIDE, Chart, chart_of, table_of
from .domain.explaining import Opened, answer_of, opened
from .domain.numbers import typed
from .domain.outcome import Column, NotEnough, Outcome, Row, outcome_of
from .domain.questions import CHILDREN
from .domain.situation import (
    USUAL_HOURS,
    Answers,
    Person,
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
    """One row with its cells, and what stands under it when it is opened."""

    row: Row
    cells: tuple[tuple[Column, float], ...]
    opened: Opened


@dataclass(frozen=True)
class Money:
    """The whole page, or the one sentence that says what is still missing."""

    look: Look
    day: dt.date
    rules: str
    outcome: Outcome | None = None
    missing: NotEnough | None = None
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
    """Everything on the page. Says what is missing instead, where something is."""
    try:
        lacking = missing_care(answers, person)
        if lacking:
            raise NotEnough(
                f"Soort, uren of prijs van de opvang is nog niet bekend: {', '.join(lacking)}.", CHILDREN
            )
        outcome = outcome_of(situation_of(answers, person, day), look.wage, look.hours)
    except NotEnough as missing:
        return Money(look, day, rules_version(), missing=missing)
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


def rows_shown(rows: Sequence[Row], outcome: Outcome) -> tuple[Shown, ...]:
    names = [row.name for row in rows if row.first.step is not None]
    answers = (
        [answer_of(column.scenario, names) for column in outcome.columns]
        if names
        else [None] * len(outcome.columns)
    )
    return tuple(
        Shown(
            row,
            tuple(zip(outcome.columns, row.amounts, strict=True)),
            opened(row, answers),
        )
        for row in rows
    )


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
