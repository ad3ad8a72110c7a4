"""One invented household under a reform, with every step: the law book's own way, for one.

Needs numpy, so the extra `population`: its view imports it when it is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from veerkracht.law.answer import answer_for
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer
from veerkracht.law.engine.explain import Step, explain
from veerkracht.population.reforms.reading import PopulationReform, book_of
from veerkracht.population.synthetic.columns import as_facts
from veerkracht.population.synthetic.draw import SEED, SyntheticHouseholds, draw
from veerkracht.population.synthetic.figures import KINDS
from veerkracht.words.numbers import euro

from .runs import DAY

DRAWN = 2_000
TARGET = "besteedbaar_inkomen"


@dataclass(frozen=True)
class ChangedStep:
    """A step of which the amount differs."""

    name: str
    sentence: str
    before: str
    after: str
    article: str


@dataclass(frozen=True, kw_only=True)
class FamilyPage:
    """Who she is, in a few facts; what she has before and after; and the steps between."""

    number: int
    kind: str
    who: tuple[tuple[str, str], ...]
    before: str
    after: str
    difference: float
    changed: tuple[ChangedStep, ...]
    steps: tuple[Step, ...]


@lru_cache(maxsize=1)
def invented() -> SyntheticHouseholds:
    return draw(DRAWN, SEED, DAY)


def family_page(reform: PopulationReform, kind: int, number: int) -> FamilyPage:
    """The `number`th invented household of a kind.

    Raises:
        CannotCalculate: the law has no answer for this one.
    """
    members = of_kind(kind)
    facts = as_facts(invented(), int(members[number % len(members)]))
    before, _, _ = answer_for(book(), DAY, facts, [TARGET])
    after, _, _ = answer_for(book_of(reform), DAY, facts, [TARGET], reform.on(DAY))
    amounts = before.amounts[TARGET], after.amounts[TARGET]
    return FamilyPage(
        number=number,
        kind=KINDS[kind],
        who=who(facts),
        before=euro(amounts[0]),
        after=euro(amounts[1]),
        difference=round(amounts[1] - amounts[0], 2),
        changed=changed_steps(before, after),
        steps=tuple(step for step in explain(after) if step.unit.startswith("EUR")),
    )


def of_kind(kind: int) -> np.ndarray[Any, np.dtype[np.int64]]:
    facts = invented().facts
    works, bijstand = facts["loon"] > 0, facts["maanden_bijstand"] > 0
    chosen = (bijstand & ~works, bijstand & works, works & ~bijstand, ~works & ~bijstand)[kind]
    return np.flatnonzero(chosen)


def who(facts: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    ages = sorted(DAY.year - int(child["geboortedatum"][:4]) for child in facts["kinderen"])
    return (
        ("Kinderen", ", ".join(f"ongeveer {age} jaar" for age in ages)),
        ("Brutoloon per jaar", euro(facts["loon"])),
        ("Huur per maand", euro(facts["kale_huur"])),
        ("Leeftijd", f"{facts['leeftijd_ouder']:g} jaar"),
    )


def changed_steps(before: Answer, after: Answer) -> tuple[ChangedStep, ...]:
    earlier = {step.name: step.value for step in explain(before)}
    return tuple(
        ChangedStep(
            step.name.replace("_", " "),
            step.sentence,
            euro(earlier.get(step.name, 0.0), cents=True),
            euro(step.value, cents=True),
            step.article,
        )
        for step in explain(after)
        if step.unit.startswith("EUR")
        and isinstance(step.value, float)
        and step.value != earlier.get(step.name, 0.0)
    )
