"""The norm of articles 20, 21, 22 and 22a: what bijstand makes a month up to."""

from __future__ import annotations

from ..engine.rounding import rekenkundig
from ..engine.units import UNKNOWN, Count, EuroPerMonth, Flag, Fraction, Years
from .wet import wet

NO_NORM = (
    "deze norm is er niet voor wie jonger is dan 18 jaar, en niet voor wie een woning deelt met een jonge partner "
    "of boven de AOW-leeftijd; over een heel jaar ook niet boven de AOW-leeftijd."
)
MUNICIPAL_UNTIL_2026 = "tot 2026 bepaalde elke gemeente zelf wat een jonge ouder extra kreeg."
VOLWASSEN, EENENTWINTIG = 18, 21


@wet.article("art. 20 tot en met 22a")
def leeftijd_jongste(leeftijd_ouder: Years, heeft_partner: Flag, leeftijd_partner: Years) -> Years:
    """Je leeftijd, of die van je partner als die jonger is."""
    return min(leeftijd_ouder, leeftijd_partner) if heeft_partner else leeftijd_ouder


@wet.article("art. 20 tot en met 22a")
def leeftijd_oudste(leeftijd_ouder: Years, heeft_partner: Flag, leeftijd_partner: Years) -> Years:
    """Je leeftijd, of die van je partner als die ouder is."""
    return max(leeftijd_ouder, leeftijd_partner) if heeft_partner else leeftijd_ouder


@wet.article("art. 20 lid 2")
def deel_voor_kind_van_jong_paar(
    leeftijd_jongste: Years,
    heeft_partner: Flag,
    aantal_minderjarige_kinderen: Count,
    deel_voor_kind: Fraction,
) -> Fraction:
    """Wat de norm hoger is voor een paar met een kind, als een van beiden jonger is dan 21 jaar."""
    jong_paar = heeft_partner and leeftijd_jongste < EENENTWINTIG
    return deel_voor_kind if jong_paar and aantal_minderjarige_kinderen > 0 else 0.0


@wet.article("art. 20 lid 3 en 4, art. 38 lid 2", since="2026-01-01")
def aanvulling_onder_21(
    aanvulling_artikel_20: Flag, heeft_partner: Flag, aanvulling_jonger_dan_21: EuroPerMonth
) -> EuroPerMonth:
    """Wat de norm onder de 21 hoger is als je niet op je ouders kunt terugvallen; de gemeente beslist."""
    return aanvulling_jonger_dan_21 if aanvulling_artikel_20 and not heeft_partner else 0.0


@wet.article(
    "art. 20 lid 3 en 4, art. 38 lid 2 (rekenwijze: gemiddelde over het kalenderjaar)", since="2026-01-01"
)
def aanvulling_onder_21_jaargemiddelde(
    aanvulling_artikel_20: Flag, heeft_partner: Flag, aanvulling_jonger_dan_21_jaargemiddelde: EuroPerMonth
) -> EuroPerMonth:
    """Die aanvulling gemiddeld over dit jaar."""
    alleen = aanvulling_artikel_20 and not heeft_partner
    return aanvulling_jonger_dan_21_jaargemiddelde if alleen else 0.0


@wet.article(
    "art. 12 (tot 2026 bijzondere bijstand)",
    name="aanvulling_onder_21",
    until="2025-12-31",
    unknown=MUNICIPAL_UNTIL_2026,
)
def aanvulling_onder_21_2025(aanvulling_artikel_20: Flag) -> EuroPerMonth:
    """Wat de norm onder de 21 hoger is; tot 2026 was dat bijzondere bijstand."""
    return UNKNOWN if aanvulling_artikel_20 else 0.0


@wet.article(
    "art. 12 (tot 2026 bijzondere bijstand)",
    name="aanvulling_onder_21_jaargemiddelde",
    until="2025-12-31",
    unknown=MUNICIPAL_UNTIL_2026,
)
def aanvulling_onder_21_jaargemiddelde_2025(aanvulling_artikel_20: Flag) -> EuroPerMonth:
    """Die aanvulling gemiddeld over dit jaar."""
    return UNKNOWN if aanvulling_artikel_20 else 0.0


def gedeeld(aantal: Count, samen: EuroPerMonth, basis: Fraction, per_persoon: Fraction) -> EuroPerMonth:
    """What one of so many people under one roof gets."""
    return rekenkundig((basis + per_persoon * aantal) / aantal * samen, 0.01)


def norm(
    jongste: Years,
    oudste: Years,
    heeft_partner: Flag,
    deel_kind: Fraction,
    andere_kostendelers: Count,
    alleen: EuroPerMonth,
    samen: EuroPerMonth,
    jong: EuroPerMonth,
    alleen_aow: EuroPerMonth,
    samen_aow: EuroPerMonth,
    basis: Fraction,
    per_persoon: Fraction,
    aow_leeftijd: Years,
) -> EuroPerMonth:
    kind = rekenkundig(deel_kind * samen, 0.01)
    deelt = andere_kostendelers > 0
    if jongste < VOLWASSEN or (deelt and (oudste >= aow_leeftijd or jongste < EENENTWINTIG <= oudste)):
        return UNKNOWN
    if oudste >= aow_leeftijd:
        return samen_aow if heeft_partner else alleen_aow
    if oudste < EENENTWINTIG:
        return 2 * jong + kind if heeft_partner else min(jong, alleen)
    if jongste < EENENTWINTIG:
        return jong + gedeeld(2, samen, basis, per_persoon) + kind
    if not deelt:
        return samen if heeft_partner else alleen
    eigen = 2 if heeft_partner else 1
    return eigen * gedeeld(eigen + andere_kostendelers, samen, basis, per_persoon)


@wet.article("art. 20, 21, 22 en 22a", unknown=NO_NORM)
def bijstandsnorm(
    leeftijd_jongste: Years,
    leeftijd_oudste: Years,
    heeft_partner: Flag,
    deel_voor_kind_van_jong_paar: Fraction,
    aantal_andere_kostendelers: Count,
    norm_alleenstaande: EuroPerMonth,
    norm_samenwonenden: EuroPerMonth,
    norm_jonger_dan_21: EuroPerMonth,
    aanvulling_onder_21: EuroPerMonth,
    norm_alleenstaande_aow: EuroPerMonth,
    norm_samenwonenden_aow: EuroPerMonth,
    kostendelersnorm_basis: Fraction,
    kostendelersnorm_per_persoon: Fraction,
    aow_leeftijd: Years,
) -> EuroPerMonth:
    """De bijstand vult je inkomen aan tot dit bedrag per maand. Het is netto, met vakantiegeld."""
    return norm(
        leeftijd_jongste,
        leeftijd_oudste,
        heeft_partner,
        deel_voor_kind_van_jong_paar,
        aantal_andere_kostendelers,
        norm_alleenstaande,
        norm_samenwonenden,
        norm_jonger_dan_21 + aanvulling_onder_21,
        norm_alleenstaande_aow,
        norm_samenwonenden_aow,
        kostendelersnorm_basis,
        kostendelersnorm_per_persoon,
        aow_leeftijd,
    )


@wet.article("art. 20, 21 en 22a (rekenwijze: gemiddelde over het kalenderjaar)", unknown=NO_NORM)
def gemiddelde_bijstandsnorm(
    leeftijd_jongste: Years,
    leeftijd_oudste: Years,
    heeft_partner: Flag,
    deel_voor_kind_van_jong_paar: Fraction,
    aantal_andere_kostendelers: Count,
    norm_alleenstaande_jaargemiddelde: EuroPerMonth,
    norm_samenwonenden_jaargemiddelde: EuroPerMonth,
    norm_jonger_dan_21_jaargemiddelde: EuroPerMonth,
    aanvulling_onder_21_jaargemiddelde: EuroPerMonth,
    kostendelersnorm_basis: Fraction,
    kostendelersnorm_per_persoon: Fraction,
    aow_leeftijd: Years,
) -> EuroPerMonth:
    """De bijstandsnorm gemiddeld over dit jaar; ze verandert op 1 januari en 1 juli."""
    return norm(
        leeftijd_jongste,
        leeftijd_oudste,
        heeft_partner,
        deel_voor_kind_van_jong_paar,
        aantal_andere_kostendelers,
        norm_alleenstaande_jaargemiddelde,
        norm_samenwonenden_jaargemiddelde,
        norm_jonger_dan_21_jaargemiddelde + aanvulling_onder_21_jaargemiddelde,
        UNKNOWN,
        UNKNOWN,
        kostendelersnorm_basis,
        kostendelersnorm_per_persoon,
        aow_leeftijd,
    )
