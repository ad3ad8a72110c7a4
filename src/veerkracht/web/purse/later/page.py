"""The page "Later": up to three paths over some years, their lines with a band, and what they need."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.money.ledger.debts import debt_view
from veerkracht.money.ledger.settings import Debt
from veerkracht.words.numbers import MONTHS
from veerkracht.words.sentences import PAGE, say

from ..domain import numbers
from ..domain.outcome import NotEnough
from ..domain.questions import PARTS
from ..domain.situation import Answers, KnownPerson, MoneySituation, known, situation_of
from ..domain.version import rules_version
from ..life.page import as_missing, check_care
from .chart import NARROW, WIDE, LaterChart, later_chart
from .paths import (
    NUMBERS,
    SavedPath,
    Walked,
    crossings,
    in_words,
    needed_sentence,
    told_paths,
    walked,
    years_of,
)

PART = "paden"


@dataclass(frozen=True)
class YearRow:
    """One year of the table: the children's ages, and each path with its band."""

    year: int
    ages: str
    cells: tuple[tuple[Walked, float, float, float, str], ...]


@dataclass(frozen=True)
class LaterPage:
    """The page, the empty page, or the one sentence that says what is still missing."""

    day: dt.date
    rules: str
    saved_paths: tuple[SavedPath, ...] = ()
    paths: tuple[Walked, ...] = ()
    sentences: tuple[str, ...] = ()
    needed: str = ""
    debt: str = ""
    grown_up: str = ""
    rows: tuple[YearRow, ...] = ()
    wide: LaterChart | None = None
    narrow: LaterChart | None = None
    missing: NotEnough | None = None

    @property
    def unfinished(self) -> tuple[SavedPath, ...]:
        return tuple(one for one in self.saved_paths if one.missing)

    @property
    def in_words(self) -> list[tuple[Walked, str]]:
        return [(one, in_words(one.saved)) for one in self.paths]

    @property
    def assumptions(self) -> tuple[str, ...]:
        return tuple(say(one, PAGE) for one in self.paths[0].path.assumptions) if self.paths else ()


def later_of(answers: Answers, person: KnownPerson, day: dt.date) -> LaterPage:
    """Everything on the page."""
    situation = situation_of(answers, person, day)
    saved_paths = told_paths(answers, years_of(answers, situation))
    if not saved_paths:
        return LaterPage(day, rules_version())
    try:
        check_care(answers, person)
        if situation.facts.get("leeftijd_ouder") is None:
            raise NotEnough("Om vooruit te kijken is nog nodig: leeftijd.", PARTS["wonen"])
        paths = walked(saved_paths, situation, debts_of(answers))
    except (CannotCalculate, NotEnough) as error:
        return LaterPage(day, rules_version(), saved_paths, missing=as_missing(error))
    return drawn(answers, person, situation, saved_paths, paths)


def drawn(
    answers: Answers,
    person: KnownPerson,
    situation: MoneySituation,
    saved_paths: tuple[SavedPath, ...],
    paths: tuple[Walked, ...],
) -> LaterPage:
    day = situation.day
    if not paths:
        return LaterPage(day, rules_version(), saved_paths)
    return LaterPage(
        day,
        rules_version(),
        saved_paths,
        paths,
        tuple(crossings(paths) or [one.sentence for one in paths]),
        needed_sentence(paths),
        debt_sentence(answers, day),
        grown_up(paths[0], person),
        tuple(rows_of(paths, person)),
        later_chart(paths, WIDE),
        later_chart(paths, NARROW),
    )


def debts_of(answers: Answers) -> list[Debt]:
    """What is paid off each month, for as long as it lasts. Which debt it is, nobody asked."""
    instalment, left = known(answers, "aflossing"), known(answers, "aflossing_maanden")
    return [Debt("De aflossing", instalment * left, instalment)] if instalment and left else []


def debt_sentence(answers: Answers, day: dt.date) -> str:
    debts = debts_of(answers)
    if not debts:
        return ""
    last = debt_view(debts[0], day).last_on
    amount = numbers.euro(debts[0].instalment)
    return f"De aflossing van {amount} per maand loopt tot en met {MONTHS[last.month - 1]} {last.year}."


def grown_up(walked: Walked, person: KnownPerson) -> str:
    """In which years a child stops counting for the amounts."""
    years = walked.path.years
    birthdays = [
        f"{child.name} is dan 18 (vanaf {years[at].year})"
        for place, child in enumerate(person.children)
        for at in range(1, len(years))
        if years[at].ages[place] >= 18 > years[at - 1].ages[place]
    ]
    return (
        f"De lijnen zakken als er bedragen voor een kind stoppen: {', '.join(birthdays)}."
        if birthdays
        else ""
    )


def rows_of(paths: tuple[Walked, ...], person: KnownPerson) -> list[YearRow]:
    rows = []
    for place, year in enumerate(paths[0].path.years):
        ages = ", ".join(
            f"{child.name} {age}" for child, age in zip(person.children, year.ages, strict=True) if age < 18
        )
        cells = tuple(
            (one, y.disposable, y.low, y.high, y.label) for one in paths for y in [one.path.years[place]]
        )
        rows.append(YearRow(year.year, ages, cells))
    return rows


def first_answers(answers: Answers) -> dict[str, object]:
    """What the form begins with: the diplomas and wages that were looked at before, until a path was told."""
    if any(name.startswith("pad1_") for name in answers):
        return dict(answers)
    begun: dict[str, object] = dict(answers)
    for number in NUMBERS:
        for ours, theirs in (("naam", "pad"), ("loon", "loon")):
            if f"{theirs}_{number}" in answers:
                begun[f"pad{number}_{ours}"] = answers[f"{theirs}_{number}"]
    return begun
