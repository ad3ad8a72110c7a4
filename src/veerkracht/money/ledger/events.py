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
from typing import Any, NamedTuple

from veerkracht.household.problem import problem
from veerkracht.law.choices import CHOICES
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.law.other_income import KINDS as INCOME_KINDS


class MistakeInEvents(CannotCalculate):
    """An event that is wrong."""


class Place(NamedTuple):
    """Which event of the list, from 1, and of which kind."""

    number: int
    kind: str

    def mistake(self, code: str, name: str, **values: object) -> MistakeInEvents:
        """What is wrong with one of its fields."""
        return MistakeInEvents(problem(code, name, day=None, event=self.number, kind=self.kind, **values))


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
GROUNDS = "|".join(CHOICES["grond_kinderopvang"])
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
    "shared_care_starts": Kind(
        "Een kind is voortaan deels bij de andere ouder.",
        {
            "child": CHILD,
            "kinderbijslag": Field("zij|half|andere_ouder", "wie de kinderbijslag voor dit kind krijgt"),
            "days_per_year": Field("whole", "dagen per jaar dat het kind bij haar is", high=366),
        },
    ),
    "partner_joins": Kind(
        "Een partner komt erbij wonen.",
        {
            "wage": Field("number", "brutoloon van de partner per jaar, met vakantiegeld"),
            "pay_day": Field("whole", "betaaldag van dat loon", needed=False, low=1, high=31),
            "childcare_ground": Field(GROUNDS, "waarom er voor de partner recht op opvang is", needed=False),
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
        "Ander inkomen begint, verandert of stopt, zoals ZW, WIA of alimentatie: zelf opgegeven.",
        {
            "amount": Field("number", "per maand, 0 als het stopt", high=20000),
            "type": Field("|".join(INCOME_KINDS), "wat voor inkomen het is", needed=False),
            "gross": Field("flag", "of het bedrag bruto is", needed=False),
            "taxed": Field("flag", "of er belasting over gaat", needed=False),
            "pay_day": Field("whole", "betaaldag", needed=False, low=1, high=31),
        },
    ),
    "ww_starts": Kind(
        "De WW begint; UWV haalt er elke maand een deel van het loon af.",
        {
            "wage": Field("number", "het WW-maandloon op de beslissing van UWV, bruto", high=20000),
            "pay_day": Field(
                "whole", "dag van de volgende maand waarop UWV betaalt", needed=False, low=1, high=31
            ),
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
    """The events in order of their days; each mistake names the event."""
    if not isinstance(raw, list):
        raise MistakeInEvents(problem("events_no_list"))
    events = [read_event(one, number) for number, one in enumerate(raw, 1)]
    for event in events:
        if not start <= event.on < stop:
            raise MistakeInEvents(
                problem("event_outside_the_months", event.kind, day=event.on, start=start, stop=stop)
            )
    return tuple(sorted(events, key=lambda event: event.on))


def read_event(raw: object, number: int) -> Event:
    """One event; `number` is its place in the list, from 1.

    Raises:
        MistakeInEvents: names the event and what is wrong with it.
    """
    if not isinstance(raw, Mapping):
        raise MistakeInEvents(problem("event_no_object", event=number))
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        near = difflib.get_close_matches(str(kind), KINDS, 1)
        code = "kind_of_event_unknown_but_near" if near else "kind_of_event_unknown"
        raise MistakeInEvents(
            problem(code, "kind", event=number, value=kind, near="".join(near), choices=tuple(KINDS))
        )
    where = Place(number, kind)
    fields = KINDS[kind].fields
    for name in raw:
        if name not in ("on", "kind", *fields):
            raise where.mistake("field_of_event_unknown", name, choices=("on", "kind", *fields))
    data = {}
    for name, about in fields.items():
        if raw.get(name) is not None:
            data[name] = fitting(raw[name], name, about, where)
        elif about.needed:
            raise where.mistake("field_of_event_missing", name, meaning=about.meaning)
    check_pay(data, where)
    return Event(day_of(raw.get("on"), "on", where), kind, data)


def check_pay(data: Mapping[str, Any], where: Place) -> None:
    """Pay by four weeks needs its first pay day; a day of the month belongs to pay by month."""
    four_weekly = data.get("pay") == "four_weekly"
    if four_weekly and "first_pay_on" not in data:
        raise where.mistake("first_pay_day_missing", "first_pay_on")
    if four_weekly and "pay_day" in data:
        raise where.mistake("not_by_four_weeks", "pay_day")
    if four_weekly and "pay_month" in data:
        raise where.mistake("not_by_four_weeks", "pay_month")
    if "first_pay_on" in data and not four_weekly:
        raise where.mistake("only_by_four_weeks", "first_pay_on")


def fitting(value: Any, name: str, field: Field, where: Place) -> Any:
    """The value as its type.

    Raises:
        MistakeInEvents: it does not fit; says why.
    """
    if field.kind == "date":
        return day_of(value, name, where)
    if field.kind == "flag":
        if not isinstance(value, bool):
            raise where.mistake("field_of_event_no_flag", name, value=value)
        return value
    if field.kind == "text":
        if not isinstance(value, str) or not value.strip() or len(value) > 80:
            raise where.mistake("field_of_event_no_text", name, meaning=field.meaning)
        return value.strip()
    if "|" in field.kind:
        if value not in field.kind.split("|"):
            choices = tuple(field.kind.split("|"))
            raise where.mistake("field_of_event_no_choice", name, choices=choices, value=value)
        return value
    return number(value, name, field, where)


def number(value: Any, name: str, field: Field, where: Place) -> float | int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise where.mistake("field_of_event_no_number", name, meaning=field.meaning, value=value)
    if not field.low <= value <= field.high:
        raise where.mistake(
            "field_of_event_out_of_range", name, lowest=field.low, highest=field.high, value=value
        )
    if field.kind == "whole":
        if value != int(value):
            raise where.mistake("field_of_event_not_whole", name, value=value)
        return int(value)
    return float(value)


def day_of(value: Any, name: str, where: Place) -> dt.date:
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise where.mistake("field_of_event_no_date", name, value=value)
