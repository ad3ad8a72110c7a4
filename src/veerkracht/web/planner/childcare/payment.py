"""Childcare and who pays it: the routes with how sure each is, what could be asked back, and what is still unknown.

The routes are content with a date: the grounds of art. 1.6 Wet kinderopvang, read in November 2026. What a
municipality adds differs from place to place and is said to do so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from veerkracht.law.answer import answer_for
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate
from veerkracht.week.answer import SolvedWeek
from veerkracht.week.times import clock

from ..domain.family import service_ids
from ..domain.saved_week import Facts, Kid, SavedWeek

REGISTERED = {
    "dagopvang": "dagopvang",
    "gastouder": "gastouder",
    "bso": "bso",
    "vakantieopvang": "bso",
    "voorschoolse_opvang": "bso",
}
SURE, DEPENDS, UNSURE = "zeker", "hangt af van de gemeente", "pas zeker met een brief"


@dataclass(frozen=True)
class Route:
    """One way of paying. `back` says whether it can be asked back later, `needs` what makes it sure."""

    id: str
    name: str
    when: str
    certainty: str
    needs: str
    back: str
    can_be_asked_back: bool


ROUTES = (
    Route(
        "toeslag_work",
        "Kinderopvangtoeslag door werk",
        "Er is loon of een eigen bedrijf; met een partner werken beiden of volgen een traject.",
        SURE,
        "De arbeidsovereenkomst. Bij minder uren of ander loon: meteen doorgeven.",
        "Wat te veel is betaald, vraagt Toeslagen terug. Dat gebeurt als uren of inkomen anders waren.",
        True,
    ),
    Route(
        "toeslag_step",
        "Kinderopvangtoeslag door een stap naar werk",
        "De gemeente heeft de les, stage of cursus vastgelegd als voorziening naar werk.",
        UNSURE,
        "De stap staat met naam en data in het plan van aanpak, en er is een brief van de gemeente over.",
        "Telt de stap toch niet mee, dan kan alles vanaf de eerste dag teruggevraagd worden.",
        True,
    ),
    Route(
        "toeslag_study",
        "Kinderopvangtoeslag door studie of inburgering",
        "Een opleiding met studiefinanciering of een verplichte inburgering.",
        UNSURE,
        "Een bewijs van de school met begin en einde, en dat de opleiding op de lijst van de wet staat.",
        "Staat de opleiding niet op de lijst, dan kan alles teruggevraagd worden.",
        True,
    ),
    Route(
        "top_up",
        "Aanvulling van de gemeente",
        "Er is kinderopvangtoeslag door een stap naar werk of studie, en een eigen deel blijft over.",
        DEPENDS,
        "Een besluit van de gemeente met bedrag en einddatum.",
        "Alleen als gegevens niet klopten.",
        False,
    ),
    Route(
        "smi",
        "Opvang om een sociale of medische reden (SMI)",
        "Opvang is nodig voor het kind of de ouder, en er is geen recht op toeslag.",
        DEPENDS,
        "Een besluit van de gemeente met uren en einddatum. Een diagnose hoeft niet in dit dossier.",
        "Nee, als de opvang is gebruikt zoals in het besluit staat.",
        False,
    ),
    Route(
        "preschool",
        "Peuteropvang van de gemeente",
        "Het kind is tussen ongeveer 2,5 en 4 jaar; ook zonder werk of studie.",
        DEPENDS,
        "Aanmelden bij de peuteropvang. Het zijn enkele dagdelen, alleen in schoolweken.",
        "Nee.",
        False,
    ),
    Route(
        "swap",
        "Ruilen met andere ouders",
        "Iemand past op, en een andere keer andersom. Er gaat geen geld om.",
        SURE,
        "Een afspraak die allebei willen en die veilig is.",
        "Nee.",
        False,
    ),
)


@dataclass(frozen=True)
class Need:
    """What the week asks of one kind of care, beside what was agreed: days, hours of opening, hours and cost a month.

    `used` and `between` are of the school week as it was computed; empty where nothing of it is used.
    """

    name: str
    children: tuple[str, ...]
    days: str
    used: str
    opening: str
    between: str
    hours: float
    cost: float | None


# Which ways of paying go with a reason; without a known reason all of them are still open.
GO_WITH = {
    "work": ("toeslag_work", "swap"),
    "step": ("toeslag_step", "top_up", "smi", "preschool", "swap"),
    "study": ("toeslag_study", "top_up", "preschool", "swap"),
    "integration": ("toeslag_study", "top_up", "preschool", "swap"),
    "social": ("smi", "preschool", "swap"),
    "none": ("preschool", "smi", "swap"),
}


def routes_for(ground: str) -> tuple[list[Route], list[Route]]:
    """The ways that go with the reason, and the others."""
    fitting = GO_WITH.get(ground, ())
    by_id = {route.id: route for route in ROUTES}
    return [by_id[id_] for id_ in fitting], [route for route in ROUTES if route.id not in fitting]


@dataclass(frozen=True)
class Risk:
    """What could be asked back: an amount a month, and for the months of the contract."""

    per_month: float
    months: int

    @property
    def total(self) -> float:
        return self.per_month * self.months


def needs(saved: SavedWeek, week: SolvedWeek | None = None) -> list[Need]:
    """Each paid service of the week, as many days as were told, and what the week makes of it."""
    names, ids = {kid.key: kid.name for kid in saved.kids}, service_ids(saved)
    return [
        Need(
            ids[key],
            tuple(names[child] for child in service["children"] if child in names),
            _days(service["days_school"]),
            *_use(ids[key], service, week),
            hours := _hours(service),
            None if service["rate"] is None else hours * service["rate"],
        )
        for key, service in saved.services().items()
        if service["type"] in REGISTERED and service["state"] == "agreed"
    ]


def _use(name: str, service: Facts, week: SolvedWeek | None) -> tuple[str, str, str]:
    """On how many days the week uses it, when it is open, and between which times somebody is there."""
    opening = f"{service['open'] or 'uit school'} – {service['close'] or 'school'}"
    there = [(day.day, p) for day in (week.days if week else ()) for p in day.presences if p.where == name]
    if not there:
        return "", opening, ""
    first, last = min(p.start for _day, p in there), max(p.end for _day, p in there)
    return _days(len({day for day, _p in there})), opening, f"{clock(first)} – {clock(last)}"


def _days(days: object) -> str:
    if isinstance(days, dict):
        return f"{days['min']} tot {days['max']} dagen"
    if days is None:
        return "nog niet bekend"
    return "1 dag" if days == 1 else f"{days} dagen"


def _most(days: object) -> int:
    """The most days it may be: what is at risk is never told too low."""
    if isinstance(days, dict):
        return int(days["max"])
    return 5 if days is None else int(days)  # type: ignore[call-overload]


def _hours(service: Facts) -> float:
    """Paid hours a month for each child: 40 school weeks and 12 holiday weeks."""
    days = _most(service["days_school"]) * 40 + _most(service["days_holiday"]) * 12
    return days * (service["hours_per_day"] or 0.0) / 12


def risk(saved: SavedWeek, day: dt.date, starts_on: dt.date | None, ends_on: dt.date | None) -> Risk | None:
    """The kinderopvangtoeslag of a month at the lowest income, and of all months till the end of the contract."""
    per_month = _allowance(saved, day)
    if per_month is None:
        return None
    months = 12
    if starts_on is not None and ends_on is not None:
        months = max(1, round((ends_on - starts_on).days / 30.4))
    return Risk(per_month, months)


def _allowance(saved: SavedWeek, day: dt.date) -> float | None:
    children = [child for kid in saved.kids for child in _cared_for(saved, kid)]
    facts = {
        "kinderen": children,
        "toetsingsinkomen": 0,
        "heeft_toeslagpartner": False,
        "heeft_recht_op_kinderopvangtoeslag": True,
    }
    if not children:
        return None
    try:
        answer, _household, _missing = answer_for(book(), day, facts, ("voorschot_kinderopvangtoeslag",))
    except CannotCalculate:
        return None
    return float(answer.amounts["voorschot_kinderopvangtoeslag"])


def _cared_for(saved: SavedWeek, kid: Kid) -> Sequence[Mapping[str, object]]:
    """The child with the hours of its services together; the rate of the one with the most hours."""
    used = [s for s in saved.services().values() if kid.key in s["children"] and s["type"] in REGISTERED]
    used = [service for service in used if service["rate"] is not None and _hours(service) > 0]
    if not used:
        return []
    main = max(used, key=_hours)
    hours = sum(_hours(service) for service in used)
    return [
        {
            "leeftijd": kid.age,
            "leeftijd_op_1_januari": max(kid.age - 1, 0),
            "opvangsoort": REGISTERED[main["type"]],
            "opvanguren": hours,
            "uurtarief": main["rate"],
        }
    ]


@dataclass(frozen=True)
class PaymentStep:
    """One of the four things to know before somebody signs."""

    name: str
    known: str
    ask: str
    is_next: bool = False


def steps(ground: str, payer: str, ends_on: dt.date | None, letter_on: dt.date | None) -> list[PaymentStep]:
    """`known` is empty while it is not known; then `ask` says what to find out. The first of those is next."""
    all_steps = [
        PaymentStep("De reden is bekend", ground, "Vraag de gemeente of de les of het werk als reden telt."),
        PaymentStep("Wie betaalt, is bekend", payer, "Vraag wie betaalt, en of daar een besluit over komt."),
        PaymentStep(
            "De einddatum is bekend",
            _date(ends_on),
            "Vraag tot wanneer de betaling loopt. Zet dat in de agenda.",
        ),
        PaymentStep(
            "Er is een brief",
            _date(letter_on),
            "Vraag om een brief waarin dit alles staat. Teken pas daarna.",
        ),
    ]
    first = next((step for step in all_steps if not step.known), None)
    return [replace(step, is_next=step is first) for step in all_steps]


def _date(day: dt.date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""
