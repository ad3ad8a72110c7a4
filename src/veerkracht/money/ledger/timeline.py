"""A household through time: its state from each event on, and who knows of it by which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from veerkracht.household.household import OtherIncome
from veerkracht.household.problem import problem
from veerkracht.law.catalogue import book
from veerkracht.law.other_income import incomes_of
from veerkracht.law.prepare import MistakeInFacts, prepare

from ..situation import law_day, parameter
from .birthdays import age_on, born_on
from .days import add_months
from .events import Event
from .other_income import WwRight
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


BORN = "geboortedatum_ouder"
KEPT_APART = ("loon", "kinderen", "maanden_bijstand", "inkomen", BORN)
"""Facts that a state holds in a form of its own."""


@dataclass(frozen=True)
class Child:
    """A child by its birthday, or by its ages where that is all we know; `facts` holds childcare and income."""

    born: dt.date | None
    age: float
    age_on_1_january: float
    facts: dict[str, Any] = field(default_factory=dict)
    shared: tuple[str, int] | None = None
    """Who is paid the kinderbijslag, and the days a year with her, where the other parent has it too."""


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
    incomes: tuple[OtherIncome, ...] = ()
    ww: WwRight | None = None
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
        latest = self.states[0]
        for state in self.states[1:]:
            if state.since < day:
                latest = state
        return latest

    def known_by(self, day: dt.date, months_late: int) -> Timeline:
        """What an office knows on a day when each change is passed on so many months late."""
        known = [event for event in self.events if add_months(event.on, months_late) <= day]
        return Timeline(self.states[: len(known) + 1], tuple(known))


def begin(law: Mapping[str, Any], settings: Settings, start: dt.date) -> State:
    """The household as the facts say it, checked by the law book."""
    for name in FOLLOWS:
        if law.get(name) is not None:
            raise MistakeInFacts(problem("follows_from_the_months", name))
    if law.get("loon") is None:
        raise MistakeInFacts(problem("wage_missing", "loon"))
    if law.get("maanden_bijstand") is None:
        raise MistakeInFacts(problem("months_of_bijstand_missing", "maanden_bijstand"))
    if law.get("kinderen") is None:
        raise MistakeInFacts(problem("children_missing", "kinderen"))
    law, age_to_come = without_partner_to_come(law)
    household = prepare(book(), law_day(start), law)
    facts = {name: value for name, value in law.items() if name not in KEPT_APART}
    facts |= {} if (born := born_on(law.get(BORN))) is None else {"leeftijd_ouder": age_on(born, start)}
    job = present_job(float(law["loon"]), settings, start)
    if job and facts.get("grond_kinderopvang") is None:
        # Work is the ground: it ends with the work, however the right was said.
        facts.pop("heeft_recht_op_kinderopvangtoeslag", None)
    return State(
        start,
        facts,
        tuple(child_of(child) for child in law.get("kinderen") or ()),
        job,
        household.values["maanden_bijstand"] > 0,
        settings.vaste_lasten,
        tuple((start, debt) for debt in settings.schulden),
        partner_age=age_to_come,
        incomes=incomes_of(law.get("inkomen") or []),
    )


def present_job(wage: float, settings: Settings, start: dt.date) -> Job | None:
    """The work of the first day from a yearly wage with holiday allowance; nothing is no work."""
    gross = wage / (12 * (1 + parameter("minimumloon.vakantiebijslag", start)))
    return Job(gross, dt.date(start.year - 1, 12, 31), pay_day=settings.betaaldag_loon) if gross else None


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
