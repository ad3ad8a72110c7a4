"""The exemptions of a wage: art. 31 lid 2 under n, r and y, and art. 34a that is to take their place."""

from __future__ import annotations

from ..choices import (
    ALGEMEEN,
    ALLEENSTAANDE_OUDER,
    ARTIKEL_34A,
    GEEN,
    LOONKOSTENSUBSIDIE,
    MEDISCH_URENBEPERKT,
)
from ..engine.units import Choice, Count, Day, EuroPerMonth, Flag, Fraction, Members, Years
from .wet import wet


@wet.article("art. 34a (ingangsdatum instelbaar)")
def artikel_34a_geldt(peildatum: Day, artikel_34a_ingangsdatum: Day) -> Flag:
    """Of de nieuwe vrijlating al geldt: 15 procent van je loon, een jaar lang."""
    return peildatum >= artikel_34a_ingangsdatum


@wet.article("art. 31 lid 2 onder r")
def heeft_kind_voor_vrijlating(leeftijd_kind: Members[Years], vrijlating_kind_jonger_dan: Years) -> Flag:
    """Of er bij je een kind woont dat jonger is dan 12 jaar."""
    return sum([leeftijd < vrijlating_kind_jonger_dan for leeftijd in leeftijd_kind]) > 0


@wet.article("art. 31 lid 2 onder n en r, lid 5 (volgorde en duur)")
def vrijlating_tot_artikel_34a(
    leeftijd_ouder: Years,
    heeft_partner: Flag,
    heeft_kind_voor_vrijlating: Flag,
    werk_helpt_uitstroom: Flag,
    maanden_algemene_vrijlating: Count,
    maanden_vrijlating_alleenstaande_ouder: Count,
    vrijlating_leeftijd_vanaf: Years,
    vrijlating_algemeen_maanden: Count,
    vrijlating_alleenstaande_ouder_maanden: Count,
) -> Choice:
    """Welke vrijlating volgens de oude regels aan de beurt is: eerst de algemene, dan die voor alleenstaande ouders."""
    if leeftijd_ouder < vrijlating_leeftijd_vanaf:
        return GEEN
    if maanden_algemene_vrijlating < vrijlating_algemeen_maanden:
        return ALGEMEEN if werk_helpt_uitstroom else GEEN
    if heeft_partner or not heeft_kind_voor_vrijlating or not werk_helpt_uitstroom:
        return GEEN
    over = maanden_vrijlating_alleenstaande_ouder < vrijlating_alleenstaande_ouder_maanden
    return ALLEENSTAANDE_OUDER if over else GEEN


@wet.article("art. 31 lid 2 onder n, r en y; art. 34a")
def vrijlating_regeling(
    is_medisch_urenbeperkt: Flag,
    artikel_34a_geldt: Flag,
    maanden_vrijlating_artikel_34a: Count,
    vrijlating_tot_artikel_34a: Choice,
    vrijlating_artikel_34a_maanden: Count,
) -> Choice:
    """Volgens welke regel je een deel van je loon mag houden naast de bijstand."""
    eerst_algemeen = not artikel_34a_geldt and vrijlating_tot_artikel_34a == ALGEMEEN
    if is_medisch_urenbeperkt and not eerst_algemeen:
        return MEDISCH_URENBEPERKT
    if not artikel_34a_geldt:
        return vrijlating_tot_artikel_34a
    return ARTIKEL_34A if maanden_vrijlating_artikel_34a < vrijlating_artikel_34a_maanden else GEEN


@wet.article("art. 31 lid 2 onder n, r en y, lid 5; art. 34a")
def vrijlating_deel(
    vrijlating_regeling: Choice,
    leeftijd_ouder: Years,
    artikel_34a_geldt: Flag,
    vrijlating_leeftijd_vanaf: Years,
    vrijlating_algemeen_deel: Fraction,
    vrijlating_alleenstaande_ouder_deel: Fraction,
    vrijlating_medisch_urenbeperkt_deel: Fraction,
    vrijlating_artikel_34a_deel: Fraction,
    vrijlating_loonkostensubsidie_deel: Fraction,
) -> Fraction:
    """Welk deel van je nettoloon je mag houden. Onder de 27 jaar gelden niet alle regels."""
    if vrijlating_regeling == MEDISCH_URENBEPERKT:
        return vrijlating_medisch_urenbeperkt_deel
    if vrijlating_regeling == ARTIKEL_34A:
        return vrijlating_artikel_34a_deel if artikel_34a_geldt else 0.0
    if vrijlating_regeling == LOONKOSTENSUBSIDIE:
        return 0.0 if artikel_34a_geldt else vrijlating_loonkostensubsidie_deel
    if vrijlating_regeling == GEEN or artikel_34a_geldt or leeftijd_ouder < vrijlating_leeftijd_vanaf:
        return 0.0
    algemeen = vrijlating_regeling == ALGEMEEN
    return vrijlating_algemeen_deel if algemeen else vrijlating_alleenstaande_ouder_deel


@wet.article(
    "art. 31 lid 2 onder n, r en y; art. 34a",
    unknown="het maximum van deze vrijlating is nog niet bekendgemaakt.",
)
def vrijlating_maximum(
    netto_loon_per_maand: EuroPerMonth,
    vrijlating_regeling: Choice,
    vrijlating_deel: Fraction,
    artikel_34a_geldt: Flag,
    vrijlating_algemeen_maximum: EuroPerMonth,
    vrijlating_alleenstaande_ouder_maximum: EuroPerMonth,
    vrijlating_medisch_urenbeperkt_maximum: EuroPerMonth,
    vrijlating_loonkostensubsidie_maximum: EuroPerMonth,
) -> EuroPerMonth:
    """De vrijlating is nooit hoger dan dit bedrag per maand."""
    if vrijlating_deel == 0 or artikel_34a_geldt:
        return netto_loon_per_maand
    if vrijlating_regeling == ALGEMEEN:
        return vrijlating_algemeen_maximum
    if vrijlating_regeling == LOONKOSTENSUBSIDIE:
        return vrijlating_loonkostensubsidie_maximum
    medisch = vrijlating_regeling == MEDISCH_URENBEPERKT
    return vrijlating_medisch_urenbeperkt_maximum if medisch else vrijlating_alleenstaande_ouder_maximum


@wet.article("art. 31 lid 2 onder n, r en y; art. 34a (rekenwijze: over het nettoloon zonder vakantiegeld)")
def vrijlating(
    netto_loon_per_maand: EuroPerMonth, vrijlating_deel: Fraction, vrijlating_maximum: EuroPerMonth
) -> EuroPerMonth:
    """Dit deel van je loon gaat niet van je bijstand af. Dat heet vrijlating."""
    return min(vrijlating_maximum, vrijlating_deel * netto_loon_per_maand)
