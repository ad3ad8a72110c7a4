"""Kindgebonden budget: an amount for each child, more for older children and for a parent alone.

Not modelled: een kind waarvoor je geen kinderbijslag krijgt of dat een eigen inkomen heeft;
co-ouderschap;
een wijziging binnen het jaar: het jaarbedrag gaat uit van twaalf gelijke maanden.
"""

from __future__ import annotations

from ..engine.rules import Law
from ..engine.units import Euro, EuroPerYear, Flag, Fraction, Members, Years

wet = Law("Wet op het kindgebonden budget", bwb="BWBR0022751")


@wet.article("art. 2 lid 1, 3, 5 en 11 (vanaf de maand na de geboorte of de verjaardag)", per_child=True)
def kindgebonden_budget_per_kind(
    leeftijd_kind_eind_vorige_maand: Years,
    bedrag_per_kind: EuroPerYear,
    verhoging_12_tot_16: EuroPerYear,
    verhoging_16_en_17: EuroPerYear,
) -> EuroPerYear:
    """Het bedrag voor dit kind, met een verhoging vanaf de maand nadat het 12 en 16 jaar werd."""
    if leeftijd_kind_eind_vorige_maand < 0 or leeftijd_kind_eind_vorige_maand >= 18:
        return 0.0
    if leeftijd_kind_eind_vorige_maand >= 16:
        return bedrag_per_kind + verhoging_16_en_17
    return bedrag_per_kind + (verhoging_12_tot_16 if leeftijd_kind_eind_vorige_maand >= 12 else 0.0)


@wet.article("art. 2 lid 6")
def kop_voor_alleenstaande_ouder(
    heeft_toeslagpartner: Flag,
    kindgebonden_budget_per_kind: Members[EuroPerYear],
    alleenstaande_ouderkop: EuroPerYear,
) -> EuroPerYear:
    """Een extra bedrag omdat je alleen voor je kinderen zorgt."""
    if heeft_toeslagpartner or sum(kindgebonden_budget_per_kind) == 0:
        return 0.0
    return alleenstaande_ouderkop


@wet.article("art. 2 lid 5")
def vermindering_kindgebonden_budget(
    toetsingsinkomen: EuroPerYear,
    heeft_toeslagpartner: Flag,
    drempel_alleen: EuroPerYear,
    drempel_samen: EuroPerYear,
    afbouw_kindgebonden_budget: Fraction,
) -> EuroPerYear:
    """Wat eraf gaat omdat je inkomen boven de drempel komt."""
    drempel = drempel_samen if heeft_toeslagpartner else drempel_alleen
    return afbouw_kindgebonden_budget * max(0.0, toetsingsinkomen - drempel)


@wet.article("art. 1 en 2; Awir art. 14 lid 5 (kleinste bedrag)")
def kindgebonden_budget(
    kindgebonden_budget_per_kind: Members[EuroPerYear],
    kop_voor_alleenstaande_ouder: EuroPerYear,
    vermindering_kindgebonden_budget: EuroPerYear,
    vermogen: Euro,
    vermogensgrens_zorgtoeslag: Euro,
    minimumbedrag_toeslag: EuroPerYear,
) -> EuroPerYear:
    """Een bijdrage voor de kosten van je kinderen, boven op de kinderbijslag."""
    if vermogen > vermogensgrens_zorgtoeslag:
        return 0.0
    hoogste = sum(kindgebonden_budget_per_kind) + kop_voor_alleenstaande_ouder
    bedrag = max(0.0, hoogste - vermindering_kindgebonden_budget)
    return bedrag if bedrag >= minimumbedrag_toeslag else 0.0
