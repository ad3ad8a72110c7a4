"""Facts that cannot both be so: each pair is one problem that names both.

Only what is impossible is refused; what is merely unusual gets a question beside the answer. Which of two facts is
wrong is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from veerkracht.household.checking import problems
from veerkracht.household.household import Household
from veerkracht.household.problem import Problem, problem

from .choices import (
    ALLEENSTAANDE_OUDER,
    BIJSTAND,
    BSO,
    DAGOPVANG,
    GASTOUDER,
    GEEN_OPVANG,
    MEDISCH_URENBEPERKT,
)
from .engine.calculate import CannotCalculate

MINOR = 18
KOSTENDELER_FROM = 27
"""Art. 22a lid 4 Pw: who is younger is no cost sharer and need not be counted as another adult."""
BSO_FROM = 4
"""Wko art. 1.1: bso is for a child that goes to primary school, so from its fourth birthday."""
DAGOPVANG_BELOW = 6
"""Leerplichtwet art. 3: school is compulsory from the first day of the month after the fifth birthday."""
SECONDARY_SCHOOL_BY = 14
"""Wko art. 1.1: childcare ends with secondary school, which begins at 12 or 13, also after a year done twice."""
EXEMPTION_CHILD_BELOW = 12
"""Art. 31 lid 2 onder r Pw."""
MONTHS = 12


STRUCTURE = {"ages_disagree", "born_after_the_day", "born_too_long_ago", "parent_hardly_older"}
"""The problems of a household that facts in this form can have."""


class MistakeInFacts(CannotCalculate):
    """A fact that is wrong."""


def check_facts(values: Mapping[str, Any]) -> None:
    """Refuse what cannot be so in any month.

    Raises:
        MistakeInFacts: the first contradiction.
    """
    for contradiction in (*about_co_residents(values), *about_partner(values)):
        raise MistakeInFacts(contradiction)


def check_day(values: Mapping[str, Any]) -> None:
    """Refuse what cannot be so on the day of the question: kinds of childcare, exemptions, wages.

    Not asked of a ledger, in which a child grows older than its childcare while the months run.

    Raises:
        MistakeInFacts: the first contradiction.
    """
    for contradiction in (*about_childcare(values), *about_exemptions(values), *about_wage(values)):
        raise MistakeInFacts(contradiction)


def questions(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What may be so but hardly ever is: said beside the answer."""
    return (*about_late_childcare(values), *about_a_part_of_the_year(values))


def check_structure(household: Household) -> tuple[Problem, ...]:
    """Refuse what cannot be so in any household; gives what hardly ever is.

    Raises:
        MistakeInFacts: the first problem that facts in this form can have, with the name of the fact.
    """
    unusual = []
    for one in problems(household):
        if one.code not in STRUCTURE:
            continue
        named = replace(one, field=name_in_facts(one))
        if not named.is_question:
            raise MistakeInFacts(named)
        unusual.append(named)
    return tuple(unusual)


def name_in_facts(question: Problem) -> str:
    """`children[0].born` as the facts call it; ages stand at the child, not in one field of it."""
    if question.field == "adult.born":
        return "geboortedatum_ouder"
    where = question.field.removesuffix(".born").replace("children[", "kinderen[")
    return f"{where}.geboortedatum" if question.code.startswith("born_") else where


def about_co_residents(values: Mapping[str, Any]) -> Iterator[Problem]:
    adults = values.get("aantal_medebewoners")
    if adults is None:
        return
    sharers = values.get("aantal_andere_kostendelers", 0.0)
    if sharers > adults:
        yield problem(
            "more_sharers_than_adults", "aantal_andere_kostendelers", sharers=sharers, adults=adults
        )
    if adults == 0 and values.get("inkomen_medebewoners", 0.0) > 0:
        yield problem("income_of_nobody", "inkomen_medebewoners")
    grown = sum(age >= KOSTENDELER_FROM for age in values.get("leeftijd_kind", ()))
    if grown > adults:
        code = "grown_child_not_counted" if grown == 1 else "grown_children_not_counted"
        yield problem(code, "aantal_medebewoners", grown=grown, age=KOSTENDELER_FROM, adults=adults)


def about_partner(values: Mapping[str, Any]) -> Iterator[Problem]:
    together = values.get("heeft_partner")
    flags = [name for name in ("heeft_toeslagpartner", "heeft_fiscale_partner") if name in values]
    minor = any(age < MINOR for age in values.get("leeftijd_kind", ()))
    if together is True and minor:
        for name in flags:
            if values[name] is False:
                yield problem("partner_is_always_one", name, age=MINOR)
    if together is not False or any(values[name] for name in flags):
        return
    for name in ("loon_partner", "leeftijd_partner", "bruto_bijstand_partner"):
        if values.get(name, 0.0) > 0:
            yield problem("fact_of_no_partner", name)


def about_childcare(values: Mapping[str, Any]) -> Iterator[Problem]:
    for number, (age, kind, hours) in enumerate(childcare_of(values)):
        where = f"kinderen[{number}]"
        if hours <= 0 or kind == GEEN_OPVANG:
            continue
        if age >= SECONDARY_SCHOOL_BY:
            yield problem("too_old_for_childcare", where, age=age)
        if kind == DAGOPVANG and age >= DAGOPVANG_BELOW:
            yield problem("too_old_for_dagopvang", where, age=age)
        if kind == BSO and age < BSO_FROM:
            yield problem("too_young_for_bso", where, age=age, youngest=BSO_FROM)


def about_exemptions(values: Mapping[str, Any]) -> Iterator[Problem]:
    exemption = values.get("vrijlating_regeling")
    if exemption == MEDISCH_URENBEPERKT and values.get("is_medisch_urenbeperkt") is False:
        yield problem("exemption_without_limit", "vrijlating_regeling")
    if exemption != ALLEENSTAANDE_OUDER:
        return
    if values.get("heeft_partner") is True:
        yield problem("exemption_with_partner", "vrijlating_regeling")
    if not any(age < EXEMPTION_CHILD_BELOW for age in values.get("leeftijd_kind", (0.0,))):
        yield problem("exemption_without_child", "vrijlating_regeling", age=EXEMPTION_CHILD_BELOW)


def about_wage(values: Mapping[str, Any]) -> Iterator[Problem]:
    if values.get("loon") == 0:
        for name in ("maandloon", "netto_loon_per_maand"):
            if values.get(name, 0.0) > 0:
                yield problem("wage_of_nothing", name, value=values[name])
    at_bijstand = values.get("loonheffingskorting_bij") == BIJSTAND
    if at_bijstand and values.get("loonheffingskorting_toegepast") is True:
        yield problem("tax_credit_twice", "loonheffingskorting_bij")


def about_a_part_of_the_year(values: Mapping[str, Any]) -> Iterator[Problem]:
    if 0 < values.get("maanden_bijstand", 0.0) < MONTHS and values.get("loon", 0.0) > 0:
        yield problem("bijstand_part_of_the_year", "maanden_bijstand")


def about_late_childcare(values: Mapping[str, Any]) -> Iterator[Problem]:
    for number, (age, kind, hours) in enumerate(childcare_of(values)):
        if hours > 0 and kind in (BSO, GASTOUDER) and SECONDARY_SCHOOL_BY - 2 <= age < SECONDARY_SCHOOL_BY:
            yield problem("childcare_ends_with_school", f"kinderen[{number}]", age=age)


def childcare_of(values: Mapping[str, Any]) -> list[tuple[float, float, float]]:
    """Age, kind and hours of each child's childcare."""
    columns = [values.get(name) for name in ("leeftijd_kind", "opvangsoort", "opvanguren")]
    if None in columns:
        return []
    return list(zip(*columns, strict=True))
