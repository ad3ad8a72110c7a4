"""What a municipality itself pays or pays for: its own amounts, each with a condition in plain facts.

A municipality types them in and a second person says yes; they stand beside the facts of a household under `FACT`.
Without that list there are the schemes of an example municipality (`law/gemeente`), which are nobody's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.household.problem import Problem, problem
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import MissingFact, calculate
from veerkracht.law.engine.line import Columns
from veerkracht.law.prepare import BESIDE_THE_LAW, MistakeInFacts
from veerkracht.law.values import NOT_BORN

FACT = BESIDE_THE_LAW
RATIO = "inkomen_ten_opzichte_van_norm"
A_MONTH, A_YEAR = "maand", "jaar"
HOUSEHOLD, CHILD = "huishouden", "kind"
ALWAYS, BESIDE_BIJSTAND, BESIDE_WORK = "altijd", "bijstand", "werk"
CHOICES = {
    "per": (A_MONTH, A_YEAR),
    "each": (HOUSEHOLD, CHILD),
    "beside": (ALWAYS, BESIDE_BIJSTAND, BESIDE_WORK),
}
ADULT = 18
KEY = "eigen-regeling-"
"""How its line is called, with its number behind it."""


@dataclass(frozen=True, kw_only=True)
class OwnScheme:
    """One scheme. `euros` is per month or per year, for the household or for each child of `youngest` to `oldest`.

    It is there from an income of nothing up to `most_percent` of the norm for bijstand, for who has had a low income
    for `low_income_months`, and with bijstand or work where it says so. A yearly amount comes in `pay_month`.
    """

    number: int
    name: str
    euros: float
    article: str
    municipality: str
    since: dt.date
    until: dt.date | None = None
    per: str = A_MONTH
    each: str = HOUSEHOLD
    youngest: int = 0
    oldest: int = ADULT - 1
    most_percent: float | None = None
    low_income_months: int | None = None
    beside: str = ALWAYS
    pay_month: int | None = None

    @property
    def key(self) -> str:
        return f"{KEY}{self.number}"

    @property
    def per_month(self) -> float:
        return self.euros if self.per == A_MONTH else self.euros / 12

    def holds_on(self, day: dt.date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def number_of(self, ages: Sequence[float]) -> int:
        """For how many it is: the household, or its children of the right age."""
        if self.each == HOUSEHOLD:
            return 1
        return sum(age != NOT_BORN and self.youngest <= age < self.oldest + 1 for age in ages)

    def is_for(self, *, ratio: float | None, bijstand: bool, wage: float) -> bool:
        """Whether the condition holds, but for what the facts say once and for all."""
        if self.beside == BESIDE_BIJSTAND and not bijstand:
            return False
        if self.beside == BESIDE_WORK and not wage:
            return False
        return self.most_percent is None or (ratio is not None and ratio <= self.most_percent / 100)


def as_fact(scheme: OwnScheme) -> dict[str, Any]:
    """In the form in which it stands beside the facts, and is kept with a sum."""
    fact = {name: getattr(scheme, name) for name in OwnScheme.__dataclass_fields__}
    days = {name: day.isoformat() for name in ("since", "until") if (day := fact[name]) is not None}
    return {**fact, **days}


def from_fact(raw: object) -> OwnScheme:
    """The scheme that `as_fact` wrote.

    Raises:
        MistakeInFacts: it is not one.
    """
    if not isinstance(raw, Mapping) or raw.keys() - OwnScheme.__dataclass_fields__.keys():
        raise MistakeInFacts(problem("own_scheme_no_scheme", FACT))
    try:
        days = {name: dt.date.fromisoformat(raw[name]) for name in ("since", "until") if raw.get(name)}
        scheme = OwnScheme(**{**raw, **days})
        possible = 0 <= scheme.euros < 100_000 and all(
            getattr(scheme, name) in CHOICES[name] for name in CHOICES
        )
    except (TypeError, ValueError) as error:
        raise MistakeInFacts(problem("own_scheme_no_scheme", FACT)) from error
    if not possible:
        raise MistakeInFacts(problem("own_scheme_no_scheme", FACT))
    return scheme


def own_schemes(facts: Mapping[str, Any], day: dt.date) -> tuple[OwnScheme, ...] | None:
    """The schemes that hold on a day; None where no municipality said which it has."""
    raw = facts.get(FACT)
    if raw is None:
        return None
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise MistakeInFacts(problem("own_scheme_no_scheme", FACT))
    return tuple(one for one in map(from_fact, raw) if one.holds_on(day))


@dataclass(frozen=True, kw_only=True)
class SchemeWorth:
    """A scheme with what it is worth a month in one situation."""

    scheme: OwnScheme
    per_month: float


def worth_of(
    schemes: Sequence[OwnScheme], day: dt.date, values: Mapping[str, Any]
) -> tuple[tuple[SchemeWorth, ...], tuple[Problem, ...]]:
    """What each is worth with these values, and of each that cannot be said why not."""
    worths, unknown = [], []
    for scheme in schemes:
        try:
            amount = worth_with(scheme, values, ratio_of(scheme, day, values))
        except MissingFact as error:
            unknown.append(error.problem)
            continue
        if amount:
            worths.append(SchemeWorth(scheme=scheme, per_month=amount))
    return tuple(worths), tuple(unknown)


def ratio_of(scheme: OwnScheme, day: dt.date, values: Mapping[str, Any]) -> float | None:
    if scheme.most_percent is None:
        return None
    return float(calculate(book(), day, values, (RATIO,)).known[RATIO])


def worth_with(scheme: OwnScheme, values: Mapping[str, Any], ratio: float | None) -> float:
    """EUR a month.

    Raises:
        MissingFact: a fact of the condition is not known.
    """
    if (
        scheme.low_income_months is not None
        and fact(values, "maanden_laag_inkomen") < scheme.low_income_months
    ):
        return 0.0
    bijstand = scheme.beside == BESIDE_BIJSTAND and fact(values, "maanden_bijstand") > 0
    wage = fact(values, "loon") if scheme.beside == BESIDE_WORK else 0.0
    if not scheme.is_for(ratio=ratio, bijstand=bijstand, wage=wage):
        return 0.0
    ages = values.get("leeftijd_kind", []) if scheme.each == HOUSEHOLD else fact(values, "leeftijd_kind")
    return scheme.number_of(ages) * scheme.per_month


def fact(values: Mapping[str, Any], name: str) -> Any:
    value = values.get(name)
    if value is None:
        raise MissingFact((name,))
    return value


def worth_along(
    schemes: Sequence[OwnScheme], values: Mapping[str, Any], columns: Columns
) -> tuple[float, ...]:
    """What all together are worth in each point of a line; `columns` holds the wage, and the ratio where asked."""
    points = zip(columns["loon"], columns.get(RATIO, [None] * len(columns["loon"])), strict=True)
    return tuple(
        sum(worth_with(one, {**values, "loon": wage}, ratio) for one in schemes) for wage, ratio in points
    )


def split_known(
    schemes: Sequence[OwnScheme], day: dt.date, values: Mapping[str, Any]
) -> tuple[tuple[OwnScheme, ...], bool]:
    """The schemes of which the facts say what they are worth, and whether one of them looks at the income."""
    known = []
    for scheme in schemes:
        try:
            worth_with(scheme, values, ratio_of(scheme, day, values))
        except MissingFact:
            continue
        known.append(scheme)
    return tuple(known), any(scheme.most_percent is not None for scheme in known)
