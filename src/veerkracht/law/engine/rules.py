"""Rules: a law registers plain functions; the book puts them together and checks that they fit.

A rule's argument names are what it depends on: a parameter of its own folder first, then a quantity (another rule
or a fact), then a parameter of another folder, which must be the only one of that name.
"""

from __future__ import annotations

import datetime as dt
import inspect
import re
import typing
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from .parameters import Parameter, Reform, Value, in_force, read_parameters
from .units import Unit, unit_of

Function = Callable[..., typing.Any]
F = typing.TypeVar("F", bound=Function)


@dataclass(frozen=True)
class Rule:
    """A sentence of the law: a function with its article, and from when until when it holds.

    `sentence` is what she reads under the amount; `keys` is what each argument turned out to be.
    """

    name: str
    function: Function
    law: Law
    article: str
    since: dt.date
    until: dt.date
    per_child: bool
    unknown: str
    unit: Unit
    inputs: tuple[str, ...]
    units: tuple[Unit, ...]
    sentence: str
    keys: tuple[str, ...] = ()


@dataclass(eq=False)
class Law:
    """A law and the rules it gave; `rules.py` of its folder holds one."""

    title: str
    bwb: str = ""
    rules: list[Rule] = field(default_factory=list)
    folder: Path = Path()
    not_modelled: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        return f"https://wetten.overheid.nl/{self.bwb}" if self.bwb else "docs/law.md"

    def article(
        self,
        reference: str,
        since: str = "0001-01-01",
        until: str = "9999-12-31",
        name: str = "",
        per_child: bool = False,
        unknown: str = "",
    ) -> Callable[[F], F]:
        """Register a function as a rule and give it back unchanged. `unknown` says why it may answer UNKNOWN."""

        def register(function: F) -> F:
            called = name or function.__name__
            hints = typing.get_type_hints(function, include_extras=True)
            inputs = tuple(inspect.signature(function).parameters)
            units = tuple(unit_of(hints.get(i), f"{called}({i})") for i in inputs)
            answer = unit_of(hints.get("return"), called)
            unit = Unit(answer.symbol, True) if per_child else answer
            dates = dt.date.fromisoformat(since), dt.date.fromisoformat(until)
            sentence = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())
            rule = Rule(
                called, function, self, reference, *dates, per_child, unknown, unit, inputs, units, sentence
            )
            self.rules.append(rule)
            return function

        return register


class Book:
    """All laws together: the rules of a day, the parameters, the facts that can be given."""

    def __init__(self, modules: Iterable[ModuleType], facts: Mapping[str, Unit]) -> None:
        self.facts = dict(facts)
        self.laws = [open_law(module) for module in modules]
        self.parameters: dict[str, Parameter] = {}
        for law in self.laws:
            self.parameters |= read_parameters(law.folder)
        self.rules = [rule for law in self.laws for rule in law.rules]
        self.units = self.facts | {rule.name: rule.unit for rule in self.rules}
        self.rules = [resolve(rule, self) for rule in self.rules]

    @lru_cache(maxsize=64)  # noqa: B019  # a book lives as long as the program
    def on(self, day: dt.date) -> dict[str, Rule]:
        """The rules that hold on this day, by name; two for one name is a mistake in the book."""
        rules: dict[str, Rule] = {}
        for rule in self.rules:
            if rule.since <= day <= rule.until:
                if rule.name in rules:
                    raise TypeError(f"two rules define {rule.name!r} on {day}")
                rules[rule.name] = rule
        return rules

    @lru_cache(maxsize=64)  # noqa: B019
    def values(self, day: dt.date, reform: Reform | None) -> dict[str, Value]:
        """The parameters that have a value on this day, after the reform."""
        return in_force(self.parameters, day, reform)


def open_law(module: ModuleType) -> Law:
    """The law a module defines, with its folder and with what its docstring says is left out."""
    law = typing.cast(Law, module.wet)
    law.folder = Path(str(module.__file__)).parent
    left_out = re.search(r"Not modelled: (.+?)\.?\s*$", inspect.getdoc(module) or "", re.DOTALL)
    if left_out is None:
        raise TypeError(f"{module.__name__}: the docstring does not say what is not modelled")
    law.not_modelled = tuple(" ".join(part.split()) for part in left_out[1].split(";"))
    return law


def resolve(rule: Rule, book: Book) -> Rule:
    """Find out what each argument of a rule is, and check that its unit is the one the rule asks for."""
    keys = tuple(key_of(rule, name, book) for name in rule.inputs)
    for name, key, asked in zip(rule.inputs, keys, rule.units, strict=True):
        unit = Unit(book.parameters[key].unit) if key in book.parameters else book.units[key]
        per_element = rule.per_child and unit.many and not asked.many
        if unit.symbol != asked.symbol or (unit.many != asked.many and not per_element):
            raise TypeError(f"{rule.name}: {name} is {unit}, but the rule asks for {asked}")
    values = {f: getattr(rule, f) for f in Rule.__dataclass_fields__}
    return Rule(**{**values, "keys": keys})


def key_of(rule: Rule, name: str, book: Book) -> str:
    own = f"{rule.law.folder.name}.{name}"
    elsewhere = [key for key in book.parameters if key.split(".")[1] == name]
    if elsewhere and name in book.units:
        raise TypeError(f"{name!r} is both a quantity and the parameter {elsewhere[0]}")
    if own in book.parameters:
        return own
    if name in book.units:
        return name
    if len(elsewhere) != 1:
        raise TypeError(f"{rule.name}: {name!r} is not a parameter, rule or fact (or more than one)")
    return elsewhere[0]
