"""The page "Mijn keuze": one path or kept sum, in her words, as a picture for a phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format

from ..domain import numbers
from ..domain.situation import Answers, known
from ..later.page import LaterPage
from ..later.paths import STUDY_LABEL, Walked
from ..queries import KeptFacts
from .picture import ChoicePicture, draw

PART, WHICH, WORDS = "keuze", "keuze", "keuze_woorden"


@dataclass(frozen=True)
class Option:
    """Something that can be chosen."""

    key: str
    label: str


@dataclass(frozen=True)
class ChoicePage:
    """The picture, or nothing yet."""

    options: tuple[Option, ...]
    picture: ChoicePicture | None = None
    svg: str = ""


def options_of(later: LaterPage, saved_sums: Sequence[KeptFacts]) -> tuple[Option, ...]:
    """The paths that have all they need, and the sums that were kept."""
    paths = [Option(f"pad{one.number}", one.name) for one in later.paths]
    return (*paths, *(Option(f"som{one.id}", one.label) for one in saved_sums))


def choice_of(
    first_name: str, answers: Answers, later: LaterPage, saved_sums: Sequence[KeptFacts]
) -> ChoicePage:
    """What she chose; a path or sum that is not there any more is no choice."""
    options = options_of(later, saved_sums)
    key, words = known(answers, WHICH), str(known(answers, WORDS) or "")
    path = next((one for one in later.paths if f"pad{one.number}" == key), None)
    if path:
        picture = of_path(first_name, words, path, later)
        return ChoicePage(options, picture, draw(picture))
    scenario = next((one for one in saved_sums if f"som{one.id}" == key), None)
    if scenario:
        picture = of_sum(first_name, words, scenario)
        return ChoicePage(options, picture, draw(picture))
    return ChoicePage(options)


def of_path(first_name: str, words: str, walked: Walked, later: LaterPage) -> ChoicePicture:
    last, work = walked.path.years[-1], walked.saved.then
    figures = [
        (f"{numbers.euro(last.disposable)} per maand", f"te besteden in {last.year}"),
        (
            f"{numbers.hours(work.hours)} per week",
            f"voor {numbers.euro(work.hourly_wage, cents=True)} per uur",
        ),
    ]
    free = next((year.year for year in walked.path.years if year.own_ratio >= 1), None)
    if free:
        figures.append((f"vanaf {free}", "boven de CBS-grens"))
    line = tuple((year.disposable, year.low, year.high) for year in walked.path.years)
    study = walked.saved.phases[0]
    first = f": eerst {study.years} jaar opleiding" if study.label == STUDY_LABEL else ""
    title = f"{walked.name}{first}"
    return ChoicePicture(first_name, words, title, tuple(figures), made(later.day, later.rules), line)


def of_sum(first_name: str, words: str, saved_sum: KeptFacts) -> ChoicePicture:
    more = "meer" if saved_sum.more > 0 else "minder"
    figures = (
        (f"{numbers.euro(saved_sum.to_spend)} per maand", "te besteden"),
        (f"{numbers.euro(abs(saved_sum.more))} {more}", "per maand dan toen"),
        (
            f"{numbers.hours(saved_sum.hours)} per week",
            f"voor {numbers.euro(saved_sum.hourly_wage, cents=True)} per uur",
        ),
    )
    return ChoicePicture(first_name, words, saved_sum.label, figures, made(saved_sum.day, saved_sum.rules))


def made(day: dt.date, rules: str) -> str:
    return f"Gerekend op {date_format(day, 'j F Y')}, regels versie {rules}"
