"""Calculate: plan once which rules a question needs and in what order, then run them one after another.

Any quantity may be given as a fact: then its rule is not run. Nothing is assumed: a fact that is missing is named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import repeat
from operator import itemgetter
from typing import Any

from veerkracht.household.problem import Refused, problem
from veerkracht.household.remark import Remark, remark

from .parameters import Reform, Value
from .rules import Book, Function, Rule

Known = dict[str, Any]


class CannotCalculate(Refused):
    """There is no amount for the person who asked; the problem says why."""


class MissingFact(CannotCalculate):
    """A fact that the question needs. `path` leads from the quantity asked for to the fact."""

    def __init__(self, path: tuple[str, ...]) -> None:
        self.path, self.fact, self.target = path, path[-1], path[0]
        super().__init__(problem("fact_missing", self.fact, way=path))


class NoParameter(CannotCalculate):
    """A number that the law has not given, or that we do not hold, for this day."""

    def __init__(self, name: str, article: str, day: dt.date) -> None:
        self.name = name
        super().__init__(problem("no_parameter", name, day=day, article=article))


class NotKnown(CannotCalculate):
    """A rule that has no answer for these facts, with its own reason (`why`), which is a text of the law's folder."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        code = "not_known" if rule.unknown else "amount_not_known"
        super().__init__(problem(code, rule.name, why=rule.unknown))


Step = tuple[str, Callable[..., Any], Callable[[Known], tuple[Any, ...]]]
"""What to call a value, the function that finds it, and what takes its arguments out of what is known."""


@dataclass(frozen=True, eq=False)
class Plan:
    """The rules in order, as flat steps, and the parameters they read; kept by `prepared`, so one is itself alone."""

    rules: tuple[Rule, ...]
    steps: tuple[Step, ...]
    parameters: tuple[str, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every quantity and parameter that a rule of the plan reads."""
        return frozenset(key for rule in self.rules for key in rule.keys)

    @cached_property
    def not_modelled(self) -> tuple[Remark, ...]:
        """What the laws of these rules leave out, in the words of their folders."""
        laws = dict.fromkeys(rule.law for rule in self.rules)
        return tuple(
            remark("law_leaves_out", law=law.title, part=part) for law in laws for part in law.not_modelled
        )


@dataclass(frozen=True)
class Answer:
    """Every value that was known or found, and the plan that found it."""

    book: Book
    day: dt.date
    targets: tuple[str, ...]
    known: Mapping[str, Any]
    plan: Plan
    reform: Reform | None

    @property
    def amounts(self) -> dict[str, Any]:
        return {target: self.known[target] for target in self.targets}


def calculate(
    book: Book, day: dt.date, facts: Mapping[str, Any], targets: Iterable[str], reform: Reform | None = None
) -> Answer:
    """The targets for one household on one day."""
    wanted = tuple(targets)
    plan, values = prepared(book, day, wanted, frozenset(facts), reform)
    known: Known = {**values, **facts}
    follow(plan.steps, known)
    return Answer(book, day, wanted, known, plan, reform)


def follow(steps: Iterable[Step], known: Known) -> None:
    for name, function, take in steps:
        try:
            known[name] = function(*take(known))
        except ArithmeticError:
            raise CannotCalculate(problem("no_arithmetic", name)) from None


@lru_cache(maxsize=512)
def prepared(
    book: Book, day: dt.date, targets: tuple[str, ...], given: frozenset[str], reform: Reform | None
) -> tuple[Plan, dict[str, Value]]:
    """The plan, and the values of the parameters it reads on this day."""
    plan = make_plan(book, day, targets, given)
    in_force = book.values(day, reform)
    for key in plan.parameters:
        if key not in in_force:
            raise NoParameter(key, book.parameters[key].article, day)
    return plan, {key: in_force[key] for key in plan.parameters}


def make_plan(book: Book, day: dt.date, targets: tuple[str, ...], given: frozenset[str]) -> Plan:
    rules = book.on(day)
    needed: dict[str, Rule] = {}
    parameters: dict[str, None] = {}
    ways: list[tuple[str, ...]] = [(target,) for target in reversed(targets)]
    while ways:
        path = ways.pop()
        name = path[-1]
        if name in book.parameters:
            parameters[name] = None
        elif name not in given and name not in needed:
            if name not in rules:
                raise MissingFact(path)
            needed[name] = rules[name]
            ways += [(*path, key) for key in reversed(rules[name].keys)]
    order = in_order(needed)
    return Plan(order, tuple(step_of(rule, book) for rule in order), tuple(parameters))


def in_order(rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    """Each rule after the rules it depends on."""
    graph = {name: [key for key in rule.keys if key in rules] for name, rule in rules.items()}
    try:
        return tuple(rules[name] for name in TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise TypeError(f"rules go round in a circle: {' → '.join(error.args[1])}") from error


def step_of(rule: Rule, book: Book) -> Step:
    """A rule as one step; a rule about a child is called for each child."""
    function, keys = rule.function, rule.keys
    if rule.unknown:
        function = or_stop(rule)
    if rule.per_child:
        function = for_each_child(function, [key in book.units and book.units[key].many for key in keys])
    if len(keys) > 1:
        return rule.name, function, itemgetter(*keys)
    only = keys[0]
    return rule.name, function, lambda known: (known[only],)


def or_stop(rule: Rule) -> Function:
    """The function of a rule that may answer UNKNOWN: then nothing after it is run."""

    def known_or_stop(*values: Any) -> Any:
        value = rule.function(*values)
        if value != value:
            raise NotKnown(rule)
        return value

    return known_or_stop


def for_each_child(function: Function, many: Sequence[bool]) -> Function:
    """The function for each child; what is the same for all children is repeated."""
    first = many.index(True)

    def each(*values: Any) -> list[Any]:
        size = len(values[first])
        columns = [value if m else repeat(value, size) for value, m in zip(values, many, strict=True)]
        return [function(*row) for row in zip(*columns, strict=True)]

    return each
