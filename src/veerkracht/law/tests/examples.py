"""The published amounts of all laws, read from the `examples.toml` beside each law's rules."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
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


def examples() -> list[Example]:
    found = []
    for law in book().laws:
        for row in tomllib.loads((law.folder / "examples.toml").read_text(encoding="utf-8"))["example"]:
            margin = row["tolerance"]
            row["tolerance"] = margin if isinstance(margin, dict) else dict.fromkeys(row["expect"], margin)
            found.append(Example(law=law.folder.name, **row))
    return found


def misses(example: Example, with_book: Book) -> list[str]:
    """What comes out differently from what was published."""
    facts = prepare(with_book, example.date, example.facts).values
    amounts = calculate(with_book, example.date, facts, tuple(example.expect)).amounts
    return [
        f"{name}: {amounts[name]} and not {published}"
        for name, published in example.expect.items()
        if abs(amounts[name] - published) > example.tolerance[name] + 1e-9
    ]
