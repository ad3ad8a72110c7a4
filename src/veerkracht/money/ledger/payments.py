"""A payment: its day, its name, what it is for, how sure it is and where it comes from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ..quantities import ESTIMATE, EXAMPLE, FIXED, OF_MUNICIPALITY, TYPED

IN, OUT = "in", "uit"


@dataclass(frozen=True)
class Payment:
    """Above nothing is money in; with direction `uit` it is money out. Below nothing only where `what` says that
    something is paid back."""

    on: dt.date
    what: str
    amount: float
    period: str
    certainty: str
    article: str
    direction: str = IN
    gross: float | None = None
    """Of a benefit: before tax."""

    @property
    def effect(self) -> float:
        """What it does to the balance."""
        return -self.amount if self.direction == OUT else self.amount


@dataclass(frozen=True)
class Settlement:
    """What a year brings afterwards: above nothing she receives, below nothing it is paid back."""

    year: int
    what: str
    amount: float
    on: dt.date
    article: str


SOURCES: dict[str, tuple[str, str]] = {
    "loon": (FIXED, "Wet op de loonbelasting 1964, art. 27"),
    "loon_partner": (FIXED, "Wet op de loonbelasting 1964, art. 27"),
    "vakantiegeld": (ESTIMATE, "Wet minimumloon en minimumvakantiebijslag, art. 15"),
    "vakantiegeld_partner": (ESTIMATE, "Wet minimumloon en minimumvakantiebijslag, art. 15"),
    "bijstand": (FIXED, "Participatiewet, art. 19, 31 en 32"),
    "nabetaling_bijstand": (FIXED, "Participatiewet, art. 19, 31 en 32"),
    "terugbetaling_bijstand": (FIXED, "Participatiewet, art. 58"),
    "terugbetaling_bijstand_belasting": (ESTIMATE, "Participatiewet, art. 58 lid 5"),
    "vakantietoeslag_bijstand": (FIXED, "Participatiewet, art. 19 lid 3 en art. 45"),
    "overig_inkomen": (TYPED, "zelf opgegeven"),
    "ww": (ESTIMATE, "Werkloosheidswet, art. 20 en 47"),
    "zw": (TYPED, "Ziektewet; het opgegeven bedrag"),
    "wia": (TYPED, "Wet WIA; het opgegeven bedrag"),
    "wazo": (TYPED, "Wet arbeid en zorg; het opgegeven bedrag"),
    "ioaw": (TYPED, "IOAW; het opgegeven bedrag"),
    "anw": (TYPED, "Algemene nabestaandenwet; het opgegeven bedrag"),
    "partneralimentatie": (TYPED, "Burgerlijk Wetboek Boek 1, art. 157; Wet IB 2001, art. 3.101"),
    "kinderalimentatie": (TYPED, "Burgerlijk Wetboek Boek 1, art. 404"),
    "onderhuur": (TYPED, "zelf opgegeven"),
    "studiefinanciering": (TYPED, "zelf opgegeven"),
    "zorgtoeslag": (ESTIMATE, "Wet op de zorgtoeslag, art. 2; Awir, art. 16 en 22"),
    "kindgebonden_budget": (ESTIMATE, "Wet op het kindgebonden budget, art. 2; Awir, art. 16 en 22"),
    "huurtoeslag": (ESTIMATE, "Wet op de huurtoeslag, art. 21; Awir, art. 16 en 22"),
    "kinderopvangtoeslag": (ESTIMATE, "Wet kinderopvang, art. 1.7; Awir, art. 16 en 22"),
    "kinderbijslag": (FIXED, "Algemene Kinderbijslagwet, art. 12"),
    "individuele_inkomenstoeslag": (EXAMPLE, "Participatiewet, art. 36 en gemeentelijke verordening"),
    "regeling": (OF_MUNICIPALITY, "regeling van de gemeente"),
    "huur": (TYPED, "je huurcontract"),
    "kinderopvang": (TYPED, "het contract met de opvang"),
    "zorgpremie": (TYPED, "je zorgverzekering"),
    "reiskosten": (TYPED, "zelf opgegeven"),
    "schuld": (TYPED, "de afspraak over de schuld"),
    "vaste_last": (TYPED, "zelf opgegeven"),
    "eenmalig": (TYPED, "zelf opgegeven"),
}


def pay(
    on: dt.date,
    what: str,
    amount: float,
    period: str,
    direction: str = IN,
    name: str = "",
    gross: float | None = None,
) -> Payment:
    """A payment with the certainty and the article that belong to its kind, in whole cents."""
    certainty, article = SOURCES[what]
    return Payment(
        on,
        f"{what}: {name}" if name else what,
        round(amount, 2),
        period,
        certainty,
        article,
        direction,
        gross,
    )
