"""Her situation with other hours: the same facts of the law book, with a wage, childcare and travel that go with them.

A scenario is looked at as a whole year in the same situation; `months` is for what happens in the year itself.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate, NoParameter, make_plan
from veerkracht.law.prepare import prepare

Facts = Mapping[str, Any]
WEEKS_A_MONTH = 52 / 12
MOST_HOURS = 60.0
OF_THE_WAGE = ("loon", "maandloon", "netto_loon_per_maand", "loonheffing", "netto_loon_na_aanslag")


class MistakeInScenario(CannotCalculate):
    """One sentence about a scenario that cannot be, and how to mend it."""


@dataclass(frozen=True)
class Care:
    """Childcare of one child (counted from 0): hours a month, and hours that come with each hour of work a week."""

    child: int
    kind: str
    hourly_rate: float
    hours_per_month: float = 0.0
    hours_per_work_hour: float = 0.0

    def hours_at(self, hours: float) -> float:
        return self.hours_per_month + self.hours_per_work_hour * hours * WEEKS_A_MONTH


@dataclass(frozen=True)
class Offer:
    """A job: what an hour pays, which childcare and travel come with it. Without `care` her own stays as it is."""

    hourly_wage: float
    care: tuple[Care, ...] = ()
    travel_per_work_hour: float = 0.0
    travel_per_month: float = 0.0

    def travel_at(self, hours: float) -> float:
        """Euros a month on the way to work; nothing without hours."""
        return self.travel_per_month + self.travel_per_work_hour * hours * WEEKS_A_MONTH if hours else 0.0


@dataclass(frozen=True)
class Scenario:
    """Facts of the law book for one situation, and what was assumed to get there."""

    day: dt.date
    hours: float | None
    hourly_wage: float | None
    facts: dict[str, Any]
    values: dict[str, Any]
    left_out: tuple[str, ...]
    travel: float
    assumptions: tuple[str, ...]


def parameter(name: str, day: dt.date) -> float:
    """A number of the law on a day, or a sentence that says it is not known."""
    value = book().values(law_day(day), None).get(name)
    if not isinstance(value, float):
        raise NoParameter(name, book().parameters[name].article, day)
    return value


def yearly_wage(hours: float, hourly_wage: float, day: dt.date) -> float:
    """Gross wage over a year with holiday allowance, as the law book counts it."""
    weeks, holiday = (parameter(f"minimumloon.{name}", day) for name in ("weken_per_jaar", "vakantiebijslag"))
    return hours * hourly_wage * weeks * (1 + holiday)


def scenario(facts: Facts, day: dt.date, offer: Offer, hours: float) -> Scenario:
    """Her facts with these hours instead of the present ones."""
    check(offer, hours, facts)
    assumptions = ["Het hele jaar is gerekend alsof deze situatie van januari tot december duurt."]
    new = {name: value for name, value in facts.items() if name not in OF_THE_WAGE}
    new["loon"] = yearly_wage(hours, offer.hourly_wage, day)
    if offer.care:
        new["kinderen"] = with_care(facts.get("kinderen", []), offer.care, hours)
    if hours:
        new["heeft_recht_op_kinderopvangtoeslag"] = True
        if facts.get("loonheffingskorting_bij") is None and facts.get("maanden_bijstand") != 0:
            new["loonheffingskorting_bij"] = "werkgever"
            assumptions.append("De loonheffingskorting staat bij je werkgever.")
    when, said = known_law(day)
    household = prepare(book(), when, new)
    left_out = tuple(household.left_out.values())
    travel = offer.travel_at(hours)
    wage = offer.hourly_wage
    return Scenario(when, hours, wage, new, household.values, left_out, travel, (*assumptions, *said))


def present(facts: Facts, day: dt.date, travel: float = 0.0) -> Scenario:
    """Her situation as the facts say it."""
    when, said = known_law(day)
    household = prepare(book(), when, facts)
    return Scenario(
        when, None, None, dict(facts), household.values, tuple(household.left_out.values()), travel, said
    )


def on_bijstand(facts: Facts, day: dt.date) -> Scenario:
    """The same household when all of its income is bijstand, a whole year long, without work and so without care."""
    alone = {name: value for name, value in facts.items() if not name.startswith("bruto_bijstand")}
    alone |= {"maanden_bijstand": 12, "vrijlating_regeling": "geen", "loonheffingskorting_bij": "bijstand"}
    if facts.get("heeft_partner"):
        alone["loon_partner"] = 0
    if facts.get("kinderen"):
        alone["kinderen"] = with_care(facts["kinderen"], (), 0.0)
    return scenario(alone, day, Offer(0.0), 0.0)


def with_care(
    children: Sequence[Mapping[str, Any]], care: Sequence[Care], hours: float
) -> list[dict[str, Any]]:
    """The children with the childcare of the offer in the place of what they had."""
    plain = [
        {k: v for k, v in child.items() if k not in ("opvangsoort", "opvanguren", "uurtarief")}
        for child in children
    ]
    for one in care:
        if one.hours_at(hours) > 0:
            plain[one.child] |= {
                "opvangsoort": one.kind,
                "opvanguren": one.hours_at(hours),
                "uurtarief": one.hourly_rate,
            }
    return plain


def check(offer: Offer, hours: float, facts: Facts) -> None:
    """The numbers of an offer, each with its own sentence."""
    numbers = [("het aantal uren", hours), ("het uurloon", offer.hourly_wage)]
    numbers += [("de reiskosten", offer.travel_per_month), ("de reiskosten", offer.travel_per_work_hour)]
    for named, value in numbers:
        if not math.isfinite(value) or value < 0:
            raise MistakeInScenario(f"Voor {named} is een getal van nul of hoger nodig, niet {value!r}.")
    if hours > MOST_HOURS:
        raise MistakeInScenario(f"Meer dan {MOST_HOURS:g} uur per week wordt niet uitgerekend ({hours:g}).")
    children = facts.get("kinderen", [])
    for one in offer.care:
        if not 0 <= one.child < len(children):
            raise MistakeInScenario(
                f"De opvang hoort bij kind {one.child + 1}, maar er zijn {len(children)} kinderen opgegeven."
            )


@cache
def last_known_day() -> dt.date:
    """The last day for which the numbers behind disposable income have been published."""
    given = frozenset({"peildatum"})
    names = [n for n in book().facts if n != "peildatum"]
    plan = make_plan(book(), dt.date(2026, 1, 1), ("besteedbaar_inkomen",), given | frozenset(names))
    return min(book().parameters[key].until for key in plan.parameters)


def law_day(day: dt.date) -> dt.date:
    """The day itself, or the last day we hold the law for."""
    return min(day, last_known_day())


def known_law(day: dt.date) -> tuple[dt.date, tuple[str, ...]]:
    """The day to calculate with, and a sentence where that is an earlier one."""
    when = law_day(day)
    if when == day:
        return when, ()
    return when, (
        f"De bedragen van na {when:%d-%m-%Y} zijn nog niet bekend; er is gerekend met die van {when.year}.",
    )
