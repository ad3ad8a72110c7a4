"""The answer to one question about one household, as plain data: amounts, units, what is left out, the steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from veerkracht.household.problem import Problem, problem
from veerkracht.household.remark import Remark, remark

from .checking import check_day
from .choices import CHOICES
from .engine.calculate import Answer, CannotCalculate, MissingFact, NotKnown, calculate, make_plan
from .engine.explain import Step, UsedParameter
from .engine.parameters import Reform
from .engine.rules import Book
from .engine.units import Table, Unit
from .prepare import PreparedFacts, prepare

DECIMALS = 6
"""Enough to check a sum by hand, too few to show how a float is stored."""
TOO_MUCH_WEALTH = remark("too_much_wealth")


def answer_for(
    book: Book, day: dt.date, raw: object, targets: Sequence[str] = (), reform: Reform | None = None
) -> tuple[Answer, PreparedFacts, dict[str, Problem]]:
    """The targets, or without targets everything that follows, with the reason for what does not."""
    household = prepare(book, day, raw)
    check_day(household.values)
    if targets:
        return calculate(book, day, household.values, targets, reform), household, {}
    reach, missing = everything(book, day, frozenset(household.values))
    wanted, not_computed = {**already_there(book, day, household, raw), **dict(reach)}, dict(missing)
    while True:
        try:
            return calculate(book, day, household.values, tuple(wanted), reform), household, not_computed
        except NotKnown as error:
            for name in [name for name, rules in wanted.items() if error.rule.name in rules]:
                not_computed[name] = error.problem
                del wanted[name]


def already_there(
    book: Book, day: dt.date, household: PreparedFacts, raw: object
) -> dict[str, frozenset[str]]:
    """What follows from the facts without a rule: no months with bijstand, no bijstand in the year."""
    facts = raw if isinstance(raw, Mapping) else {}
    return {name: frozenset() for name in book.on(day) if name in household.values and name not in facts}


@lru_cache(maxsize=256)
def everything(
    book: Book, day: dt.date, given: frozenset[str]
) -> tuple[tuple[tuple[str, frozenset[str]], ...], tuple[tuple[str, Problem], ...]]:
    """Which quantities follow from these facts, with the rules each needs; and what the others miss."""
    follow, missing = [], []
    for name in book.on(day):
        try:
            plan = make_plan(book, day, (name,), given)
        except MissingFact as error:
            missing.append((name, error.problem))
            continue
        if name not in given:
            follow.append((name, frozenset(rule.name for rule in plan.rules)))
    return tuple(follow), tuple(missing)


def check_targets(book: Book, targets: Sequence[str]) -> None:
    """Each target must be something the book can answer."""
    known = {rule.name for rule in book.rules} | {name for name, unit in book.facts.items() if not unit.many}
    for target in targets:
        if target not in known:
            raise CannotCalculate(problem("target_unknown", target))


def not_modelled(answer: Answer, household: PreparedFacts) -> list[Remark]:
    """What the laws that were used leave out, and which incomes were not given."""
    used = answer.plan.keys
    remarks: list[Remark] = [*answer.plan.not_modelled]
    has_children = bool(answer.known.get("leeftijd_kind"))
    remarks += [
        left_out
        for name, left_out in household.left_out.items()
        if name in used and (has_children or name != "inkomen_kind")
    ]
    if answer.known.get("vermogen_staat_in_de_weg") is True:
        remarks.append(TOO_MUCH_WEALTH)
    return [*remarks, *household.questions]


def step_as_data(book: Book, step: Step) -> dict[str, Any]:
    parameters = [parameter_as_data(used) for used in step.parameters]
    numbers = {used["name"].rpartition(".")[2]: used["value"] for used in parameters}
    inputs = {
        name: numbers[name] if name in numbers else readable(book, name, value)
        for name, value in step.inputs.items()
    }
    return {
        "name": step.name,
        "value": readable(book, step.name, step.value),
        "unit": step.unit,
        "sentence": step.sentence,
        "article": step.article,
        "source": step.source,
        "inputs": inputs,
        "parameters": parameters,
    }


@lru_cache(maxsize=1024)
def parameter_as_data(used: UsedParameter) -> dict[str, Any]:
    return {**vars(used), "value": plain(used.value, Unit(used.unit), used.name)}


def readable(book: Book, name: str, value: Any) -> Any:
    """A value as people and programs read it: words for choices, dates for days, no noise in the last digits."""
    unit = book.units[name]
    if type(value) is float and unit.symbol not in ("text", "day"):
        return round(value, DECIMALS)
    return plain(value, unit, name)


def plain(value: Any, unit: Unit, name: str) -> Any:
    if isinstance(value, list):
        return [plain(one, unit, name) for one in value]
    if isinstance(value, Table):
        return [list(row) for row in zip(*value, strict=True) if row[1] == row[1]]
    if unit.symbol == "bool":
        return bool(value)
    if unit.symbol == "day":
        return dt.date.fromordinal(int(value)).isoformat()
    if unit.symbol == "text":
        words = CHOICES.get(name, CHOICES["vrijlating_regeling"])
        return next((word for word, number in words.items() if number == value), None)
    return round(float(value), DECIMALS) if value == value else None
