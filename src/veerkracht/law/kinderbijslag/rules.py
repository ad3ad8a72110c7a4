"""Kinderbijslag: an amount a quarter for each child under 18, by age.

Not modelled: dubbele kinderbijslag voor een kind met intensieve zorg of dat voor school elders woont;
de voorwaarden voor kinderen van 16 en 17 jaar (school, eigen inkomen);
co-ouderschap, waarbij de kinderbijslag gedeeld wordt.
"""

from __future__ import annotations

from ..engine.rules import Law
from ..engine.units import EuroPerQuarter, Members, Years

wet = Law("Algemene Kinderbijslagwet", bwb="BWBR0002368")


@wet.article("art. 7 lid 1, art. 11 en 12", per_child=True)
def kinderbijslag_per_kind(
    leeftijd_kind_begin_kwartaal: Years,
    kinderbijslag_0_tot_6: EuroPerQuarter,
    kinderbijslag_6_tot_12: EuroPerQuarter,
    kinderbijslag_12_tot_18: EuroPerQuarter,
) -> EuroPerQuarter:
    """Kinderbijslag voor dit kind. De leeftijd aan het begin van het kwartaal telt."""
    if leeftijd_kind_begin_kwartaal < 0:
        return 0.0
    if leeftijd_kind_begin_kwartaal < 6:
        return kinderbijslag_0_tot_6
    if leeftijd_kind_begin_kwartaal < 12:
        return kinderbijslag_6_tot_12
    return kinderbijslag_12_tot_18 if leeftijd_kind_begin_kwartaal < 18 else 0.0


@wet.article("art. 7 en 12")
def kinderbijslag(kinderbijslag_per_kind: Members[EuroPerQuarter]) -> EuroPerQuarter:
    """Kinderbijslag voor al je kinderen samen, per kwartaal. Je inkomen maakt niet uit."""
    return 1.0 * sum(kinderbijslag_per_kind)
