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

from veerkracht.household.checking import age_on
from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark, remark
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate, NoParameter, make_plan
from veerkracht.law.prepare import prepare

from .benefits import with_benefits_beside
from .own_schemes import OwnScheme, own_schemes

Facts = Mapping[str, Any]
WEEKS_A_MONTH = 52 / 12
NO_GROUND_OF_PARTNER = remark("partner_without_ground")
MOST_HOURS = 60.0
OF_CARE = ("opvangsoort", "opvanguren", "uurtarief")
OF_THE_WAGE = ("loon", "maandloon", "netto_loon_per_maand", "loonheffing", "netto_loon_na_aanslag")


class MistakeInScenario(CannotCalculate):
    """A scenario that cannot be."""


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
    left_out: tuple[Remark, ...]
    travel: float
    assumptions: tuple[Remark, ...]
    schemes: tuple[OwnScheme, ...] | None = None
    """What her municipality gives for itself on that day; None where no municipality said so."""


def parameter(name: str, day: dt.date) -> float:
    """A number of the law on a day.

    Raises:
        NoParameter: it is not known.
    """
    value = book().values(law_day(day), None).get(name)
    if not isinstance(value, float):
        raise NoParameter(name, book().parameters[name].article, day)
    return value


def facts_on(facts: Facts, day: dt.date) -> Facts:
    """The facts with the ages of that day, where only the law of an earlier day is known.

    The law book counts ages on the day it calculates for; without this a child stays as old as the last known law.
    """
    if law_day(day) == day or not facts.get("kinderen"):
        return facts
    january = day.replace(month=1, day=1)
    children = [
        child
        if child.get("geboortedatum") is None
        else {
            **{name: value for name, value in child.items() if name != "geboortedatum"},
            "leeftijd": child_age(child, day),
            "leeftijd_op_1_januari": child_age(child, january),
        }
        for child in facts["kinderen"]
    ]
    return {**facts, "kinderen": children}


def aged(facts: Facts, given_on: dt.date, day: dt.date) -> Facts:
    """The facts some years on, for children of whom only an age was given; a birth date speaks for itself.

    A child whose birthday of the new year may still come is taken to be the younger age, as on 1 January.
    """
    years = day.year - given_on.year
    if not years or not facts.get("kinderen"):
        return facts
    children = [
        child
        if child.get("geboortedatum") is not None or child.get("leeftijd") is None
        else {
            **child,
            "leeftijd": child["leeftijd"] + years - 1,
            "leeftijd_op_1_januari": child["leeftijd"] + years - 1,
        }
        for child in facts["kinderen"]
    ]
    return {**facts, "kinderen": children}


def child_age(child: Mapping[str, Any], day: dt.date) -> float:
    """Full years of a child of the facts on a day; where only an age was given, that age."""
    if child.get("geboortedatum") is None:
        return float(child["leeftijd"])
    return float(age_on(dt.date.fromisoformat(child["geboortedatum"]), day) or 0.0)


def yearly_wage(hours: float, hourly_wage: float, day: dt.date) -> float:
    """Gross wage over a year with holiday allowance, as the law book counts it."""
    weeks, holiday = (parameter(f"minimumloon.{name}", day) for name in ("weken_per_jaar", "vakantiebijslag"))
    return hours * hourly_wage * weeks * (1 + holiday)


def scenario(facts: Facts, day: dt.date, offer: Offer, hours: float) -> Scenario:
    """Her facts with these hours instead of the present ones."""
    check(offer, hours, facts)
    assumptions = [remark("whole_year")]
    new = {name: value for name, value in facts.items() if name not in OF_THE_WAGE}
    new["loon"] = yearly_wage(hours, offer.hourly_wage, day)
    if offer.care:
        new["kinderen"] = with_care(facts.get("kinderen", []), offer.care, hours)
    if hours:
        new |= {"heeft_recht_op_kinderopvangtoeslag": True, **tax_credit_at_work(facts)}
        assumptions += [remark("tax_credit_at_work")] if tax_credit_at_work(facts) else []
    new, without_ground = with_partner_ground(new)
    new, about_benefits = with_benefits_beside(with_exemption_of(day, new), facts, day)
    assumptions += (*without_ground, *about_benefits)
    when, remarks = known_law(day)
    new = dict(facts_on(new, day))
    household = prepare(book(), when, new)
    left_out = tuple(household.left_out.values())
    travel = offer.travel_at(hours)
    wage = offer.hourly_wage
    schemes = own_schemes(facts, day)
    return Scenario(
        when, hours, wage, new, household.values, left_out, travel, (*assumptions, *remarks), schemes
    )


def tax_credit_at_work(facts: Facts) -> dict[str, Any]:
    """Beside bijstand the facts should say where the tax credit is; where they do not, it is at work."""
    if facts.get("loonheffingskorting_bij") is None and facts.get("maanden_bijstand") != 0:
        return {"loonheffingskorting_bij": "werkgever"}
    return {}


def present(facts: Facts, day: dt.date, travel: float = 0.0) -> Scenario:
    """Her situation as the facts say it."""
    when, remarks = known_law(day)
    grounded, without_ground = with_partner_ground(with_exemption_of(day, facts_on(facts, day)))
    household = prepare(book(), when, grounded)
    left_out = tuple(household.left_out.values())
    assumptions = (*without_ground, *remarks)
    schemes = own_schemes(facts, day)
    return Scenario(when, None, None, grounded, household.values, left_out, travel, assumptions, schemes)


def with_exemption_of(day: dt.date, facts: Facts) -> dict[str, Any]:
    """The facts, on a day of 2027 or later with the one exemption that there is then."""
    return {**facts, **(under_34a(facts, 0.0) if day >= start_of_34a() else {})}


def start_of_34a() -> dt.date:
    """The day from which the exemptions of before lapse; the enacted day, to be set where the decree says another."""
    return dt.date.fromordinal(int(parameter("participatiewet.artikel_34a_ingangsdatum", dt.date.max)))


def under_34a(facts: Facts, used: float) -> dict[str, Any]:
    """The one exemption of 2027: 15% for twelve months where work helps to leave bijstand; no limit when it is medical.

    Whether a period that runs on 1 January goes on is for the municipality; the answer says so. `used` is months.
    """
    changed: dict[str, Any] = {"artikel_34a_geldt": True}
    regime = facts.get("vrijlating_regeling")
    if regime in ("geen", "medisch_urenbeperkt") or facts.get("is_medisch_urenbeperkt") is True:
        return changed
    so_far = float(facts.get("maanden_vrijlating_artikel_34a") or 0.0) + used
    helps = regime is not None or facts.get("werk_helpt_uitstroom") is True
    most = parameter("participatiewet.vrijlating_artikel_34a_maanden", dt.date.max)
    return {**changed, "vrijlating_regeling": "artikel_34a" if helps and so_far < most else "geen"}


def with_partner_ground(facts: Facts) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """Without a wage or a ground that was said, a partner has none for childcare allowance (Wko art. 1.6 lid 3)."""
    together = facts.get("heeft_partner") or facts.get("heeft_toeslagpartner")
    care = any(child.get("opvangsoort") for child in facts.get("kinderen") or ())
    known = facts.get("loon_partner") or facts.get("grond_kinderopvang_partner") is not None
    if not together or not care or known:
        return dict(facts), ()
    return {**facts, "grond_kinderopvang_partner": "geen"}, (NO_GROUND_OF_PARTNER,)


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
    plain = bare_of_care(children)
    for contract in care:
        if contract.hours_at(hours) > 0:
            plain[contract.child] |= {
                "opvangsoort": contract.kind,
                "opvanguren": contract.hours_at(hours),
                "uurtarief": contract.hourly_rate,
            }
    return plain


def bare_of_care(children: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The children without the childcare that the facts say they have."""
    return [{name: value for name, value in child.items() if name not in OF_CARE} for child in children]


def check(offer: Offer, hours: float, facts: Facts) -> None:
    """Refuse numbers of an offer that cannot be."""
    numbers = [("hours_below_zero", hours), ("wage_below_zero", offer.hourly_wage)]
    numbers += [
        ("travel_below_zero", offer.travel_per_month),
        ("travel_below_zero", offer.travel_per_work_hour),
    ]
    for code, value in numbers:
        if not math.isfinite(value) or value < 0:
            raise MistakeInScenario(problem(code, value=value))
    if hours > MOST_HOURS:
        raise MistakeInScenario(problem("too_many_hours", "hours", most=MOST_HOURS, value=hours))
    children = facts.get("kinderen", [])
    for contract in offer.care:
        if not 0 <= contract.child < len(children):
            raise MistakeInScenario(
                problem("care_of_no_child", "care", child=contract.child + 1, number=len(children))
            )


@cache
def last_known_day() -> dt.date:
    """The last day for which the numbers behind disposable income have been published."""
    plan = make_plan(
        book(), dt.date(2026, 1, 1), ("besteedbaar_inkomen",), frozenset(book().facts) | {"peildatum"}
    )
    return min(book().parameters[key].until for key in plan.parameters)


def law_day(day: dt.date) -> dt.date:
    """The day itself, or the last day we hold the law for."""
    return min(day, last_known_day())


def known_law(day: dt.date) -> tuple[dt.date, tuple[Remark, ...]]:
    """The day to calculate with, and a remark where that is an earlier one."""
    when = law_day(day)
    if when == day:
        return when, ()
    return when, (remark("law_of_earlier_day", day=when),)
