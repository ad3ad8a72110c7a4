"""The page about hours: how many are enough at which wage, and the 70% test with its base on the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.law.engine.calculate import CannotCalculate, MissingFact
from veerkracht.money.hours import AS_NOW, INDEPENDENT, MORE, OUT_OF_BIJSTAND, HoursNeeded, WageRow, table
from veerkracht.money.independence import Independence, independence
from veerkracht.money.situation import scenario

from .domain import numbers
from .domain.outcome import NotEnough, missing
from .domain.situation import Answers, Person, Situation, age_on, known, situation_of
from .forms import MoreForm
from .showing import ADULT, Look, paths_of

HEADS = {
    INDEPENDENT: "Grens van zelfstandigheid",
    OUT_OF_BIJSTAND: "Geen bijstand meer nodig",
    AS_NOW: "Minstens zoveel als nu",
}


@dataclass(frozen=True)
class Cell:
    head: str
    words: str
    note: str


@dataclass(frozen=True)
class PathRow:
    label: str
    wage: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Hours:
    """The page, or what is still missing."""

    form: MoreForm
    look: Look
    day: dt.date
    heads: tuple[str, ...] = ()
    rows: tuple[PathRow, ...] = ()
    tests: tuple[tuple[str, Independence], ...] = ()
    missing: NotEnough | None = None


def hours_of(answers: Answers, person: Person, look: Look, data: Mapping[str, Any], day: dt.date) -> Hours:
    form = MoreForm({"voltijd": "36", **{n: data[n] for n in ("meer", "voltijd") if data.get(n)}})
    form.is_valid()
    more = form.cleaned_data.get("meer") or 0.0
    full_time = float(form.cleaned_data.get("voltijd") or 36)
    age = age_on(person.born_on, day) if person.born_on else known(answers, "leeftijd") or ADULT
    situation = situation_of(answers, person, day)
    offer = situation.offer(look.wage)
    try:
        wages = paths_of(answers, look, day, int(age))
        rows = table(situation.facts, situation.day, wages, more, offer)
        tests = tests_of(situation, look, full_time)
    except MissingFact as error:
        return Hours(form, look, day, missing=missing(error))
    except CannotCalculate as error:
        return Hours(form, look, day, missing=NotEnough(str(error)))
    heads = {**HEADS, MORE: f"{numbers.euro(more)} per maand meer"}
    shown = tuple(row_of(row, heads) for row in rows)
    return Hours(form, look, day, tuple(c.head for c in shown[0].cells), shown, tests)


def row_of(row: WageRow, heads: Mapping[str, str]) -> PathRow:
    cells = tuple(cell_of(one, heads[one.goal]) for one in row.needed)
    return PathRow(row.label, numbers.euro(row.hourly_wage, cents=True), cells)


def cell_of(one: HoursNeeded, head: str) -> Cell:
    if one.hours is None:
        return Cell(head, "meer dan 40 uur", "")
    words = numbers.hours(one.hours) if one.hours else "elk aantal uren"
    note = ""
    if one.first is not None and one.first < one.hours:
        note = f"ook bij {numbers.hours(one.first)}, met een lager stuk ertussen"
    return Cell(head, words, note)


def tests_of(situation: Situation, look: Look, full_time: float) -> tuple[tuple[str, Independence], ...]:
    """The test for each number of hours that is looked at."""
    offer = situation.offer(look.wage)
    scenarios = [(h, scenario(situation.facts, situation.day, offer, h)) for h in look.hours]
    return tuple((numbers.hours(h), independence(one, situation.facts, full_time)) for h, one in scenarios)
