"""The published amounts of all laws, read from the `examples.toml` beside each law's rules."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate
from veerkracht.law.engine.rules import Book
from veerkracht.law.prepare import prepare


@dataclass(frozen=True)
class Example:
    """One published amount, or a few from one source."""

    law: str
    name: str
    date: dt.date
    facts: dict[str, Any]
    expect: dict[str, float]
    tolerance: dict[str, float]
    source: str


WORDS = {"name", "date", "facts", "expect", "tolerance", "source"}


def examples() -> list[Example]:
    return [example for law in book().laws for example in examples_of(law.folder)]


def examples_of(folder: Path) -> list[Example]:
    """The examples beside one law.

    Raises:
        ValueError: one misses something or has a word nobody reads; says which file and which example.
    """
    rows = tomllib.loads((folder / "examples.toml").read_text(encoding="utf-8"))["example"]
    return [_example(folder.name, number, row) for number, row in enumerate(rows, 1)]


def _example(law: str, number: int, row: dict[str, Any]) -> Example:
    place = f"{law}/examples.toml, example {number} ({row.get('name', 'without a name')})"
    problems = [f"{word} is missing" for word in sorted(WORDS - set(row))]
    problems += [f"nobody reads {word}" for word in sorted(set(row) - WORDS)]
    if problems:
        raise ValueError(f"{place}: {', '.join(problems)}")
    margin = row["tolerance"]
    tolerance = margin if isinstance(margin, dict) else dict.fromkeys(row["expect"], margin)
    return Example(law=law, **{**row, "tolerance": tolerance})


def misses(example: Example, with_book: Book) -> list[str]:
    """What comes out differently from what was published."""
    facts = prepare(with_book, example.date, example.facts).values
    amounts = calculate(with_book, example.date, facts, tuple(example.expect)).amounts
    return [
        f"{name}: {amounts[name]} and not {published}"
        for name, published in example.expect.items()
        if abs(amounts[name] - published) > example.tolerance[name] + 1e-9
    ]
