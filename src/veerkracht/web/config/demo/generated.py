"""A municipality of 640 generated cases, to show what the figures of a real one would be. Nobody in it exists.

Made with rows at once instead of actions: nobody works with these cases, they are only counted.
"""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from pathlib import Path

from django.contrib.auth.hashers import make_password

from veerkracht.method import library
from veerkracht.web.map.models import Factor
from veerkracht.web.people.models import Account, Case, Child, Household, Municipality
from veerkracht.web.plan.models import Plan, Promise
from veerkracht.web.policy.releasing_actions import give_out
from veerkracht.web.signals.domain.standing import DAYS_TO_ANSWER
from veerkracht.web.signals.models import Hearer, Signal, SignalTopic, Stage, Ticket
from veerkracht.web.signals.sealing import holder_digests, seal

MOTHERS, SEED = 640, 20261129
NAME = "Gemeente Rekenstad (gegenereerd)"
# What is wrong, and how many of the generated mothers said so.
_TOPICS: dict[str, int] = tomllib.loads(Path(__file__).with_name("generated.toml").read_text())
_OWNERS = ("mother", "mother", "mother", "klantmanager", "municipality", "childcare")
_STEPS = ("work", "study", "language", "voluntary_work", "care", "rest", "money")
_RINGS = ("micro", "meso", "exo", "exo", "exo", "macro")


def load_generated(today: dt.date, *, mothers: int = MOTHERS) -> Municipality:
    """The municipality with its policy maker, its caseload, and the quarter that ended last: of the small
    municipality of the demo as well, which has words instead of numbers."""
    place = Municipality.objects.create(name=NAME, slug="rekenstad", is_demo=True, phone="085 000 00 02")
    Account.objects.create(
        login="noor", name="Noor Vermeulen", role="beleid", municipality=place, password=make_password(None)
    )
    cases = add_generated(place, today, mothers=mothers, seed=SEED)
    for title, givers in _TOPICS.items():
        add_topic(place, title, [cases.pop() for _ in range(min(givers, len(cases)))], today)
    for each in Municipality.objects.order_by("pk"):
        give_out(by=None, municipality=each, day=_first_of_quarter(today))
    return place


def add_topic(place: Municipality, title: str, cases: list[Case], today: dt.date) -> SignalTopic:
    """A subject that so many generated mothers gave, each in her own signal, laid together and not answered yet."""
    heard_on = today - dt.timedelta(days=20)
    days = {"heard_on": heard_on, "due_on": heard_on + dt.timedelta(days=DAYS_TO_ANSWER)}
    topic = SignalTopic.objects.create(municipality=place, title=title, hearer=Hearer.DEPARTMENT, **days)
    signals = Signal.objects.bulk_create([Signal(topic=topic, ring="exo", wrong=title) for _ in cases])
    Ticket.objects.bulk_create(
        [
            Ticket(
                municipality=place,
                holder=holder_digests(case)[0],
                author="generated",
                stage=Stage.SENT,
                sealed=seal({"signal": signal.pk.hex, "tell": 1}),
            )
            for case, signal in zip(cases, signals, strict=True)
        ]
    )
    return topic


def _first_of_quarter(day: dt.date) -> dt.date:
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)


def add_generated(place: Municipality, today: dt.date, *, mothers: int, seed: int) -> list[Case]:
    """So many generated cases, with what holds back, what was promised and what was done."""
    rng = random.Random(seed)
    houses = Household.objects.bulk_create([Household(municipality=place) for _ in range(mothers)])
    ages = [rng.choice((22, 28, 31, 34, 37, 41, 47)) for _ in range(mothers)]
    children = [
        Child(
            household=house, first_name="Kind", born_on=_ago(today, rng.uniform(0.3, min(17, age - 17)), rng)
        )
        for house, age in zip(houses, ages, strict=True)
    ]
    Child.objects.bulk_create(children)
    cases = [
        _case(place, house, number, _ago(today, age, rng), _ago(today, rng.uniform(0.1, 7), rng))
        for number, (house, age) in enumerate(zip(houses, ages, strict=True))
    ]
    made = Case.objects.bulk_create(cases)
    _hindrances(made, rng)
    _promises(made, today, rng)
    return made


def _case(place: Municipality, house: Household, number: int, born_on: dt.date, opened_on: dt.date) -> Case:
    case = Case(municipality=place, household=house, first_name="Gegenereerd", last_name=str(number))
    case.born_on, case.opened_on = born_on, opened_on
    columns = case.look_up_columns(case.first_name, case.last_name, "")
    case.search_name, case.sort_key = columns["search_name"], columns["sort_key"]
    return case


def _ago(today: dt.date, years: float, rng: random.Random) -> dt.date:
    return today - dt.timedelta(days=int(years * 365.25) + rng.randint(0, 80))


def _hindrances(cases: list[Case], rng: random.Random) -> None:
    barriers = {
        ring: [barrier.id for barrier in library.factors(ring) if not barrier.sensitivity][:6]  # type: ignore[arg-type]
        for ring in set(_RINGS)
    }
    factors = []
    for case in cases:
        for _ in range(rng.choice((0, 1, 1, 2, 3))):
            ring = rng.choice(_RINGS)
            seed = rng.choice(barriers[ring]) if barriers[ring] and rng.random() < 0.7 else ""
            factors.append(Factor(case=case, ring=ring, text="Gegenereerd.", effect="hinders", seed=seed))
    Factor.objects.bulk_create(factors)


def _promises(cases: list[Case], today: dt.date, rng: random.Random) -> None:
    plans = Plan.objects.bulk_create([Plan(case=case) for case in cases])
    promises = []
    for plan in plans:
        for _ in range(rng.choice((0, 1, 2, 3, 4))):
            done_on = today - dt.timedelta(days=rng.randint(1, 200)) if rng.random() < 0.35 else None
            promises.append(
                Promise(
                    plan=plan,
                    owner=rng.choice(_OWNERS),
                    what="Gegenereerd.",
                    kind=rng.choice(_STEPS),
                    done_on=done_on,
                )
            )
    Promise.objects.bulk_create(promises)
