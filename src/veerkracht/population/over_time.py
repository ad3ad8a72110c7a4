"""Exemptions over three years: one month says nothing about a rule that ends, so the months are counted on.

The wage stays as it is; the months of each exemption that were used go up as they are used. Law of the day throughout.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from veerkracht.law.choices import ALGEMEEN, ALLEENSTAANDE_OUDER, ARTIKEL_34A

from .effects import TARGETS
from .households import Households, Numbers
from .reforms.reading import PopulationReform, book_of
from .run import OK, amounts_of

MONTHS = 36
USED: Mapping[str, float] = {
    "maanden_algemene_vrijlating": ALGEMEEN,
    "maanden_vrijlating_alleenstaande_ouder": ALLEENSTAANDE_OUDER,
    "maanden_vrijlating_artikel_34a": ARTIKEL_34A,
}
LENGTH_OF_34A = "participatiewet.vrijlating_artikel_34a_maanden"


@dataclass(frozen=True, kw_only=True)
class OverThreeYears:
    """What each household keeps of its wage over 36 months, in euros, under three sets of rules."""

    today: Numbers
    reform: Numbers
    reform_extended: Numbers


def over_three_years(households: Households, day: dt.date, reform: PopulationReform) -> OverThreeYears:
    """Of who works beside bijstand: today's rules, the reform, and the reform where the municipality extends."""
    extended = replace(
        reform,
        numbers=replace(reform.numbers, values=(*reform.numbers.values, (LENGTH_OF_34A, float(MONTHS)))),
    )
    return OverThreeYears(
        today=kept(households, day, None),
        reform=kept(households, day, reform),
        reform_extended=kept(households, day, extended),
    )


def beside_bijstand(households: Households) -> Households:
    """Who works and has bijstand."""
    return households.chosen((households.fact("loon") > 0) & (households.fact("maanden_bijstand") > 0))


def kept(households: Households, day: dt.date, reform: PopulationReform | None) -> Numbers:
    """Euros of exemption over all months; a month without an answer counts as nothing."""
    rules, numbers = book_of(reform), reform.on(day) if reform else None
    total = np.zeros(len(households))
    for _ in range(MONTHS):
        month = amounts_of(households, rules, day, TARGETS, numbers)
        there = (month.status["vrijlating"] == OK) & (month.status["vrijlating_regeling"] == OK)
        total += np.where(there, month.amounts["vrijlating"], 0.0)
        used = {
            name: households.facts[name] + (month.amounts["vrijlating_regeling"] == regime)
            for name, regime in USED.items()
            if name in households.facts
        }
        households = households.with_facts(used)
    return total
