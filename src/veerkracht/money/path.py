"""The long view: a path of up to ten years, with study costs and debts, children growing older, and a band.

Amounts stay those of the last published law: this shows the shape of a path, not the euros of a far year.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate

from .amounts import in_hours
from .ledger.settings import Debt
from .situation import Facts, MistakeInScenario, Offer, known_law, scenario

MOST_YEARS = 10
TARGETS = ("besteedbaar_inkomen", "netto_inkomen_uit_werk", "norm_economische_zelfstandigheid")
WAGE_BAND, HOURS_BAND = 0.05, 0.10
"""How far wage and hours may differ from the plan at the edges of the band; a choice of ours, shown as such."""
CARE_UNTIL = 12
CARE = ("opvangsoort", "opvanguren", "uurtarief")
ASSUMPTIONS = (
    "Alle jaren zijn gerekend met de nu bekende bedragen, zonder prijs- en loonstijging.",
    f"De band: {HOURS_BAND:.0%} minder of meer uren en {WAGE_BAND:.0%} lager of hoger uurloon, en elk jaar "
    "iets wijder.",
    "Vanaf 2027 wordt de combinatiekorting in negen stappen afgebouwd; dat zit hier nog niet in.",
    "Opvang stopt als een kind 12 wordt en gaat vanaf 4 jaar over naar de bso.",
)


@dataclass(frozen=True)
class Phase:
    """Some years with the same work; `costs` a month go out extra, such as those of a study."""

    years: int
    hours: float
    hourly_wage: float
    label: str
    costs: float = 0.0


@dataclass(frozen=True)
class YearOnPath:
    """A year on the path: what is left a month, with the edges of the band."""

    year: int
    label: str
    ages: tuple[int, ...]
    disposable: float
    low: float
    high: float
    own_ratio: float
    debts: float


@dataclass(frozen=True)
class Path:
    """All years, how much comes to what is left over the whole path, and what was assumed."""

    years: tuple[YearOnPath, ...]
    total: float
    sentence: str
    assumptions: tuple[str, ...]


def path(facts: Facts, start: dt.date, phases: Sequence[Phase], debts: Sequence[Debt] = ()) -> Path:
    """The phases one after another, from the year of `start` on."""
    check(facts, phases)
    order = [phase for phase in phases for _ in range(phase.years)]
    found = []
    for number, phase in enumerate(order):
        instalments = yearly_instalments(debts, number) / 12
        out = phase.costs + instalments
        low, middle, high = (
            month_of(facts, start, number, phase, out, side * widening(number)) for side in (-1.0, 0.0, 1.0)
        )
        own, norm = middle[1:]
        ages = tuple(int(age) for age in ages_in(facts, start, number))
        found.append(
            YearOnPath(
                start.year + number,
                phase.label,
                ages,
                middle[0],
                min(low[0], middle[0]),
                max(high[0], middle[0]),
                own / norm,
                instalments,
            )
        )
    total = 12 * sum(year.disposable for year in found)
    return Path(tuple(found), total, sentence(found, order), (*ASSUMPTIONS, *known_law(start)[1]))


def widening(number: int) -> float:
    """The band grows with the years: what is far is less sure."""
    return 1 + number / MOST_YEARS


def month_of(
    facts: Facts, start: dt.date, number: int, phase: Phase, out: float, side: float
) -> tuple[float, float, float]:
    """A month of one year, with hours and wage somewhat lower or higher than planned."""
    hours = min(40.0, phase.hours * (1 + side * HOURS_BAND))
    wage = phase.hourly_wage * (1 + side * WAGE_BAND)
    one = scenario(in_year(facts, start, number), start, Offer(wage), hours)
    known = calculate(book(), one.day, one.values, TARGETS).known
    left, own, norm = (float(known[name]) for name in TARGETS)
    return left - out, own, norm


def in_year(facts: Facts, start: dt.date, number: int) -> dict[str, Any]:
    """The facts with everybody some years older; a child of 18 or more has left the amounts for children."""
    ages = zip(facts.get("kinderen") or (), ages_in(facts, start, number), strict=True)
    older = dict(facts)
    older["kinderen"] = [older_child(child, age) for child, age in ages]
    older["leeftijd_ouder"] = facts["leeftijd_ouder"] + number
    return older


def older_child(child: Mapping[str, Any], age: float) -> dict[str, Any]:
    kept = {name: value for name, value in child.items() if name not in ("geboortedatum", "leeftijd")}
    kept |= {"leeftijd": age, "leeftijd_op_1_januari": max(0.0, age - 1)}
    if age >= CARE_UNTIL:
        kept = {name: value for name, value in kept.items() if name not in CARE}
    elif age >= 4 and kept.get("opvangsoort") == "dagopvang":
        kept["opvangsoort"] = "bso"
    return kept


def ages_in(facts: Facts, start: dt.date, number: int) -> list[float]:
    return [age_at(child, start) + number for child in facts.get("kinderen") or ()]


def age_at(child: Mapping[str, Any], day: dt.date) -> float:
    if child.get("geboortedatum") is None:
        return float(child["leeftijd"])
    born = dt.date.fromisoformat(child["geboortedatum"])
    return float(day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def yearly_instalments(debts: Sequence[Debt], number: int) -> float:
    """What is paid off in one year of the path, until nothing is left."""
    total = 0.0
    for debt in debts:
        left = debt.amount - 12 * number * debt.instalment
        total += min(max(0.0, left), 12 * debt.instalment)
    return total


def sentence(years: Sequence[YearOnPath], order: Sequence[Phase]) -> str:
    """From which year the norm is reached, with how many hours."""
    for year, phase in zip(years, order, strict=True):
        if year.own_ratio >= 1:
            return (
                f"Vanaf {year.year} ({phase.label}, {in_hours(phase.hours)} per week) komt eigen werk op of boven "
                "de grens van economische zelfstandigheid."
            )
    return "Binnen deze jaren komt eigen werk niet op de grens van economische zelfstandigheid."


def check(facts: Facts, phases: Sequence[Phase]) -> None:
    years = sum(phase.years for phase in phases)
    if not 1 <= years <= MOST_YEARS:
        raise MistakeInScenario(f"Een pad duurt 1 tot {MOST_YEARS} jaar, niet {years}.")
    for phase in phases:
        if phase.years < 1 or not math.isfinite(phase.costs) or phase.costs < 0:
            raise MistakeInScenario(
                f"Bij {phase.label!r} hoort minstens een jaar, en kosten van nul of hoger."
            )
    if facts.get("leeftijd_ouder") is None or facts.get("kinderen") is None:
        raise MistakeInScenario("Voor een pad zijn leeftijd_ouder en kinderen nodig.")
