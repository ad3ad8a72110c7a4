"""The sentence of a problem or a remark, made from its values: the only place where a code becomes Dutch.

The sentences stand in `problems.toml` and `remarks.toml` by code. Where a page says it in other words than an answer
to a file, a sentence is a table with `file` and `page`. In a sentence `{value}` is a value of the remark, `{field}`
where a problem stands, and any other name the name of a field, kind or fact, as the wording calls it.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

from veerkracht.household.fields import CHILD_FIELDS, FIELDS
from veerkracht.household.problem import Problem, Refused
from veerkracht.household.remark import Remark
from veerkracht.law.facts import COLUMNS, MAY_BE_GIVEN
from veerkracht.week.times import DAY_NAMES, clock

from .ledger import estimate_sentence, gap_sentence
from .numbers import day_in_words, euros_in_words


@dataclass(frozen=True, kw_only=True)
class Wording:
    """For whom: the answer to a file keeps the names of its fields, a page calls them as its labels do."""

    on_a_page: bool = False
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def name(self, name: str) -> str:
        return self.names.get(name, name)


FILE = Wording()
PAGE = Wording(on_a_page=True)


@cache
def templates() -> Mapping[str, str | dict[str, str]]:
    """Every sentence by its code."""
    folder = Path(__file__).parent
    files = ("problems.toml", "remarks.toml")
    return {
        code: sentence
        for file in files
        for code, sentence in tomllib.loads((folder / file).read_text(encoding="utf-8")).items()
    }


def say(remark: Remark, wording: Wording = FILE) -> str:
    """One problem or remark as a sentence."""
    if remark.code in BY_FUNCTION:
        return BY_FUNCTION[remark.code](remark.values)
    template = templates()[remark.code]
    if isinstance(template, dict):
        template = template["page" if wording.on_a_page else "file"]
    values = dict(remark.values)
    if isinstance(remark, Problem):
        values |= {"field": wording.name(remark.field), "day": remark.day or values.get("day")}
        values |= in_a_family(remark)
    return _Dutch(wording).vformat(template, (), values)


def refusal(error: Refused, wording: Wording = FILE) -> str:
    """Why something was refused, with a capital as a page begins a sentence."""
    sentence = say(error.problem, wording)
    return f"{sentence[:1].upper()}{sentence[1:]}" if wording.on_a_page else sentence


def in_a_family(problem: Problem) -> dict[str, str]:
    """How a reader of a family file finds it back: `Kind N6`, and with the field `Kind N6: `school` op ma`."""
    where = problem.values.get("where")
    if not isinstance(where, tuple):
        return {}
    first, *rest = where or ("",)
    if first in CALLED and rest:
        first, *rest = CALLED[first].format(rest[0]), *rest[1:]
    else:
        first = PARTS.get(first, f"`{first}`")
    names = [first, *(f"blok {part}" if isinstance(part, int) else f"`{part}`" for part in rest)]
    place = ", ".join(names)
    key = f"`{problem.field}`" if not where else f"{place}: `{problem.field}`"
    on = problem.values.get("on")
    return {"place": place, "at": f"{key} op {on}" if on else key}


class _Dutch(Formatter):
    """Values as Dutch readers write them; `{choices:of}` joins with "of", `{start:clock}` says minutes as a time."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs[str(key)] if key in kwargs else self.wording.name(str(key))

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in _SPECS:
            return str(_SPECS[format_spec](value))
        if isinstance(value, tuple):
            return (f" {format_spec} " if format_spec else ", ").join(value) or "geen"
        if isinstance(value, dt.date) and not format_spec:
            return day_in_words(value) if self.wording.on_a_page else value.isoformat()
        return str(super().format_field(value, format_spec))


PARTS = {"": "Het gezin", "roster": "Het rooster"}
CALLED = {
    "children": "Kind {}",
    "services": "Opvang {}",
    "trusted": "Vertrouwd persoon {}",
    "other_parent": "Andere ouder {}",
    "courses": "Cursusrooster {}",
    "travel": "Reis {} in `travel`",
    "protected": "Blok {} in `protected`",
}
CHILDREN = {"toddler": "een peuter", "school": "een kind op de basisschool", "teen": "een tiener"}
BENEFITS = {"wazo": "verlofuitkering", "zw": "Ziektewet", "wia": "WIA", "ioaw": "IOAW", "anw": "Anw"}
_SPECS: dict[str, Any] = {
    "benefit": BENEFITS.__getitem__,
    "clock": clock,
    "times": lambda block: f"{clock(block.start)}–{clock(block.end)}",
    "child": CHILDREN.__getitem__,
    "small": lambda text: f"{text[:1].lower()}{text[1:]}",
    "weekday": DAY_NAMES.__getitem__,
    "euros": euros_in_words,
    "words": day_in_words,
    "percent": lambda share: f"{100 * share:g}%".replace(".", ","),
}


def missing_fact(values: Mapping[str, Any]) -> str:
    """Which fact is missing, what it means, and what could be given instead."""
    path = values["way"]
    assert isinstance(path, tuple)
    name = path[-1]
    if name in COLUMNS:
        fact = COLUMNS[name]
        sentence = f"kinderen ontbreekt, of bij een kind {fact}: {CHILD_FIELDS[fact].meaning}"
    elif name in FIELDS:
        sentence = f"{name} ontbreekt: {FIELDS[name].meaning}"
    else:
        return f"De uitkomst '{name}' is niet bekend."
    instead = [step for step in reversed(path[1:-1]) if step in MAY_BE_GIVEN]
    return sentence + (f" (of geef zelf {' of '.join(instead)} op)." if instead else ".")


BY_FUNCTION: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "fact_missing": missing_fact,
    "gap_without_income": gap_sentence,
    "estimate_of_the_year": lambda values: estimate_sentence(values["estimate"]),
}
"""Sentences that are put together from several values, and so stand in code."""
