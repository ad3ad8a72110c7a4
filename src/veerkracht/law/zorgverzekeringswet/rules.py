"""Zorgverzekeringswet: the contribution over alimony for a former partner, paid by assessment.

Not modelled: de bijdrage over winst uit onderneming;
dat loon en uitkering het hoogste bedrag al kunnen vullen.
"""

from __future__ import annotations

from ..engine.rules import Law
from ..engine.units import EuroPerYear, Fraction

wet = Law("Zorgverzekeringswet", bwb="BWBR0018450")


@wet.article("art. 41, 43 en 45")
def zvw_bijdrage(
    partneralimentatie_bruto: EuroPerYear, zvw_laag_tarief: Fraction, zvw_hoogste_inkomen: EuroPerYear
) -> EuroPerYear:
    """De bijdrage voor de zorg die je over alimentatie voor jezelf betaalt, met een aanslag na afloop."""
    return zvw_laag_tarief * min(partneralimentatie_bruto, zvw_hoogste_inkomen)
