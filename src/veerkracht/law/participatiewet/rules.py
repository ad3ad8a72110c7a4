"""Participatiewet: the norm, the asset limit, what of a wage is exempt, what is paid, and what that is gross.

Not modelled: de aanvulling van art. 20 lid 3 voor een paar;
een ouder jonger dan 18 jaar, en een woning delen met een partner onder de 21 jaar of boven de AOW-leeftijd;
de belasting en het bruto bedrag van wie de AOW-leeftijd heeft;
verblijf in een inrichting en de zoektijd van vier weken onder de 27 jaar;
het vermogen in een eigen woning;
de vrijlating van het loon van je partner;
de premie van art. 31 lid 2 onder j en het bufferbudget van art. 34b;
de heffingskortingen die je los van je loon maandelijks laat uitbetalen;
gemeenten die de vrijlating over het brutoloon rekenen.
"""

from __future__ import annotations

from ..choices import BIJSTAND, UWV
from ..engine.rounding import opzoeken, rekenkundig
from ..engine.units import (
    UNKNOWN,
    Choice,
    Count,
    Euro,
    EuroPerMonth,
    EuroPerMonthTable,
    EuroPerYear,
    Flag,
    Fraction,
    Years,
)
from . import norm as norm  # registers the rules about the norm
from . import vrijlating as vrijlating  # registers the rules about exemptions
from .wet import wet as wet

MAANDEN = 12.0


@wet.article("art. 19 lid 3")
def bijstandsnorm_exclusief_vakantietoeslag(
    bijstandsnorm: EuroPerMonth, deel_vakantietoeslag: Fraction
) -> EuroPerMonth:
    """Het deel van de norm dat elke maand wordt betaald. Het vakantiegeld komt in juni."""
    return rekenkundig((1 - deel_vakantietoeslag) * bijstandsnorm, 0.01)


@wet.article("art. 34 lid 3")
def vermogensgrens_bijstand(
    heeft_partner: Flag,
    aantal_minderjarige_kinderen: Count,
    vermogensgrens_bijstand_alleenstaande: Euro,
    vermogensgrens_bijstand_alleenstaande_ouder: Euro,
    vermogensgrens_bijstand_samenwonenden: Euro,
) -> Euro:
    """Tot dit bedrag aan spaargeld en bezit kun je bijstand krijgen."""
    if heeft_partner:
        return vermogensgrens_bijstand_samenwonenden
    if aantal_minderjarige_kinderen > 0:
        return vermogensgrens_bijstand_alleenstaande_ouder
    return vermogensgrens_bijstand_alleenstaande


@wet.article("art. 19 lid 1 onder b en art. 34")
def vermogen_staat_in_de_weg(vermogen: Euro, vermogensgrens_bijstand: Euro) -> Flag:
    """Of je spaargeld en bezit boven de grens komen, zodat je geen bijstand krijgt."""
    return vermogen > vermogensgrens_bijstand


@wet.article("art. 31 lid 2 onder m", since="2026-01-01")
def giften_die_meetellen(giften: EuroPerYear, vrijgelaten_giften: EuroPerYear) -> EuroPerYear:
    """Krijg je giften? Tot een grens tellen die niet mee. Dit is het deel erboven."""
    return max(0.0, giften - vrijgelaten_giften)


@wet.article(
    "art. 31 lid 2 onder m",
    name="giften_die_meetellen",
    until="2025-12-31",
    unknown="tot 2026 bepaalde elke gemeente zelf welke giften meetellen.",
)
def giften_die_meetellen_2025(giften: EuroPerYear) -> EuroPerYear:
    """Krijg je giften? Tot een grens tellen die niet mee. Dit is het deel erboven."""
    return UNKNOWN if giften > 0 else 0.0


@wet.article("art. 31 en 32")
def inkomsten_voor_bijstand(
    netto_loon_per_maand: EuroPerMonth,
    netto_loon_per_maand_partner: EuroPerMonth,
    ander_inkomen: EuroPerMonth,
    giften_die_meetellen: EuroPerYear,
    vrijlating: EuroPerMonth,
) -> EuroPerMonth:
    """Dit gaat van je bijstand af: je nettoloon en ander inkomen, min de vrijlating."""
    loon = netto_loon_per_maand + netto_loon_per_maand_partner
    return loon + ander_inkomen + giften_die_meetellen / 12 - vrijlating


@wet.article("art. 19 lid 1 en 2, art. 34")
def bijstand(
    bijstandsnorm_exclusief_vakantietoeslag: EuroPerMonth,
    inkomsten_voor_bijstand: EuroPerMonth,
    vermogen: Euro,
    vermogensgrens_bijstand: Euro,
) -> EuroPerMonth:
    """Wat je deze maand aan bijstand krijgt, netto en zonder het vakantiegeld dat apart wordt gezet."""
    if vermogen > vermogensgrens_bijstand:
        return 0.0
    return max(0.0, bijstandsnorm_exclusief_vakantietoeslag - inkomsten_voor_bijstand)


@wet.article("art. 19 lid 3 (rekenwijze: vakantiegeld op loon is 8% van het nettoloon)")
def reservering_vakantietoeslag(
    bijstand: EuroPerMonth,
    bijstandsnorm: EuroPerMonth,
    bijstandsnorm_exclusief_vakantietoeslag: EuroPerMonth,
    netto_loon_per_maand: EuroPerMonth,
    netto_loon_per_maand_partner: EuroPerMonth,
    vakantiebijslag: Fraction,
) -> EuroPerMonth:
    """Wat deze maand apart wordt gezet als vakantiegeld over je bijstand."""
    if bijstand == 0:
        return 0.0
    nettoloon = netto_loon_per_maand + netto_loon_per_maand_partner
    return max(0.0, bijstandsnorm - bijstandsnorm_exclusief_vakantietoeslag - vakantiebijslag * nettoloon)


@wet.article("art. 19, 34 en 45 (rekenwijze: maanden gelijk; in een deel van het jaar zonder je eigen loon)")
def netto_bijstand_over_het_jaar(
    maanden_bijstand: Count,
    vermogen_staat_in_de_weg: Flag,
    gemiddelde_bijstandsnorm: EuroPerMonth,
    inkomsten_voor_bijstand: EuroPerMonth,
    netto_loon_per_maand: EuroPerMonth,
    netto_loon_per_maand_partner: EuroPerMonth,
    vrijlating: EuroPerMonth,
    deel_vakantietoeslag: Fraction,
    vakantiebijslag: Fraction,
) -> EuroPerYear:
    """Wat je dit jaar netto aan bijstand krijgt, met vakantiegeld."""
    eigen = netto_loon_per_maand if maanden_bijstand < MAANDEN else 0.0
    inkomsten = inkomsten_voor_bijstand - (eigen - vrijlating if eigen > 0 else 0.0)
    maand = (1 - deel_vakantietoeslag) * gemiddelde_bijstandsnorm - inkomsten
    if maand <= 0 or vermogen_staat_in_de_weg:
        return 0.0
    nettoloon = netto_loon_per_maand - eigen + netto_loon_per_maand_partner
    apart = max(0.0, deel_vakantietoeslag * gemiddelde_bijstandsnorm - vakantiebijslag * nettoloon)
    return maanden_bijstand * (maand + apart)


def bruto(netto: EuroPerYear, heeft_korting: Flag, korting: EuroPerYear, tarief: Fraction) -> EuroPerYear:
    if not heeft_korting:
        return netto / (1 - tarief)
    return max(netto, (netto - korting) / (1 - tarief))


@wet.article("art. 19 lid 4")
def bruto_bijstand_partner(
    netto_bijstand_over_het_jaar: EuroPerYear,
    heeft_partner: Flag,
    loon_partner: EuroPerYear,
    maanden_bijstand: Count,
    algemene_heffingskorting_maximum: EuroPerYear,
    tarief_eerste_schijf: Fraction,
) -> EuroPerYear:
    """Het deel van de bruto bijstand dat op naam van je partner staat."""
    if not heeft_partner:
        return 0.0
    korting_hier = loon_partner == 0
    helft = netto_bijstand_over_het_jaar / 2
    korting = algemene_heffingskorting_maximum * maanden_bijstand / MAANDEN
    return bruto(helft, korting_hier, korting, tarief_eerste_schijf)


@wet.article("art. 19 lid 4")
def bruto_bijstand(
    netto_bijstand_over_het_jaar: EuroPerYear,
    bruto_bijstand_partner: EuroPerYear,
    heeft_partner: Flag,
    loon: EuroPerYear,
    loonheffingskorting_bij: Choice,
    maanden_bijstand: Count,
    algemene_heffingskorting_maximum: EuroPerYear,
    tarief_eerste_schijf: Fraction,
) -> EuroPerYear:
    """De bijstand van dit jaar met de belasting die de gemeente ervoor betaalt. Dit telt mee voor je toeslagen."""
    geen_loon_ernaast = loon == 0 or maanden_bijstand < MAANDEN
    korting_hier = loonheffingskorting_bij == BIJSTAND or (
        geen_loon_ernaast and loonheffingskorting_bij != UWV
    )
    eigen = netto_bijstand_over_het_jaar / (2 if heeft_partner else 1)
    korting = algemene_heffingskorting_maximum * maanden_bijstand / MAANDEN
    eigen_bruto = bruto(eigen, korting_hier, korting, tarief_eerste_schijf)
    return eigen_bruto + bruto_bijstand_partner


@wet.article("art. 36b; Besluit studietoeslag Participatiewet")
def studietoeslag(leeftijd: Years, studietoeslag_per_leeftijd: EuroPerMonthTable) -> EuroPerMonth:
    """Wat een student per maand krijgt die door een beperking niet naast de studie kan werken."""
    return opzoeken(studietoeslag_per_leeftijd, leeftijd)
