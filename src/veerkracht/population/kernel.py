"""The kernel: the rules written out as one loop over households, and compiled.

A serial loop over `[start, stop)` that holds no lock, so that slices go to threads. Parameters are an array: a reform
of numbers never compiles again. The module is named by the hash of its source, which holds the text of every rule, so
a kernel from before a rule changed is never used.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from veerkracht.law.engine.calculate import MissingFact, in_order
from veerkracht.law.engine.rules import Book, Rule
from veerkracht.law.engine.units import Table, Unit
from veerkracht.law.engine.written_out import Writer, indented, variable

LIBRARY = """
UNKNOWN = float("nan")
MARGIN = 1e-7

@compiled
def multiple(times, stap):
    return times / (1 / stap) if stap < 1 else times * stap

@compiled
def naar_beneden(bedrag, stap):
    return multiple(np.floor(bedrag / stap + MARGIN) + 0.0, stap)

@compiled
def naar_boven(bedrag, stap):
    return multiple(np.ceil(bedrag / stap - MARGIN) + 0.0, stap)

@compiled
def rekenkundig(bedrag, stap):
    return multiple(np.floor(bedrag / stap + 0.5 + MARGIN) + 0.0, stap)

@compiled
def opzoeken(tables, tabel, waarde):
    place = (waarde - tables[tabel + 2]) * tables[tabel + 3]
    bins = tables[tabel]
    if not place > 0.0:
        place = 0.0
    if place > bins - 1.0:
        place = bins - 1.0
    row = int(tables[tabel + 5 + int(place)])
    first = tabel + 5 + int(bins)
    bracket = row
    for more in range(1, int(tables[tabel + 1]) + 1):
        if waarde >= tables[first + row + more]:
            bracket = row + more
    rows = int(tables[tabel + 4])
    base = first + rows + int(tables[tabel + 1])
    return tables[base + bracket] + tables[base + rows + bracket] * (waarde - tables[first + bracket])
"""
"""The rounding and the look-up of law/engine/rounding.py in compiled form; a bracket is found by its bin."""
MOST_BINS = 4096


@dataclass(frozen=True)
class Layout:
    """What a kernel reads and writes, in order: the shape that does not change with a reform of numbers."""

    targets: tuple[str, ...]
    facts: tuple[str, ...]
    child_facts: tuple[str, ...]
    numbers: tuple[str, ...]
    tables: tuple[str, ...]
    given: frozenset[str]


@dataclass(frozen=True)
class Kernel:
    """A compiled loop with its layout."""

    layout: Layout
    loop: Callable[..., None]
    source: str


@lru_cache(maxsize=32)
def kernel_for(book: Book, day: dt.date, targets: tuple[str, ...], given: frozenset[str]) -> Kernel:
    """The kernel for the rules of this day. `given` are the quantities that a household may bring itself.

    Compiling takes seconds to a minute and is kept on disk; what was kept is used only for the very same source.
    """
    layout, source = written(book, day, targets, given)
    return Kernel(layout, loaded(source), source)


def rules_needed(
    book: Book, day: dt.date, targets: Sequence[str]
) -> tuple[tuple[Rule, ...], list[str], list[str]]:
    """Every rule that some household needs for the targets, in order; and the facts and parameters they read."""
    rules = book.on(day)
    needed: dict[str, Rule] = {}
    facts: dict[str, None] = {}
    parameters: dict[str, None] = {}
    todo: list[tuple[str, ...]] = [(target,) for target in targets]
    while todo:
        path = todo.pop()
        name = path[-1]
        if name in book.parameters:
            parameters[name] = None
        elif name in rules:
            if name not in needed:
                needed[name] = rules[name]
                todo += [(*path, key) for key in rules[name].keys]
        elif name in book.facts:
            facts[name] = None
        else:
            raise MissingFact(path)
    return in_order(needed), list(facts), list(parameters)


def written(book: Book, day: dt.date, targets: tuple[str, ...], given: frozenset[str]) -> tuple[Layout, str]:
    """The source of the kernel, and what it reads and writes."""
    rules, facts, parameters = rules_needed(book, day, targets)
    is_table = {
        key: isinstance(book.parameters[key].versions[-1].value, Table)
        for key in parameters
        if book.parameters[key].versions
    }
    may_be_given = frozenset(rule.name for rule in rules if rule.name in given and not rule.unit.many)
    layout = Layout(
        targets,
        tuple(sorted(name for name in facts if not book.units[name].many)) + tuple(sorted(may_be_given)),
        tuple(sorted(name for name in facts if book.units[name].many)),
        tuple(sorted(key for key in parameters if not is_table.get(key))),
        tuple(sorted(key for key in parameters if is_table.get(key))),
        may_be_given,
    )
    writer = Writer(book, tables="tables")
    body = _household(book, layout, rules, writer)
    head = [
        "@compiled",
        "def loop(start, stop, facts, offsets, children, numbers, tables, at, amounts, unknown):",
        *indented(_before(book, layout, rules)),
        "    for household in range(start, stop):",
        *indented(indented(body)),
    ]
    helpers = [f"@compiled\n{helper}" for helper in writer.helpers.values()]
    return layout, "\n".join([HEADER, LIBRARY, *helpers, *head, ""])


HEADER = (
    '"""Made by veerkracht/population/kernel.py; not to be edited."""\n'
    "import numba\nimport numpy as np\n\n"
    'compiled = numba.njit(nogil=True, cache=True, error_model="numpy")'
)


def _before(book: Book, layout: Layout, rules: Sequence[Rule]) -> list[str]:
    """What is the same for all households: the parameters, and room for the children of one household."""
    lines = []
    for position, key in enumerate(layout.numbers):
        is_claim = book.parameters[key].unit == "bool"
        lines.append(f"{variable(key)} = numbers[{position}]" + (" != 0.0" if is_claim else ""))
    lines += [f"{variable(key)} = at[{position}]" for position, key in enumerate(layout.tables)]
    lines += ["most = 1", "for household in range(start, stop):"]
    lines.append("    most = max(most, offsets[household + 1] - offsets[household])")
    many = [rule.name for rule in rules if rule.unit.many]
    claims = {rule.name for rule in rules if rule.unit == Unit("bool", True) and not rule.unknown}
    lines += [
        f"{name} = np.zeros(most, np.{'bool_' if name in claims else 'float64'})"
        for name in (*layout.child_facts, *many)
    ]
    return lines


def _household(book: Book, layout: Layout, rules: Sequence[Rule], writer: Writer) -> list[str]:
    lines = ["first = offsets[household]", "kinderen = offsets[household + 1] - first"]
    lines += ["for kind in range(kinderen):"] if layout.child_facts else []
    for position, name in enumerate(layout.child_facts):
        lines.append(f"    {name}[kind] = children[{position}, first + kind]")
    doubtful: dict[str, str] = {}
    for position, name in enumerate(layout.facts):
        if name not in layout.given:
            lines.append(f"{name} = {_as_read(book, name, f'facts[{position}, household]')}")
    for rule in rules:
        lines += _rule(book, layout, rule, writer, doubtful)
    for position, target in enumerate(layout.targets):
        lines.append(f"amounts[{position}, household] = {target}")
        lines.append(f"unknown[{position}, household] = {doubtful.get(target, 'False')}")
    return lines


def _as_read(book: Book, name: str, value: str) -> str:
    return f"{value} != 0.0" if book.units[name].symbol == "bool" else value


def _rule(book: Book, layout: Layout, rule: Rule, writer: Writer, doubtful: dict[str, str]) -> list[str]:
    """One rule, unless the household brought the quantity; and whether the law has no answer at or before it."""
    lines = writer.rule(rule)
    unsure = list(dict.fromkeys(doubtful[key] for key in rule.keys if key in doubtful))
    mark = f"onbekend_{rule.name}"
    if rule.unknown:
        lines += _unknown_at(rule, mark, unsure)
        doubtful[rule.name] = mark
    elif len(unsure) > 1 or (unsure and rule.name in layout.given):
        lines.append(f"{mark} = {' or '.join(unsure)}")
        doubtful[rule.name] = mark
    elif unsure:
        doubtful[rule.name] = unsure[0]
    if rule.name not in layout.given:
        return lines
    brought = f"facts[{layout.facts.index(rule.name)}, household]"
    known = [f"{rule.name} = {_as_read(book, rule.name, brought)}"]
    if doubtful.get(rule.name) == mark:
        known.append(f"{mark} = False")
    return [f"if {brought} == {brought}:", *indented(known), "else:", *indented(lines)]


def _unknown_at(rule: Rule, mark: str, unsure: Sequence[str]) -> list[str]:
    before = " or ".join(unsure) or "False"
    if rule.unit.many:
        test = f"if {rule.name}[kind] != {rule.name}[kind]:"
        return [f"{mark} = {before}", "for kind in range(kinderen):", f"    {test}", f"        {mark} = True"]
    lines = [f"{mark} = {rule.name} != {rule.name}" + (f" or {before}" if unsure else "")]
    if rule.unit.symbol == "bool":
        lines.append(f"{rule.name} = {rule.name} == 1.0")
    return lines


def packed(tables: Sequence[Table]) -> tuple[list[float], list[int]]:
    """Tables in one row of numbers, each with bins that lead to its bracket; and where each begins."""
    numbers: list[float] = []
    at = []
    for table in tables:
        at.append(len(numbers))
        numbers += _binned(table)
    return numbers, at


def _binned(table: Table) -> list[float]:
    """A bin is a slice of equal width; with at most `deep` thresholds inside it the bracket follows by comparing."""
    first, last = table.thresholds[0], table.thresholds[-1]
    bins = 1
    while True:
        per_unit = bins / (last - first) if last > first else 0.0
        places = [max(0, min(bins - 1, int((t - first) * per_unit))) for t in table.thresholds]
        deep = max(places.count(place) for place in set(places))
        if deep == 1 or bins >= MOST_BINS or last <= first:
            break
        bins *= 2
    brackets = [float(max(0, sum(place < b for place in places) - 1)) for b in range(bins)]
    head = [float(bins), float(deep), first, per_unit, float(len(places))]
    return [*head, *brackets, *table.thresholds, *([float("inf")] * deep), *table.bases, *table.rates]


def home_of_kernels() -> Path:
    """Where compiled kernels are kept between runs, open to nobody else."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "veerkracht" / "kernels"
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    return home


def loaded(source: str) -> Callable[..., Any]:
    """The loop of the source, compiled on first use."""
    name = f"kernel_{hashlib.sha256(source.encode()).hexdigest()[:24]}"
    if name not in sys.modules:
        file = home_of_kernels() / f"{name}.py"
        if not file.exists() or file.read_text(encoding="utf-8") != source:
            beside = file.with_suffix(f".{os.getpid()}")
            beside.write_text(source, encoding="utf-8")
            beside.replace(file)
        spec = importlib.util.spec_from_file_location(name, file)
        if spec is None or spec.loader is None:
            raise ImportError(f"{file} cannot be read")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    loop: Callable[..., Any] = sys.modules[name].loop
    return loop
