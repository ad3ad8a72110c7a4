"""Beslagvrije voet: the part of an income that cannot be attached, from the taxable income of a year.

Not modelled: wat eraf gaat omdat je zelf of je partner ook inkomen hebt waar geen beslag op ligt;
dat altijd minstens 5 procent van het inkomen beslagen kan worden;
een hogere voet bij hoge woonlasten, op verzoek;
dat de deurwaarder die het beslag leidt het bedrag vaststelt, en per brief laat weten.
"""

from __future__ import annotations

from ..choices import ALLEENSTAANDE, LEEFT_ALS_OUDER, PAAR_MET_KIND, PAAR_ZONDER_KIND
from ..engine.rounding import rekenkundig
from ..engine.rules import Law
from ..engine.units import Choice, EuroPerMonth, EuroPerYear, Fraction

wet = Law("Wetboek van Burgerlijke Rechtsvordering (beslagvrije voet)", bwb="BWBR0001827")


@wet.article("art. 475da lid 1, eerste deel", since="2026-07-01")
def voet_uit_de_norm(
    leefsituatie: Choice,
    norm_alleenstaande: EuroPerMonth,
    norm_samenwonenden: EuroPerMonth,
    voet_deel_van_de_norm: Fraction,
) -> EuroPerMonth:
    """Het grootste deel van de bijstandsnorm: dat blijft altijd vrij."""
    samen = leefsituatie >= PAAR_ZONDER_KIND
    return rekenkundig(voet_deel_van_de_norm * (norm_samenwonenden if samen else norm_alleenstaande), 0.01)


@wet.article("art. 475da lid 1 (zorgtoeslag die je mist)", since="2026-07-01")
def voet_voor_de_zorg(
    leefsituatie: Choice,
    belastbaar_jaarinkomen: EuroPerYear,
    voet_drempel: EuroPerYear,
    voet_afbouw_zorg: Fraction,
    voet_zorg_alleen: EuroPerMonth,
    voet_zorg_samen: EuroPerMonth,
) -> EuroPerMonth:
    """Wat vrij blijft omdat je boven de drempel minder zorgtoeslag krijgt."""
    samen = leefsituatie >= PAAR_ZONDER_KIND
    meer = max(0.0, belastbaar_jaarinkomen - voet_drempel)
    return min(meer / 12 * voet_afbouw_zorg, voet_zorg_samen if samen else voet_zorg_alleen)


@wet.article("art. 475da lid 1 (huurtoeslag die je mist)", since="2026-07-01")
def voet_voor_de_huur(
    leefsituatie: Choice,
    belastbaar_jaarinkomen: EuroPerYear,
    voet_ijkpunt_alleen: EuroPerYear,
    voet_ijkpunt_meer_personen: EuroPerYear,
    voet_afbouw_huur_alleen: Fraction,
    voet_afbouw_huur_meer_personen: Fraction,
    voet_huurdeel_alleen: EuroPerMonth,
    voet_huurdeel_meer_personen: EuroPerMonth,
) -> EuroPerMonth:
    """Wat vrij blijft omdat je boven een grens minder huurtoeslag krijgt."""
    if leefsituatie == ALLEENSTAANDE:
        meer = max(0.0, belastbaar_jaarinkomen - voet_ijkpunt_alleen)
        return min(meer * voet_afbouw_huur_alleen / 12, voet_huurdeel_alleen)
    meer = max(0.0, belastbaar_jaarinkomen - voet_ijkpunt_meer_personen)
    return min(meer * voet_afbouw_huur_meer_personen / 12, voet_huurdeel_meer_personen)


@wet.article("art. 475da lid 1 (kindgebonden budget dat je mist)", since="2026-07-01")
def voet_voor_de_kinderen(
    leefsituatie: Choice,
    belastbaar_jaarinkomen: EuroPerYear,
    voet_drempel: EuroPerYear,
    voet_drempel_samen_meer: EuroPerYear,
    voet_afbouw_kinderen: Fraction,
) -> EuroPerMonth:
    """Wat vrij blijft omdat je boven de drempel minder kindgebonden budget krijgt."""
    if leefsituatie == LEEFT_ALS_OUDER:
        return max(0.0, belastbaar_jaarinkomen - voet_drempel) / 12 * voet_afbouw_kinderen
    if leefsituatie == PAAR_MET_KIND:
        drempel = voet_drempel + voet_drempel_samen_meer
        return max(0.0, belastbaar_jaarinkomen - drempel) / 12 * voet_afbouw_kinderen
    return 0.0


@wet.article("art. 475da lid 1 en 8 (schatting; de deurwaarder stelt vast)", since="2026-07-01")
def beslagvrije_voet(
    leefsituatie: Choice,
    voet_uit_de_norm: EuroPerMonth,
    voet_voor_de_zorg: EuroPerMonth,
    voet_voor_de_huur: EuroPerMonth,
    voet_voor_de_kinderen: EuroPerMonth,
    voet_hoogste_alleenstaande: EuroPerMonth,
    voet_hoogste_alleenstaande_ouder: EuroPerMonth,
    voet_hoogste_paar: EuroPerMonth,
    voet_hoogste_paar_met_kind: EuroPerMonth,
) -> EuroPerMonth:
    """Het bedrag per maand dat je houdt als er beslag op je inkomen ligt. De deurwaarder stelt het vast."""
    hoogste = voet_hoogste_alleenstaande
    if leefsituatie == LEEFT_ALS_OUDER:
        hoogste = voet_hoogste_alleenstaande_ouder
    if leefsituatie == PAAR_ZONDER_KIND:
        hoogste = voet_hoogste_paar
    if leefsituatie == PAAR_MET_KIND:
        hoogste = voet_hoogste_paar_met_kind
    delen = voet_uit_de_norm + voet_voor_de_zorg + voet_voor_de_huur + voet_voor_de_kinderen
    return rekenkundig(min(delen, hoogste), 0.01)
