"""From what somebody answered to what `money` calculates with. What is unknown is left out, never filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veerkracht.household.checking import age_on as full_years
from veerkracht.money.answer import Question, minimum_hourly_wage
from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.money.own_schemes import FACT
from veerkracht.money.picture import Cost
from veerkracht.money.situation import WEEKS_A_MONTH, Care, Offer, aged, law_day, yearly_wage

from .questions import UNKNOWN

Answers = Mapping[str, Any]
DIRECT = {
    "huur": "kale_huur",
    "servicekosten": "servicekosten",
    "medebewoners": "aantal_medebewoners",
    "vrijlating": "vrijlating_regeling",
    "vermogen": "vermogen",
    "maanden_laag_inkomen": "maanden_laag_inkomen",
    "ander_inkomen": "overig_netto_inkomen",
    "heffingskorting": "loonheffingskorting_bij",
}
MAY_BE_OPEN = {
    "huur": "kale_huur",
    "servicekosten": "servicekosten",
    "kostendelers": "aantal_andere_kostendelers",
    "uren": "loon",
    "uurloon": "loon",
    "vrijlating": "vrijlating_regeling",
    "traject": "heeft_recht_op_kinderopvangtoeslag",
    "loon_partner": "loon_partner",
    "vermogen": "vermogen",
}
COSTS = {"vaste_lasten": "Andere vaste lasten", "aflossing": "Aflossing van schulden"}
USUAL_HOURS = (20.0, 26.0)
"""Looked at when nobody named another number."""


@dataclass(frozen=True)
class ChildOf:
    """A child of the household: by birthday, or by the age that was filled in."""

    key: str
    name: str
    born_on: dt.date | None = None


@dataclass(frozen=True)
class KnownPerson:
    """What the case already knows, so that it is not asked again."""

    born_on: dt.date | None
    children: tuple[ChildOf, ...]
    schemes: tuple[Mapping[str, Any], ...] | None = None
    """What her municipality gives for itself; None where the schemes of the example count."""


@dataclass(frozen=True)
class MoneySituation:
    """Facts by the names of the law, and what goes with the work she has and the work she looks at."""

    day: dt.date
    starts_on: dt.date
    """The first day of the work that is looked at."""
    facts: dict[str, Any]
    hours_now: float | None
    wage_now: float | None
    travel_now: float
    costs: tuple[Cost, ...]
    care: tuple[Care, ...]
    travel_later: float
    assumed: tuple[str, ...]
    open: tuple[str, ...]
    """Facts of which somebody said not to know them, and of which the law can say what they could be."""

    def offer(self, wage: float) -> Offer:
        return Offer(wage, self.care, travel_per_month=self.travel_later)

    @property
    def facts_then(self) -> Mapping[str, Any]:
        """The facts when the work starts."""
        return aged(self.facts, self.day, self.starts_on)

    def question(self, wage: float, hours: Sequence[float]) -> Question:
        """What the pages ask: now, beside these hours at this wage."""
        return Question(
            day=self.day,
            starts_on=self.starts_on,
            offer=self.offer(wage),
            hours=tuple(hours),
            travel_now=self.travel_now,
            costs=self.costs,
        )


def known(answers: Answers, name: str) -> Any:
    """The answer, or None where it is unknown or was not given."""
    value = answers.get(name)
    return None if value == UNKNOWN else value


def first_day_of_work(today: dt.date) -> dt.date:
    """When work that is only looked at would begin: what is agreed now seldom begins next month."""
    return add_months(first_of(today), 2)


def situation_of(
    answers: Answers, person: KnownPerson, day: dt.date, starts_on: dt.date | None = None
) -> MoneySituation:
    """Everything that is known, and a sentence for what had to be taken for granted."""
    facts: dict[str, Any] = {
        fact: known(answers, name) for name, fact in DIRECT.items() if known(answers, name) is not None
    }
    facts |= household_of(answers, person, day) | work_of(answers, day)
    facts |= {} if person.schemes is None else {FACT: list(person.schemes)}
    assumed = said_of(answers, person)
    if facts.get("loon") and facts.get("maanden_bijstand"):
        facts["loonheffingskorting_bij"] = "werkgever"
    costs = [Cost(label, known(answers, name)) for name, label in COSTS.items() if known(answers, name)]
    travel_now = known(answers, "reiskosten") or 0.0
    later = known(answers, "reiskosten_straks")
    return MoneySituation(
        day,
        starts_on or first_day_of_work(day),
        facts,
        known(answers, "uren"),
        known(answers, "uurloon"),
        travel_now,
        tuple(costs),
        care_of(answers, person),
        travel_now if later is None else later,
        assumed,
        tuple(dict.fromkeys(f for name, f in MAY_BE_OPEN.items() if answers.get(name) == UNKNOWN)),
    )


def household_of(answers: Answers, person: KnownPerson, day: dt.date) -> dict[str, Any]:
    household: dict[str, Any] = {"kinderen": [child_of(answers, child, day) for child in person.children]}
    age = age_on(person.born_on, day) if person.born_on else known(answers, "leeftijd")
    if age is not None:
        household["leeftijd_ouder"] = int(age)
    partner = known(answers, "partner")
    if partner:
        household["heeft_partner"] = partner == "ja"
    if partner == "ja":
        for name in ("loon_partner", "leeftijd_partner"):
            if known(answers, name) is not None:
                household[name] = known(answers, name)
    if known(answers, "medebewoners"):
        for name, fact in (("kostendelers", "aantal_andere_kostendelers"), ("inkomen_medebewoners",) * 2):
            if known(answers, name) is not None:
                household[fact] = known(answers, name)
    return household


def work_of(answers: Answers, day: dt.date) -> dict[str, Any]:
    work: dict[str, Any] = {}
    hours, wage = known(answers, "uren"), known(answers, "uurloon")
    if hours == 0:
        work["loon"] = 0.0
    elif hours is not None and wage is not None:
        work["loon"] = yearly_wage(hours, wage, day)
    if known(answers, "bijstand"):
        work["maanden_bijstand"] = 12 if answers["bijstand"] == "ja" else 0
    if known(answers, "ander_inkomen") and known(answers, "ander_inkomen_belast"):
        work["overig_inkomen_is_belast"] = answers["ander_inkomen_belast"] == "ja"
    ground = known(answers, "traject") == "ja" or bool(hours)
    if ground or (known(answers, "traject") is not None and hours == 0):
        work["heeft_recht_op_kinderopvangtoeslag"] = ground
    return work


def child_of(answers: Answers, child: ChildOf, day: dt.date) -> dict[str, Any]:
    """Ages, and childcare as it is now; what is unknown about it stays out, so that the law asks for it."""
    facts: dict[str, Any] = {}
    if child.born_on:
        # A child that is not born yet counts from its birth on; the law book refuses a birthday after the day.
        facts["geboortedatum"] = min(child.born_on, day).isoformat()
    elif known(answers, f"leeftijd_{child.key}") is not None:
        age = int(known(answers, f"leeftijd_{child.key}"))
        facts |= {"leeftijd": age, "leeftijd_op_1_januari": max(0, age - 1)}
    kind, hours = known(answers, f"opvang_{child.key}"), known(answers, f"opvanguren_{child.key}")
    rate = known(answers, f"uurtarief_{child.key}")
    if kind not in (None, "geen") and hours is not None and rate is not None:
        facts |= {"opvangsoort": kind, "opvanguren": hours, "uurtarief": rate}
    return facts


def care_of(answers: Answers, person: KnownPerson) -> tuple[Care, ...]:
    """Childcare that grows with the work: from the hours of now on, so that now stays what it is."""
    hours_now = known(answers, "uren") or 0.0
    cares, grows = [], False
    for place, child in enumerate(person.children):
        kind, rate = known(answers, f"opvang_{child.key}"), known(answers, f"uurtarief_{child.key}")
        if kind in (None, "geen") or rate is None:
            continue
        more = known(answers, f"opvang_erbij_{child.key}") or 0.0
        now = known(answers, f"opvanguren_{child.key}") or 0.0
        grows = grows or more > 0
        cares.append(Care(place, str(kind), rate, max(0.0, now - more * hours_now * WEEKS_A_MONTH), more))
    return tuple(cares) if grows else ()


def said_of(answers: Answers, person: KnownPerson) -> tuple[str, ...]:
    """What had to be taken for granted, in words."""
    assumed = []
    if any(child.born_on is None for child in person.children):
        assumed.append("We doen alsof de kinderen dit jaar al jarig zijn geweest.")
    if known(answers, "uren") and known(answers, "bijstand") == "ja":
        assumed.append("De loonheffingskorting staat nu bij de werkgever. Twee banen zijn gerekend als één.")
        if known(answers, "loon_partner"):
            assumed.append("Ook bij de partner staat de loonheffingskorting bij de werkgever.")
    for child in person.children:
        if f"opvang_{child.key}" not in answers:
            assumed.append("Is er bij een kind niets over opvang ingevuld? Dan rekenen we zonder opvang.")
            break
    return tuple(assumed)


def age_on(born_on: dt.date, day: dt.date) -> int:
    return int(full_years(born_on, day) or 0)


def minimum_wage(day: dt.date, age: int) -> float:
    """The statutory minimum of an hour, for who named no wage."""
    when = law_day(day)
    facts = {"leeftijd_ouder": float(age), "peildatum": float(when.toordinal())}
    return minimum_hourly_wage(facts, when)


def missing_care(answers: Answers, person: KnownPerson) -> list[str]:
    """Children with childcare of which the hours or the price are not known: their names."""
    return [
        child.name
        for child in person.children
        if answers.get(f"opvang_{child.key}") == UNKNOWN
        or (
            known(answers, f"opvang_{child.key}") not in (None, "geen")
            and None in (known(answers, f"{n}_{child.key}") for n in ("opvanguren", "uurtarief"))
        )
    ]
