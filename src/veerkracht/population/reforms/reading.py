"""Reforms as data: a sentence, a source, a date, what kind of idea it is, and the numbers or rules it changes.

Every number is checked against the book. A reform of the minimum wage that nobody's wage follows is refused: it would
show nothing and mean nothing.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from veerkracht.household.problem import problem
from veerkracht.law.catalogue import LAWS, book
from veerkracht.law.engine.parameters import (
    MistakeInReform,
    Parameter,
    Reform,
    Value,
    raw_reform,
    reform_of_numbers,
)
from veerkracht.law.engine.rules import Book
from veerkracht.law.facts import units_of_facts

from ..vazalo import rules as vazalo

HERE = Path(__file__).parent
STATUSES = ("wet", "voorstel", "partijplan", "hypothese")
MINIMUM_WAGE = "minimumloon.minimumuurloon"
NEW_RULES = {"vazalo": vazalo}
NORMS = ("participatiewet.norm_alleenstaande", "participatiewet.norm_samenwonenden")
"""With the minimum wage: what the program does not lower, not even as an exercise."""


@dataclass(frozen=True, kw_only=True)
class PopulationReform:
    """A reform over many households. `linked` parameters rise with the minimum wage; `wages_follow` says wages do."""

    name: str
    numbers: Reform
    date: dt.date
    status: str
    leaves_out: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    wages_follow: bool = False
    rules: str = ""

    def on(self, day: dt.date) -> Reform:
        """The numbers on a day, the linked ones with them."""
        factor = self.wage_factor(day)
        in_force = book().values(day, None)
        linked = ((key, in_force[key]) for key in self.linked)
        follow = tuple((key, value * factor) for key, value in linked if isinstance(value, float))
        return replace(self.numbers, values=(*self.numbers.values, *follow))

    def wage_factor(self, day: dt.date) -> float:
        """By how much the minimum wage rises; 1 where the reform does not touch it."""
        new, old = dict(self.numbers.values).get(MINIMUM_WAGE), book().values(day, None).get(MINIMUM_WAGE)
        return new / old if isinstance(new, float) and isinstance(old, float) else 1.0

    def changed(self) -> frozenset[str]:
        """The parameters that it changes."""
        return frozenset(dict(self.numbers.values)) | frozenset(self.linked)


def book_of(reform: PopulationReform | None) -> Book:
    """The law book, with the rules of the reform in the place of those of the same name."""
    return with_rules(reform.rules) if reform and reform.rules else book()


@cache
def with_rules(name: str) -> Book:
    law = NEW_RULES[name].wet
    whole = Book([*LAWS, NEW_RULES[name]], units_of_facts())
    new = {rule.name for rule in law.rules}
    whole.rules = [rule for rule in whole.rules if rule.law is law or rule.name not in new]
    return whole


def read_population_reform(file: Path, day: dt.date) -> PopulationReform:
    """A reform from its file, whole and within bounds.

    Raises:
        MistakeInReform: one sentence that says what is wrong and how to mend it.
    """
    return reform_from(raw_reform(file), file.name, day)


def reform_from(raw: Mapping[str, Any], name: str, day: dt.date) -> PopulationReform:
    """A reform from what a file holds, checked."""
    status, written = raw.get("status", "hypothese"), raw.get("date", day)
    rules, linked = raw.get("rules", ""), raw.get("linked", {})
    if status not in STATUSES:
        raise MistakeInReform(problem("reform_status_unknown", name, choices=STATUSES))
    if not isinstance(written, dt.date):
        raise MistakeInReform(problem("reform_without_date", name))
    if rules and rules not in NEW_RULES:
        raise MistakeInReform(problem("reform_rules_unknown", name, choices=tuple(NEW_RULES)))
    parameters = with_rules(rules).parameters if rules else book().parameters
    reform = PopulationReform(
        name=Path(name).stem,
        numbers=reform_of_numbers(raw, name, parameters),
        date=written,
        status=status,
        leaves_out=tuple(raw.get("leaves_out", ())),
        linked=linked_parameters(linked, name, parameters),
        wages_follow=isinstance(linked, dict) and linked.get("wages") is True,
        rules=rules,
    )
    check(reform, day)
    return reform


def linked_parameters(linked: object, name: str, parameters: Mapping[str, Parameter]) -> tuple[str, ...]:
    if not isinstance(linked, dict) or linked.keys() - {"wages", "parameters"}:
        raise MistakeInReform(problem("reform_linked_misfits", name))
    keys = linked.get("parameters", [])
    for key in keys:
        if key not in parameters:
            raise MistakeInReform(problem("reform_unknown_parameter", key))
    return tuple(keys)


def check(reform: PopulationReform, day: dt.date) -> None:
    """Refuse what would mislead: a minimum wage without wages, and a floor that is lowered."""
    values = dict(reform.on(day).values)
    if MINIMUM_WAGE in values and not reform.wages_follow:
        raise MistakeInReform(problem("reform_minimum_wage_alone"))
    in_force = book().values(day, None)
    for key in (*NORMS, MINIMUM_WAGE):
        new, old = values.get(key), in_force.get(key)
        if isinstance(new, float) and isinstance(old, float) and new < old:
            code = "reform_lowers_the_norm" if key in NORMS else "reform_lowers_the_wage"
            raise MistakeInReform(problem(code, key, new=new, old=old))


def reform_named(name: str, day: dt.date) -> PopulationReform:
    """A reform that comes with the program."""
    reforms = shipped(day)
    if name not in reforms:
        raise MistakeInReform(problem("reform_name_unknown", name, choices=tuple(reforms)))
    return reforms[name]


def shipped(day: dt.date) -> dict[str, PopulationReform]:
    """The reforms that come with the program, by name."""
    return {file.stem: read_population_reform(file, day) for file in sorted(HERE.glob("*.toml"))}


def as_toml(reform: PopulationReform) -> str:
    """The reform as the file it would be read from."""
    own = HERE / f"{reform.name}.toml"
    return own.read_text(encoding="utf-8") if own.exists() else written_as_toml(reform)


def written_as_toml(reform: PopulationReform) -> str:
    """A reform that was put together on a page, as a file."""
    lines = [f"sentence = {quoted(reform.numbers.sentence)}", f"source = {quoted(reform.numbers.source)}"]
    lines += [f'status = "{reform.status}"', f"date = {reform.date.isoformat()}", "[parameters]"]
    lines += [f'"{key}" = {toml_value(key, value)}' for key, value in reform.numbers.values]
    text = "\n".join([*lines, ""])
    tomllib.loads(text)
    return text


def quoted(text: str) -> str:
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def toml_value(key: str, value: Value) -> str:
    if isinstance(value, tuple):
        return str([list(row) for row in zip(*value, strict=True)])
    if isinstance(value, bool):
        return str(value).lower()
    unit = book().parameters[key].unit if key in book().parameters else ""
    return dt.date.fromordinal(int(value)).isoformat() if unit == "day" else repr(value)
