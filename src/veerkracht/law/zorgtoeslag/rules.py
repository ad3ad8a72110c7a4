"""Zorgtoeslag: the part of the standard premium that a household cannot pay itself.

Not modelled: een partner zonder Nederlandse zorgverzekering (art. 2 lid 4);
wonen in het buitenland (art. 4a);
een deel van het jaar verzekerd, zoals wie in de loop van het jaar 18 wordt.
"""

from __future__ import annotations

from ..engine.rounding import rekenkundig
from ..engine.rules import Law
from ..engine.units import Count, Euro, EuroPerYear, Flag, Fraction

wet = Law("Wet op de zorgtoeslag", bwb="BWBR0018451")


@wet.article("art. 1 en 2 lid 1")
def aantal_verzekerden(heeft_toeslagpartner: Flag) -> Count:
    """Voor hoeveel volwassenen de zorgtoeslag geldt: jij alleen, of jullie samen."""
    return 2.0 if heeft_toeslagpartner else 1.0


@wet.article("art. 2 lid 2 en 3")
def normpremie(
    toetsingsinkomen: EuroPerYear,
    aantal_verzekerden: Count,
    drempelinkomen: EuroPerYear,
    deel_drempelinkomen_alleen: Fraction,
    deel_drempelinkomen_samen: Fraction,
    deel_boven_drempel: Fraction,
) -> EuroPerYear:
    """Wat je volgens de wet zelf aan zorgpremie kunt betalen."""
    deel = deel_drempelinkomen_samen if aantal_verzekerden > 1 else deel_drempelinkomen_alleen
    return deel * drempelinkomen + deel_boven_drempel * max(0.0, toetsingsinkomen - drempelinkomen)


@wet.article("art. 3")
def vermogensgrens_zorgtoeslag(
    heeft_toeslagpartner: Flag, vermogensgrens_alleen: Euro, vermogensgrens_samen: Euro
) -> Euro:
    """Tot dit vermogen op 1 januari kun je zorgtoeslag en kindgebonden budget krijgen."""
    return vermogensgrens_samen if heeft_toeslagpartner else vermogensgrens_alleen


@wet.article("art. 2 en 3; Awir art. 14 lid 4 en 5 (afronding en kleinste bedrag)")
def zorgtoeslag(
    standaardpremie: EuroPerYear,
    aantal_verzekerden: Count,
    normpremie: EuroPerYear,
    vermogen: Euro,
    vermogensgrens_zorgtoeslag: Euro,
    minimumbedrag_toeslag: EuroPerYear,
) -> EuroPerYear:
    """Een bijdrage aan je zorgpremie: de standaardpremie min wat je zelf kunt betalen."""
    if vermogen > vermogensgrens_zorgtoeslag:
        return 0.0
    bedrag = rekenkundig(standaardpremie * aantal_verzekerden - normpremie, 1.0)
    return bedrag if bedrag >= minimumbedrag_toeslag else 0.0
