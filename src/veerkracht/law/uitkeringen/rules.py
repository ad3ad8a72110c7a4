"""WW and other benefits beside wage: what UWV pays after work is taken off, and what it withholds.

Not modelled: of er recht op WW is, hoe lang en naar welk WW-maandloon: neem dat over van de beslissing van UWV;
inkomen dat bij dezelfde verloren baan hoort, en een dagloon boven het maximum;
een WW die meestal onder een achtste van het minimumloon per maand blijft: die wordt niet uitbetaald;
het vakantiegeld over WW en WIA (8 procent, in mei);
hoe ZW, WIA, IOAW en Anw met loon worden verrekend: het opgegeven bedrag telt zoals het is;
de aanvulling van de Toeslagenwet tot het sociaal minimum.
"""

from __future__ import annotations

from ..choices import UWV
from ..engine.rounding import naar_beneden, naar_boven, rekenkundig
from ..engine.rules import Law
from ..engine.units import Choice, Count, EuroPerMonth, EuroPerYear, Fraction
from ..loonheffing.rules import tabelbelasting

wet = Law("Werkloosheidswet en andere uitkeringen", bwb="BWBR0004045")


@wet.article("WW art. 20 en 47")
def ww_uitkering(
    ww_maandloon: EuroPerMonth,
    ww_maand: Count,
    inkomen_in_de_maand: EuroPerMonth,
    ww_deel_eerste_maanden: Fraction,
    ww_deel_daarna: Fraction,
    ww_eerste_maanden: Count,
    ww_stopt_boven: Fraction,
) -> EuroPerMonth:
    """Je bruto WW over een maand: een deel van je WW-maandloon, nadat je inkomen van die maand eraf is."""
    if inkomen_in_de_maand > ww_stopt_boven * ww_maandloon:
        return 0.0
    deel = ww_deel_eerste_maanden if ww_maand <= ww_eerste_maanden else ww_deel_daarna
    return rekenkundig(deel * (ww_maandloon - inkomen_in_de_maand), 0.01)


def groene_tabel(
    uitkering: EuroPerMonth,
    tabelstap: EuroPerMonth,
    korting: EuroPerYear,
    afbouw_vanaf: EuroPerYear,
    afbouw: Fraction,
    tarief_1: Fraction,
    tarief_2: Fraction,
    tarief_3: Fraction,
    einde_1: EuroPerYear,
    einde_2: EuroPerYear,
) -> EuroPerMonth:
    """The white month table without the credit for work."""
    jaar = 12 * naar_beneden(uitkering, tabelstap)
    belasting = tabelbelasting(jaar, tarief_1, tarief_2, tarief_3, einde_1, einde_2)
    minder = naar_boven(max(0.0, korting - afbouw * max(0.0, jaar - afbouw_vanaf)), 1.0)
    return rekenkundig(max(0.0, belasting - minder) / 12, 0.01)


@wet.article("Wet LB art. 20, 22 en 27 (groene tabel)")
def loonheffing_uitkering(
    bruto_uitkering: EuroPerMonth,
    loonheffingskorting_bij: Choice,
    tabelstap: EuroPerMonth,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerMonth:
    """Wat UWV per maand op je uitkering inhoudt. De arbeidskorting geldt daar niet."""
    korting = algemene_heffingskorting_maximum if loonheffingskorting_bij == UWV else 0.0
    return groene_tabel(
        bruto_uitkering,
        tabelstap,
        korting,
        algemene_heffingskorting_afbouw_vanaf,
        algemene_heffingskorting_afbouw,
        tarief_eerste_schijf,
        tarief_tweede_schijf,
        tarief_derde_schijf,
        einde_eerste_schijf,
        einde_tweede_schijf,
    )


@wet.article("Wet LB art. 20, 22 en 27 (rekenwijze: zonder loon staat de korting van je partner bij UWV)")
def loonheffing_uitkering_partner(
    bruto_uitkering_partner: EuroPerMonth,
    loon_partner: EuroPerYear,
    tabelstap: EuroPerMonth,
    algemene_heffingskorting_maximum: EuroPerYear,
    algemene_heffingskorting_afbouw_vanaf: EuroPerYear,
    algemene_heffingskorting_afbouw: Fraction,
    tarief_eerste_schijf: Fraction,
    tarief_tweede_schijf: Fraction,
    tarief_derde_schijf: Fraction,
    einde_eerste_schijf: EuroPerYear,
    einde_tweede_schijf: EuroPerYear,
) -> EuroPerMonth:
    """Wat UWV per maand op de uitkering van je partner inhoudt."""
    korting = algemene_heffingskorting_maximum if loon_partner == 0 else 0.0
    return groene_tabel(
        bruto_uitkering_partner,
        tabelstap,
        korting,
        algemene_heffingskorting_afbouw_vanaf,
        algemene_heffingskorting_afbouw,
        tarief_eerste_schijf,
        tarief_tweede_schijf,
        tarief_derde_schijf,
        einde_eerste_schijf,
        einde_tweede_schijf,
    )


@wet.article("Wet LB art. 27")
def netto_uitkering(bruto_uitkering: EuroPerMonth, loonheffing_uitkering: EuroPerMonth) -> EuroPerMonth:
    """Wat je van UWV op je rekening krijgt."""
    return bruto_uitkering - loonheffing_uitkering


@wet.article("Wet LB art. 27")
def netto_uitkering_partner(
    bruto_uitkering_partner: EuroPerMonth, loonheffing_uitkering_partner: EuroPerMonth
) -> EuroPerMonth:
    """Wat je partner van UWV op de rekening krijgt."""
    return bruto_uitkering_partner - loonheffing_uitkering_partner
