"""The page "Mijn keuze": one path or kept sum, in her words, as a picture for a phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format

from .domain import numbers
from .domain.choice_picture import ChoicePicture, draw
from .domain.later_paths import STUDY_LABEL, Walked
from .domain.situation import Answers, known
from .later import Later
from .queries import KeptFacts

PART, WHICH, WORDS = "keuze", "keuze", "keuze_woorden"


@dataclass(frozen=True)
class Option:
    """Something that can be chosen."""

    key: str
    label: str


@dataclass(frozen=True)
class Choice:
    """The picture, or nothing yet."""

    options: tuple[Option, ...]
    picture: ChoicePicture | None = None
    svg: str = ""


def options_of(later: Later, kept: Sequence[KeptFacts]) -> tuple[Option, ...]:
    """The paths that have all they need, and the sums that were kept."""
    paths = [Option(f"pad{one.number}", one.name) for one in later.paths]
    return (*paths, *(Option(f"som{one.id}", one.label) for one in kept))


def choice_of(first_name: str, answers: Answers, later: Later, kept: Sequence[KeptFacts]) -> Choice:
    """What she chose; a path or sum that is not there any more is no choice."""
    options = options_of(later, kept)
    key, words = known(answers, WHICH), str(known(answers, WORDS) or "")
    path = next((one for one in later.paths if f"pad{one.number}" == key), None)
    if path:
        picture = of_path(first_name, words, path, later)
        return Choice(options, picture, draw(picture))
    scenario = next((one for one in kept if f"som{one.id}" == key), None)
    if scenario:
        picture = of_sum(first_name, words, scenario)
        return Choice(options, picture, draw(picture))
    return Choice(options)


def of_path(first_name: str, words: str, one: Walked, later: Later) -> ChoicePicture:
    last, work = one.path.years[-1], one.told.then
    figures = [
        (f"{numbers.euro(last.disposable)} per maand", f"te besteden in {last.year}"),
        (
            f"{numbers.hours(work.hours)} per week",
            f"voor {numbers.euro(work.hourly_wage, cents=True)} per uur",
        ),
    ]
    free = next((year.year for year in one.path.years if year.own_ratio >= 1), None)
    if free:
        figures.append((f"vanaf {free}", "boven de grens van eigen benen"))
    line = tuple((year.disposable, year.low, year.high) for year in one.path.years)
    study = one.told.phases[0]
    first = f": eerst {study.years} jaar opleiding" if study.label == STUDY_LABEL else ""
    title = f"{one.name}{first}"
    return ChoicePicture(first_name, words, title, tuple(figures), made(later.day, later.rules), line)


def of_sum(first_name: str, words: str, one: KeptFacts) -> ChoicePicture:
    more = "meer" if one.more > 0 else "minder"
    figures = (
        (f"{numbers.euro(one.to_spend)} per maand", "te besteden"),
        (f"{numbers.euro(abs(one.more))} {more}", "per maand dan toen"),
        (f"{numbers.hours(one.hours)} per week", f"voor {numbers.euro(one.hourly_wage, cents=True)} per uur"),
    )
    return ChoicePicture(first_name, words, one.label, figures, made(one.day, one.rules))


def made(day: dt.date, rules: str) -> str:
    return f"Gerekend op {date_format(day, 'j F Y')}, regels versie {rules}"
