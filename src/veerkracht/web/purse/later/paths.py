"""The paths of later as they were told, and what the program makes of them: lines, crossings, hours that are needed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path as File
from typing import Any

from veerkracht.money.life.household import Household, Month
from veerkracht.money.path import MOST_YEARS, Path, Phase, path
from veerkracht.words.money import path_sentence

from ..domain import numbers
from ..domain.questions import MoneyQuestion
from ..domain.situation import Answers, MoneySituation, known

NUMBERS = (1, 2, 3)
USUAL_YEARS = 6
PENSION_AGE = 67
"""From here on the law book does not know her amounts."""
STUDY_LABEL, WORK_LABEL = "opleiding", "werk"
SAME = 1.0
"""Euros a month: less apart than this is the same."""
STUDY, AFTER = ("studie_uren", "studie_loon", "studie_kosten"), ("uren", "loon")
MISSING = {
    "studie_uren": "de uren werk naast de opleiding",
    "studie_loon": "het uurloon naast de opleiding",
    "studie_kosten": "de kosten van de opleiding",
    "uren": "de uren werk per week",
    "loon": "het uurloon",
}


@dataclass(frozen=True)
class SavedPath:
    """One path as it was filled in; `missing` says what it still needs."""

    number: int
    name: str
    phases: tuple[Phase, ...]
    missing: tuple[str, ...]

    @property
    def then(self) -> Phase:
        """The last phase: the work it leads to."""
        return self.phases[-1]


@dataclass(frozen=True)
class Walked:
    """A path with its years, and the hours its wage needs for the norm (None: more than full time)."""

    saved: SavedPath
    path: Path
    needed: float | None

    @property
    def sentence(self) -> str:
        return path_sentence(self.path)

    @property
    def number(self) -> int:
        return self.saved.number

    @property
    def name(self) -> str:
        return self.saved.name


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads((File(__file__).parent / "later.toml").read_text(encoding="utf-8"))


@cache
def general_questions() -> tuple[MoneyQuestion, ...]:
    return tuple(MoneyQuestion(**raw) for raw in _file()["general"])


@cache
def path_questions(number: int) -> tuple[MoneyQuestion, ...]:
    return tuple(MoneyQuestion(**{**raw, "name": f"pad{number}_{raw['name']}"}) for raw in _file()["path"])


def years_of(answers: Answers, situation: MoneySituation) -> int:
    """How far she looks; not past the age at which a pension comes."""
    wanted = int(known(answers, "pad_jaren") or USUAL_YEARS)
    age = situation.facts.get("leeftijd_ouder")
    return min(wanted, MOST_YEARS, max(1, PENSION_AGE - int(age))) if age is not None else wanted


def told_paths(answers: Answers, years: int) -> tuple[SavedPath, ...]:
    """The paths of which something was filled in."""
    return tuple(
        _told(answers, number, years)
        for number in NUMBERS
        if any(q.name in answers for q in path_questions(number))
    )


def _told(answers: Answers, number: int, years: int) -> SavedPath:
    answers_of_path = {
        name: known(answers, f"pad{number}_{name}") for name in ("studie_jaren", *STUDY, *AFTER)
    }
    name = str(known(answers, f"pad{number}_naam") or f"Pad {number}")
    study = min(years, int(answers_of_path["studie_jaren"] or 0))
    needed = (*(STUDY if study else ()), *(AFTER if study < years else ()))
    lacking = tuple(MISSING[each] for each in needed if answers_of_path[each] is None)
    if lacking:
        return SavedPath(number, name, (), lacking)
    phases = []
    if study:
        phases.append(
            Phase(
                study,
                answers_of_path["studie_uren"],
                answers_of_path["studie_loon"],
                STUDY_LABEL,
                answers_of_path["studie_kosten"],
            )
        )
    if study < years:
        phases.append(Phase(years - study, answers_of_path["uren"], answers_of_path["loon"], WORK_LABEL))
    return SavedPath(number, name, tuple(phases), ())


def walked(
    saved_paths: Sequence[SavedPath], situation: MoneySituation, debts: Sequence[Any]
) -> tuple[Walked, ...]:
    """Every path that has all it needs."""
    month = Month()
    return tuple(
        Walked(one, path(situation.facts, situation.day, one.phases, debts), _needed(one, situation, month))
        for one in saved_paths
        if one.phases
    )


def _needed(path: SavedPath, situation: MoneySituation, month: Month) -> float | None:
    house = Household(situation.facts, situation.day, path.then.hours, path.then.hourly_wage)
    return month.hours_for_the_norm(house) if path.then.hourly_wage else None


def crossings(paths: Sequence[Walked]) -> list[str]:
    """For each two: which leaves more and from when. Then what the last year brings, and how sure that is."""
    if len(paths) < 2:
        return []
    all_crossings = [_between(a, b) for a, b in combinations(paths, 2)]
    last = [one.path.years[-1] for one in paths]
    amounts = ", ".join(
        f"“{one.name}” {numbers.euro(year.disposable)}" for one, year in zip(paths, last, strict=True)
    )
    apart = all(a.high < b.low or b.high < a.low for a, b in combinations(last, 2))
    sure = (
        "De banden raken elkaar dan niet."
        if apart
        else "De banden lopen door elkaar: het kan ook anders uitkomen."
    )
    return [*all_crossings, f"In {last[0].year} per maand te besteden: {amounts}. {sure}"]


def _between(a: Walked, b: Walked) -> str:
    apart = [y.disposable - x.disposable for x, y in zip(a.path.years, b.path.years, strict=True)]
    ahead = [0 if abs(each) < SAME else 1 if each > 0 else -1 for each in apart]
    if not any(ahead):
        return f"“{a.name}” en “{b.name}” laten elk jaar evenveel over."
    side = next(each for each in reversed(ahead) if each)
    more, less = (b, a) if side > 0 else (a, b)
    start = max((at + 1 for at, each in enumerate(ahead) if each == -side), default=0)
    if start == 0:
        return f"“{more.name}” laat alle jaren minstens zoveel over als “{less.name}”."
    year = a.path.years[start].year
    return f"In {year} kruisen de lijnen: vanaf dan laat “{more.name}” meer over dan “{less.name}”."


def needed_sentence(paths: Sequence[Walked]) -> str:
    """The hours for the norm with each wage, beside each other."""
    sentences = [
        f"met “{one.name}” {'meer dan 40 uur' if one.needed is None else numbers.hours(one.needed)}"
        for one in paths
        if one.saved.then.hourly_wage
    ]
    if not sentences:
        return ""
    return f"Nodig om op eigen benen te staan, per week: {', '.join(sentences)}."


def in_words(path: SavedPath) -> str:
    """What a path is, in one line."""
    parts = []
    for phase in path.phases:
        years = f"{phase.years} jaar"
        work = f"{numbers.hours(phase.hours)} werk voor {numbers.euro(phase.hourly_wage, cents=True)} per uur"
        if phase.label == STUDY_LABEL:
            beside = f" met {work}" if phase.hours else " zonder werk"
            costs = f", {numbers.euro(phase.costs)} kosten per maand" if phase.costs else ""
            parts.append(f"{years} opleiding{beside}{costs}")
        else:
            parts.append(f"{years} {work}" if phase.hours else f"{years} zonder werk")
    return ", daarna ".join(parts)
