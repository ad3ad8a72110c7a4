"""Minimumloon: the least an hour of work may pay, by age.

Not modelled: de lagere percentages voor leerlingen in de beroepsbegeleidende leerweg;
loondispensatie;
stukloon.
"""

from __future__ import annotations

from ..engine.rounding import opzoeken, rekenkundig
from ..engine.rules import Law
from ..engine.units import EuroPerHour, FractionTable, Years

wet = Law("Wet minimumloon en minimumvakantiebijslag", bwb="BWBR0002638")


@wet.article("art. 7, 8 en 14; Besluit minimumjeugdloonregeling")
def wettelijk_minimumuurloon(
    leeftijd_ouder: Years, minimumuurloon: EuroPerHour, deel_van_minimumloon: FractionTable
) -> EuroPerHour:
    """Wat een uur werk op jouw leeftijd minstens moet opleveren, bruto."""
    return rekenkundig(opzoeken(deel_van_minimumloon, leeftijd_ouder) * minimumuurloon, 0.01)
