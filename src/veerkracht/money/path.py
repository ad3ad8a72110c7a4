"""The long view: a path of up to ten years, with study costs and debts, children growing older, and a band.

Amounts stay those of the last published law: this shows the shape of a path, not the euros of a far year.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark, remark

from .asking import ask_month
from .ledger.settings import Debt
from .quantities import INDEPENDENCE, TO_SPEND
from .situation import Facts, MistakeInScenario, Offer, child_age, known_law, scenario

MOST_YEARS = 10
WAGE_BAND, HOURS_BAND = 0.05, 0.10
"""How far wage and hours may differ from the plan at the edges of the band; a choice of ours, shown as such."""
CARE_UNTIL = 12
CARE = ("opvangsoort", "opvanguren", "uurtarief")
ASSUMPTIONS = (
    remark("no_rise_in_prices"),
    remark("band_of_a_path", hours=HOURS_BAND, wage=WAGE_BAND),
    remark("credit_not_lowered_yet"),
    remark("childcare_until_twelve"),
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
    hours: float
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
    assumptions: tuple[Remark, ...]


def path(facts: Facts, start: dt.date, phases: Sequence[Phase], debts: Sequence[Debt] = ()) -> Path:
    """The phases one after another, from the year of `start` on."""
    check(facts, phases)
    order = [phase for phase in phases for _ in range(phase.years)]
    years = []
    for number, phase in enumerate(order):
        instalments = yearly_instalments(debts, number) / 12
        out = phase.costs + instalments
        low, middle, high = (
            month_of(facts, start, number, phase, out, side * widening(number)) for side in (-1.0, 0.0, 1.0)
        )
        own, norm = middle[1:]
        ages = tuple(int(age) for age in ages_in(facts, start, number))
        years.append(
            YearOnPath(
                start.year + number,
                phase.label,
                phase.hours,
                ages,
                middle[0],
                min(low[0], middle[0]),
                max(high[0], middle[0]),
                own / norm,
                instalments,
            )
        )
    total = 12 * sum(year.disposable for year in years)
    return Path(tuple(years), total, (*ASSUMPTIONS, *known_law(start)[1]))


def widening(number: int) -> float:
    """The band grows with the years: what is far is less sure."""
    return 1 + number / MOST_YEARS


def month_of(
    facts: Facts, start: dt.date, number: int, phase: Phase, out: float, side: float
) -> tuple[float, float, float]:
    """A month of one year, with hours and wage somewhat lower or higher than planned."""
    hours = min(40.0, phase.hours * (1 + side * HOURS_BAND))
    wage = phase.hourly_wage * (1 + side * WAGE_BAND)
    month = scenario(in_year(facts, start, number), start, Offer(wage), hours)
    known = ask_month(month.day, month.values, INDEPENDENCE).known
    left, own, norm = (float(known[name]) for name in (TO_SPEND, *INDEPENDENCE[:2]))
    return left - out, own, norm


def in_year(facts: Facts, start: dt.date, number: int) -> dict[str, Any]:
    """The facts with everybody some years older; a child of 18 or more has left the amounts for children."""
    ages = zip(facts.get("kinderen") or (), ages_in(facts, start, number), strict=True)
    older = dict(facts)
    older["kinderen"] = [older_child(child, age) for child, age in ages]
    older["leeftijd_ouder"] = facts["leeftijd_ouder"] + number
    return older


def older_child(child: Mapping[str, Any], age: float) -> dict[str, Any]:
    facts = {name: value for name, value in child.items() if name not in ("geboortedatum", "leeftijd")}
    facts |= {"leeftijd": age, "leeftijd_op_1_januari": max(0.0, age - 1)}
    if age >= CARE_UNTIL:
        facts = {name: value for name, value in facts.items() if name not in CARE}
    elif age >= 4 and facts.get("opvangsoort") == "dagopvang":
        facts["opvangsoort"] = "bso"
    return facts


def ages_in(facts: Facts, start: dt.date, number: int) -> list[float]:
    return [child_age(child, start) + number for child in facts.get("kinderen") or ()]


def yearly_instalments(debts: Sequence[Debt], number: int) -> float:
    """What is paid off in one year of the path, until nothing is left."""
    total = 0.0
    for debt in debts:
        left = debt.amount - 12 * number * debt.instalment
        total += min(max(0.0, left), 12 * debt.instalment)
    return total


def check(facts: Facts, phases: Sequence[Phase]) -> None:
    years = sum(phase.years for phase in phases)
    if not 1 <= years <= MOST_YEARS:
        raise MistakeInScenario(problem("path_too_long", most=MOST_YEARS, value=years))
    for phase in phases:
        if phase.years < 1 or not math.isfinite(phase.costs) or phase.costs < 0:
            raise MistakeInScenario(problem("phase_impossible", phase.label))
    if facts.get("leeftijd_ouder") is None or facts.get("kinderen") is None:
        raise MistakeInScenario(problem("path_without_ages"))
