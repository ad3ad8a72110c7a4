"""Inkomstenbelasting: what is due over a year in box 1, after the credits.

Not modelled: box 2 en box 3, aftrekposten en de eigen woning;
winst uit onderneming;
de jonggehandicaptenkorting en de ouderenkortingen;
de afronding van de aanslag en de grens voor kleine bedragen;
co-ouderschap bij de combinatiekorting: je kind woont minstens zes maanden op jouw adres.
"""

from __future__ import annotations

from ..choices import UWV
from ..engine.rounding import opzoeken
from ..engine.rules import Law
from ..engine.units import (
    UNKNOWN,
    Choice,
    EuroPerMonth,
    EuroPerYear,
    EuroTable,
    Flag,
    Fraction,
    Members,
    Years,
)

wet = Law("Wet inkomstenbelasting 2001", bwb="BWBR0011353")


@wet.article(
    "art. 3.1 en 3.100 (rekenwijze: bruto uit netto, met de heffingskorting als die daar staat)",
    unknown="zo'n hoog netto-inkomen is niet om te rekenen; neem het brutobedrag over van de specificatie.",
)
def bruto_overig_inkomen(
    overig_netto_inkomen: EuroPerMonth,
    overig_inkomen_is_belast: Flag,
    loonheffingskorting_bij: Choice,
    tarief_eerste_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
) -> EuroPerYear:
    """Wat je andere inkomen per jaar bruto is, als er belasting over gaat."""
    netto = 12 * overig_netto_inkomen
    if not overig_inkomen_is_belast:
        return 0.0
    over = 1 - tarief_eerste_schijf
    if loonheffingskorting_bij != UWV:
        bruto = netto / over
    else:
        bruto = max(netto, (netto - algemene_heffingskorting_maximum) / over)
        if bruto > algemene_heffingskorting_afbouw_vanaf:
            vast = algemene_heffingskorting_maximum
            vast += algemene_heffingskorting_afbouw * algemene_heffingskorting_afbouw_vanaf
            bruto = (netto - vast) / (over - algemene_heffingskorting_afbouw)
    return bruto if bruto <= einde_eerste_schijf else UNKNOWN


@wet.article("art. 3.1")
def belastbaar_inkomen_box_1(
    loon: EuroPerYear,
    bruto_bijstand: EuroPerYear,
    bruto_bijstand_partner: EuroPerYear,
    bruto_overig_inkomen: EuroPerYear,
    bruto_uitkering: EuroPerMonth,
    partneralimentatie_bruto: EuroPerYear,
) -> EuroPerYear:
    """Je inkomen waarover je belasting betaalt: loon, jouw deel van de bijstand en ander belast inkomen."""
    ander = bruto_overig_inkomen + 12 * bruto_uitkering + partneralimentatie_bruto
    return loon + bruto_bijstand - bruto_bijstand_partner + ander


@wet.article("art. 3.1")
def belastbaar_inkomen_box_1_partner(
    loon_partner: EuroPerYear, bruto_bijstand_partner: EuroPerYear, bruto_uitkering_partner: EuroPerMonth
) -> EuroPerYear:
    """Het inkomen waarover je partner belasting betaalt."""
    return loon_partner + bruto_bijstand_partner + 12 * bruto_uitkering_partner


def over_schijven(
    inkomen: EuroPerYear,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerYear:
    eerste = min(inkomen, einde_eerste_schijf)
    tweede = max(0.0, min(inkomen, einde_tweede_schijf) - einde_eerste_schijf)
    derde = max(0.0, inkomen - einde_tweede_schijf)
    return eerste * tarief_eerste_schijf + tweede * tarief_tweede_schijf + derde * tarief_derde_schijf


@wet.article("art. 2.10")
def belasting_box_1(
    belastbaar_inkomen_box_1: EuroPerYear,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerYear:
    """De belasting en premies over je inkomen, voordat de kortingen eraf gaan."""
    return over_schijven(
        belastbaar_inkomen_box_1,
        tarief_eerste_schijf,
        tarief_tweede_schijf,
        tarief_derde_schijf,
        einde_eerste_schijf,
        einde_tweede_schijf,
    )


@wet.article("art. 2.10")
def belasting_box_1_partner(
    belastbaar_inkomen_box_1_partner: EuroPerYear,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerYear:
    """De belasting en premies over het inkomen van je partner, voordat de kortingen eraf gaan."""
    return over_schijven(
        belastbaar_inkomen_box_1_partner,
        tarief_eerste_schijf,
        tarief_tweede_schijf,
        tarief_derde_schijf,
        einde_eerste_schijf,
        einde_tweede_schijf,
    )


def afgebouwd(
    inkomen: EuroPerYear, maximum: EuroPerYear, vanaf: EuroPerYear, afbouw: Fraction, nihil: EuroPerYear
) -> EuroPerYear:
    if inkomen >= nihil:
        return 0.0
    return max(0.0, maximum - afbouw * max(0.0, inkomen - vanaf))


@wet.article("art. 8.10")
def algemene_heffingskorting(
    belastbaar_inkomen_box_1: EuroPerYear,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
    algemene_heffingskorting_nihil_vanaf: EuroPerYear,
) -> EuroPerYear:
    """Iedereen krijgt deze korting op de belasting. Verdien je meer, dan wordt die lager."""
    return afgebouwd(
        belastbaar_inkomen_box_1,
        algemene_heffingskorting_maximum,
        algemene_heffingskorting_afbouw_vanaf,
        algemene_heffingskorting_afbouw,
        algemene_heffingskorting_nihil_vanaf,
    )


@wet.article("art. 8.10")
def algemene_heffingskorting_partner(
    belastbaar_inkomen_box_1_partner: EuroPerYear,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
    algemene_heffingskorting_nihil_vanaf: EuroPerYear,
) -> EuroPerYear:
    """De algemene korting op de belasting van je partner."""
    return afgebouwd(
        belastbaar_inkomen_box_1_partner,
        algemene_heffingskorting_maximum,
        algemene_heffingskorting_afbouw_vanaf,
        algemene_heffingskorting_afbouw,
        algemene_heffingskorting_nihil_vanaf,
    )


@wet.article("art. 8.11")
def arbeidskorting(loon: EuroPerYear, arbeidskorting_schijven: EuroTable) -> EuroPerYear:
    """Een korting op je belasting omdat je werkt. Bijstand telt hier niet mee."""
    return max(0.0, opzoeken(arbeidskorting_schijven, loon))


@wet.article("art. 8.11")
def arbeidskorting_partner(loon_partner: EuroPerYear, arbeidskorting_schijven: EuroTable) -> EuroPerYear:
    """De korting op de belasting van je partner voor werk."""
    return max(0.0, opzoeken(arbeidskorting_schijven, loon_partner))


@wet.article("art. 8.14a lid 1")
def heeft_kind_voor_combinatiekorting(
    leeftijd_kind_op_1_januari: Members[Years], combinatiekorting_kind_jonger_dan: Years
) -> Flag:
    """Of er bij je een kind woont dat op 1 januari jonger was dan 12 jaar."""
    return sum([leeftijd < combinatiekorting_kind_jonger_dan for leeftijd in leeftijd_kind_op_1_januari]) > 0


@wet.article("art. 8.14a")
def inkomensafhankelijke_combinatiekorting(
    loon: EuroPerYear,
    loon_partner: EuroPerYear,
    heeft_fiscale_partner: Flag,
    heeft_kind_voor_combinatiekorting: Flag,
    combinatiekorting_drempel: EuroPerYear,
    combinatiekorting_opbouw: Fraction,
    combinatiekorting_maximum: EuroPerYear,
) -> EuroPerYear:
    """Een korting voor wie werkt en een kind jonger dan 12 heeft. Vraag die zelf aan, met de aangifte of vooraf."""
    if not heeft_kind_voor_combinatiekorting or (heeft_fiscale_partner and loon > loon_partner):
        return 0.0
    return min(
        combinatiekorting_maximum, combinatiekorting_opbouw * max(0.0, loon - combinatiekorting_drempel)
    )


@wet.article("art. 8.14a")
def inkomensafhankelijke_combinatiekorting_partner(
    loon: EuroPerYear,
    loon_partner: EuroPerYear,
    heeft_kind_voor_combinatiekorting: Flag,
    combinatiekorting_drempel: EuroPerYear,
    combinatiekorting_opbouw: Fraction,
    combinatiekorting_maximum: EuroPerYear,
) -> EuroPerYear:
    """De korting voor werk en een jong kind, als je partner het minst verdient van jullie twee."""
    if not heeft_kind_voor_combinatiekorting or loon_partner >= loon:
        return 0.0
    meer = max(0.0, loon_partner - combinatiekorting_drempel)
    return min(combinatiekorting_maximum, combinatiekorting_opbouw * meer)


@wet.article("art. 8.8")
def inkomstenbelasting(
    belasting_box_1: EuroPerYear,
    algemene_heffingskorting: EuroPerYear,
    arbeidskorting: EuroPerYear,
    inkomensafhankelijke_combinatiekorting: EuroPerYear,
) -> EuroPerYear:
    """De belasting die je over het hele jaar betaalt, na alle kortingen. Minder dan nul wordt het niet."""
    kortingen = algemene_heffingskorting + arbeidskorting + inkomensafhankelijke_combinatiekorting
    return max(0.0, belasting_box_1 - kortingen)


@wet.article("art. 8.8")
def inkomstenbelasting_partner(
    belasting_box_1_partner: EuroPerYear,
    algemene_heffingskorting_partner: EuroPerYear,
    arbeidskorting_partner: EuroPerYear,
    inkomensafhankelijke_combinatiekorting_partner: EuroPerYear,
) -> EuroPerYear:
    """De belasting die je partner over het hele jaar betaalt, na alle kortingen."""
    werk = arbeidskorting_partner + inkomensafhankelijke_combinatiekorting_partner
    return max(0.0, belasting_box_1_partner - algemene_heffingskorting_partner - werk)
