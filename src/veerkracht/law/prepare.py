"""From what was given to facts ready to calculate with: checked, and with what follows from them with certainty.

Nothing is guessed. What a fact settles by itself is filled in (no partner: no wage of a partner); everything else
that is missing stays missing. A few side incomes may be left out: then the answer says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.household.remark import Remark
from veerkracht.household.unknown import known

from .checking import MistakeInFacts as MistakeInFacts
from .checking import check_facts, check_structure, questions
from .choices import BIJSTAND, GEEN, GEEN_GROND, WERKGEVER
from .engine.rules import Book
from .facts import ASSUMED, LEFT_OUT
from .other_income import remarks_about
from .reading import read_facts
from .values import values_of

ADULT_NORM_FROM = 21.0
RIGHT = "heeft_recht_op_kinderopvangtoeslag"
WITHHELD: dict[str, dict[str, float]] = {
    "bruto_uitkering": {"loonheffing_uitkering": 0.0, "netto_uitkering": 0.0},
    "bruto_uitkering_partner": {"loonheffing_uitkering_partner": 0.0, "netto_uitkering_partner": 0.0},
    "partneralimentatie_bruto": {"zvw_bijdrage": 0.0},
}
"""Each kind of income, and what is nothing without it."""
NO_OTHER_INCOME: dict[str, Any] = {
    "onbelast_inkomen": 0.0,
    "overig_inkomen_is_belast": False,
    "bruto_overig_inkomen": 0.0,
    **dict.fromkeys(WITHHELD, 0.0),
    **{name: amount for none in WITHHELD.values() for name, amount in none.items()},
}
"""What follows for almost everybody, made once."""


BESIDE_THE_LAW = "regelingen_van_de_gemeente"
"""A list that may stand beside the facts: what a municipality gives for itself, which no law of this book asks for."""


@dataclass(frozen=True)
class PreparedFacts:
    """Facts ready to calculate with, what was left out by name of the fact, and what is hardly ever so."""

    values: dict[str, Any]
    left_out: dict[str, Remark]
    questions: tuple[Remark, ...] = ()


def prepare(book: Book, day: dt.date, raw: object) -> PreparedFacts:
    """Read what was given into a household, check it, and add what follows from it with certainty."""
    if isinstance(raw, Mapping) and BESIDE_THE_LAW in raw:
        raw = {name: value for name, value in raw.items() if name != BESIDE_THE_LAW}
    facts = read_facts(book, day, raw)
    unusual = check_structure(facts.household)
    values = values_of(facts)
    for name, value in values.items():
        if isinstance(value, list) and len(value) != len(values.get("leeftijd_kind", value)):
            raise MistakeInFacts(problem("not_one_for_each_child", name))
    check_facts(values)
    with_childcare_ground(values)
    left_out, ready = with_what_follows(values)
    about_incomes = remarks_about(known(facts.household.other_income) or ())
    return PreparedFacts(ready, left_out, (*unusual, *questions(values), *about_incomes))


def with_what_follows(values: dict[str, Any]) -> tuple[dict[str, Remark], dict[str, Any]]:
    """Fill in what the facts settle by themselves, and what may be left out with a remark."""
    left_out = {name: remark for name, remark in LEFT_OUT.items() if name not in values}
    zero_children = [0.0] * len(values.get("leeftijd_kind", []))
    follows: dict[str, Any] = {"overig_netto_inkomen": 0.0, "giften": 0.0, **without_other_income(values)}
    if "leeftijd_kind" in values:
        follows["inkomen_kind"] = zero_children
    if values.get("bruto_bijstand") == 0:
        follows["bruto_bijstand_partner"] = 0.0
    if values.get("aantal_medebewoners") == 0:
        follows |= {"inkomen_medebewoners": 0.0, "aantal_andere_kostendelers": 0.0}
    if not any(values.get("opvanguren", [1.0])):
        follows["heeft_recht_op_kinderopvangtoeslag"] = False
    follows |= without_partner(values) | without_wage_or_bijstand(values)
    assumed = what_is_assumed(values)
    left_out |= {name: ASSUMED[name] for name in assumed}
    follows |= assumed | about_the_norm({**assumed, **values})
    return left_out, follows | values


def with_childcare_ground(values: dict[str, Any]) -> None:
    """Both parents need a ground (Wko art. 1.6 lid 1 and 3); one that is not known for a partner has to be asked."""
    her = ground_of(values, "grond_kinderopvang", "loon")
    if values.get(RIGHT) is not None:
        her = values[RIGHT]
    partners = [values.get(name) for name in ("heeft_partner", "heeft_toeslagpartner")]
    partner: bool | None = True
    if True in partners:
        partner = ground_of(values, "grond_kinderopvang_partner", "loon_partner")
    elif None in partners and RIGHT not in values:
        partner = None if partners == [None, None] else True
    if her is False or partner is False:
        values[RIGHT] = False
    elif her and partner:
        values[RIGHT] = True
    elif any(values.get("opvanguren", ())):
        values.pop(RIGHT, None)


def ground_of(values: Mapping[str, Any], ground: str, wage: str) -> bool | None:
    """Whether there is a ground: as it was said, or because there is a wage; None where it has to be asked."""
    if values.get(wage, 0.0) > 0:
        return True
    return None if ground not in values else bool(values[ground] != GEEN_GROND)


def what_is_assumed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Facts that hardly ever matter; left out they get a remark in the answer."""
    assumed: dict[str, Any] = {}
    if values.get("heeft_partner") is True and values.get("leeftijd_ouder", 0.0) >= 21:
        assumed["leeftijd_partner"] = 21.0
    if "vermogen" not in values and values.get("maanden_bijstand", 0.0) > 0:
        assumed["vermogen_staat_in_de_weg"] = False
    if values.get("leeftijd_ouder", ADULT_NORM_FROM) < ADULT_NORM_FROM:
        assumed["aanvulling_artikel_20"] = False
    return {name: value for name, value in assumed.items() if name not in values}


def about_the_norm(values: Mapping[str, Any]) -> dict[str, Any]:
    follows: dict[str, Any] = {}
    if values.get("leeftijd_ouder", 0.0) >= ADULT_NORM_FROM:
        follows |= {"aanvulling_onder_21": 0.0, "aanvulling_onder_21_jaargemiddelde": 0.0}
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


def without_other_income(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is nothing because a kind of income is not there; only its own list or name can bring it in."""
    if not any(values.get(name) for name in (*WITHHELD, "overig_netto_inkomen")):
        return NO_OTHER_INCOME
    follows: dict[str, Any] = {"onbelast_inkomen": 0.0}
    if not values.get("overig_netto_inkomen"):
        follows["overig_inkomen_is_belast"] = False
    if not values.get("overig_netto_inkomen") or values.get("overig_inkomen_is_belast") is False:
        follows["bruto_overig_inkomen"] = 0.0
    for name, none in WITHHELD.items():
        if not values.get(name):
            follows |= {name: 0.0, **none}
    return follows


def has_a_third_payer(values: Mapping[str, Any]) -> bool:
    """Whether somebody else than an employer or the municipality may apply the tax credit."""
    taxed = values.get("overig_netto_inkomen", 0.0) > 0 and values.get("overig_inkomen_is_belast") is True
    return taxed or values.get("bruto_uitkering", 0.0) > 0


def without_wage_or_bijstand(values: Mapping[str, Any]) -> dict[str, Any]:
    follows: dict[str, Any] = {}
    asked_for = has_a_third_payer(values)
    if values.get("loonheffingskorting_toegepast") is True:
        follows["loonheffingskorting_bij"] = WERKGEVER
    if values.get("maanden_bijstand") == 0:
        if not asked_for:
            follows["loonheffingskorting_bij"] = WERKGEVER
        nothing = (
            "bruto_bijstand",
            "bruto_bijstand_partner",
            "netto_bijstand_over_het_jaar",
            "ontvangen_bijstand",
        )
        follows |= dict.fromkeys((*nothing, "verrekende_teruggave"), 0.0)
    elif values.get("loon") == 0 and not values.get("netto_loon_per_maand"):
        follows |= {"vrijlating_regeling": GEEN} | (
            {} if asked_for else {"loonheffingskorting_bij": BIJSTAND}
        )
    return follows
