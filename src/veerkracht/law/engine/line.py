"""A line: one household while some facts move, over the rules that depend on them, written out as plain statements.

The statements are those of `written_out`, so a rule is defined once; they are made once for each question and kept.
What they cannot answer (a rule without an answer, a division by nothing) is asked again rule by rule, which says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

from . import rounding
from .calculate import Answer, Plan, calculate
from .parameters import Reform
from .rules import Book, Rule
from .written_out import LIBRARY, NOT_A_NUMBER, Writer, indented, variable

Columns = dict[str, Sequence[Any]]
"""By quantity its value at each point of the line."""
Line = Callable[[Sequence[Sequence[Any]], Mapping[str, Any]], list[tuple[Any, ...]]]
"""The values that the facts take and all that stands still, to the targets at each point."""


class _NoAnswer(Exception):
    """A rule has no answer at one of the points."""


def along(
    book: Book,
    day: dt.date,
    facts: Mapping[str, Any],
    moving: Columns,
    targets: Sequence[str],
    reform: Reform | None = None,
) -> Columns:
    """Each target as a column, for one household while the facts in `moving` take their values together."""
    wanted = tuple(targets)
    start = {name: column[0] for name, column in moving.items()}
    answer = calculate(book, day, {**facts, **start}, wanted, reform)
    try:
        points = line_of(answer.plan, book, tuple(moving), wanted)(tuple(moving.values()), answer.known)
    except (_NoAnswer, ArithmeticError):
        return rule_by_rule(answer, moving)
    return dict(zip(wanted, zip(*points, strict=True), strict=True))


def rule_by_rule(answer: Answer, moving: Columns) -> Columns:
    """The same through the functions of the rules themselves; raises what a rule has to say."""
    columns = dict(moving)
    size = len(next(iter(moving.values())))
    for rule, (quantity, function, _) in zip(answer.plan.rules, answer.plan.steps, strict=True):
        if not columns.keys().isdisjoint(rule.keys):
            values = [columns[key] if key in columns else repeat(answer.known[key]) for key in rule.keys]
            columns[quantity] = list(map(function, *values))
    return {each: columns.get(each) or [answer.known[each]] * size for each in answer.targets}


@lru_cache(maxsize=512)
def line_of(plan: Plan, book: Book, names: tuple[str, ...], targets: tuple[str, ...]) -> Line:
    """The compiled statements for the rules of this plan that depend on the facts `names`."""
    moving = set(names)
    rules: list[Rule] = []
    for rule in plan.rules:
        if not moving.isdisjoint(rule.keys):
            moving.add(rule.name)
            rules.append(rule)
    writer = Writer(book, interpreted=True)
    body = [line for rule in rules for line in _statements(writer, rule)]
    read = dict.fromkeys(key for keys in (*(rule.keys for rule in rules), targets) for key in keys)
    many = [key for key in read if key in book.units and book.units[key].many]
    source = [
        "def line(columns, known):",
        *indented(f"{variable(key)} = known[{key!r}]" for key in read if key not in moving),
        *indented(["points = []", f"kinderen = len(known[{many[0]!r}])" if many else "kinderen = 0"]),
        f"    for {''.join(f'{variable(name)}, ' for name in names)} in zip(*columns):",
        *indented(indented(body)),
        f"        points.append(({''.join(f'{variable(target)}, ' for target in targets)}))",
        "    return points",
    ]
    names_of_source: dict[str, Any] = {each: getattr(rounding, each) for each in LIBRARY}
    names_of_source |= {NOT_A_NUMBER: float("nan"), "NoAnswer": _NoAnswer}
    text = "\n".join([*writer.helpers.values(), *source])
    exec(compile(text, "<a line>", "exec"), names_of_source)  # noqa: S102  # from the rules of this book alone
    line: Line = names_of_source["line"]
    return line


def _statements(writer: Writer, rule: Rule) -> list[str]:
    """The rule, with room for each child, and a stop where it has no answer."""
    lines = writer.rule(rule)
    if rule.unit.many:
        lines = [f"{rule.name} = [0.0] * kinderen", *lines]
    if not rule.unknown:
        return lines
    unknown = (
        f"any(each != each for each in {rule.name})" if rule.unit.many else f"{rule.name} != {rule.name}"
    )
    return [*lines, f"if {unknown}:", "    raise NoAnswer"]
