"""Economische zelfstandigheid: what she earns herself, beside the threshold that Statistics Netherlands uses.

Not modelled: winst uit onderneming;
de norm voor financiële onafhankelijkheid (het hele nettominimumloon).
"""

from __future__ import annotations

from ..engine.rounding import opzoeken
from ..engine.rules import Law
from ..engine.units import (
    Count,
    EuroPerHour,
    EuroPerMonth,
    EuroPerYear,
    EuroTable,
    Flag,
    Fraction,
    HoursPerWeek,
)
from ..inkomstenbelasting.rules import afgebouwd, over_schijven

wet = Law("Begrip economische zelfstandigheid (CBS)")


@wet.article("begrip CBS (rekenwijze: belasting over het jaar, naar het deel dat loon is)")
def netto_inkomen_uit_werk(
    loon: EuroPerYear, inkomstenbelasting: EuroPerYear, belastbaar_inkomen_box_1: EuroPerYear
) -> EuroPerMonth:
    """Wat je werk je per maand oplevert na belasting, met vakantiegeld."""
    if loon == 0 or belastbaar_inkomen_box_1 <= 0:
        return loon / 12
    return (loon - inkomstenbelasting * min(1.0, loon / belastbaar_inkomen_box_1)) / 12


@wet.article("begrip CBS: 70 procent van het nettominimumloon, dat is de bijstandsnorm voor één persoon")
def norm_economische_zelfstandigheid(norm_alleenstaande_jaargemiddelde: EuroPerMonth) -> EuroPerMonth:
    """Verdien je dit netto met eigen werk? Dan noemt het CBS dat economisch zelfstandig.

    Of je ervan rondkomt, is iets anders.
    """
    return norm_alleenstaande_jaargemiddelde


@wet.article("begrip CBS")
def is_economisch_zelfstandig(
    netto_inkomen_uit_werk: EuroPerMonth, norm_economische_zelfstandigheid: EuroPerMonth
) -> Flag:
    """Of je met je eigen werk op of boven die grens komt."""
    return netto_inkomen_uit_werk >= norm_economische_zelfstandigheid


@wet.article("rekenwijze: het minimumuurloon maal de gekozen voltijdsuren, 52 weken en vakantiegeld")
def voltijds_minimumloon(
    minimumuurloon: EuroPerHour, voltijdsuren: HoursPerWeek, weken_per_jaar: Count, vakantiebijslag: Fraction
) -> EuroPerYear:
    """Het minimumloon voor een volle werkweek, bruto over een jaar."""
    return minimumuurloon * voltijdsuren * weken_per_jaar * (1 + vakantiebijslag)


@wet.article("rekenwijze: belasting box 1 min de kortingen die elke werknemer heeft")
def belasting_over_voltijds_minimumloon(
    voltijds_minimumloon: EuroPerYear,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerYear:
    """De belasting over een volle werkweek op het minimumloon, voordat de kortingen eraf gaan."""
    return over_schijven(
        voltijds_minimumloon,
        tarief_eerste_schijf,
        tarief_tweede_schijf,
        tarief_derde_schijf,
        einde_eerste_schijf,
        einde_tweede_schijf,
    )


@wet.article("rekenwijze: 70 procent van het voltijds minimumloon na belasting, met gekozen voltijdsuren")
def norm_bij_voltijdsuren(
    voltijds_minimumloon: EuroPerYear,
    belasting_over_voltijds_minimumloon: EuroPerYear,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
    algemene_heffingskorting_nihil_vanaf: EuroPerYear,
    arbeidskorting_schijven: EuroTable,
) -> EuroPerMonth:
    """Een tweede grens: 70 procent van wat een volle werkweek op het minimumloon netto oplevert."""
    korting = opzoeken(arbeidskorting_schijven, voltijds_minimumloon) + afgebouwd(
        voltijds_minimumloon,
        algemene_heffingskorting_maximum,
        algemene_heffingskorting_afbouw_vanaf,
        algemene_heffingskorting_afbouw,
        algemene_heffingskorting_nihil_vanaf,
    )
    return 0.7 * (voltijds_minimumloon - max(0.0, belasting_over_voltijds_minimumloon - korting)) / 12
