"""What can happen, in plain words: the kinds of the ledger with their titles, labels and choices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from veerkracht.money.ledger.events import KINDS
from veerkracht.words.numbers import day_in_words as on_day
from veerkracht.words.sentences import Wording

from . import numbers
from .questions import UNKNOWN


@dataclass(frozen=True)
class About:
    """A kind as people choose it: where it stands, its name, and what its day is the day of."""

    group: str
    title: str
    day: str


WORK, CARE, HOME, MONEY = "Werk en bijstand", "Kinderen en opvang", "Thuis", "Rekeningen en schulden"
ABOUT: dict[str, About] = {
    "job_starts": About(WORK, "Nieuw werk", "Eerste werkdag"),
    "hours_change": About(WORK, "Andere uren of ander loon", "Vanaf welke dag?"),
    "job_ends": About(WORK, "Werk stopt", "Eerste dag zonder werk"),
    "bijstand_starts": About(WORK, "Bijstand begint", "Dag van de melding"),
    "bijstand_ends": About(WORK, "Bijstand stopt", "Eerste dag zonder bijstand"),
    "exemption_starts": About(WORK, "Een deel van het loon mag blijven", "Vanaf welke dag?"),
    "exemption_ends": About(WORK, "Het vrijgelaten deel stopt", "Vanaf welke dag?"),
    "other_income_changes": About(WORK, "Ander inkomen", "Vanaf welke dag?"),
    "ww_starts": About(WORK, "WW begint", "Eerste dag WW"),
    "estimate_passed_on": About(WORK, "Jaarinkomen doorgegeven aan Dienst Toeslagen", "Dag van doorgeven"),
    "childcare_starts": About(CARE, "Opvang begint", "Eerste dag opvang"),
    "childcare_changes": About(CARE, "Opvang verandert", "Vanaf welke dag?"),
    "childcare_ends": About(CARE, "Opvang stopt", "Eerste dag zonder opvang"),
    "child_born": About(CARE, "Er komt een kind bij", "Verwachte dag"),
    "shared_care_starts": About(CARE, "Een kind is deels bij de andere ouder", "Vanaf welke dag?"),
    "rent_changes": About(HOME, "De huur verandert", "Vanaf welke dag?"),
    "partner_joins": About(HOME, "Een partner komt erbij wonen", "Vanaf welke dag?"),
    "partner_leaves": About(HOME, "De partner vertrekt", "Vanaf welke dag?"),
    "cost_starts": About(MONEY, "Een vaste last erbij of anders", "Vanaf welke dag?"),
    "cost_ends": About(MONEY, "Een vaste last stopt", "Vanaf welke dag?"),
    "debt_starts": About(MONEY, "Een schuld in termijnen", "Vanaf welke dag?"),
    "one_off": About(MONEY, "Een eenmalige rekening of ontvangst", "Op welke dag?"),
}
"""Not `child_birthday`: of each child in a case the birthday is known."""
LABELS: dict[str, str] = {
    "hours": "Uren per week",
    "hourly_wage": "Uurloon, bruto",
    "pay_day": "Dag van de maand waarop het wordt betaald",
    "pay_month": "In welke maand komt het loon?",
    "pay": "Hoe vaak komt het loon?",
    "first_pay_on": "Eerste betaaldag, bij betaling per vier weken",
    "travel": "Reiskosten per maand",
    "child": "Welk kind?",
    "care": "Soort opvang",
    "hours_per_month": "Uren opvang per maand",
    "hourly_rate": "Prijs van een uur opvang",
    "regime": "Welke regeling?",
    "wage": "Brutoloon van de partner per jaar",
    "rent": "Nieuwe kale huur per maand",
    "service_costs": "Servicekosten per maand",
    "amount": "Bedrag",
    "type": "Wat voor inkomen is het?",
    "gross": "Is dit bedrag bruto?",
    "taxed": "Gaat er belasting over?",
    "name": "Hoe heet het?",
    "instalment": "Termijn per maand",
    "income": "Doorgegeven jaarinkomen",
    "kinderbijslag": "Wie krijgt de kinderbijslag?",
    "days_per_year": "Hoeveel dagen per jaar is het kind niet bij de andere ouder?",
    "childcare_ground": "Werkt, leert of re-integreert de partner? (voor kinderopvangtoeslag)",
}
HELP: dict[tuple[str, str], str] = {
    ("one_off", "amount"): "Een rekening: zet er een min voor.",
    ("debt_starts", "amount"): "Wat er nog openstaat.",
    ("cost_starts", "amount"): "Per maand.",
    ("other_income_changes", "amount"): "Per maand. Een uitkering: bruto. Stopt het: vul 0 in.",
    ("hours_change", "hours"): "Blijft het aantal gelijk? Vul dan het aantal van nu in.",
    ("partner_joins", "wage"): "Met vakantiegeld. Geen loon: vul 0 in.",
    ("cost_ends", "name"): "Precies zoals die last heet.",
}
CHOICES: dict[str, str] = {
    "ww": "WW",
    "zw": "Ziektewet",
    "wia": "WIA",
    "wazo": "Verlofuitkering",
    "ioaw": "IOAW",
    "anw": "Nabestaandenuitkering (Anw)",
    "partneralimentatie": "Alimentatie voor jezelf",
    "kinderalimentatie": "Alimentatie voor de kinderen",
    "onderhuur": "Onderhuur",
    "studiefinanciering": "Studiefinanciering",
    "anders": "Iets anders",
    "zij": "Zij, helemaal",
    "half": "Allebei de helft",
    "andere_ouder": "De andere ouder",
    "werk": "Werk",
    "studie": "Opleiding",
    "traject": "Traject naar werk",
    "inburgering": "Inburgering",
    "monthly": "Elke maand",
    "four_weekly": "Elke vier weken",
    "zelfde": "In dezelfde maand",
    "volgende": "In de maand erna",
    "dagopvang": "Dagopvang",
    "bso": "Opvang na school",
    "gastouder": "Gastouder",
    "geen": "Geen",
    "algemeen": "25 procent (hoogstens 6 maanden)",
    "alleenstaande_ouder": "12,5 procent (ouder met een kind onder de 12)",
    "medisch_urenbeperkt": "15 procent (medisch urenbeperkt)",
    "artikel_34a": "15 procent (nieuwe regeling vanaf 2027)",
    "loonkostensubsidie": "15 procent (werk met loonkostensubsidie)",
}
LABEL_OF: dict[tuple[str, str], str] = {("ww_starts", "wage"): "WW-maandloon op de beslissing van UWV, bruto"}
"""Where a field of one kind means something else than in the others."""
EUROS = (
    "hourly_wage",
    "travel",
    "hourly_rate",
    "wage",
    "rent",
    "service_costs",
    "amount",
    "instalment",
    "income",
)
MAY_BE_UNKNOWN = ("hourly_wage", "pay_day", "travel")
"""Without a wage the minimum wage counts, without a day the usual one; nothing else has such a stand-in."""


def in_words(kind: str, fields: Mapping[str, Any], children: Mapping[str, str]) -> str:
    """One line about an event: "Andere uren of ander loon: 26 uur per week, € 15,10 per uur"."""
    # In the order of the kind: a database may keep the fields in another.
    parts = [part for name in KINDS[kind].fields if (part := _part(kind, name, fields.get(name), children))]
    title = ABOUT[kind].title if kind in ABOUT else KINDS[kind].says
    return f"{title}: {', '.join(parts)}" if parts else title


def _part(kind: str, name: str, value: Any, children: Mapping[str, str]) -> str:
    if value in (None, "", UNKNOWN):
        return ""
    if name in _SAID:
        amount = numbers.euro(value, cents=value != int(value)) if name in EUROS else _plain(value)
        return _SAID[name] % amount
    if name == "child":
        return children.get(str(value), "een kind dat niet meer in het dossier staat")
    if name == "gross":
        return "bruto" if value else "netto"
    if name == "taxed":
        return "belast" if value else "onbelast"
    if name == "first_pay_on":
        return f"voor het eerst op {on_day(dt.date.fromisoformat(value))}"
    return CHOICES.get(str(value), str(value)).lower() if name != "name" else str(value)


_SAID = {
    "hours": "%s uur per week",
    "hourly_wage": "%s per uur",
    "pay_day": "betaald op de %se",
    "travel": "reiskosten %s per maand",
    "hours_per_month": "%s uur per maand",
    "hourly_rate": "%s per uur opvang",
    "wage": "loon %s per jaar",
    "rent": "kale huur %s",
    "service_costs": "servicekosten %s",
    "amount": "%s",
    "instalment": "%s per maand",
    "income": "%s",
}


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


WORDING = Wording(
    on_a_page=True,
    names={name: f"“{label.rstrip('?')}”" for name, label in LABELS.items()}
    | {kind: f"“{description.title}”" for kind, description in ABOUT.items()},
)
"""Fields and kinds of events as this page calls them."""
