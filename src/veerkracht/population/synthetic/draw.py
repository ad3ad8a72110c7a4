"""Synthetic one-parent households: drawn with a seed from the public figures. Nobody in it exists.

One generator, a fixed order of draws; a continuous column is drawn once in every equal slice of its distribution, so
that means and medians hold. The joint distribution rests on assumptions and is validated against nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from veerkracht.law.choices import BIJSTAND, UWV, WERKGEVER

from ..households import Numbers, Positions
from .marginals import AXES, SHAPE, shares
from .whole_numbers import counts

LABEL = "synthetisch"
SEED = 20261129
MINIMUM_WAGE = 14.71
"""EUR an hour, first half of 2026; no wage is drawn below it."""
YEAR = 52 * 1.08
HOURS_FROM, HOURS_TO = np.array([0, 1, 12, 20, 28, 35]), np.array([0, 11, 19, 27, 34, 40])
MEDIAN_WAGE, SPREAD_WAGE = np.array([16.8, 20.0, 27.5]), 0.22
MEDIAN_PART_TIME, SPREAD_PART_TIME = 686.0, 0.55
RENTS = ((645.0, 95.0, 380.0, 932.0), (900.0, 190.0, 450.0, 1600.0))
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class SyntheticHouseholds:
    """As facts of the contract, by column: scalars, and children one after another with their day of birth."""

    day: dt.date
    seed: int
    categories: dict[str, Positions]
    facts: dict[str, Numbers]
    hours: Numbers
    offsets: Positions
    born: npt.NDArray[np.datetime64]
    care_kind: Positions
    care_hours: Numbers

    def __len__(self) -> int:
        return len(self.hours)


class Drawing:
    """The dice, and a draw for some of the households: one in every equal slice, in random order."""

    def __init__(self, size: int, seed: int) -> None:
        self.size, self.dice = size, np.random.default_rng(seed)

    def slices(self, chosen: Flags) -> Numbers:
        number = int(chosen.sum())
        return (self.dice.permutation(number) + self.dice.random(number)) / max(number, 1)

    def normal(self, chosen: Flags) -> Numbers:
        return normal_at(self.slices(chosen))

    def column(self, chosen: Flags, of: Callable[[Numbers], Numbers]) -> Numbers:
        """A column that is `of` a normal draw for the chosen households and nothing for the others."""
        values = np.zeros(self.size)
        values[chosen] = of(self.normal(chosen))
        return values


@lru_cache(maxsize=1)
def _normal_table() -> tuple[Numbers, Numbers]:
    at = np.r_[1e-6, np.arange(1, 20_000) / 20_000, 1 - 1e-6]
    return at, np.array([NormalDist().inv_cdf(float(share)) for share in at])


def normal_at(share: Numbers) -> Numbers:
    """The quantile of a standard normal, from a fine table."""
    at, quantile = _normal_table()
    return np.interp(share, at, quantile)


def draw(size: int, seed: int, day: dt.date) -> SyntheticHouseholds:
    """So many households. The same size, seed and figures give the same households to the last bit."""
    drawing = Drawing(size, seed)
    whole = counts(size, drawing.dice)
    cell = np.repeat(np.arange(whole.size), whole.ravel())
    drawing.dice.shuffle(cell)
    categories = {
        name: index.astype(np.int64) for name, index in zip(AXES, np.unravel_index(cell, SHAPE), strict=True)
    }
    hours = weekly_hours(categories["hours"], drawing)
    ages, sizes = ages_of_children(categories, drawing)
    facts = money_facts(categories, hours, drawing)
    facts["leeftijd_ouder"] = np.floor(
        np.clip(ages[:, 0] + 31.5 + 5.5 * drawing.normal(np.ones(size, bool)), 18, 62)
    )
    facts["maanden_vrijlating_alleenstaande_ouder"] = drawing.dice.integers(0, 40, size).astype(float)
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    flat = ages[np.arange(4) < sizes[:, None]]
    works, on_bijstand = facts["loon"] > 0, categories["bijstand"] == 1
    own_wage = np.repeat(works & ~on_bijstand, sizes)
    kind, care_hours = childcare(flat, own_wage, np.repeat(hours, sizes), drawing)
    born = np.datetime64(day) - (flat * 365.2425).astype(np.int64).astype("timedelta64[D]")
    uses = np.zeros(size, bool)
    np.logical_or.at(uses, np.repeat(np.arange(size), sizes), care_hours > 0)
    facts["heeft_recht_op_kinderopvangtoeslag"] = (works | uses).astype(float)
    return SyntheticHouseholds(
        day=day,
        seed=seed,
        categories=categories,
        facts=facts,
        hours=hours,
        offsets=offsets,
        born=born,
        care_kind=kind,
        care_hours=care_hours,
    )


def weekly_hours(band: Positions, drawing: Drawing) -> Numbers:
    hours = np.zeros(drawing.size)
    for number in range(1, len(HOURS_FROM)):
        chosen = band == number
        low, high = HOURS_FROM[number], HOURS_TO[number]
        hours[chosen] = low + np.round(drawing.slices(chosen) * (high - low))
    return hours


def ages_of_children(categories: dict[str, Positions], drawing: Drawing) -> tuple[Numbers, Positions]:
    """Ages with fractions, youngest first, four columns; and how many of them are there."""
    youngest = np.zeros(drawing.size)
    for number, (low, high) in enumerate(((0, 4), (4, 6), (6, 12), (12, 18))):
        chosen = categories["youngest"] == number
        youngest[chosen] = low + drawing.slices(chosen) * (high - low) * 0.9995
    gaps = np.clip(2.9 + 1.5 * normal_at(drawing.dice.random((drawing.size, 3))), 0.9, 8)
    siblings = youngest[:, None] + np.cumsum(gaps, axis=1)
    return np.minimum(np.c_[youngest, siblings], 17.99), categories["children"] + 1


def money_facts(categories: dict[str, Positions], hours: Numbers, drawing: Drawing) -> dict[str, Numbers]:
    """Wage, rent, other income and what goes with them. Nobody lives on nothing."""
    bijstand, works = categories["bijstand"] == 1, categories["hours"] > 0
    own = works & ~bijstand
    per_hour = drawing.column(
        own, lambda z: MEDIAN_WAGE[categories["education"][own]] * np.exp(SPREAD_WAGE * z)
    )
    wage = hours * np.maximum(per_hour, MINIMUM_WAGE) * YEAR
    beside = works & bijstand
    wage[beside] = part_time_wages(beside, hours, drawing)
    rent = np.zeros(drawing.size)
    for number, (mean, deviation, low, high) in enumerate(RENTS):
        chosen = categories["housing"] == number
        rent[chosen] = np.clip(mean + deviation * drawing.normal(chosen), low, high)
    nothing = ~works & ~bijstand
    other = drawing.column(nothing, lambda z: np.clip(1550 * np.exp(0.30 * z), 900, 3200))
    taxed = np.zeros(drawing.size)
    taxed[nothing] = drawing.slices(nothing) < 0.80
    none = np.zeros(drawing.size)
    return {
        "loon": np.round(np.where(works, wage, 0.0), 2),
        "maanden_bijstand": np.where(bijstand, 12.0, 0.0),
        "loonheffingskorting_bij": np.where(works, WERKGEVER, np.where(bijstand, BIJSTAND, UWV)),
        "heeft_partner": none,
        "vermogen": np.where(bijstand, 1500.0, 9000.0),
        "kale_huur": np.round(rent, 2),
        "servicekosten": np.where(rent > 0, 35.0, 0.0),
        "aantal_medebewoners": none,
        "is_medisch_urenbeperkt": none,
        "werk_helpt_uitstroom": none + 1.0,
        "maanden_algemene_vrijlating": none + 6.0,
        "maanden_vrijlating_artikel_34a": none,
        "overig_netto_inkomen": np.round(other, 2),
        "overig_inkomen_is_belast": taxed,
    }


def part_time_wages(beside: Flags, hours: Numbers, drawing: Drawing) -> Numbers:
    """Earnings beside bijstand, more for more hours; the hours fall where they would pay less than the minimum."""
    monthly = np.sort(np.clip(MEDIAN_PART_TIME * np.exp(SPREAD_PART_TIME * drawing.normal(beside)), 60, 1250))
    people = np.flatnonzero(beside)
    order = np.lexsort([drawing.dice.random(len(people)), hours[people]])
    wages = np.zeros(len(people))
    wages[order] = monthly
    hours[people] = np.maximum(1, np.minimum(hours[people], np.round(wages * 12 / 52 / MINIMUM_WAGE)))
    return np.asarray(wages * 12.96)


def childcare(
    ages: Numbers, on_own_wage: Flags, hours: Numbers, drawing: Drawing
) -> tuple[Positions, Numbers]:
    """Kind of childcare (0 none, 1 day care, 2 bso) and hours a month, child by child."""
    use = {band: shares_of_use(band) for band in ("0_3", "4_11")}
    age_band = np.where(ages < 4, 0, np.where(ages < 12, 1, 2))
    chances = np.array([[*use["0_3"]], [*use["4_11"]], [0.0, 0.0]])
    chance = chances[age_band, np.where(on_own_wage, 0, 1)]
    used = drawing.dice.random(len(ages)) < chance
    factor = np.minimum(1.3, np.maximum(0.4, np.where(hours > 0, hours / 26, 0.6)))
    monthly = np.round(np.where(ages < 4, 90.0, 42.0) * factor)
    return np.where(used, age_band + 1, 0).astype(np.int64), np.where(used, monthly, 0.0)


def shares_of_use(band: str) -> Numbers:
    """Who uses childcare: of those who work, and of those with bijstand."""
    return shares("everyone", "childcare_use", (f"work_{band}", f"bijstand_{band}"))
