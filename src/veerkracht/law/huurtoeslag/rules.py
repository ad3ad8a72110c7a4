"""Huurtoeslag: a part of the rent, less as income rises; until 2025 and from 2026 by different rules.

Not modelled: een kamer, een woonwagen of een woonboot;
een aangepaste woning en, in 2025, een huishouden met iemand op AOW-leeftijd;
het vermogen van medebewoners en van kinderen;
een partner van 23 jaar of ouder naast een jonge huurder (2025);
de verdeling van servicekosten per soort (2025).
"""

from __future__ import annotations

from ..engine.rounding import naar_boven
from ..engine.rules import Law
from ..engine.units import (
    UNKNOWN,
    Count,
    Euro,
    EuroPerMonth,
    EuroPerYear,
    Factor,
    Flag,
    Fraction,
    Members,
    Years,
)

wet = Law("Wet op de huurtoeslag", bwb="BWBR0008659")
UNTIL, SINCE = "2025-12-31", "2026-01-01"


@wet.article("art. 2")
def aantal_bewoners(
    heeft_toeslagpartner: Flag,
    aantal_medebewoners: Count,
    aantal_minderjarige_kinderen: Count,
    leeftijd_kind: Members[Years],
) -> Count:
    """Met hoeveel mensen je op je adres woont, jijzelf meegeteld."""
    volwassen_kinderen = len(leeftijd_kind) - aantal_minderjarige_kinderen
    anderen = max(aantal_medebewoners, volwassen_kinderen)
    return 1 + aantal_minderjarige_kinderen + anderen + (1 if heeft_toeslagpartner else 0)


@wet.article("Awir art. 7 lid 6", per_child=True)
def meetellend_kindinkomen(
    inkomen_kind: EuroPerYear,
    leeftijd_kind_op_1_januari: Years,
    vrijgesteld_kindinkomen: EuroPerYear,
    kindinkomen_vrij_tot_leeftijd: Years,
) -> EuroPerYear:
    """Het deel van het inkomen van dit kind dat meetelt voor de huurtoeslag."""
    vrij = vrijgesteld_kindinkomen if leeftijd_kind_op_1_januari < kindinkomen_vrij_tot_leeftijd else 0.0
    return max(0.0, inkomen_kind - vrij)


@wet.article("art. 1 onder h; Awir art. 7")
def rekeninkomen(
    toetsingsinkomen: EuroPerYear,
    inkomen_medebewoners: EuroPerYear,
    meetellend_kindinkomen: Members[EuroPerYear],
) -> EuroPerYear:
    """Het inkomen van iedereen op je adres samen, zoals het voor de huurtoeslag telt."""
    return toetsingsinkomen + inkomen_medebewoners + sum(meetellend_kindinkomen)


@wet.article("art. 13 (2025), art. 21 lid 1 (2026)")
def hoogste_huur(
    leeftijd_ouder: Years,
    aantal_minderjarige_kinderen: Count,
    maximale_huur: EuroPerMonth,
    maximale_huur_jongere: EuroPerMonth,
    jongere_tot_leeftijd: Years,
) -> EuroPerMonth:
    """De hoogste huur waarmee wordt gerekend. Voor jongeren zonder kind is die lager."""
    jong = leeftijd_ouder < jongere_tot_leeftijd and aantal_minderjarige_kinderen == 0
    return maximale_huur_jongere if jong else maximale_huur


@wet.article("art. 5", until=UNTIL)
def rekenhuur(
    kale_huur: EuroPerMonth, servicekosten: EuroPerMonth, servicekosten_maximum: EuroPerMonth
) -> EuroPerMonth:
    """De huur waarmee wordt gerekend: de kale huur en een deel van de servicekosten."""
    return kale_huur + min(servicekosten, servicekosten_maximum)


@wet.article("art. 5 en 21 lid 1", name="rekenhuur", since=SINCE)
def rekenhuur_2026(kale_huur: EuroPerMonth, hoogste_huur: EuroPerMonth) -> EuroPerMonth:
    """De huur waarmee wordt gerekend: de kale huur, tot een maximum."""
    return min(kale_huur, hoogste_huur)


@wet.article("art. 20 lid 2")
def aftoppingsgrens(
    aantal_bewoners: Count,
    aftoppingsgrens_een_of_twee_personen: EuroPerMonth,
    aftoppingsgrens_drie_of_meer_personen: EuroPerMonth,
) -> EuroPerMonth:
    """Boven deze huur wordt een kleiner deel vergoed."""
    if aantal_bewoners > 2:
        return aftoppingsgrens_drie_of_meer_personen
    return aftoppingsgrens_een_of_twee_personen


@wet.article(
    "art. 16, 17 en 19; Wet verlaging eigen bijdrage huurtoeslag",
    until=UNTIL,
    unknown="in 2025 golden voor wie de AOW-leeftijd heeft andere normen, die hier niet zijn opgenomen.",
)
def basishuur(
    rekeninkomen: EuroPerYear,
    aantal_bewoners: Count,
    leeftijd_ouder: Years,
    normhuur_factor_a_een_persoon: Factor,
    normhuur_factor_b_een_persoon: Factor,
    normhuur_factor_a_meer_personen: Factor,
    normhuur_factor_b_meer_personen: Factor,
    basishuur_een_persoon: EuroPerMonth,
    basishuur_meer_personen: EuroPerMonth,
    eigen_bijdrage_verlaging: EuroPerMonth,
    aow_leeftijd: Years,
) -> EuroPerMonth:
    """Het deel van de huur dat je altijd zelf betaalt."""
    if leeftijd_ouder >= aow_leeftijd:
        return UNKNOWN
    a, b = normhuur_factor_a_een_persoon, normhuur_factor_b_een_persoon
    minst = basishuur_een_persoon
    if aantal_bewoners > 1:
        a, b = normhuur_factor_a_meer_personen, normhuur_factor_b_meer_personen
        minst = basishuur_meer_personen
    normhuur = naar_boven(a * rekeninkomen * rekeninkomen + b * rekeninkomen, 0.01)
    return max(minst, normhuur - eigen_bijdrage_verlaging)


@wet.article("art. 16 en 19", name="basishuur", since=SINCE)
def basishuur_2026(
    aantal_bewoners: Count, basishuur_een_persoon: EuroPerMonth, basishuur_meer_personen: EuroPerMonth
) -> EuroPerMonth:
    """Het deel van de huur dat je altijd zelf betaalt."""
    return basishuur_meer_personen if aantal_bewoners > 1 else basishuur_een_persoon


def deel(huur: EuroPerMonth, onder: EuroPerMonth, boven: EuroPerMonth) -> EuroPerMonth:
    return max(0.0, min(huur, boven) - onder)


@wet.article("art. 21")
def vergoeding_van_de_huur(
    rekenhuur: EuroPerMonth,
    hoogste_huur: EuroPerMonth,
    basishuur: EuroPerMonth,
    aftoppingsgrens: EuroPerMonth,
    deel_van_hoge_huur: Fraction,
    kwaliteitskortingsgrens: EuroPerMonth,
    deel_tot_aftoppingsgrens: Fraction,
) -> EuroPerMonth:
    """Boven je eigen deel krijg je toeslag in drie stappen. Eerst alles, dan een deel, dan een kleiner deel."""
    huur = min(rekenhuur, hoogste_huur)
    alles = deel(huur, basishuur, kwaliteitskortingsgrens)
    midden = deel(huur, max(basishuur, kwaliteitskortingsgrens), aftoppingsgrens)
    hoog = deel(huur, max(basishuur, aftoppingsgrens), hoogste_huur)
    return alles + deel_tot_aftoppingsgrens * midden + deel_van_hoge_huur * hoog


@wet.article("art. 21 lid 2", until=UNTIL)
def deel_van_hoge_huur(aantal_bewoners: Count, deel_boven_aftoppingsgrens: Fraction) -> Fraction:
    """Welk deel van de huur boven de aftoppingsgrens wordt vergoed: in 2025 alleen voor wie alleen woont."""
    return deel_boven_aftoppingsgrens if aantal_bewoners == 1 else 0.0


@wet.article("art. 21 lid 1", name="deel_van_hoge_huur", since=SINCE)
def deel_van_hoge_huur_2026(deel_boven_aftoppingsgrens: Fraction) -> Fraction:
    """Welk deel van de huur boven de aftoppingsgrens wordt vergoed."""
    return deel_boven_aftoppingsgrens


@wet.article("art. 17 en 19 (het inkomen zit in 2025 al in de basishuur)", until=UNTIL)
def vermindering_huurtoeslag(basishuur: EuroPerMonth) -> EuroPerMonth:
    """In 2025 ging hier niets apart af. Je inkomen telde mee in het deel dat je zelf betaalt."""
    return 0.0 * basishuur


@wet.article("art. 17 en 21 lid 2", name="vermindering_huurtoeslag", since=SINCE)
def vermindering_huurtoeslag_2026(
    rekeninkomen: EuroPerYear,
    aantal_bewoners: Count,
    inkomensijkpunt_een_persoon: EuroPerYear,
    inkomensijkpunt_meer_personen: EuroPerYear,
    inkomenscorrectie_een_persoon: Fraction,
    inkomenscorrectie_meer_personen: Fraction,
) -> EuroPerMonth:
    """Wat van de huurtoeslag af gaat omdat je inkomen boven een grens komt."""
    if aantal_bewoners > 1:
        return inkomenscorrectie_meer_personen * max(0.0, rekeninkomen - inkomensijkpunt_meer_personen) / 12
    return inkomenscorrectie_een_persoon * max(0.0, rekeninkomen - inkomensijkpunt_een_persoon) / 12


@wet.article("Awir art. 7 lid 3")
def vermogensgrens_huurtoeslag(
    heeft_toeslagpartner: Flag,
    vermogensgrens_huurtoeslag_alleen: Euro,
    vermogensgrens_huurtoeslag_samen: Euro,
) -> Euro:
    """Tot dit vermogen op 1 januari kun je huurtoeslag krijgen."""
    return vermogensgrens_huurtoeslag_samen if heeft_toeslagpartner else vermogensgrens_huurtoeslag_alleen


@wet.article("art. 13", until=UNTIL)
def huur_is_niet_te_hoog(rekenhuur: EuroPerMonth, hoogste_huur: EuroPerMonth) -> Flag:
    """Of je huur laag genoeg is voor huurtoeslag."""
    return rekenhuur <= hoogste_huur


@wet.article("art. 13 (vervallen per 1 januari 2026)", name="huur_is_niet_te_hoog", since=SINCE)
def huur_is_niet_te_hoog_2026(kale_huur: EuroPerMonth) -> Flag:
    """Of je huur laag genoeg is voor huurtoeslag. Sinds 2026 sluit een hoge huur je niet meer uit."""
    return kale_huur >= 0


@wet.article("art. 7, 13 en 21; Awir art. 14 lid 5 (kleinste bedrag)")
def huurtoeslag(
    vergoeding_van_de_huur: EuroPerMonth,
    vermindering_huurtoeslag: EuroPerMonth,
    huur_is_niet_te_hoog: Flag,
    vermogen: Euro,
    vermogensgrens_huurtoeslag: Euro,
    minimumbedrag_toeslag: EuroPerYear,
) -> EuroPerYear:
    """Een bijdrage in je huur."""
    if vermogen > vermogensgrens_huurtoeslag or not huur_is_niet_te_hoog:
        return 0.0
    bedrag = 12 * max(0.0, vergoeding_van_de_huur - vermindering_huurtoeslag)
    return bedrag if bedrag >= minimumbedrag_toeslag else 0.0
