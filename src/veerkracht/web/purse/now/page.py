"""What the pages about money show: the same for somebody's case and for anybody at `/rekenen`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from veerkracht.money.quantities import ESTIMATE, EXAMPLE, FIXED, OF_MUNICIPALITY, TYPED
from veerkracht.words.money import (
    Difference,
    differences,
    headline,
    turning_point,
    validity,
    wage_below_minimum,
    what_can_go_wrong,
)

from ..domain.numbers import typed
from ..domain.outcome import AmountRow, Column, NotEnough, Outcome, outcome_of
from ..domain.questions import CHILDREN
from ..domain.situation import (
    COSTS,
    USUAL_HOURS,
    Answers,
    KnownPerson,
    MoneySituation,
    age_on,
    first_day_of_work,
    known,
    minimum_wage,
    missing_care,
    situation_of,
)
from ..domain.version import rules_version
from ..forms import LOOKED_AT
from .chart import NARROW, WIDE, Chart, chart_of, table_of
from .forms import STARTS_ON, LookForm
from .ranges import Ranges, range_headline, ranges_of
from .steps import SURE, Opened, answer_of, opened

CERTAINTY = {
    FIXED: "zeker",
    ESTIMATE: "schatting",
    EXAMPLE: "voorbeeld",
    TYPED: "ingevuld",
    OF_MUNICIPALITY: "eigen regeling",
}
ADULT = 30
"""The age by which the minimum wage is taken where no age is known: the full one."""


@dataclass(frozen=True)
class LookedAtWork:
    """Which wage and hours are looked at, and the form that says so."""

    form: LookForm
    wage: float
    wage_is_minimum: bool
    hours: tuple[float, ...]
    starts_on: dt.date

    @property
    def pairs(self) -> list[tuple[str, str]]:
        values = [("uurloon_straks", self.wage), *zip(LOOKED_AT[1:], self.hours, strict=False)]
        return [*((name, typed(value)) for name, value in values), (STARTS_ON, f"{self.starts_on:%d-%m-%Y}")]

    @property
    def address(self) -> str:
        """As it travels to the pages behind."""
        return urlencode(self.pairs)


@dataclass(frozen=True)
class MoneyRow:
    """One row with its cells. What stands under it is made when somebody opens it: most of it nobody reads."""

    row: AmountRow
    cells: tuple[tuple[Column, float], ...]

    @property
    def has_steps(self) -> bool:
        return self.row.first.step is not None

    @property
    def sure(self) -> str:
        return SURE[self.row.first.certainty]

    @property
    def certainty(self) -> str:
        """In one word."""
        return CERTAINTY[self.row.first.certainty]

    @property
    def of_municipality(self) -> str:
        """The rule of the municipality's own scheme, and who gives it; nothing for what follows from the law."""
        first = self.row.first
        return first.article if first.certainty == OF_MUNICIPALITY else ""

    @property
    def is_same(self) -> bool:
        """Whether every column has the same whole euros."""
        return len({round(amount) for _, amount in self.cells}) == 1


@dataclass(frozen=True)
class MoneyPage:
    """The whole page, or the one sentence that says what is still missing."""

    looked_at: LookedAtWork
    day: dt.date
    rules: str
    outcome: Outcome | None = None
    missing: NotEnough | None = None
    ranges: Ranges | None = None
    rows: tuple[MoneyRow, ...] = ()
    costs: tuple[MoneyRow, ...] = ()
    local: tuple[MoneyRow, ...] = ()
    same: tuple[MoneyRow, ...] = ()
    """Rows that are the same in every column: one line on the page, to be opened."""
    chosen: Column | None = None
    """The hours that leave most: what the answers beside the sentence are about."""
    differences: tuple[Difference, ...] = ()
    risks: tuple[str, ...] = ()
    validity: tuple[str, ...] = ()
    turning: str = ""
    wide: Chart | None = None
    narrow: Chart | None = None
    has_own_schemes: bool = False
    """Whether the local schemes are those of her municipality, and no example."""
    table: tuple[tuple[str, float, float | None], ...] = ()


def look_of(data: Mapping[str, Any], answers: Answers, person: KnownPerson, day: dt.date) -> LookedAtWork:
    """From the address, else from what was told, else the minimum wage and the usual hours."""
    known_wage = known(answers, "uurloon_straks") or known(answers, "uurloon")
    age = age_on(person.born_on, day) if person.born_on else known(answers, "leeftijd") or ADULT
    wage = known_wage or minimum_wage(day, int(age))
    hours = [known(answers, name) or usual for name, usual in zip(LOOKED_AT[1:], USUAL_HOURS, strict=True)]
    first_day = first_day_of_work(day)
    initial = {**dict(zip(LOOKED_AT, (wage, *hours), strict=True)), STARTS_ON: first_day}
    if not any(name in data for name in (*LOOKED_AT, STARTS_ON)):
        return LookedAtWork(
            LookForm(initial=initial, today=day),
            wage,
            known_wage is None,
            tuple(dict.fromkeys(hours)),
            first_day,
        )
    form = LookForm(
        {STARTS_ON: f"{first_day:%d-%m-%Y}", **{n: data[n] for n in data}}, initial=initial, today=day
    )
    form.is_valid()
    typed = form.cleaned_data
    later: list[Any] = [typed.get(name) if name in typed else initial[name] for name in LOOKED_AT[1:]]
    wanted = typed.get("uurloon_straks")
    return LookedAtWork(
        form=form,
        wage=wanted or wage,
        wage_is_minimum=known_wage is None and not wanted,
        hours=tuple(dict.fromkeys(h for h in later if h)),
        starts_on=typed.get(STARTS_ON) or first_day,
    )


def money_of(answers: Answers, person: KnownPerson, looked_at: LookedAtWork, day: dt.date) -> MoneyPage:
    """Everything on the page; a range where something is not known, one sentence where something is missing."""
    situation = situation_of(answers, person, day, looked_at.starts_on)
    try:
        lacking = missing_care(answers, person)
        if lacking:
            names = ", ".join(lacking)
            raise NotEnough(f"Soort, uren of prijs van de opvang is nog niet bekend: {names}.", CHILDREN)
        return whole(looked_at, day, outcome_of(situation, looked_at.wage, looked_at.hours))
    except NotEnough as missing:
        if situation.open and not lacking:
            return in_ranges(situation, looked_at)
        return MoneyPage(looked_at, day, rules_version(), missing=missing)


def in_ranges(situation: MoneySituation, looked_at: LookedAtWork) -> MoneyPage:
    try:
        ranges = ranges_of(situation, looked_at.wage, looked_at.hours)
    except NotEnough as missing:
        return MoneyPage(looked_at, situation.day, rules_version(), missing=missing)
    return MoneyPage(looked_at, situation.day, rules_version(), ranges=ranges)


def whole(looked_at: LookedAtWork, day: dt.date, outcome: Outcome) -> MoneyPage:
    rows = rows_shown(outcome.rows, outcome)
    money = MoneyPage(
        looked_at,
        day,
        rules_version(),
        outcome,
        rows=tuple(row for row in rows if not row.is_same),
        same=tuple(row for row in rows if row.is_same),
        costs=rows_shown(outcome.costs, outcome),
        local=rows_shown(outcome.local, outcome),
        has_own_schemes=outcome.now.scenario.schemes is not None,
        turning=turning_point(outcome.answer),
        wide=chart_of(outcome, WIDE),
        narrow=chart_of(outcome, NARROW),
        table=tuple(table_of(outcome.line)),
    )
    chosen = max(outcome.later, key=lambda column: column.more, default=None)
    return money if chosen is None else with_answers(money, outcome, chosen)


EXEMPT_IN_2027 = ("artikel_34a", "medisch_urenbeperkt")


def with_answers(money: MoneyPage, outcome: Outcome, chosen: Column) -> MoneyPage:
    """The three answers beside the sentence: what is left, what can go wrong, from when."""
    situation, answer = outcome.situation, outcome.answer
    facts = situation.facts
    risks = what_can_go_wrong(
        answer,
        chosen.month,
        has_debt=any(cost.label == COSTS["aflossing"] for cost in situation.costs),
        other_income=bool(facts.get("overig_netto_inkomen") and facts.get("overig_inkomen_is_belast")),
    )
    least = minimum_wage(situation.starts_on, int(facts.get("leeftijd_ouder", ADULT)))
    if money.looked_at.wage < least:
        risks = [wage_below_minimum(money.looked_at.wage, least), *risks[:3]]
    bijstand_stays = any(bijstand_of(column) > 0 for column in outcome.later)
    exempt = chosen.scenario.facts.get("vrijlating_regeling") in EXEMPT_IN_2027
    return replace(
        money,
        chosen=chosen,
        differences=tuple(differences(answer, chosen.month)),
        risks=tuple(risks),
        validity=tuple(validity(situation.starts_on, bijstand_stays, exempt)),
    )


def bijstand_of(column: Column) -> float:
    return sum(line.amount for line in column.picture.lines if line.name == "ontvangen_bijstand")


def first_words(money: MoneyPage, who: str = "") -> list[str]:
    """The sentences on top. `who` is empty when she reads them herself."""
    if money.outcome:
        return headline(money.outcome.answer, money.looked_at.starts_on, who)
    return range_headline(money.ranges, who) if money.ranges else []


def rows_shown(rows: Sequence[AmountRow], outcome: Outcome) -> tuple[MoneyRow, ...]:
    return tuple(MoneyRow(row, tuple(zip(outcome.columns, row.amounts, strict=True))) for row in rows)


def row_opened(outcome: Outcome, name: str) -> tuple[AmountRow, Opened]:
    """What stands under one row.

    Raises:
        KeyError: the page has no such row, or it was typed in and has no steps.
    """
    rows = (*outcome.rows, *outcome.local)
    row = next((one for one in rows if one.name == name and one.first.step is not None), None)
    if row is None:
        raise KeyError(name)
    return row, opened(row, [answer_of(column.scenario, (name,)) for column in outcome.columns])


def paths_of(answers: Answers, looked_at: LookedAtWork, day: dt.date, age: int) -> list[tuple[str, float]]:
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
    return rows if looked_at.wage_is_minimum else [("Dit uurloon", looked_at.wage), *rows]
