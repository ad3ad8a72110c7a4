"""The front door of money: one household, one question, one answer, for pages, commands, levers and life events.

An answer holds amounts and codes and no sentence; the words are made above, for their reader.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer
from veerkracht.law.engine.line import Columns
from veerkracht.law.prepare import prepare

from .asking import ask_along, ask_month, ask_only
from .budget_line import BudgetLine, budget_line
from .picture import Cost, Picture, local_lines, picture
from .quantities import TO_SPEND
from .situation import Facts, Offer, Scenario, aged, law_day, present, scenario, with_exemption_of

MOST_HOURS = 40.0
NEAR = 1.0
"""Hours: two stretches this near are told as one."""
LEAST = 1.0
"""Euros a month: less than this is the rounding of the law."""
CREDITS = ("inkomensafhankelijke_combinatiekorting",)
"""Tax credits that end with the age of a child."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked: her month now, beside months with an offered job of so many hours a week.

    `day` is now and `starts_on` the first day of the job; `travel_now` and `costs` are what she typed in, in EUR a
    month.
    """

    day: dt.date
    starts_on: dt.date
    offer: Offer
    hours: tuple[float, ...] = ()
    travel_now: float = 0.0
    costs: tuple[Cost, ...] = ()

    def then(self, household: Facts) -> Facts:
        """The household when the job starts."""
        return aged(household, self.day, self.starts_on)


@dataclass(frozen=True, kw_only=True)
class MonthAnswer:
    """One month in one situation, in EUR. `hours` is None for the situation of now.

    `by_year` is the part of `to_spend` that is there because the children are older when the job runs in a later year:
    mostly a credit that ends. Another exemption in that year is no part of it.
    """

    hours: float | None
    scenario: Scenario
    picture: Picture
    by_year: float = 0.0
    ended_credits: tuple[str, ...] = ()

    @property
    def to_spend(self) -> float:
        """What there is to spend, after travel to work, before local schemes."""
        return self.picture.disposable - self.scenario.travel

    @property
    def local(self) -> float:
        """What the schemes of the example municipality are worth."""
        return sum(line.amount for line in self.picture.local)

    @property
    def outgoings(self) -> float:
        """Rent and what else was typed in; travel is in `to_spend` already."""
        return -sum(line.amount for line in self.picture.costs if line.name != "reiskosten")


@dataclass(frozen=True, kw_only=True)
class MoneyAnswer:
    """Now, each number of hours that was asked for, and the line over all hours."""

    now: MonthAnswer
    later: tuple[MonthAnswer, ...]
    line: BudgetLine

    @property
    def months(self) -> tuple[MonthAnswer, ...]:
        return self.now, *self.later

    def more(self, month: MonthAnswer) -> float:
        """What a month leaves above now, after everything that is known to be lost: the difference of all pages."""
        return month.to_spend - self.now.to_spend - self.local_loss(month)

    @property
    def hours_with_less(self) -> tuple[tuple[float, float], ...]:
        """Stretches of hours with less than now, after everything that is known to be lost."""
        base = self.now.to_spend + self.now.local
        ranges: list[tuple[float, float]] = []
        for hours, amount in zip(self.line.hours, self.line.net, strict=True):
            if amount >= base - LEAST:
                continue
            if ranges and hours - ranges[-1][1] <= NEAR:
                ranges[-1] = ranges[-1][0], hours
            else:
                ranges.append((hours, hours))
        return tuple(ranges)

    def local_loss(self, month: MonthAnswer) -> float:
        """What local schemes are worth less in that month than now."""
        return self.now.local - month.local


@dataclass(frozen=True, kw_only=True)
class MonthAmounts:
    """One month in two amounts: what there is to spend, and with local schemes: what comparisons are made of."""

    to_spend: float
    net: float


def answer(household: Facts, question: Question) -> MoneyAnswer:
    """Everything about money for one household.

    Raises:
        CannotCalculate: a fact is missing, or the question cannot be; says which.
    """
    now = month_now(household, question.day, travel=question.travel_now, costs=question.costs)
    later = tuple(month_with(household, question, hours) for hours in question.hours)
    line = budget_line(
        question.then(household), question.starts_on, question.offer, MOST_HOURS, beside_local=True
    )
    return MoneyAnswer(now=now, later=later, line=line)


def month_now(
    household: Facts, day: dt.date, *, travel: float = 0.0, costs: Sequence[Cost] = ()
) -> MonthAnswer:
    """The month as it is, when nothing else is asked."""
    situation = present(household, day, travel)
    return MonthAnswer(hours=None, scenario=situation, picture=picture(situation, costs))


def month_with(household: Facts, question: Question, hours: float) -> MonthAnswer:
    """A month with these hours, as it is when the job runs, and what of that is due to the year."""
    then = scenario(question.then(household), question.starts_on, question.offer, hours)
    month = picture(then, question.costs)
    if question.starts_on.year == question.day.year:
        return MonthAnswer(hours=hours, scenario=then, picture=month)
    same_exemption = with_exemption_of(question.starts_on, household)
    this_year = scenario(same_exemption, question.day, question.offer, hours)
    before = ask_month(this_year.day, this_year.values, CREDITS).known
    after = ask_month(then.day, then.values, CREDITS).known
    return MonthAnswer(
        hours=hours,
        scenario=then,
        picture=month,
        by_year=month.disposable - float(before[TO_SPEND]),
        ended_credits=tuple(name for name in CREDITS if before[name] > 0 >= after[name]),
    )


def spendable(household: Facts, question: Question) -> tuple[MonthAmounts, ...]:
    """Only what is left now and with each number of hours: for many households in a row, without lines or line."""
    then = question.then(household)
    months = [present(household, question.day, question.travel_now)]
    months += [scenario(then, question.starts_on, question.offer, hours) for hours in question.hours]
    return tuple(spendable_in(month) for month in months)


def spendable_in(month: Scenario) -> MonthAmounts:
    to_spend = float(ask_month(month.day, month.values).known[TO_SPEND]) - month.travel
    return MonthAmounts(to_spend=to_spend, net=to_spend + local_worth(month))


def local_worth(month: Scenario) -> float:
    """What the schemes of the municipality that follow from the facts are worth."""
    return sum(line.amount for line in local_lines(month)[0])


def still_on_bijstand(month: Scenario) -> bool:
    """Whether bijstand tops up this month."""
    return bool(float(ask_month(month.day, month.values).known["ontvangen_bijstand"]))


def values_of(household: Facts, day: dt.date) -> dict[str, Any]:
    """The values of the law book that follow from the facts, on a day it is known for."""
    return prepare(book(), day, household).values


def amounts_of(values: Mapping[str, Any], day: dt.date, also: Sequence[str] = ()) -> Mapping[str, Any]:
    """Every quantity of a month, and `also` others, for values that stand ready."""
    return ask_month(day, values, also).amounts


def amounts_along(household: Facts, day: dt.date, wages: Sequence[float]) -> Columns:
    """What a cliff is told by, at each of these yearly wages."""
    return ask_along(day, values_of(household, day), wages)


def minimum_hourly_wage(values: Mapping[str, Any], day: dt.date) -> float:
    """What an hour must pay at least, by the age in the values."""
    name = "wettelijk_minimumuurloon"
    return float(ask_only(law_day(day), values, (name,)).known[name])


def steps_to(month: Scenario, names: Sequence[str]) -> Answer:
    """These quantities of a month with every step that leads to them."""
    return ask_only(month.day, month.values, names)


def net_wage_of_month(household: Facts, day: dt.date) -> float:
    """What an employer pays out in a month, before what the year settles."""
    name = "netto_loon_per_maand"
    return float(ask_only(day, values_of(household, day), (name,)).known[name])
