"""Indicators of one population before and after a reform, with the noise of the sample beside each.

Losers stand first. Behaviour is fixed and everybody takes up what there is; what has no answer is counted apart and
is part of no sum. An extra hour is one hour of work a week more at the same hourly wage.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .effects import HOURS_TO_YEAR, ReformComparison, is_about_exemptions
from .households import Households, Numbers
from .over_time import USED, beside_bijstand, over_three_years
from .reforms.reading import PopulationReform, book_of
from .run import Amounts, amounts_of
from .synthetic.figures import KINDS

Flags = npt.NDArray[np.bool_]
NOTICED = 1.0
"""EUR a month: who gains or loses less is neither winner nor loser."""
FLAT = 0.10
"""Where less than this part of the gross wage of an extra hour is left, the line is flat."""
ALLOWANCES = ("zorgtoeslag", "kindgebonden_budget", "huurtoeslag", "kinderopvangtoeslag")
PER_YEAR = {
    "ontvangen_bijstand": 12.0,
    **dict.fromkeys(ALLOWANCES, 1.0),
    "kinderbijslag": 4.0,
    "inkomstenbelasting": -1.0,
}
"""How an amount counts in the cost of a year."""
BANDS = ((0, 0), (1, 11), (12, 19), (20, 27), (28, 34), (35, 80))


@dataclass(frozen=True, kw_only=True)
class ShareOfHouseholds:
    """A part of the households, with its standard error."""

    share: float
    standard_error: float
    households: float


@dataclass(frozen=True, kw_only=True)
class Group:
    """Disposable income in EUR a month of one kind of household."""

    name: str
    sample: int
    before: float
    after: float
    standard_error: float
    """Of the difference of the means."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """The same share before and after."""

    before: ShareOfHouseholds
    after: ShareOfHouseholds


@dataclass(frozen=True, kw_only=True)
class Indicators:
    """What a reform does, in numbers."""

    sample: int
    stands_for: float
    without_answer: ShareOfHouseholds
    losers: ShareOfHouseholds
    loss_of_losers: float
    winners: ShareOfHouseholds
    gain_of_winners: float
    by_kind: tuple[Group, ...]
    by_hours: tuple[Group, ...]
    cost_per_year: dict[str, float]
    independent: Pair
    independent_by_its_own_threshold: ShareOfHouseholds
    """After the reform, where a higher norm has lifted the threshold itself."""
    flat: Pair
    reclaim_after_half_a_year: tuple[float, float]
    """EUR of allowances to pay back, before and after, when an extra hour is not passed on for six months."""
    hours_needed: tuple[float, float]
    """Median hours a week at the own hourly wage to be independent, before and after; NaN where hours are unknown."""
    over_three_years: dict[str, float] | None


def indicators(comparison: ReformComparison, day: dt.date, reform: PopulationReform | None) -> Indicators:
    before, after = comparison.before.amounts, comparison.after.amounts
    weight = comparison.households.weight
    spend = after["besteedbaar_inkomen"] - before["besteedbaar_inkomen"]
    there = np.isfinite(spend)
    loses, wins = there & (spend < -NOTICED), there & (spend > NOTICED)
    threshold = before["norm_economische_zelfstandigheid"]
    flat, reclaim = extra_hour(comparison, day, reform)
    return Indicators(
        sample=len(weight),
        stands_for=float(weight.sum()),
        without_answer=share(~there, weight),
        losers=share(loses, weight, there),
        loss_of_losers=mean(spend, weight, loses),
        winners=share(wins, weight, there),
        gain_of_winners=mean(spend, weight, wins),
        by_kind=groups(kinds(comparison.households), comparison),
        by_hours=groups(hour_bands(comparison.households), comparison),
        cost_per_year=cost(comparison),
        independent=Pair(
            before=share(before["netto_inkomen_uit_werk"] >= threshold, weight),
            after=share(after["netto_inkomen_uit_werk"] >= threshold, weight),
        ),
        independent_by_its_own_threshold=share(
            after["netto_inkomen_uit_werk"] >= after["norm_economische_zelfstandigheid"], weight
        ),
        flat=flat,
        reclaim_after_half_a_year=reclaim,
        hours_needed=hours_needed(comparison, day, reform),
        over_three_years=three_years(comparison.households, day, reform),
    )


def share(which: Flags, weight: Numbers, among: Flags | None = None) -> ShareOfHouseholds:
    """The weighted share of some households among those that count."""
    among = np.ones(len(weight), bool) if among is None else among
    whole, size = float(weight[among].sum()), int(among.sum())
    part = float(weight[which & among].sum())
    ratio = part / whole if whole else 0.0
    return ShareOfHouseholds(
        share=ratio, standard_error=float(np.sqrt(ratio * (1 - ratio) / max(size, 1))), households=part
    )


def mean(values: Numbers, weight: Numbers, which: Flags) -> float:
    return float(np.average(values[which], weights=weight[which])) if weight[which].sum() > 0 else 0.0


def kinds(households: Households) -> dict[str, Flags]:
    works, bijstand = households.fact("loon") > 0, households.fact("maanden_bijstand") > 0
    return dict(
        zip(KINDS, (bijstand & ~works, bijstand & works, works & ~bijstand, ~works & ~bijstand), strict=True)
    )


def hour_bands(households: Households) -> dict[str, Flags]:
    hours = households.hours
    return {named(low, high): (hours >= low) & (hours < high + 1) for low, high in BANDS}


def named(low: int, high: int) -> str:
    """A band of hours of work a week in words."""
    if not high:
        return "werkt niet"
    return f"werkt {low} uur of meer" if high >= 80 else f"werkt {low} tot {high + 1} uur"


def groups(which: dict[str, Flags], comparison: ReformComparison) -> tuple[Group, ...]:
    return tuple(group(name, members, comparison) for name, members in which.items() if members.any())


def group(name: str, members: Flags, comparison: ReformComparison) -> Group:
    spend = [amounts.amounts["besteedbaar_inkomen"] for amounts in (comparison.before, comparison.after)]
    counted = members & np.isfinite(spend[0]) & np.isfinite(spend[1])
    weight, size = comparison.households.weight, int(counted.sum())
    differences = (spend[1] - spend[0])[counted]
    return Group(
        name=name,
        sample=size,
        before=mean(spend[0], weight, counted),
        after=mean(spend[1], weight, counted),
        standard_error=float(differences.std() / np.sqrt(size)) if size else 0.0,
    )


def cost(comparison: ReformComparison) -> dict[str, float]:
    """EUR a year for the treasury and the municipality, by what changes, and together."""
    weight = comparison.households.weight
    parts = {name: times * total(name, comparison, weight) for name, times in PER_YEAR.items()}
    rest = 12 * total("besteedbaar_inkomen", comparison, weight)
    return {**parts, "alles samen": rest}


def total(name: str, comparison: ReformComparison, weight: Numbers) -> float:
    difference = comparison.after.amounts[name] - comparison.before.amounts[name]
    return float((weight * np.where(np.isfinite(difference), difference, 0.0)).sum())


def hour_more(households: Households, day: dt.date) -> tuple[Households, Numbers]:
    """Who works, with one hour a week more; and the gross wage of that hour in EUR a month."""
    works = households.chosen(households.fact("loon") > 0)
    at_least = book_of(None).values(day, None)["minimumloon.minimumuurloon"]
    lowest = float(at_least) * HOURS_TO_YEAR if isinstance(at_least, float) else 0.0
    known = works.hours > 0
    per_hour = np.divide(works.fact("loon"), works.hours, out=np.full(len(works), lowest), where=known)
    return works.with_facts({"loon": works.fact("loon") + per_hour}), per_hour / 12


def extra_hour(
    comparison: ReformComparison, day: dt.date, reform: PopulationReform | None
) -> tuple[Pair, tuple[float, float]]:
    """Where an extra hour leaves next to nothing, and what it costs later when it is not passed on."""
    sides = []
    for households, amounts, side_reform in (
        (comparison.households, comparison.before, None),
        (comparison.reformed, comparison.after, reform),
    ):
        sides.append(side_of_extra_hour(households, amounts, day, side_reform))
    (flat_before, reclaim_before), (flat_after, reclaim_after) = sides
    return Pair(before=flat_before, after=flat_after), (reclaim_before, reclaim_after)


def side_of_extra_hour(
    households: Households, amounts: Amounts, day: dt.date, reform: PopulationReform | None
) -> tuple[ShareOfHouseholds, float]:
    works = households.fact("loon") > 0
    more, gross = hour_more(households, day)
    targets = tuple(amounts.amounts)
    after = amounts_of(more, book_of(reform), day, targets, reform.on(day) if reform else None).amounts
    now = {name: amounts.amounts[name][works] for name in ("besteedbaar_inkomen", *ALLOWANCES)}
    gain = after["besteedbaar_inkomen"] - now["besteedbaar_inkomen"]
    fall = sum((now[name] - after[name] for name in ALLOWANCES), np.zeros(len(more)))
    there = np.isfinite(gain)
    return share(there & (gain < FLAT * gross), more.weight, there), mean(
        fall / 2, more.weight, np.isfinite(fall)
    )


def hours_needed(
    comparison: ReformComparison, day: dt.date, reform: PopulationReform | None
) -> tuple[float, float]:
    """Median of the least hours, in steps of four, at which work alone reaches the threshold of before."""
    needed_by_side = []
    targets = tuple(comparison.before.amounts)
    norm = book_of(None).values(day, None)["participatiewet.norm_alleenstaande_jaargemiddelde"]
    for households, side_reform in ((comparison.households, None), (comparison.reformed, reform)):
        works = households.chosen((households.fact("loon") > 0) & (households.hours > 0))
        if not len(works):
            return float("nan"), float("nan")
        per_hour = works.fact("loon") / works.hours
        needed = np.full(len(works), 44.0)
        for hours in range(40, 0, -4):
            there = works.with_facts({"loon": per_hour * hours})
            run = amounts_of(
                there, book_of(side_reform), day, targets, side_reform.on(day) if side_reform else None
            )
            enough = run.amounts["netto_inkomen_uit_werk"] >= norm
            needed[enough] = hours
        needed_by_side.append(float(np.median(needed)))
    return needed_by_side[0], needed_by_side[1]


def three_years(
    households: Households, day: dt.date, reform: PopulationReform | None
) -> dict[str, float] | None:
    """Mean EUR of wage that is kept beside bijstand over 36 months, where a reform is about exemptions.

    Of who works now, with the months she used already; and (`starting_`) if each of them began today.
    """
    if reform is None or not is_about_exemptions(reform):
        return None
    working = beside_bijstand(households)
    if not len(working):
        return None
    starting = working.with_facts({name: np.zeros(len(working)) for name in USED})
    return {
        f"{prefix}{name}": float(np.average(column, weights=working.weight))
        for prefix, group in (("", working), ("starting_", starting))
        for name, column in vars(over_three_years(group, day, reform)).items()
    }


def as_data(indicators: Indicators) -> dict[str, Any]:
    """The same as plain data, for JSON and for what a page keeps."""
    return {name: plain(value) for name, value in vars(indicators).items()}


def plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(each) for name, each in vars(value).items()}
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, float):
        return round(value, 6) if value == value else None
    return value
