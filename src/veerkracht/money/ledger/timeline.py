"""A household through time: its state from each event on, and who knows of it by which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.prepare import MistakeInFacts, prepare

from ..situation import law_day, parameter
from .days import add_months
from .events import Event
from .settings import Debt, FixedCost, Settings

FOLLOWS = (
    "toetsingsinkomen",
    "rekeninkomen",
    "belastbaar_inkomen_box_1",
    "bruto_bijstand",
    "maandloon",
    "netto_loon_per_maand",
)
"""What follows from the months themselves and so cannot be given for all of them at once."""


@dataclass(frozen=True)
class Child:
    """A child by its birthday, or by its ages where that is all we know; `facts` holds childcare and income."""

    born: dt.date | None
    age: float
    age_on_1_january: float
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """A wage a month (without holiday allowance), and when it is paid."""

    gross: float
    since: dt.date
    hourly_wage: float | None = None
    pay_day: int | None = None
    first_pay_on: dt.date | None = None
    pays_next_month: bool = False
    travel: float = 0.0


@dataclass(frozen=True, eq=False)
class State:
    """The household from one day on."""

    since: dt.date
    facts: dict[str, Any]
    children: tuple[Child, ...]
    job: Job | None
    bijstand: bool
    costs: tuple[FixedCost, ...] = ()
    debts: tuple[tuple[dt.date, Debt], ...] = ()
    partner_pay_day: int | None = None
    partner_age: float | None = None
    other_pay_day: int | None = None
    job_ended_on: dt.date | None = None
    estimate: tuple[int, float] | None = None

    def with_job(self, event: Event, job: Job | None, ended: dt.date | None = None) -> State:
        return replace(self, since=event.on, job=job, job_ended_on=ended)

    def with_facts(self, event: Event, **facts: Any) -> State:
        return replace(self, since=event.on, facts={**self.facts, **facts})


@dataclass(frozen=True)
class Timeline:
    """The states one after another; the first holds from before the first event."""

    states: tuple[State, ...]
    events: tuple[Event, ...]

    def on(self, day: dt.date) -> State:
        """The state on a day; of several events on one day the last counts."""
        return self.before(day + dt.timedelta(days=1))

    def before(self, day: dt.date) -> State:
        found = self.states[0]
        for state in self.states[1:]:
            if state.since < day:
                found = state
        return found

    def known_by(self, day: dt.date, months_late: int) -> Timeline:
        """What an office knows on a day when each change is passed on so many months late."""
        known = [event for event in self.events if add_months(event.on, months_late) <= day]
        return Timeline(self.states[: len(known) + 1], tuple(known))


def begin(law: Mapping[str, Any], settings: Settings, start: dt.date) -> State:
    """The household as the facts say it, checked by the law book."""
    for name in FOLLOWS:
        if law.get(name) is not None:
            raise MistakeInFacts(f"'{name}' volgt hier uit de maanden zelf; geef loon op en laat {name} weg.")
    if law.get("loon") is None:
        raise MistakeInFacts(
            "loon ontbreekt: je brutoloon per jaar, met vakantiegeld (0 als er geen werk is)."
        )
    if law.get("maanden_bijstand") is None:
        raise MistakeInFacts("maanden_bijstand ontbreekt: 12 als er bijstand is, 0 als die er niet is.")
    if law.get("kinderen") is None:
        raise MistakeInFacts("kinderen ontbreekt: een lijst met elk kind, leeg als er geen kinderen zijn.")
    law, age_to_come = without_partner_to_come(law)
    household = prepare(book(), law_day(start), law)
    facts = {
        name: value for name, value in law.items() if name not in ("loon", "kinderen", "maanden_bijstand")
    }
    holiday = parameter("minimumloon.vakantiebijslag", start)
    gross = float(law["loon"]) / (12 * (1 + holiday))
    job = Job(gross, dt.date(start.year - 1, 12, 31), pay_day=settings.betaaldag_loon) if gross else None
    return State(
        start,
        facts,
        tuple(child_of(child) for child in law.get("kinderen") or ()),
        job,
        household.values["maanden_bijstand"] > 0,
        settings.vaste_lasten,
        tuple((start, debt) for debt in settings.schulden),
        partner_age=age_to_come,
    )


def without_partner_to_come(law: Mapping[str, Any]) -> tuple[dict[str, Any], float | None]:
    """The facts of now, and apart from them the age of a partner who is not there yet."""
    if law.get("heeft_partner"):
        return dict(law), None
    return {name: value for name, value in law.items() if name != "leeftijd_partner"}, law.get(
        "leeftijd_partner"
    )


def child_of(raw: Mapping[str, Any]) -> Child:
    born = raw.get("geboortedatum")
    rest = {k: v for k, v in raw.items() if k not in ("geboortedatum", "leeftijd", "leeftijd_op_1_januari")}
    if born is not None:
        return Child(dt.date.fromisoformat(born), 0.0, 0.0, rest)
    age = float(raw["leeftijd"])
    return Child(None, age, float(raw.get("leeftijd_op_1_januari", age)), rest)
