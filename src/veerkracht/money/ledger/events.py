"""What can happen to a household: each kind of event with its fields, read and checked.

An event counts from its day on: a wage from that very day, allowances and bijstand from the first of a month, so
that a change after the first counts from the next month (Awir art. 5).
"""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from veerkracht.law.choices import CHOICES
from veerkracht.law.engine.calculate import CannotCalculate


class MistakeInEvents(CannotCalculate):
    """One sentence about an event that is wrong, and how to mend it."""


@dataclass(frozen=True)
class Field:
    """One field of an event: its type, whether it must be there, the lowest and highest value, what it means."""

    kind: str
    meaning: str
    needed: bool = True
    low: float = 0.0
    high: float = 1_000_000.0


@dataclass(frozen=True)
class Kind:
    """One kind of event: the sentence in the documentation, and its fields."""

    says: str
    fields: dict[str, Field] = field(default_factory=dict)


@dataclass(frozen=True)
class Event:
    """Something that happens on a day."""

    on: dt.date
    kind: str
    data: dict[str, Any]


CHILD = Field("whole", "het hoeveelste kind, geteld vanaf 1", low=1, high=20)
WAGE = {
    "hours": Field("number", "uren per week", high=60),
    "hourly_wage": Field("number", "bruto uurloon zonder vakantiegeld", high=500),
    "pay_day": Field("whole", "dag van de maand waarop het loon komt", needed=False, low=1, high=31),
    "pay_month": Field(
        "zelfde|volgende", "of het loon in dezelfde of in de volgende maand komt", needed=False
    ),
    "pay": Field("monthly|four_weekly", "per maand of per vier weken", needed=False),
    "first_pay_on": Field("date", "eerste betaaldag bij betaling per vier weken", needed=False),
    "travel": Field("number", "reiskosten per maand", needed=False),
}
CARE = {
    "child": CHILD,
    "care": Field("dagopvang|bso|gastouder", "soort opvang"),
    "hours_per_month": Field("number", "uren opvang per maand", high=744),
    "hourly_rate": Field("number", "tarief per uur", high=200),
}
EXEMPTIONS = "|".join(CHOICES["vrijlating_regeling"])
KINDS: dict[str, Kind] = {
    "job_starts": Kind("Er begint een baan.", WAGE),
    "job_ends": Kind("De baan houdt op; dit is de eerste dag zonder werk."),
    "hours_change": Kind(
        "De uren, het uurloon of de betaaldag veranderen.",
        {name: Field(f.kind, f.meaning, False, f.low, f.high) for name, f in WAGE.items()},
    ),
    "bijstand_starts": Kind("De bijstand begint (opnieuw); dit is de dag van de melding."),
    "bijstand_ends": Kind("De bijstand houdt op."),
    "childcare_starts": Kind("Opvang voor een kind begint.", CARE),
    "childcare_changes": Kind("De opvang van een kind verandert.", CARE),
    "childcare_ends": Kind("De opvang van een kind houdt op.", {"child": CHILD}),
    "exemption_starts": Kind(
        "Een vrijlating van loon begint.", {"regime": Field(EXEMPTIONS, "welke vrijlating")}
    ),
    "exemption_ends": Kind("De vrijlating houdt op."),
    "child_birthday": Kind(
        "Een kind waarvan alleen de leeftijd bekend is, wordt een jaar ouder.", {"child": CHILD}
    ),
    "child_born": Kind("Er wordt een kind geboren."),
    "partner_joins": Kind(
        "Een partner komt erbij wonen.",
        {
            "wage": Field("number", "brutoloon van de partner per jaar, met vakantiegeld"),
            "pay_day": Field("whole", "betaaldag van dat loon", needed=False, low=1, high=31),
        },
    ),
    "partner_leaves": Kind("De partner vertrekt."),
    "rent_changes": Kind(
        "De huur verandert.",
        {
            "rent": Field("number", "kale huur per maand", high=20000),
            "service_costs": Field("number", "servicekosten per maand", needed=False, high=5000),
        },
    ),
    "other_income_changes": Kind(
        "Ander inkomen begint, verandert of stopt, zoals WW, ZW of alimentatie: zelf opgegeven.",
        {
            "amount": Field("number", "netto per maand, 0 als het stopt", high=20000),
            "taxed": Field("flag", "of er belasting over gaat", needed=False),
            "pay_day": Field("whole", "betaaldag", needed=False, low=1, high=31),
        },
    ),
    "debt_starts": Kind(
        "Een schuld met termijnen begint.",
        {
            "name": Field("text", "hoe de schuld heet"),
            "amount": Field("number", "wat er nog open staat"),
            "instalment": Field("number", "termijn per maand", low=0.01),
            "pay_day": Field("whole", "dag van de termijn", needed=False, low=1, high=31),
        },
    ),
    "cost_starts": Kind(
        "Een vaste last begint of verandert.",
        {
            "name": Field("text", "hoe de vaste last heet"),
            "amount": Field("number", "bedrag per maand", high=20000),
            "pay_day": Field("whole", "dag van de afschrijving", needed=False, low=1, high=31),
        },
    ),
    "cost_ends": Kind("Een vaste last stopt.", {"name": Field("text", "hoe de vaste last heet")}),
    "one_off": Kind(
        "Een eenmalige rekening of ontvangst.",
        {
            "name": Field("text", "waarvoor het is"),
            "amount": Field("number", "bedrag; onder nul is een rekening", low=-1_000_000),
        },
    ),
    "estimate_passed_on": Kind(
        "Zij geeft Dienst Toeslagen een geschat jaarinkomen door.",
        {"income": Field("number", "geschat toetsingsinkomen van dat jaar")},
    ),
}


def read_events(raw: object, start: dt.date, stop: dt.date) -> tuple[Event, ...]:
    """The events in order of their days; each mistake is one sentence that names the event."""
    if not isinstance(raw, list):
        raise MistakeInEvents("Geef de gebeurtenissen als een lijst van JSON-objecten.")
    events = [read_event(one, f"gebeurtenis {number}") for number, one in enumerate(raw, 1)]
    for event in events:
        if not start <= event.on < stop:
            raise MistakeInEvents(
                f"{event.kind} op {event.on} valt buiten de maanden waarover gerekend wordt "
                f"({start} tot {stop}); kies een andere dag of een ander begin."
            )
    return tuple(sorted(events, key=lambda event: event.on))


def read_event(raw: object, where: str) -> Event:
    if not isinstance(raw, Mapping):
        raise MistakeInEvents(f"In {where} hoort een JSON-object te staan met on en kind.")
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        near = difflib.get_close_matches(str(kind), KINDS, 1)
        hint = f"bedoel je {near[0]!r}?" if near else f"er zijn: {', '.join(KINDS)}."
        raise MistakeInEvents(f"De soort {kind!r} in {where} bestaat niet; {hint}")
    where = f"{where} ({kind})"
    fields = KINDS[kind].fields
    for name in raw:
        if name not in ("on", "kind", *fields):
            raise MistakeInEvents(f"Het veld {name!r} hoort niet in {where}; {allowed(fields)}.")
    data = {}
    for name, about in fields.items():
        if raw.get(name) is not None:
            data[name] = fitting(raw[name], name, about, where)
        elif about.needed:
            raise MistakeInEvents(f"In {where} ontbreekt {name}: {about.meaning}.")
    check_pay(data, where)
    return Event(day_of(raw.get("on"), "on", where), kind, data)


def allowed(fields: Mapping[str, Field]) -> str:
    return f"er passen: {', '.join(['on', 'kind', *fields])}"


def check_pay(data: Mapping[str, Any], where: str) -> None:
    """Pay by four weeks needs its first pay day; a day of the month belongs to pay by month."""
    four_weekly = data.get("pay") == "four_weekly"
    if four_weekly and "first_pay_on" not in data:
        raise MistakeInEvents(f"In {where} ontbreekt first_pay_on: de eerste betaaldag bij vier weken.")
    if four_weekly and "pay_day" in data:
        raise MistakeInEvents(f"In {where} past pay_day niet bij betaling per vier weken; laat hem weg.")
    if four_weekly and "pay_month" in data:
        raise MistakeInEvents(f"In {where} past pay_month niet bij betaling per vier weken; laat hem weg.")
    if "first_pay_on" in data and not four_weekly:
        raise MistakeInEvents(f"In {where} hoort bij first_pay_on ook pay: four_weekly.")


def fitting(value: Any, name: str, about: Field, where: str) -> Any:
    """The value as its type, or a sentence."""
    if about.kind == "date":
        return day_of(value, name, where)
    if about.kind == "flag":
        if not isinstance(value, bool):
            raise MistakeInEvents(f"{name} in {where} hoort true of false te zijn, niet {value!r}.")
        return value
    if about.kind == "text":
        if not isinstance(value, str) or not value.strip() or len(value) > 80:
            raise MistakeInEvents(f"{name} in {where} hoort een korte tekst te zijn: {about.meaning}.")
        return value.strip()
    if "|" in about.kind:
        if value not in about.kind.split("|"):
            choices = ", ".join(about.kind.split("|"))
            raise MistakeInEvents(f"{name} in {where} hoort één van {choices} te zijn, niet {value!r}.")
        return value
    return number(value, name, about, where)


def number(value: Any, name: str, about: Field, where: str) -> float | int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise MistakeInEvents(f"{name} in {where} hoort een getal te zijn ({about.meaning}), niet {value!r}.")
    if not about.low <= value <= about.high:
        raise MistakeInEvents(
            f"{name} in {where} hoort tussen {about.low:g} en {about.high:g} te liggen, niet {value!r}."
        )
    if about.kind == "whole":
        if value != int(value):
            raise MistakeInEvents(f"{name} in {where} hoort een heel getal te zijn, niet {value!r}.")
        return int(value)
    return float(value)


def day_of(value: Any, name: str, where: str) -> dt.date:
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise MistakeInEvents(f"{name} in {where} hoort een datum te zijn zoals 2026-05-01, niet {value!r}.")
