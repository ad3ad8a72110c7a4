"""Facts that cannot both be so: each pair is one sentence that names both and says how to mend it.

Only what is impossible is refused; what is merely unusual gets a question beside the answer. Which of two facts is
wrong is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from veerkracht.household.checking import problems
from veerkracht.household.household import Household

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


STRUCTURE: dict[str, str] = {
    "ages_disagree": (
        "Bij {where} is leeftijd_op_1_januari hoger dan leeftijd, of meer dan één jaar lager "
        "(leeftijd {age:g}, leeftijd_op_1_januari {on_1_january:g}); op 1 januari van hetzelfde jaar is een kind "
        "even oud of één jaar jonger. Pas een van beide aan."
    ),
    "born_after_the_day": "'{where}.geboortedatum' ligt na {day}.",
    "born_too_long_ago": "'{where}.geboortedatum' ligt {age:g} jaar terug; verbeter de datum.",
    "parent_hardly_older": (
        "Klopt het dat je {parent:g} bent en {where} {child:g}? "
        "Er is mee gerekend zoals het er staat, bijvoorbeeld voor een stiefkind."
    ),
}
"""The sentences of the problems that facts in this form can have, under the names of the facts."""


class MistakeInFacts(CannotCalculate):
    """One sentence about a fact that is wrong, and how to mend it."""


def check_facts(values: Mapping[str, Any]) -> None:
    """Refuse what cannot be so in any month.

    Raises:
        MistakeInFacts: the first contradiction, in one sentence that names both facts.
    """
    for contradiction in (*about_co_residents(values), *about_partner(values)):
        raise MistakeInFacts(contradiction)


def check_day(values: Mapping[str, Any]) -> None:
    """Refuse what cannot be so on the day of the question: kinds of childcare, exemptions, wages.

    Not asked of a ledger, in which a child grows older than its childcare while the months run.

    Raises:
        MistakeInFacts: the first contradiction, in one sentence that names both facts.
    """
    for contradiction in (*about_childcare(values), *about_exemptions(values), *about_wage(values)):
        raise MistakeInFacts(contradiction)


def questions(values: Mapping[str, Any]) -> tuple[str, ...]:
    """What may be so but hardly ever is: said beside the answer."""
    return tuple(about_late_childcare(values))


def check_structure(household: Household) -> tuple[str, ...]:
    """Refuse what cannot be so in any household; the sentences of what hardly ever is.

    Raises:
        MistakeInFacts: the first problem that has a sentence here, with the name of the fact.
    """
    unusual = []
    for problem in problems(household):
        sentence = STRUCTURE.get(problem.code)
        if sentence is None:
            continue
        where = problem.field.removesuffix(".born").replace("children[", "kinderen[")
        finished = sentence.format(where=where, day=household.day, **problem.values)
        if not problem.is_question:
            raise MistakeInFacts(finished)
        unusual.append(finished)
    return tuple(unusual)


def about_co_residents(values: Mapping[str, Any]) -> Iterator[str]:
    adults = values.get("aantal_medebewoners")
    if adults is None:
        return
    sharers = values.get("aantal_andere_kostendelers", 0.0)
    if sharers > adults:
        yield (
            f"aantal_andere_kostendelers ({sharers:g}) is hoger dan aantal_medebewoners ({adults:g}): "
            "kostendelers zijn een deel van de andere volwassenen op je adres; pas een van beide aan."
        )
    if adults == 0 and values.get("inkomen_medebewoners", 0.0) > 0:
        yield (
            "inkomen_medebewoners is ingevuld, terwijl aantal_medebewoners 0 is; "
            "tel de andere volwassenen mee of laat hun inkomen weg."
        )
    grown = sum(age >= KOSTENDELER_FROM for age in values.get("leeftijd_kind", ()))
    if grown > adults:
        yield (
            f"Bij kinderen {'staat' if grown == 1 else 'staan'} {grown} van {KOSTENDELER_FROM} jaar of ouder, "
            f"terwijl aantal_medebewoners {adults:g} is; tel een volwassen kind dat bij je woont daar ook mee, "
            "of laat een kind dat niet bij je woont weg."
        )


def about_partner(values: Mapping[str, Any]) -> Iterator[str]:
    together = values.get("heeft_partner")
    flags = [name for name in ("heeft_toeslagpartner", "heeft_fiscale_partner") if name in values]
    minor = any(age < MINOR for age in values.get("leeftijd_kind", ()))
    if together is True and minor:
        for name in flags:
            if values[name] is False:
                yield (
                    f"heeft_partner is true en {name} is false, terwijl er een kind jonger dan {MINOR} bij jullie "
                    "woont: dan is een partner op je adres dat altijd; pas een van beide aan."
                )
    if together is not False or any(values[name] for name in flags):
        return
    for name in ("loon_partner", "leeftijd_partner", "bruto_bijstand_partner"):
        if values.get(name, 0.0) > 0:
            yield f"{name} is ingevuld, terwijl heeft_partner false is; pas een van beide aan."


def about_childcare(values: Mapping[str, Any]) -> Iterator[str]:
    for number, (age, kind, hours) in enumerate(childcare_of(values)):
        where = f"kinderen[{number}]"
        if hours <= 0 or kind == GEEN_OPVANG:
            continue
        if age >= SECONDARY_SCHOOL_BY:
            yield (
                f"Bij {where} staat opvang voor een kind van {age:g} jaar; opvang met toeslag stopt als een kind "
                "naar de middelbare school gaat. Laat de opvang weg of verbeter de leeftijd."
            )
        if kind == DAGOPVANG and age >= DAGOPVANG_BELOW:
            yield (
                f"Bij {where} staat dagopvang voor een kind van {age:g} jaar; dagopvang is voor kinderen die nog "
                "niet naar school gaan. Kies bso of gastouder, of verbeter de leeftijd."
            )
        if kind == BSO and age < BSO_FROM:
            yield (
                f"Bij {where} staat bso voor een kind van {age:g} jaar; bso is voor kinderen vanaf {BSO_FROM} jaar. "
                "Kies dagopvang of gastouder, of verbeter de leeftijd."
            )


def about_exemptions(values: Mapping[str, Any]) -> Iterator[str]:
    exemption = values.get("vrijlating_regeling")
    if exemption == MEDISCH_URENBEPERKT and values.get("is_medisch_urenbeperkt") is False:
        yield (
            "vrijlating_regeling is medisch_urenbeperkt, terwijl is_medisch_urenbeperkt false is; "
            "pas een van beide aan."
        )
    if exemption != ALLEENSTAANDE_OUDER:
        return
    if values.get("heeft_partner") is True:
        yield (
            "vrijlating_regeling is alleenstaande_ouder, terwijl heeft_partner true is: "
            "die vrijlating is er alleen voor ouders zonder partner; pas een van beide aan."
        )
    if not any(age < EXEMPTION_CHILD_BELOW for age in values.get("leeftijd_kind", (0.0,))):
        yield (
            "vrijlating_regeling is alleenstaande_ouder, maar er is geen kind jonger dan "
            f"{EXEMPTION_CHILD_BELOW} jaar; kies een andere regeling of verbeter de leeftijd van je kind."
        )


def about_wage(values: Mapping[str, Any]) -> Iterator[str]:
    if values.get("loon") == 0:
        for name in ("maandloon", "netto_loon_per_maand"):
            if values.get(name, 0.0) > 0:
                yield f"loon is 0, terwijl {name} {values[name]:g} is; pas een van beide aan."
    at_bijstand = values.get("loonheffingskorting_bij") == BIJSTAND
    if at_bijstand and values.get("loonheffingskorting_toegepast") is True:
        yield (
            "loonheffingskorting_bij is bijstand, terwijl loonheffingskorting_toegepast true is: "
            "dan past je werkgever haar toe; kies één van beide."
        )


def about_late_childcare(values: Mapping[str, Any]) -> Iterator[str]:
    for number, (age, kind, hours) in enumerate(childcare_of(values)):
        if hours > 0 and kind in (BSO, GASTOUDER) and SECONDARY_SCHOOL_BY - 2 <= age < SECONDARY_SCHOOL_BY:
            yield (
                f"Opvang voor kinderen[{number}] ({age:g} jaar) telt alleen zolang het kind nog op de basisschool "
                "zit; vanaf de maand waarin de middelbare school begint is er geen toeslag."
            )


def childcare_of(values: Mapping[str, Any]) -> list[tuple[float, float, float]]:
    """Age, kind and hours of each child's childcare."""
    columns = [values.get(name) for name in ("leeftijd_kind", "opvangsoort", "opvanguren")]
    if None in columns:
        return []
    return list(zip(*columns, strict=True))
