"""A payment for people: its name, why it is there, and how sure it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veerkracht.money.ledger.payments import OUT, Payment
from veerkracht.money.quantities import ESTIMATE, EXAMPLE, FIXED, OF_MUNICIPALITY, TYPED
from veerkracht.words.numbers import MONTHS

SURE = {
    FIXED: "Dit volgt uit de wet en uit wat is ingevuld.",
    ESTIMATE: "Een schatting: pas achteraf staat het vast.",
    EXAMPLE: "Een voorbeeld: elke gemeente heeft eigen bedragen.",
    TYPED: "Dit is zelf ingevuld.",
    OF_MUNICIPALITY: "Uit de regelingen die de gemeente zelf heeft ingevuld. Vraag haar wel aan.",
}
WORDS: dict[str, tuple[str, str]] = {
    "loon": ("Loon", "Het nettoloon over %s, op de betaaldag van de werkgever."),
    "loon_partner": ("Loon van de partner", "Het nettoloon van de partner over %s."),
    "vakantiegeld": (
        "Vakantiegeld bij het loon",
        "Opgebouwd met het loon en één keer per jaar betaald, in %s.",
    ),
    "vakantiegeld_partner": ("Vakantiegeld van de partner", "Eén keer per jaar betaald, in %s."),
    "bijstand": ("Bijstand", "De bijstand over %s, op de betaaldag van de gemeente."),
    "nabetaling_bijstand": ("Nabetaling bijstand", "Over %s hoorde er meer bijstand te komen."),
    "terugbetaling_bijstand": ("Terug te betalen bijstand", "Over %s was er te veel bijstand betaald."),
    "terugbetaling_bijstand_belasting": (
        "Belasting over die bijstand",
        "Bijstand over %s die pas in een later jaar terugkomt, wordt met de belasting erover teruggevraagd.",
    ),
    "vakantietoeslag_bijstand": ("Vakantiegeld bij de bijstand", "Gereserveerd bij de bijstand van %s."),
    "overig_inkomen": ("Ander inkomen", "Ander inkomen over %s."),
    "ww": ("WW", "De WW over %s; UWV betaalt haar in de maand erna."),
    "zw": ("Ziektewet", "De ZW over %s."),
    "wia": ("WIA", "De WIA over %s."),
    "wazo": ("Verlofuitkering", "De uitkering bij verlof over %s."),
    "ioaw": ("IOAW", "De IOAW over %s."),
    "anw": ("Anw", "De nabestaandenuitkering over %s."),
    "partneralimentatie": ("Partneralimentatie", "Over %s; de belasting moet er nog af."),
    "kinderalimentatie": ("Kinderalimentatie", "Over %s."),
    "onderhuur": ("Onderhuur", "Over %s."),
    "studiefinanciering": ("Studiefinanciering", "Over %s."),
    "zorgtoeslag": ("Zorgtoeslag", "Vooruit betaald, voor %s."),
    "kindgebonden_budget": ("Kindgebonden budget", "Vooruit betaald, voor %s."),
    "huurtoeslag": ("Huurtoeslag", "Vooruit betaald, voor %s."),
    "kinderopvangtoeslag": ("Kinderopvangtoeslag", "Vooruit betaald, voor %s."),
    "kinderbijslag": ("Kinderbijslag", "Achteraf betaald, over %s."),
    "individuele_inkomenstoeslag": (
        "Individuele inkomenstoeslag",
        "Eén keer per jaar aan te vragen, voor %s.",
    ),
    "regeling": ("Regeling van de gemeente", "Van de gemeente, voor %s."),
    "huur": ("Huur", "Kale huur met servicekosten voor %s."),
    "kinderopvang": ("Rekening van de opvang", "De hele rekening voor %s; de toeslag komt apart."),
    "zorgpremie": ("Zorgverzekering", "De premie voor %s."),
    "reiskosten": ("Reiskosten", "Reizen naar het werk in %s."),
    "schuld": ("Termijn van een schuld", "De termijn van %s."),
    "vaste_last": ("Vaste last", "Voor %s."),
    "eenmalig": ("Eenmalig", "Eén keer, in %s."),
}
SETTLED = {
    "inkomstenbelasting": "Inkomstenbelasting",
    "inkomstenbelasting_partner": "Inkomstenbelasting van de partner",
    "terugbetaling_bijstand_na_belastingteruggave": "Deel van de teruggave voor de gemeente",
}
SOURCES_HERE = {"huur": "het huurcontract", "zorgpremie": "de zorgverzekering"}
"""Where the ledger speaks to her; these pages are read by her and by her klantmanager, in the same words."""
QUARTERS = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True)
class Paid:
    """One payment as it stands on the page."""

    on: dt.date
    label: str
    amount: float
    goes_out: bool
    why: str
    sure: str
    article: str


def paid(payment: Payment) -> Paid:
    kind, _, name = payment.what.partition(": ")
    label, why = WORDS[kind]
    out = payment.direction == OUT or payment.amount < 0
    return Paid(
        payment.on,
        name or label,
        abs(payment.amount),
        out,
        why % period(payment.period),
        SURE[payment.certainty],
        SOURCES_HERE.get(kind, payment.article),
    )


def settled(what: str) -> str:
    """The name of what is settled after a year."""
    return SETTLED.get(what) or WORDS[what][0]


def period(text: str) -> str:
    """`2026-05`, `2026-Q2` and `2026` as people say them."""
    year, _, part = text.partition("-")
    if part.startswith("Q"):
        return f"het {QUARTERS[int(part[1]) - 1]} kwartaal van {year}"
    return f"{MONTHS[int(part) - 1]} {year}" if part else year


def month_name(day: dt.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
