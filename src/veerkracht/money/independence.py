"""The 70% test with its base on the table: what she earns herself beside the threshold of Statistics Netherlands,
beside what there is to spend, and beside what the same household has on bijstand."""

from __future__ import annotations

from dataclasses import dataclass

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.engine.explain import Step, explain

from .asking import ask_month
from .quantities import INDEPENDENCE, TO_SPEND
from .situation import Facts, Scenario, on_bijstand


@dataclass(frozen=True)
class SecondNorm:
    """The figure at a chosen full working week; it has its own name and is never mixed with the first."""

    full_time_hours: float
    norm: float
    ratio: float


@dataclass(frozen=True)
class Independence:
    """Own net income from work, the norm, and the two amounts that say whether it is a living."""

    own_income: float
    norm: float
    ratio: float
    reached: bool
    disposable: float
    disposable_on_bijstand: float
    second: SecondNorm | None
    steps: tuple[Step, ...]


def independence(situation: Scenario, facts: Facts, full_time_hours: float | None = None) -> Independence:
    """The test for one situation; `full_time_hours` (36, 38, 40) adds the second figure."""
    targets = (*INDEPENDENCE, TO_SPEND)
    answer = ask_month(situation.day, situation.values, INDEPENDENCE)
    own, norm, reached, disposable = (answer.known[name] for name in targets)
    support = disposable_of(on_bijstand(facts, situation.day))
    wanted = {*INDEPENDENCE}
    return Independence(
        float(own),
        float(norm),
        float(own / norm),
        bool(reached),
        float(disposable) - situation.travel,
        support,
        second_norm(situation, float(own), full_time_hours) if full_time_hours else None,
        tuple(step for step in explain(answer) if step.name in wanted),
    )


def disposable_of(situation: Scenario) -> float:
    return float(ask_month(situation.day, situation.values).known[TO_SPEND]) - situation.travel


def second_norm(situation: Scenario, own: float, hours: float) -> SecondNorm:
    values = {**situation.values, "voltijdsuren": float(hours)}
    norm = calculate(book(), situation.day, values, ("norm_bij_voltijdsuren",)).known["norm_bij_voltijdsuren"]
    return SecondNorm(hours, float(norm), own / float(norm))
