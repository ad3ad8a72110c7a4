"""Several facts that move together along a line: the rules that depend on them run once over all points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, calculate, or_stop
from veerkracht.law.engine.rules import Rule

Columns = dict[str, Sequence[Any]]


def along_together(
    day: dt.date, values: Mapping[str, Any], moving: Mapping[str, Sequence[Any]], targets: Sequence[str]
) -> Columns:
    """Each target as a column; what does not move is the same number again and again."""
    size = len(next(iter(moving.values())))
    start = {name: column[0] for name, column in moving.items()}
    answer = calculate(book(), day, {**values, **start}, targets)
    columns: Columns = dict(moving)
    for rule, (called, function, _) in zip(answer.plan.rules, answer.plan.steps, strict=True):
        if columns.keys().isdisjoint(rule.keys):
            continue
        if rule.per_child:
            columns[called] = for_each_child(rule, columns, answer, size)
        else:
            taken = [columns[key] if key in columns else repeat(answer.known[key]) for key in rule.keys]
            columns[called] = list(map(function, *taken))
    return {t: columns[t] if t in columns else [answer.known[t]] * size for t in targets}


def for_each_child(rule: Rule, columns: Columns, answer: Answer, size: int) -> list[list[Any]]:
    """All points and all children in one go, laid in one row and cut again: far less to do than point by point."""
    children = len(answer.known[rule.name])
    if not children:
        return [[]] * size
    row = []
    for key in rule.keys:
        many = key in book().units and book().units[key].many
        if key not in columns:
            row.append(answer.known[key] * size if many else repeat(answer.known[key]))
        elif many:
            row.append(chain.from_iterable(columns[key]))
        else:
            row.append(chain.from_iterable(zip(*repeat(columns[key], children), strict=True)))
    flat = list(map(or_stop(rule) if rule.unknown else rule.function, *row))
    return [flat[at : at + children] for at in range(0, len(flat), children)]
