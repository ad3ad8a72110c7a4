"""The life events as they are offered: groups with plain names, which of them fit this family, what is asked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from veerkracht.money.life.stress import LifeEvent, life_events
from veerkracht.money.situation import child_age

from ..domain.questions import MoneyQuestion
from ..domain.situation import Answers, KnownPerson, MoneySituation, known

CHOSEN = "gebeurtenissen"
CHILD_TURNS = "child_turns"
OF_WORK = ("no_wage", "fewer_hours", "wage_up", "fluctuating")
OF_CARE = ("care_closes", "no_care_allowance", "ground_ends")
OF_SUPPORT = ("exemption_ends", "out_of_bijstand")


@dataclass(frozen=True)
class OfferedEvent:
    """One event of the list, as it is called for this family."""

    event: LifeEvent
    label: str
    when: str

    @property
    def id(self) -> str:
        return self.event.id


@dataclass(frozen=True)
class OfferedGroup:
    title: str
    events: tuple[OfferedEvent, ...]


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "life.toml").read_text(encoding="utf-8"))


@cache
def general_questions() -> tuple[MoneyQuestion, ...]:
    return tuple(MoneyQuestion(**raw) for raw in _file()["general"])


@cache
def questions_of(event_id: str) -> tuple[MoneyQuestion, ...]:
    """What is asked about one event; an answer is kept as `E05_maintenance`."""
    fields, event = _file()["fields"], life_events()[event_id]
    return tuple(MoneyQuestion(name=f"{event_id}_{name}", **fields[name]) for name in event.fields)


def offered_to(situation: MoneySituation, person: KnownPerson) -> tuple[OfferedGroup, ...]:
    """The list for this family. A child that is not there, or is old enough already, is in no name."""
    groups = []
    for group in _file()["groups"]:
        events = (_offered(each, names, situation, person) for each, names in group["events"].items())
        there = tuple(one for one in events if one)
        if there:
            groups.append(OfferedGroup(group["title"], there))
    return tuple(groups)


def _offered(
    event_id: str, names: Sequence[str], situation: MoneySituation, person: KnownPerson
) -> OfferedEvent | None:
    event = life_events()[event_id]
    if not event.offered or cannot_happen(event, situation):
        return None
    child = ""
    if event.effect == CHILD_TURNS:
        child = child_below(event.numbers["age"], situation, person)
        if not child:
            return None
    return OfferedEvent(event, *(name.format(kind=child) for name in names))


def cannot_happen(event: LifeEvent, situation: MoneySituation) -> bool:
    """Known not to fit here; what is not known stays in the list."""
    facts = situation.facts
    together, support = facts.get("heeft_partner"), facts.get("maanden_bijstand")
    no_work, no_care = situation.hours_now == 0, not any(c.get("opvangsoort") for c in facts["kinderen"])
    return (
        (event.effect == "partner_leaves" and together is False)
        or (event.effect == "partner_joins" and together is True)
        or (event.effect in OF_WORK and no_work)
        or (event.effect in OF_CARE and no_care)
        or (event.effect in OF_SUPPORT and support == 0)
        or (event.effect == "exemption_ends" and facts.get("vrijlating_regeling") == "geen")
    )


def child_below(age: int, situation: MoneySituation, person: KnownPerson) -> str:
    """The first name of the oldest child that still has to reach this age; empty where there is none."""
    ages = [
        (child_age(facts, situation.day), child.name)
        for facts, child in zip(situation.facts["kinderen"], person.children, strict=True)
        if facts.get("geboortedatum") or facts.get("leeftijd") is not None
    ]
    below = [(years, name) for years, name in ages if years < age]
    return max(below, key=lambda child: child[0])[1] if below else ""


def chosen_of(answers: Answers, groups: Sequence[OfferedGroup]) -> list[OfferedEvent]:
    """What was chosen and still fits, in the order of the list."""
    chosen = answers.get(CHOSEN) or []
    return [one for group in groups for one in group.events if one.id in chosen]


def typed_of(answers: Answers, event_id: str) -> dict[str, float]:
    """What was filled in about one event, by the names of the calculation."""
    typed = {q.name.partition("_")[2]: known(answers, q.name) for q in questions_of(event_id)}
    return {name: float(value) for name, value in typed.items() if value is not None}
