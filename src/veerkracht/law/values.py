"""From a household to the values of the rules: one name a fact, numbers for words, one list a fact of a child."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter
from typing import Any

from veerkracht.household.checking import age_on
from veerkracht.household.household import Adult, Ages, Born, Child, Household
from veerkracht.household.unknown import known

from .choices import CHOICES, GEEN_OPVANG
from .reading import PLACES, FactsRead

AT = {name: attrgetter(f"{record}.{field}".lstrip(".")) for name, (record, field) in PLACES.items()}


def values_of(facts: FactsRead) -> dict[str, Any]:
    """What the rules start from. What is unknown in the household has no value here, so that it is missed by name."""
    household = facts.household
    values: dict[str, Any] = {"peildatum": float(household.day.toordinal())}
    for name, place in AT.items():
        value = known(place(household))
        if value is not None:
            values[name] = value if type(value) in (float, bool) else as_number(name, value)
    values |= of_adult(household.adult, "loon", "leeftijd_ouder", household.day)
    values |= of_adult(household.partner, "loon_partner", "leeftijd_partner", household.day)
    values |= of_other_income(household)
    children = known(household.children)
    if children is not None:
        values |= columns_of(children, household.day)
    return values | facts.given


def as_number(name: str, value: Any) -> float:
    if isinstance(value, str):
        return CHOICES[name][value]
    return float(len(value) if isinstance(value, tuple) else value)


def of_adult(adult: Adult, wage: str, age: str, day: dt.date) -> dict[str, float]:
    """Wage in EUR a year from the present jobs, where each of them says it by the year; and age."""
    values = {}
    jobs = known(adult.jobs)
    if jobs is not None:
        wages = [known(job.wage) for job in jobs if job.state == "present"]
        amounts = [known(one.amount) if one and one.per == "year" else None for one in wages]
        if None not in amounts:
            values[wage] = sum((amount or 0.0 for amount in amounts), 0.0)
    years = age_on(adult.born, day)
    if years is not None:
        values[age] = float(years)
    return values


def of_other_income(household: Household) -> dict[str, Any]:
    """The older pair of names: one net income of no kind."""
    incomes = known(household.other_income)
    if not incomes or len(incomes) != 1:
        return {}
    euros, taxed = known(incomes[0].euros), known(incomes[0].taxed)
    values = {"overig_netto_inkomen": euros, "overig_inkomen_is_belast": taxed}
    return {name: value for name, value in values.items() if value is not None}


def columns_of(children: tuple[Child, ...], day: dt.date) -> dict[str, list[Any]]:
    """One list for each quantity of a child; a column that not every child has is left out, so that it is missed.

    Where only an age is known it stands for the first of the month and of the quarter too.
    """
    month = day.replace(day=1)
    quarter = month.replace(month=3 * ((day.month - 1) // 3) + 1)
    columns: dict[str, list[Any]] = {
        "leeftijd_kind": [age_on(child.born, day) for child in children],
        "leeftijd_kind_begin_maand": [age_on(child.born, month) for child in children],
        "leeftijd_kind_begin_kwartaal": [age_on(child.born, quarter) for child in children],
        "leeftijd_kind_op_1_januari": [age_on_1_january(child.born, day) for child in children],
        "inkomen_kind": [known(child.income_per_year) for child in children],
    }
    cares = [care_of(child) for child in children]
    for position, name in enumerate(("opvangsoort", "opvanguren", "uurtarief")):
        columns[name] = [care[position] for care in cares]
    return {
        name: [float(value) for value in column] for name, column in columns.items() if None not in column
    }


def age_on_1_january(born: Born, day: dt.date) -> float | None:
    if isinstance(born, Ages):
        return known(born.on_1_january)
    return age_on(born, day.replace(month=1, day=1))


def care_of(child: Child) -> tuple[float | None, float | None, float | None]:
    """Kind, hours a month and EUR an hour of today's childcare; nothing certain where there is more than one."""
    cares = known(child.cares)
    if cares is None:
        return (None, None, None)
    present = [care for care in cares if care.situation == "now"]
    if not present:
        return (GEEN_OPVANG, 0.0, 0.0)
    kind = known(present[0].kind)
    if len(present) > 1 or kind not in CHOICES["opvangsoort"]:
        return (None, None, None)
    return (CHOICES["opvangsoort"][kind], known(present[0].hours_per_month), known(present[0].euros_per_hour))
