"""Parameters: the numbers of a law, dated, with unit, article, source and confidence.

A value holds from its date until the next one, or until the day after which the law has not been published yet
(`until`): then there is no value, rather than an old one. A reform is a mapping over them.
"""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veerkracht.household.problem import Refused, problem

from .units import Table

Value = float | bool | Table


class MistakeInReform(Refused):
    """A sentence for the person who wrote the reform."""


@dataclass(frozen=True)
class Version:
    """What a parameter is from one day on."""

    since: dt.date
    value: Value
    source: str
    confidence: str


@dataclass(frozen=True)
class Parameter:
    """One number of a law through time."""

    name: str
    unit: str
    article: str
    until: dt.date
    versions: tuple[Version, ...]
    year_mean_of: str = ""

    def on(self, day: dt.date) -> Version | None:
        """The version in force, or nothing where none is known."""
        known = [v for v in self.versions if v.since <= day <= self.until]
        return known[-1] if known else None


@dataclass(frozen=True)
class Reform:
    """What if: other numbers, with the sentence that says so and where it comes from."""

    sentence: str
    source: str
    values: tuple[tuple[str, Value], ...]


def value_of(raw: Any, unit: str) -> Value:
    """A TOML value as a rule wants it: a number, a claim, a day as a number, or a table of brackets."""
    if isinstance(raw, list) and raw and all(isinstance(row, list) and 2 <= len(row) <= 3 for row in raw):
        rows = [[number(cell) for cell in row] + [0.0] for row in raw]
        return Table(*(tuple(row[k] for row in rows) for k in range(3)))
    if unit == "day" and isinstance(raw, dt.date):
        return float(raw.toordinal())
    if unit == "bool" and isinstance(raw, bool):
        return raw
    if unit in ("day", "bool"):
        raise ValueError
    return number(raw)


def number(raw: Any) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or math.isinf(raw):
        raise ValueError
    return float(raw)


def read_parameters(folder: Path) -> dict[str, Parameter]:
    """All parameters of one law, by their full name: `folder.name`."""
    file = folder / "parameters.toml"
    if not file.exists():
        return {}
    entries = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        f"{folder.name}.{name}": read_one(f"{folder.name}.{name}", entry) for name, entry in entries.items()
    }


def read_one(name: str, entry: Mapping[str, Any]) -> Parameter:
    unit = str(entry["unit"])
    versions = [
        Version(dt.date.fromisoformat(key), value_of(row["value"], unit), row["source"], row["confidence"])
        for key, row in entry.items()
        if isinstance(row, dict)
    ]
    versions.sort(key=lambda version: version.since)
    until = entry.get("until", dt.date.max)
    return Parameter(name, unit, str(entry["article"]), until, tuple(versions), entry.get("year_mean_of", ""))


def in_force(parameters: Mapping[str, Parameter], day: dt.date, reform: Reform | None) -> dict[str, Value]:
    """Each parameter that has a value on this day, after the reform; year means follow what they are a mean of."""
    values = {name: v.value for name, p in parameters.items() if (v := p.on(day)) is not None}
    values.update(dict(reform.values) if reform else {})
    for name, parameter in parameters.items():
        if parameter.year_mean_of:
            mean = year_mean(parameters[parameter.year_mean_of], day, reform)
            if mean is not None:
                values[name] = mean
    return values


def year_mean(parameter: Parameter, day: dt.date, reform: Reform | None) -> float | None:
    """The mean over the twelve months of the calendar year; a reformed amount counts the whole year."""
    reformed = dict(reform.values).get(parameter.name) if reform else None
    if isinstance(reformed, float):
        return reformed
    months = [parameter.on(dt.date(day.year, month, 1)) for month in range(1, 13)]
    values = [v.value for v in months if v is not None and isinstance(v.value, float)]
    return sum(values) / 12 if len(values) == 12 else None


def read_reform(file: Path, parameters: Mapping[str, Parameter]) -> Reform:
    """A reform from its TOML file, each name and value checked against the book."""
    raw = raw_reform(file)
    if more := raw.keys() & FOR_MANY:
        raise MistakeInReform(problem("reform_for_many", file.name, name=min(more)))
    return reform_of_numbers(raw, file.name, parameters)


SAID_OF_A_REFORM = {"sentence", "source", "date", "status", "leaves_out"}
FOR_MANY = {"linked", "rules"}
"""Parts of a reform that one household cannot be asked about: wages that follow, and rules that are new."""


def raw_reform(file: Path) -> dict[str, Any]:
    """The file as it stands, with the parts it must have and none that nobody knows."""
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise MistakeInReform(problem("reform_unreadable", file.name)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MistakeInReform(problem("reform_no_toml", file.name, why=str(error))) from error
    for key in ("sentence", "source"):
        if not isinstance(raw.get(key), str):
            raise MistakeInReform(problem("reform_misses", file.name, name=key))
    if unknown := raw.keys() - SAID_OF_A_REFORM - FOR_MANY - {"parameters"}:
        raise MistakeInReform(problem("reform_unknown_key", file.name, name=min(unknown)))
    return raw


def reform_of_numbers(raw: Mapping[str, Any], name: str, parameters: Mapping[str, Parameter]) -> Reform:
    """The numbers that a reform changes, each name and value checked against the book."""
    changed = raw.get("parameters", {})
    if not isinstance(changed, dict):
        raise MistakeInReform(problem("reform_no_table", name))
    values = tuple((key, reformed_value(key, value, parameters)) for key, value in changed.items())
    return Reform(raw["sentence"], raw["source"], values)


def reformed_value(name: str, raw: Any, parameters: Mapping[str, Parameter]) -> Value:
    if name not in parameters:
        raise MistakeInReform(problem("reform_unknown_parameter", name))
    parameter = parameters[name]
    if parameter.year_mean_of:
        raise MistakeInReform(problem("reform_of_a_mean", name, instead=parameter.year_mean_of))
    misfit = problem("reform_value_misfits", name, value=raw, unit=parameter.unit)
    try:
        value = value_of(raw, parameter.unit)
    except ValueError as error:
        raise MistakeInReform(misfit) from error
    like = parameter.versions[-1].value
    if isinstance(value, Table) != isinstance(like, Table) or (
        isinstance(value, float) and math.isnan(value)
    ):
        raise MistakeInReform(misfit)
    return value
