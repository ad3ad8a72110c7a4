"""A municipality's own pseudonymous file, CSV or Parquet: one household a row, the fact names of the contract.

Each row goes through the book's own reader. A broken row is named with its line and column; the rest goes on.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veerkracht.household.problem import Problem, Refused, problem
from veerkracht.law.catalogue import book
from veerkracht.law.checking import check_day
from veerkracht.law.choices import CHOICES
from veerkracht.law.facts import FACTS, OF_A_CHILD
from veerkracht.law.prepare import MistakeInFacts, prepare

from .households import Households, from_values

APART = ("id", "weight", "uren_per_week")
CHILDREN = "kinderen"
JSON_CELLS = (CHILDREN, "inkomen")
BATCH = 10_000
FIRST_LINE = {".csv": 2, ".parquet": 1}
"""The number of the first row: a CSV has its names on line 1."""


class CannotRead(Refused):
    """Something about the file as a whole."""


@dataclass(frozen=True)
class BrokenRow:
    """A row that was left out, and why."""

    line: int
    column: str
    problem: Problem


def read_households(file: Path, day: dt.date) -> tuple[Households, list[BrokenRow]]:
    """The rows that can be read, and those that cannot.

    Raises:
        CannotRead: the file itself cannot be used.
    """
    prepared, ids, weights, hours, brought, broken = [], [], [], [], [], []
    rules = book().on(day)
    for line, row in enumerate(rows(file), FIRST_LINE[file.suffix]):
        try:
            apart = {name: number(row.pop(name, None), name) for name in APART[1:]}
            identity = row.pop("id", None)
            values = prepare(book(), day, row).values
            check_day(values)
        except Refused as error:
            broken.append(BrokenRow(line, column_of(error.problem, row), error.problem))
            continue
        prepared.append(values)
        ids.append(str(line if identity is None else identity))
        weights.append(1.0 if apart["weight"] is None else apart["weight"])
        hours.append(math.nan if apart["uren_per_week"] is None else apart["uren_per_week"])
        brought.append(frozenset(name for name in row if name in rules and row[name] is not None))
    if not prepared and not broken:
        raise CannotRead(problem("file_without_a_row", file.name))
    return from_values(prepared, ids, weights, hours, brought), broken


def column_of(wrong: Problem, row: Mapping[str, Any]) -> str:
    """The column that a problem is about: its field, or else the first that it names."""
    field = re.split(r"[.\[]", wrong.field)[0]
    named = [name for name in row if any(name == value for value in wrong.values.values())]
    return field if field in row or not named else named[0]


def number(value: Any, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
        raise MistakeInFacts(problem("no_number", name, value=value))
    return float(value)


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """Each row as facts; an empty cell is a fact that is not there."""
    try:
        if file.suffix == ".csv":
            yield from rows_of_csv(file)
        elif file.suffix == ".parquet":
            yield from rows_of_parquet(file)
        else:
            raise CannotRead(problem("file_of_another_kind", file.name))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CannotRead(problem("file_unreadable", file.name)) from error


def rows_of_csv(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        if not reader.fieldnames or CHILDREN not in reader.fieldnames:
            raise CannotRead(problem("file_without_column", file.name, name=CHILDREN))
        for row in reader:
            yield {name: cell(name, text) for name, text in row.items() if name and text not in (None, "")}


def cell(name: str, text: str) -> Any:
    """What stands in a cell: JSON for lists, claims and numbers; anything else is text and is judged by the reader."""
    if name == "id":
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def rows_of_parquet(file: Path) -> Iterator[dict[str, Any]]:
    from pyarrow import ArrowInvalid
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(file)
    except ArrowInvalid as error:
        raise CannotRead(problem("file_not_parquet", file.name)) from error
    for batch in table.iter_batches(BATCH):
        for row in batch.to_pylist():
            yield {name: value for name, value in row.items() if value is not None}


def schema() -> dict[str, Any]:
    """The JSON schema of a row: every fact with its meaning and unit."""
    child = {name: described(field.unit, field.meaning, name) for name, field in OF_A_CHILD.items()}
    child["geboortedatum"] = {
        "type": "string",
        "format": "date",
        "description": "in plaats van de leeftijden",
    }
    facts = {name: described(fact.unit, fact.meaning, name) for name, fact in FACTS.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Een huishouden, één regel van het bestand",
        "type": "object",
        "required": [CHILDREN],
        "properties": {
            "id": {"type": "string", "description": "een pseudoniem, nooit een BSN of naam"},
            "weight": {
                "type": "number",
                "minimum": 0,
                "description": "voor hoeveel huishoudens dit er een is",
            },
            "uren_per_week": {
                "type": "number",
                "minimum": 0,
                "description": "gewerkte uren per week (hours/week)",
            },
            CHILDREN: {
                "type": "array",
                "items": {"type": "object", "properties": child},
                "description": "per kind een object; in CSV een cel met JSON",
            },
            **facts,
        },
    }


def described(unit: str, meaning: str, name: str) -> dict[str, Any]:
    if unit == "text":
        return {"enum": list(CHOICES.get(name, ())) or None, "description": meaning}
    kinds = {"bool": "boolean", "count": "integer"}
    return {"type": kinds.get(unit, "number"), "description": f"{meaning} ({unit})"}
