"""From a household to the values of the rules: one name a fact, numbers for words, one list a fact of a child."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter
from typing import Any

from veerkracht.household.checking import age_on
from veerkracht.household.household import Adult, Ages, Born, Child, Household
from veerkracht.household.unknown import known

from .choices import CHOICES, GEEN_OPVANG
from .other_income import quantities_of
from .reading import ANOTHER_INCOME, PLACES, FactsRead

NOT_BORN = -1.0
YOUNG = 12.0
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
        values |= of_children_just_born(children, household.day)
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
    """Each kind of income in its sum; the older pair of names is one net income of no kind."""
    incomes = known(household.other_income)
    if incomes is None:
        return {}
    if len(incomes) != 1 or incomes[0].key != ANOTHER_INCOME:
        return quantities_of(incomes)
    euros, taxed = known(incomes[0].euros), known(incomes[0].taxed)
    values = {"overig_netto_inkomen": euros, "overig_inkomen_is_belast": taxed}
    return {name: value for name, value in values.items() if value is not None}


def columns_of(children: tuple[Child, ...], day: dt.date) -> dict[str, list[Any]]:
    """One list for each quantity of a child; a column that not every child has is left out, so that it is missed.

    Where only an age is known it stands for the month before and the first of the quarter too. A child that was not
    born yet on such a day has an age of -1.
    """
    month = day.replace(day=1)
    before = month - dt.timedelta(days=1)
    quarter = month.replace(month=3 * ((day.month - 1) // 3) + 1)
    columns: dict[str, list[Any]] = {
        "leeftijd_kind": [age_on(child.born, day) for child in children],
        "leeftijd_kind_eind_vorige_maand": [age_or_unborn(child.born, before) for child in children],
        "leeftijd_kind_begin_kwartaal": [age_or_unborn(child.born, quarter) for child in children],
        "leeftijd_kind_op_1_januari": [age_on_1_january(child.born, day) for child in children],
        "inkomen_kind": [known(child.income_per_year) for child in children],
    }
    cares = [care_of(child) for child in children]
    for position, name in enumerate(("opvangsoort", "opvanguren", "uurtarief")):
        columns[name] = [care[position] for care in cares]
    return {
        name: [float(value) for value in column] for name, column in columns.items() if None not in column
    }


def of_children_just_born(children: tuple[Child, ...], day: dt.date) -> dict[str, Any]:
    """A child born after 1 July is not at her address for six months of that year (Wet IB 2001, art. 8.14a)."""
    late = [isinstance(one.born, dt.date) and one.born > day.replace(month=7, day=1) for one in children]
    ages = [
        age_on_1_january(one.born, day) for one, is_late in zip(children, late, strict=True) if not is_late
    ]
    if not any(late) or None in ages:
        return {}
    return {"heeft_kind_voor_combinatiekorting": any(age is not None and age < YOUNG for age in ages)}


def age_or_unborn(born: Born, day: dt.date) -> float | None:
    return NOT_BORN if isinstance(born, dt.date) and born > day else age_on(born, day)


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
