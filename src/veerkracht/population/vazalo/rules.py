"""Vazalo: a monthly top-up for a single parent who works and has no bijstand. A hypothesis, no law in force.

Not modelled: de rijen van de tabel van 2007 die niet zijn teruggevonden;
de overgang naar bijstand en terug in een jaar.
"""

from __future__ import annotations

from veerkracht.law.engine.rules import Law
from veerkracht.law.engine.units import (
    Count,
    EuroPerMonth,
    EuroPerQuarter,
    EuroPerYear,
    Flag,
    Fraction,
    Members,
    Years,
)

wet = Law("Hypothese naar de Vazalo (Stb. 2007, 289)")


@wet.article("hypothese naar art. 1 en 2")
def vazalo_grens_deel(
    leeftijd_kind_op_1_januari: Members[Years],
    jong_kind_tot: Years,
    drempel_deel_jong_kind: Fraction,
    drempel_deel: Fraction,
) -> Fraction:
    """Vanaf welk deel van het minimumloon de toeslag begint; met een kind onder de 12 eerder."""
    jong = sum([leeftijd < jong_kind_tot for leeftijd in leeftijd_kind_op_1_januari]) > 0
    return drempel_deel_jong_kind if jong else drempel_deel


@wet.article("hypothese naar art. 1 en 2")
def heeft_recht_op_vazalo(
    heeft_partner: Flag,
    aantal_medebewoners: Count,
    leeftijd_kind_op_1_januari: Members[Years],
    maanden_bijstand: Count,
    loon: EuroPerYear,
    leeftijd_tot: Years,
    loon_minstens: EuroPerYear,
) -> Flag:
    """Of je alleen voor een kind zorgt, werkt en geen bijstand hebt."""
    kind = sum([leeftijd < leeftijd_tot for leeftijd in leeftijd_kind_op_1_januari]) > 0
    alleen = not heeft_partner and aantal_medebewoners == 0
    return alleen and kind and maanden_bijstand == 0 and loon > loon_minstens


@wet.article("hypothese naar art. 2")
def vazalo_toeslag(
    heeft_recht_op_vazalo: Flag,
    vazalo_grens_deel: Fraction,
    toetsingsinkomen: EuroPerYear,
    niveau: EuroPerMonth,
    grondslag: EuroPerYear,
    afbouw_vanaf_deel: Fraction,
    afbouw: Fraction,
) -> EuroPerMonth:
    """Een toeslag per maand die lager wordt naarmate je meer verdient."""
    if not heeft_recht_op_vazalo or toetsingsinkomen < vazalo_grens_deel * grondslag:
        return 0.0
    return max(0.0, niveau - afbouw * max(0.0, toetsingsinkomen - afbouw_vanaf_deel * grondslag) / 12)


@wet.article("Wkgb art. 2 lid 6, met de hypothese")
def kop_voor_alleenstaande_ouder(
    heeft_toeslagpartner: Flag,
    kindgebonden_budget_per_kind: Members[EuroPerYear],
    alleenstaande_ouderkop: EuroPerYear,
    vazalo_toeslag: EuroPerMonth,
    vervangt_de_kop: Flag,
) -> EuroPerYear:
    """Een extra bedrag omdat je alleen voor je kinderen zorgt; niet naast een toeslag die ervoor in de plaats komt."""
    if heeft_toeslagpartner or sum(kindgebonden_budget_per_kind) == 0:
        return 0.0
    return 0.0 if vervangt_de_kop and vazalo_toeslag > 0 else alleenstaande_ouderkop


@wet.article("rekenwijze: alles wat binnenkomt, met de toeslag van de hypothese")
def besteedbaar_inkomen(
    netto_inkomen: EuroPerMonth,
    voorschot_zorgtoeslag: EuroPerMonth,
    voorschot_kindgebonden_budget: EuroPerMonth,
    voorschot_huurtoeslag: EuroPerMonth,
    kinderbijslag: EuroPerQuarter,
    eigen_bijdrage_kinderopvang: EuroPerMonth,
    vazalo_toeslag: EuroPerMonth,
) -> EuroPerMonth:
    """Wat je per maand te besteden hebt, voordat je je vaste lasten betaalt."""
    gezin = voorschot_kindgebonden_budget + kinderbijslag / 3 + vazalo_toeslag
    return netto_inkomen + gezin + voorschot_zorgtoeslag + voorschot_huurtoeslag - eigen_bijdrage_kinderopvang
