"""The household a life event happens to: its facts, its work, and what she typed in about buffer, week and costs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.law.catalogue import book
from veerkracht.law.prepare import BESIDE_THE_LAW, MistakeInFacts, prepare

from ..asking import ask_month, ask_only
from ..quantities import ADVANCES, INDEPENDENCE, TO_SPEND
from ..situation import Facts, known_law, on_bijstand, with_partner_ground, yearly_wage

FIGURES = (TO_SPEND, *INDEPENDENCE[:2], "ontvangen_bijstand", *ADVANCES)
"""The amounts of a month that the nine figures rest on."""
NORM = INDEPENDENCE[:2]
HOURS_STEP, MOST_HOURS = 0.25, 40.0


@dataclass(frozen=True)
class Household:
    """Hours and wage of now. What is None was not filled in; then no figure rests on it."""

    facts: Mapping[str, Any]
    day: dt.date
    hours: float
    hourly_wage: float
    savings: float | None = None
    essential_costs: float | None = None
    hours_that_fit: float | None = None
    care_shock_days: float | None = None
    partner_wage: float | None = None
    maintenance: float | None = None
    study_costs: float | None = None
    wage_factor: float = 1.0
    extra_costs: float = 0.0
    travel: float = 0.0
    """On the way to work, in EUR a month: it stops with the work."""

    @property
    def outgoing(self) -> float:
        """What goes out before there is something to spend."""
        return self.extra_costs + (self.travel if self.hours and self.wage_factor else 0.0)

    def changed(self, **facts: Any) -> Household:
        """The household with other facts."""
        return replace(self, facts={**self.facts, **facts})

    def wage(self, more_hours: float = 0.0) -> float:
        return yearly_wage((self.hours + more_hours), self.hourly_wage, self.day) * self.wage_factor


@dataclass
class Month:
    """Amounts of the law book for one household, each asked once."""

    asked: dict[Any, dict[str, float]] = field(default_factory=dict)
    at_hand: dict[tuple[int, float | str], tuple[Household, dict[str, float]]] = field(default_factory=dict)
    """By the household as an object, which is kept beside its amounts: the same one is asked many times in a row."""

    def of(self, house: Household, more_hours: float = 0.0) -> dict[str, float]:
        """What comes in a month with this wage, or with a few hours more."""
        place = (id(house), more_hours)
        if place not in self.at_hand:
            self.at_hand[place] = house, self.ask(with_wage(house, house.wage(more_hours)), house.day)
        return self.at_hand[place][1]

    def on_bijstand(self, house: Household) -> float:
        """What the same household has when bijstand is all of its income."""
        place = (id(house), "bijstand")
        if place not in self.at_hand:
            self.at_hand[place] = house, self.support(house)
        return self.at_hand[place][1][TO_SPEND]

    def support(self, house: Household) -> dict[str, float]:
        key = ("bijstand", key_of(house.facts), house.day)
        if key not in self.asked:
            support = on_bijstand(house.facts, house.day)
            self.asked[key] = known(support.day, support.values)
        return self.asked[key]

    def hours_for_the_norm(self, house: Household) -> float | None:
        """The fewest hours at this wage for the norm, by halving: net wage only rises. None: more than full time."""
        facts = with_wage(house, house.wage() or 1.0)
        key = ("norm", key_of({**facts, "loon": 0}), house.day, house.hourly_wage, house.wage_factor)
        if key not in self.asked:
            when, _ = known_law(house.day)
            values = prepare(book(), when, facts).values
            per_hour = replace(house, hours=1.0).wage()
            self.asked[key] = {"hours": halved(lambda hours: reaches(when, values, per_hour * hours))}
        hours = self.asked[key]["hours"]
        return None if hours > MOST_HOURS else hours

    def ask(self, facts: Facts, day: dt.date) -> dict[str, float]:
        key = (key_of(facts), day)
        if key not in self.asked:
            when, _ = known_law(day)
            self.asked[key] = known(when, prepare(book(), when, facts).values)
        return self.asked[key]


def halved(enough: Callable[[float], bool]) -> float:
    """The first quarter of an hour for which it holds, or more than full time."""
    low, high = -1, round(MOST_HOURS / HOURS_STEP) + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(HOURS_STEP * middle) else (middle, high)
    return HOURS_STEP * high


def reaches(day: dt.date, values: Mapping[str, Any], wage: float) -> bool:
    known_amounts = ask_only(day, {**values, "loon": wage}, NORM).known
    return bool(known_amounts[NORM[0]] >= known_amounts[NORM[1]])


def known(day: dt.date, values: Mapping[str, Any]) -> dict[str, float]:
    known_amounts = ask_month(day, values, NORM).known
    return {name: float(known_amounts[name]) for name in FIGURES}


def key_of(facts: Facts) -> tuple[Any, ...]:
    """Something that is the same for the same facts."""
    return tuple(
        (name, tuple(tuple(child.items()) for child in value) if name == "kinderen" else value)
        for name, value in sorted(facts.items())
        if name != BESIDE_THE_LAW
    )


def with_wage(house: Household, wage: float) -> dict[str, Any]:
    """The facts with a yearly wage; work gives a right to childcare allowance."""
    facts = {**house.facts, "loon": wage}
    if wage and facts.get("loonheffingskorting_bij") is None:
        facts["loonheffingskorting_bij"] = "werkgever"
    if wage and has_care(house):
        facts.setdefault("heeft_recht_op_kinderopvangtoeslag", True)
    return with_partner_ground(facts)[0]


def has_care(house: Household) -> bool:
    return any(child.get("opvangsoort") for child in house.facts.get("kinderen") or ())


def check(house: Household) -> None:
    """The numbers that were typed in."""
    for name in (
        "hours",
        "hourly_wage",
        "essential_costs",
        "hours_that_fit",
        "care_shock_days",
        "partner_wage",
        "maintenance",
        "study_costs",
    ):
        value = getattr(house, name)
        if value is not None and not 0 <= value < 1_000_000:
            raise MistakeInFacts(problem("no_amount", name, value=value))
