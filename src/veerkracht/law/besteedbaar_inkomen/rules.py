"""Besteedbaar inkomen: what a household has left a month, with tax as it comes out over the whole year.

Not modelled: vaste lasten zoals huur, energie en zorgpremie, en reiskosten;
pensioen, en een uitkering of alimentatie die je niet zelf opgeeft;
beslag op inkomen en aflossing van schulden;
regelingen van je gemeente.
"""

from __future__ import annotations

from ..engine.rules import Law
from ..engine.units import Count, EuroPerMonth, EuroPerQuarter, EuroPerYear, Flag, Fraction

wet = Law("Besteedbaar inkomen (rekenwijze van Veerkracht)")


@wet.article("rekenwijze: de belasting over het jaar, min wat de gemeente en andere betalers al inhielden")
def belasting_over_loon(
    inkomstenbelasting: EuroPerYear,
    bruto_bijstand: EuroPerYear,
    bruto_bijstand_partner: EuroPerYear,
    netto_bijstand_over_het_jaar: EuroPerYear,
    heeft_partner: Flag,
    bruto_overig_inkomen: EuroPerYear,
    overig_netto_inkomen: EuroPerMonth,
    loonheffing_uitkering: EuroPerMonth,
    zvw_bijdrage: EuroPerYear,
) -> EuroPerYear:
    """De belasting over je loon, over het hele jaar. Staat er een min voor? Dan krijg je geld terug."""
    eigen_bijstand = netto_bijstand_over_het_jaar / (2 if heeft_partner else 1)
    bij_gemeente = bruto_bijstand - bruto_bijstand_partner - eigen_bijstand
    bij_anderen = max(0.0, bruto_overig_inkomen - 12 * overig_netto_inkomen) + 12 * loonheffing_uitkering
    return inkomstenbelasting + zvw_bijdrage - bij_gemeente - bij_anderen


@wet.article("rekenwijze: loon min belasting over het hele jaar, gedeeld door twaalf")
def netto_loon_na_aanslag(loon: EuroPerYear, belasting_over_loon: EuroPerYear) -> EuroPerMonth:
    """Je nettoloon per maand met vakantiegeld, nadat de belasting over het jaar is afgerekend."""
    return (loon - belasting_over_loon) / 12


@wet.article("rekenwijze: loon min belasting over het hele jaar, gedeeld door twaalf")
def netto_loon_na_aanslag_partner(
    loon_partner: EuroPerYear,
    inkomstenbelasting_partner: EuroPerYear,
    bruto_bijstand_partner: EuroPerYear,
    netto_bijstand_over_het_jaar: EuroPerYear,
    heeft_partner: Flag,
    loonheffing_uitkering_partner: EuroPerMonth,
) -> EuroPerMonth:
    """Het nettoloon van je partner per maand met vakantiegeld, na de belasting over het jaar."""
    if not heeft_partner:
        return 0.0
    al_ingehouden = bruto_bijstand_partner - netto_bijstand_over_het_jaar / 2
    al_ingehouden += 12 * loonheffing_uitkering_partner
    return (loon_partner - inkomstenbelasting_partner + al_ingehouden) / 12


@wet.article("Participatiewet art. 19")
def ontvangen_bijstand(
    bijstand: EuroPerMonth, reservering_vakantietoeslag: EuroPerMonth, maanden_bijstand: Count
) -> EuroPerMonth:
    """Je bijstand per maand, met het vakantiegeld dat apart wordt gezet."""
    return bijstand + reservering_vakantietoeslag if maanden_bijstand > 0 else 0.0


@wet.article("Participatiewet art. 31 lid 1 en art. 32 lid 1")
def verrekende_teruggave(
    netto_loon_na_aanslag: EuroPerMonth,
    netto_loon_na_aanslag_partner: EuroPerMonth,
    netto_loon_per_maand: EuroPerMonth,
    netto_loon_per_maand_partner: EuroPerMonth,
    ontvangen_bijstand: EuroPerMonth,
    vakantiebijslag: Fraction,
) -> EuroPerMonth:
    """Belasting die je terugkrijgt terwijl je bijstand hebt: de gemeente haalt die van je bijstand af."""
    loon = netto_loon_per_maand + netto_loon_per_maand_partner
    terug = netto_loon_na_aanslag + netto_loon_na_aanslag_partner - (1 + vakantiebijslag) * loon
    return min(ontvangen_bijstand, max(0.0, terug))


@wet.article("rekenwijze: wat er naast loon en bijstand netto binnenkomt; alimentatie voor jezelf bruto")
def ander_inkomen(
    overig_netto_inkomen: EuroPerMonth,
    onbelast_inkomen: EuroPerMonth,
    netto_uitkering: EuroPerMonth,
    netto_uitkering_partner: EuroPerMonth,
    partneralimentatie_bruto: EuroPerYear,
) -> EuroPerMonth:
    """Je andere inkomen per maand: een uitkering, alimentatie of wat je zelf hebt opgegeven."""
    uitkeringen = netto_uitkering + netto_uitkering_partner
    return overig_netto_inkomen + onbelast_inkomen + uitkeringen + partneralimentatie_bruto / 12


@wet.article("rekenwijze: loon, bijstand en ander inkomen samen")
def netto_inkomen(
    netto_loon_na_aanslag: EuroPerMonth,
    netto_loon_na_aanslag_partner: EuroPerMonth,
    ontvangen_bijstand: EuroPerMonth,
    verrekende_teruggave: EuroPerMonth,
    ander_inkomen: EuroPerMonth,
) -> EuroPerMonth:
    """Alles wat je per maand netto binnenkrijgt, zonder toeslagen en kinderbijslag."""
    loon = netto_loon_na_aanslag + netto_loon_na_aanslag_partner
    return loon + ontvangen_bijstand - verrekende_teruggave + ander_inkomen


@wet.article("rekenwijze: alles wat binnenkomt, min wat je zelf aan kinderopvang betaalt")
def besteedbaar_inkomen(
    netto_inkomen: EuroPerMonth,
    voorschot_zorgtoeslag: EuroPerMonth,
    voorschot_kindgebonden_budget: EuroPerMonth,
    voorschot_huurtoeslag: EuroPerMonth,
    kinderbijslag: EuroPerQuarter,
    eigen_bijdrage_kinderopvang: EuroPerMonth,
) -> EuroPerMonth:
    """Wat je per maand te besteden hebt, voordat je je vaste lasten betaalt."""
    gezin = voorschot_kindgebonden_budget + kinderbijslag / 3
    return netto_inkomen + gezin + voorschot_zorgtoeslag + voorschot_huurtoeslag - eigen_bijdrage_kinderopvang
