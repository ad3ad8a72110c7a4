"""Huishouden: who counts as a minor child, and who as a partner for tax and allowances.

Not modelled: gehuwden die nog niet gescheiden zijn maar apart wonen (geef zelf op of er een partner is);
een kind dat deels bij de andere ouder woont;
ongehuwd samenwonen zonder kind, waarbij je partner niet altijd je toeslagpartner is;
pleegkinderen.
"""

from __future__ import annotations

from ..engine.rules import Law
from ..engine.units import UNKNOWN, Count, Flag, Members, Years

wet = Law("Burgerlijk Wetboek Boek 1 en Algemene wet inkomensafhankelijke regelingen", bwb="BWBR0018472")
WIE = "je woont met een andere volwassene en een kind; of die volwassene je partner is, moet je zelf opgeven."


@wet.article("art. 1:233 BW", per_child=True)
def is_minderjarig(leeftijd_kind: Years) -> Flag:
    """Of je kind jonger is dan 18 jaar."""
    return leeftijd_kind < 18


@wet.article("art. 1:233 BW")
def aantal_minderjarige_kinderen(is_minderjarig: Members[Flag]) -> Count:
    """Hoeveel kinderen jonger dan 18 jaar bij je wonen."""
    return 1.0 * sum(is_minderjarig)


@wet.article("art. 1:233 BW")
def aantal_meerderjarige_kinderen(is_minderjarig: Members[Flag]) -> Count:
    """Hoeveel van je kinderen thuis 18 jaar of ouder zijn."""
    return 1.0 * sum([not minderjarig for minderjarig in is_minderjarig])


@wet.article("art. 5a lid 4 onder b Algemene wet inzake rijksbelastingen")
def aantal_meerderjarige_kinderen_onder_27(leeftijd_kind: Members[Years]) -> Count:
    """Hoeveel van je kinderen thuis 18 tot en met 26 jaar zijn: zij zijn nooit je fiscale partner."""
    return 1.0 * sum([18 <= leeftijd < 27 for leeftijd in leeftijd_kind])


@wet.article("art. 3 Awir, lid 5 onder a (je eigen kind is nooit je toeslagpartner)", unknown=WIE)
def heeft_toeslagpartner(
    heeft_partner: Flag,
    aantal_medebewoners: Count,
    aantal_minderjarige_kinderen: Count,
    aantal_meerderjarige_kinderen: Count,
) -> Flag:
    """Of er iemand is wiens inkomen en vermogen meetellen voor je toeslagen."""
    if heeft_partner:
        return True
    if aantal_medebewoners > aantal_meerderjarige_kinderen and aantal_minderjarige_kinderen > 0:
        return UNKNOWN  # type: ignore[return-value]  # not a number means: not known
    return False


@wet.article("art. 1.2 Wet IB 2001 en art. 5a Algemene wet inzake rijksbelastingen", unknown=WIE)
def heeft_fiscale_partner(
    heeft_partner: Flag,
    aantal_medebewoners: Count,
    aantal_minderjarige_kinderen: Count,
    aantal_meerderjarige_kinderen_onder_27: Count,
) -> Flag:
    """Of je voor de belasting een partner hebt."""
    if heeft_partner:
        return True
    if aantal_medebewoners > aantal_meerderjarige_kinderen_onder_27 and aantal_minderjarige_kinderen > 0:
        return UNKNOWN  # type: ignore[return-value]  # not a number means: not known
    return False
