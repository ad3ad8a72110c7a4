"""Loonheffing: what an employer withholds from a month's wage, by the white month table.

Not modelled: tabellen per week, per vier weken en per dag;
het bijzondere tarief over vakantiegeld en eindejaarsuitkering;
pensioenpremie en andere inhoudingen die je werkgever doet;
tabellen voor wie de AOW-leeftijd heeft bereikt.
"""

from __future__ import annotations

from ..choices import WERKGEVER
from ..engine.rounding import naar_beneden, naar_boven, opzoeken, rekenkundig
from ..engine.rules import Law
from ..engine.units import Choice, EuroPerMonth, EuroPerYear, EuroTable, Flag, Fraction

wet = Law("Wet op de loonbelasting 1964", bwb="BWBR0002471")


@wet.article("art. 25 (rekenwijze: twaalf maanden en vakantiegeld)")
def maandloon(loon: EuroPerYear, vakantiebijslag: Fraction) -> EuroPerMonth:
    """Je brutoloon per maand, zonder vakantiegeld."""
    return loon / (12 * (1 + vakantiebijslag))


@wet.article("art. 25 (rekenwijze: twaalf maanden en vakantiegeld)")
def maandloon_partner(loon_partner: EuroPerYear, vakantiebijslag: Fraction) -> EuroPerMonth:
    """Het brutoloon van je partner per maand, zonder vakantiegeld."""
    return loon_partner / (12 * (1 + vakantiebijslag))


@wet.article("art. 23")
def loonheffingskorting_toegepast(loonheffingskorting_bij: Choice) -> Flag:
    """Of je werkgever de loonheffingskorting gebruikt. Dat mag maar op één plek tegelijk."""
    return loonheffingskorting_bij == WERKGEVER


@wet.article("art. 25")
def tabelloon(maandloon: EuroPerMonth, tabelstap: EuroPerMonth) -> EuroPerYear:
    """Je maandloon volgens de stappen van de tabel, omgerekend naar een jaar."""
    return 12 * naar_beneden(maandloon, tabelstap)


@wet.article("art. 25")
def tabelloon_partner(maandloon_partner: EuroPerMonth, tabelstap: EuroPerMonth) -> EuroPerYear:
    """Het maandloon van je partner volgens de stappen van de tabel, omgerekend naar een jaar."""
    return 12 * naar_beneden(maandloon_partner, tabelstap)


def tabelbelasting(
    tabelloon: EuroPerYear,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerYear:
    eerste = min(tabelloon, einde_eerste_schijf) * tarief_eerste_schijf
    tweede = max(0.0, min(tabelloon, einde_tweede_schijf) - einde_eerste_schijf) * tarief_tweede_schijf
    derde = max(0.0, tabelloon - einde_tweede_schijf) * tarief_derde_schijf
    return naar_beneden(eerste, 1.0) + naar_beneden(tweede, 1.0) + naar_beneden(derde, 1.0)


def tabelkorting(
    tabelloon: EuroPerYear,
    maximum: EuroPerYear,
    vanaf: EuroPerYear,
    afbouw: Fraction,
    nihil: EuroPerYear,
    arbeidskorting_schijven: EuroTable,
) -> EuroPerYear:
    algemeen = max(0.0, maximum - afbouw * max(0.0, tabelloon - vanaf)) if tabelloon < nihil else 0.0
    return naar_boven(algemeen, 1.0) + naar_boven(max(0.0, opzoeken(arbeidskorting_schijven, tabelloon)), 1.0)


@wet.article("art. 20a en 26")
def belasting_over_tabelloon(
    tabelloon: EuroPerYear,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerYear:
    """De belasting en premies over je loon volgens de tabel, voordat de kortingen eraf gaan."""
    return tabelbelasting(
        tabelloon,
        tarief_eerste_schijf,
        tarief_tweede_schijf,
        tarief_derde_schijf,
        einde_eerste_schijf,
        einde_tweede_schijf,
    )


@wet.article("art. 20a en 26")
def belasting_over_tabelloon_partner(
    tabelloon_partner: EuroPerYear,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerYear:
    """De belasting en premies over het loon van je partner volgens de tabel, vóór de kortingen."""
    return tabelbelasting(
        tabelloon_partner,
        tarief_eerste_schijf,
        tarief_tweede_schijf,
        tarief_derde_schijf,
        einde_eerste_schijf,
        einde_tweede_schijf,
    )


@wet.article("art. 22, 22a en 23")
def korting_over_tabelloon(
    tabelloon: EuroPerYear,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
    algemene_heffingskorting_nihil_vanaf: EuroPerYear,
    arbeidskorting_schijven: EuroTable,
) -> EuroPerYear:
    """De kortingen die je werkgever mag verrekenen."""
    return tabelkorting(
        tabelloon,
        algemene_heffingskorting_maximum,
        algemene_heffingskorting_afbouw_vanaf,
        algemene_heffingskorting_afbouw,
        algemene_heffingskorting_nihil_vanaf,
        arbeidskorting_schijven,
    )


@wet.article("art. 22, 22a en 23")
def korting_over_tabelloon_partner(
    tabelloon_partner: EuroPerYear,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
    algemene_heffingskorting_nihil_vanaf: EuroPerYear,
    arbeidskorting_schijven: EuroTable,
) -> EuroPerYear:
    """De kortingen die de werkgever van je partner mag verrekenen."""
    return tabelkorting(
        tabelloon_partner,
        algemene_heffingskorting_maximum,
        algemene_heffingskorting_afbouw_vanaf,
        algemene_heffingskorting_afbouw,
        algemene_heffingskorting_nihil_vanaf,
        arbeidskorting_schijven,
    )


@wet.article("art. 20 en 27")
def loonheffing(
    belasting_over_tabelloon: EuroPerYear,
    korting_over_tabelloon: EuroPerYear,
    loonheffingskorting_toegepast: Flag,
) -> EuroPerMonth:
    """Wat je werkgever per maand aan belasting en premies inhoudt op je loon."""
    korting = korting_over_tabelloon if loonheffingskorting_toegepast else 0.0
    return rekenkundig(max(0.0, belasting_over_tabelloon - korting) / 12, 0.01)


@wet.article("art. 20 en 27 (rekenwijze: de werkgever van je partner past de korting van je partner toe)")
def loonheffing_partner(
    belasting_over_tabelloon_partner: EuroPerYear, korting_over_tabelloon_partner: EuroPerYear
) -> EuroPerMonth:
    """Wat de werkgever van je partner per maand inhoudt."""
    belasting = max(0.0, belasting_over_tabelloon_partner - korting_over_tabelloon_partner)
    return rekenkundig(belasting / 12, 0.01)


@wet.article("art. 27")
def netto_loon_per_maand(maandloon: EuroPerMonth, loonheffing: EuroPerMonth) -> EuroPerMonth:
    """Wat je per maand van je werkgever op je rekening krijgt, zonder vakantiegeld."""
    return maandloon - loonheffing


@wet.article("art. 27")
def netto_loon_per_maand_partner(
    maandloon_partner: EuroPerMonth, loonheffing_partner: EuroPerMonth
) -> EuroPerMonth:
    """Wat je partner per maand van de werkgever krijgt, zonder vakantiegeld."""
    return maandloon_partner - loonheffing_partner
