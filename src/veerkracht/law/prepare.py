"""From what was given to facts ready to calculate with: checked, and with what follows from them with certainty.

Nothing is guessed. What a fact settles by itself is filled in (no partner: no wage of a partner); everything else
that is missing stays missing. A few side incomes may be left out: then the answer says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .checking import MistakeInFacts as MistakeInFacts
from .checking import check_facts, check_structure, questions
from .choices import BIJSTAND, GEEN, WERKGEVER
from .engine.calculate import CannotCalculate, MissingFact
from .engine.rules import Book
from .facts import ASSUMED, COLUMNS, FACTS, LEFT_OUT, MAY_BE_GIVEN, OF_A_CHILD
from .reading import read_facts
from .values import values_of


@dataclass(frozen=True)
class PreparedFacts:
    """Facts ready to calculate with, the sentences about what was left out, and what is hardly ever so."""

    values: dict[str, Any]
    left_out: dict[str, str]
    questions: tuple[str, ...] = ()


def prepare(book: Book, day: dt.date, raw: object) -> PreparedFacts:
    """Read what was given into a household, check it, and add what follows from it with certainty."""
    facts = read_facts(book, day, raw)
    unusual = check_structure(facts.household)
    values = values_of(facts)
    for name, value in values.items():
        if isinstance(value, list) and len(value) != len(values.get("leeftijd_kind", value)):
            raise MistakeInFacts(f"'{name}' hoort één waarde per kind te hebben, net als 'kinderen'.")
    check_facts(values)
    left_out, ready = with_what_follows(values)
    return PreparedFacts(ready, left_out, (*unusual, *questions(values)))


def with_what_follows(values: dict[str, Any]) -> tuple[dict[str, str], dict[str, Any]]:
    """Fill in what the facts settle by themselves, and what may be left out with a sentence about it."""
    left_out = {name: says for name, says in LEFT_OUT.items() if name not in values}
    zero_children = [0.0] * len(values.get("leeftijd_kind", []))
    follows: dict[str, Any] = {"overig_netto_inkomen": 0.0, "giften": 0.0}
    if "leeftijd_kind" in values:
        follows["inkomen_kind"] = zero_children
    if values.get("bruto_bijstand") == 0:
        follows["bruto_bijstand_partner"] = 0.0
    if values.get("overig_netto_inkomen", 0.0) == 0:
        follows["overig_inkomen_is_belast"] = False
    if values.get("aantal_medebewoners") == 0:
        follows |= {"inkomen_medebewoners": 0.0, "aantal_andere_kostendelers": 0.0}
    if not any(values.get("opvanguren", [1.0])):
        follows["heeft_recht_op_kinderopvangtoeslag"] = False
    follows |= without_partner(values) | without_wage_or_bijstand(values)
    assumed = what_is_assumed(values)
    left_out |= {name: ASSUMED[name] for name in assumed}
    follows |= assumed | about_the_norm({**assumed, **values})
    return left_out, follows | values


def what_is_assumed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Two facts that hardly ever matter; left out they get a sentence in the answer."""
    assumed: dict[str, Any] = {}
    if values.get("heeft_partner") is True and values.get("leeftijd_ouder", 0.0) >= 21:
        assumed["leeftijd_partner"] = 21.0
    if "vermogen" not in values and values.get("maanden_bijstand", 0.0) > 0:
        assumed["vermogen_staat_in_de_weg"] = False
    return {name: value for name, value in assumed.items() if name not in values}


def about_the_norm(values: Mapping[str, Any]) -> dict[str, Any]:
    follows: dict[str, Any] = {}
    if values.get("vermogen", 1.0) <= 0:
        follows["vermogen_staat_in_de_weg"] = False
    if values.get("heeft_partner") is False:
        follows |= {"leeftijd_partner": 0.0, "deel_voor_kind_van_jong_paar": 0.0}
    elif min(values.get("leeftijd_ouder", 0.0), values.get("leeftijd_partner", 0.0)) >= 21:
        follows["deel_voor_kind_van_jong_paar"] = 0.0
    return follows


def without_partner(values: Mapping[str, Any]) -> dict[str, Any]:
    together, fiscal, allowance = (
        values.get(name) for name in ("heeft_partner", "heeft_fiscale_partner", "heeft_toeslagpartner")
    )
    if True in (together, fiscal, allowance):
        return {}
    follows: dict[str, Any] = {}
    if together is False or fiscal is False:
        follows["loon_partner"] = 0.0
    if together is False or allowance is False:
        follows["belastbaar_inkomen_box_1_partner"] = 0.0
    if together is False:
        nothing = ("netto_loon_per_maand", "netto_loon_na_aanslag", "bruto_bijstand")
        follows |= {f"{name}_partner": 0.0 for name in nothing}
        if not any(age < 18 for age in values.get("leeftijd_kind", [0.0])):
            # Only with a child under 18 could another adult at the address be one.
            follows |= {"heeft_toeslagpartner": False, "heeft_fiscale_partner": False}
    return follows


def without_wage_or_bijstand(values: Mapping[str, Any]) -> dict[str, Any]:
    follows: dict[str, Any] = {}
    if values.get("loonheffingskorting_toegepast") is True:
        follows["loonheffingskorting_bij"] = WERKGEVER
    if values.get("maanden_bijstand") == 0:
        follows["loonheffingskorting_bij"] = WERKGEVER
        nothing = (
            "bruto_bijstand",
            "bruto_bijstand_partner",
            "netto_bijstand_over_het_jaar",
            "ontvangen_bijstand",
        )
        follows |= dict.fromkeys((*nothing, "verrekende_teruggave"), 0.0)
    elif values.get("loon") == 0 and not values.get("netto_loon_per_maand"):
        follows |= {"loonheffingskorting_bij": BIJSTAND, "vrijlating_regeling": GEEN}
    return follows


def sentence_about(error: CannotCalculate) -> str:
    """The error in words she understands: which fact is missing, what it means, what could be given instead."""
    if not isinstance(error, MissingFact):
        return str(error)
    name = error.fact
    if name in COLUMNS:
        said = f"kinderen ontbreekt, of bij een kind {COLUMNS[name]}: {OF_A_CHILD[COLUMNS[name]].meaning}"
    elif name in FACTS:
        said = f"{name} ontbreekt: {FACTS[name].meaning}"
    else:
        return f"De uitkomst '{name}' is niet bekend."
    instead = [step for step in error.path[1:-1] if step in MAY_BE_GIVEN]
    return said + (f" (of geef zelf {' of '.join(reversed(instead))} op)." if instead else ".")
