"""Gemeente: local schemes, with the settings of an example municipality.

Not modelled: elke gemeente stelt zelf bedragen, grenzen en voorwaarden vast, deze zijn een voorbeeld;
bijzondere bijstand, waarover per persoon wordt beslist;
het vermogen bij kwijtschelding;
uitstroompremies.
"""

from __future__ import annotations

from ..engine.rounding import rekenkundig
from ..engine.rules import Law
from ..engine.units import Count, EuroPerMonth, EuroPerYear, Flag, Fraction, Members

wet = Law("Regelingen van een voorbeeldgemeente", bwb="BWBR0015703")


@wet.article("rekenwijze van gemeenten: netto-inkomen ten opzichte van de bijstandsnorm")
def inkomen_ten_opzichte_van_norm(netto_inkomen: EuroPerMonth, bijstandsnorm: EuroPerMonth) -> Fraction:
    """Je netto-inkomen vergeleken met de bijstandsnorm. 1 is evenveel; 1,2 is een vijfde meer."""
    return rekenkundig(netto_inkomen / bijstandsnorm, 0.001)


@wet.article("art. 36 Participatiewet en gemeentelijke verordening")
def individuele_inkomenstoeslag(
    inkomen_ten_opzichte_van_norm: Fraction,
    maanden_laag_inkomen: Count,
    heeft_partner: Flag,
    aantal_minderjarige_kinderen: Count,
    inkomenstoeslag_grens: Fraction,
    inkomenstoeslag_maanden_laag_inkomen: Count,
    inkomenstoeslag_alleenstaande: EuroPerYear,
    inkomenstoeslag_alleenstaande_ouder: EuroPerYear,
    inkomenstoeslag_samenwonenden: EuroPerYear,
) -> EuroPerYear:
    """Een bedrag per jaar van je gemeente als je al lang van weinig rondkomt."""
    lang_genoeg = maanden_laag_inkomen >= inkomenstoeslag_maanden_laag_inkomen
    if not lang_genoeg or inkomen_ten_opzichte_van_norm > inkomenstoeslag_grens:
        return 0.0
    if heeft_partner:
        return inkomenstoeslag_samenwonenden
    ouder = aantal_minderjarige_kinderen > 0
    return inkomenstoeslag_alleenstaande_ouder if ouder else inkomenstoeslag_alleenstaande


@wet.article("gemeentelijk beleid")
def is_binnen_minimaregelingen(
    inkomen_ten_opzichte_van_norm: Fraction, minimaregelingen_grens: Fraction
) -> Flag:
    """Of je inkomen laag genoeg is voor de regelingen van je gemeente."""
    return inkomen_ten_opzichte_van_norm <= minimaregelingen_grens


@wet.article("gemeentelijk beleid")
def kindpakket(
    is_binnen_minimaregelingen: Flag, aantal_minderjarige_kinderen: Count, kindpakket_per_kind: EuroPerYear
) -> EuroPerYear:
    """Spullen en activiteiten voor je kinderen die je gemeente betaalt."""
    return kindpakket_per_kind * aantal_minderjarige_kinderen if is_binnen_minimaregelingen else 0.0


@wet.article("art. 26 Invorderingswet 1990 en gemeentelijke verordening")
def kwijtschelding(
    inkomen_ten_opzichte_van_norm: Fraction,
    kwijtschelding_grens: Fraction,
    kwijtschelding_gemeente: EuroPerYear,
    kwijtschelding_waterschap: EuroPerYear,
) -> EuroPerYear:
    """Belasting van gemeente en waterschap die je niet hoeft te betalen."""
    if inkomen_ten_opzichte_van_norm > kwijtschelding_grens:
        return 0.0
    return kwijtschelding_gemeente + kwijtschelding_waterschap


@wet.article("gemeentelijk beleid")
def gemeentepolis(is_binnen_minimaregelingen: Flag, bijdrage_gemeentepolis: EuroPerMonth) -> EuroPerMonth:
    """Wat je gemeente per maand meebetaalt aan een zorgverzekering."""
    return bijdrage_gemeentepolis if is_binnen_minimaregelingen else 0.0


@wet.article("art. 1.13 Wet kinderopvang en gemeentelijk beleid")
def koa_kopje(
    heeft_recht_op_kinderopvangtoeslag: Flag,
    is_binnen_minimaregelingen: Flag,
    kosten_die_meetellen: Members[EuroPerMonth],
    koa_kopje_deel: Fraction,
) -> EuroPerMonth:
    """Het deel van de opvang dat na de toeslag overblijft en dat je gemeente betaalt (KOA-kopje)."""
    mag = heeft_recht_op_kinderopvangtoeslag and is_binnen_minimaregelingen
    return koa_kopje_deel * sum(kosten_die_meetellen) if mag else 0.0


@wet.article("gemeentelijk beleid (sociaal-medische indicatie)")
def opvang_op_sociaal_medische_indicatie(
    heeft_sociaal_medische_indicatie: Flag,
    heeft_recht_op_kinderopvangtoeslag: Flag,
    kosten_die_meetellen: Members[EuroPerMonth],
    smi_deel: Fraction,
) -> EuroPerMonth:
    """Wat je gemeente per maand aan opvang betaalt als je die nodig hebt en geen toeslag kunt krijgen."""
    mag = heeft_sociaal_medische_indicatie and not heeft_recht_op_kinderopvangtoeslag
    return smi_deel * sum(kosten_die_meetellen) if mag else 0.0
