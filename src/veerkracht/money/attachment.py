"""What an attachment leaves alone: the beslagvrije voet, where the facts of a situation are enough for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.choices import ALLEENSTAANDE, LEEFT_ALS_OUDER, PAAR_MET_KIND, PAAR_ZONDER_KIND
from veerkracht.law.engine.calculate import CannotCalculate, calculate

from .situation import Scenario

FREE, TAXABLE, NET, BIJSTAND = (
    "beslagvrije_voet",
    "belastbaar_inkomen_box_1",
    "netto_loon_na_aanslag",
    "ontvangen_bijstand",
)
OF_PARTNER = ("belastbaar_inkomen_box_1_partner", "netto_loon_na_aanslag_partner")
OTHER_INCOME = (
    "overig_netto_inkomen",
    "onbelast_inkomen",
    "bruto_uitkering",
    "bruto_uitkering_partner",
    "partneralimentatie_bruto",
)
"""Income beside a wage lowers what stays free, each kind in its own way: with it nothing is said."""
MOST_OF_INCOME = 0.95
"""At least five percent of the income can always be seized (Rv art. 475dc)."""
MOST_FOR_PARTNER = 0.5
"""The income of a partner takes at most half of the free amount away (Rv art. 475db)."""
GROWN = 18.0


def left_by_attachment(scenario: Scenario) -> float | None:
    """EUR a month that stays free of an attachment on her wage, holiday pay included (Rv art. 475da to 475dc).

    With a partner the amount is that of both, less the partner's own wage. None where more has to be known: beside
    bijstand or other income, without a wage, with a partner of whom the wage is not known.
    """
    values, day = scenario.values, scenario.day
    partner = values.get("heeft_partner")
    if partner is None or any(values.get(name) for name in OTHER_INCOME):
        return None
    targets = (TAXABLE, NET, BIJSTAND, *(OF_PARTNER if partner else ()))
    try:
        known = calculate(book(), day, values, targets).known
        if known[BIJSTAND] > 0 or known[NET] <= 0:
            return None
        taxable_of_partner, of_partner = (float(known[name]) if partner else 0.0 for name in OF_PARTNER)
        facts = {
            "leefsituatie": household_kind(values, together=bool(partner)),
            "belastbaar_jaarinkomen": float(known[TAXABLE]) + taxable_of_partner,
        }
        free = float(calculate(book(), day, facts, (FREE,)).known[FREE])
    except CannotCalculate:
        return None
    free -= min(of_partner, MOST_FOR_PARTNER * free)
    return round(min(free, MOST_OF_INCOME * float(known[NET])), 2)


def household_kind(values: Mapping[str, Any], *, together: bool) -> float:
    """How she lives, as the law of the free amount has it: alone or together, with a child under 18 or without."""
    parent = any(age < GROWN for age in values.get("leeftijd_kind", ()))
    if together:
        return PAAR_MET_KIND if parent else PAAR_ZONDER_KIND
    return LEEFT_ALS_OUDER if parent else ALLEENSTAANDE
