"""What an attachment leaves alone: the beslagvrije voet, where the facts of a situation are enough for it."""

from __future__ import annotations

from veerkracht.law.catalogue import book
from veerkracht.law.choices import ALLEENSTAANDE, LEEFT_ALS_OUDER
from veerkracht.law.engine.calculate import CannotCalculate, calculate

from .situation import Scenario

FREE, TAXABLE, NET, BIJSTAND = (
    "beslagvrije_voet",
    "belastbaar_inkomen_box_1",
    "netto_loon_na_aanslag",
    "ontvangen_bijstand",
)
MOST_OF_INCOME = 0.95
"""At least five percent of the income can always be seized (Rv art. 475dc)."""
GROWN = 18.0


def left_by_attachment(scenario: Scenario) -> float | None:
    """EUR a month that stays free of an attachment on wages, holiday pay included (Rv art. 475da).

    None where more has to be known: with a partner, whose income is set against it, beside bijstand, without a wage.
    """
    values = scenario.values
    if values.get("heeft_partner") is not False:
        return None
    try:
        known = calculate(book(), scenario.day, values, (TAXABLE, NET, BIJSTAND)).known
        if known[BIJSTAND] > 0 or known[NET] <= 0:
            return None
        parent = any(age < GROWN for age in values.get("leeftijd_kind", ()))
        facts = {
            "leefsituatie": LEEFT_ALS_OUDER if parent else ALLEENSTAANDE,
            "belastbaar_jaarinkomen": float(known[TAXABLE]),
        }
        free = float(calculate(book(), scenario.day, facts, (FREE,)).known[FREE])
    except CannotCalculate:
        return None
    return round(min(free, MOST_OF_INCOME * float(known[NET])), 2)
