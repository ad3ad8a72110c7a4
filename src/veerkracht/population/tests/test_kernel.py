"""Compiled equals interpreted, to the last bit, on random households, unknowns and missing facts included."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections import Counter
from typing import Any

import numpy as np
import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import CannotCalculate, NotKnown, calculate
from veerkracht.law.engine.parameters import Reform
from veerkracht.law.engine.rounding import opzoeken
from veerkracht.law.engine.rules import Book
from veerkracht.law.engine.units import Table
from veerkracht.population.effects import TARGETS
from veerkracht.population.households import from_values
from veerkracht.population.kernel import LIBRARY, kernel_for, packed, written
from veerkracht.population.reforms.reading import book_of, shipped
from veerkracht.population.run import ERROR, OK, UNKNOWN, Amounts, amounts_of, given_rules
from veerkracht.population.tests.random_households import random_households

DAY = dt.date(2026, 3, 1)
BOTH_YEARS = (dt.date(2025, 3, 1), DAY)


def every_target() -> tuple[str, ...]:
    return tuple(rule.name for rule in book().on(DAY).values() if not rule.unit.many)


def interpreted(
    values: dict[str, Any], day: dt.date, targets: tuple[str, ...], reform: Reform | None, law: Book
) -> list[Any]:
    """Each target by the book's own way: an amount, or the status of why there is none."""
    try:
        return list(calculate(law, day, values, targets, reform).amounts.values())
    except CannotCalculate as error:
        if len(targets) == 1:
            return [UNKNOWN if isinstance(error, NotKnown) else ERROR]
    return [interpreted(values, day, (target,), reform, law)[0] for target in targets]


def apart(
    households: list[dict[str, Any]],
    day: dt.date,
    targets: tuple[str, ...],
    reform: Reform | None,
    law: Book | None = None,
) -> Amounts:
    """Fail at the first amount or status that differs, and return what was compared."""
    law = law or book()
    compiled = amounts_of(from_values(households), law, day, targets, reform)
    for position, values in enumerate(households):
        for target, told in zip(targets, interpreted(values, day, targets, reform, law), strict=True):
            status, amount = compiled.status[target][position], compiled.amounts[target][position]
            same = amount == told if status == OK else (status == told and np.isnan(amount))
            assert same, (
                f"{day} {target} of household {position}: {told!r}, compiled {amount!r} ({status}); {values}"
            )
    return compiled


def test_compiled_equals_interpreted_on_ten_thousand_households() -> None:
    compiled = apart(random_households(10_000, 20261129, DAY), DAY, TARGETS, None)
    seen = Counter(compiled.status["besteedbaar_inkomen"].tolist())
    assert seen[OK] > 5000
    assert seen[UNKNOWN] > 200, "the answers that the law does not give must be among them"
    assert seen[ERROR] > 200, "missing facts must be among them"


@pytest.mark.long
@pytest.mark.parametrize("day", BOTH_YEARS, ids=str)
def test_compiled_equals_interpreted_on_everything(day: dt.date) -> None:
    households = random_households(100_000, 7, day)
    everything = tuple(name for name in every_target() if name in book().on(day))
    for reform in (None, *shipped(DAY).values()):
        numbers = reform.on(day) if reform else None
        apart(households, day, everything, numbers, book_of(reform))


@pytest.mark.parametrize(
    "thresholds",
    [(0.0,), (0.0, 0.0001, 900000.0), (0.0, 100.0, 100.0, 200.0), tuple(1632.0 * k for k in range(70))],
    ids=["one row", "two thresholds in one bin", "a threshold twice", "seventy rows"],
)
def test_a_bracket_is_found_by_its_bin(thresholds: tuple[float, ...]) -> None:
    table = Table(thresholds, tuple(float(k) for k in range(len(thresholds))), (0.25,) * len(thresholds))
    plain: dict[str, Any] = {"np": np, "compiled": lambda function: function}
    exec(LIBRARY, plain)  # noqa: S102
    row, (at,) = packed([table])
    near = [t + step for t in thresholds for step in (-1e-9, 0.0, 1e-9, 37.5)]
    for amount in (*near, -5.0, 1e15):
        assert plain["opzoeken"](row, at, amount) == opzoeken(table, amount)


def test_a_reform_of_numbers_does_not_compile_again() -> None:
    longer = Reform(
        "Wat als", "proef", (("kinderopvangtoeslag.vergoeding_eerste_kind", Table((0.0,), (0.96,), (0.0,))),)
    )
    households = from_values(random_households(50, 3, DAY))
    given = given_rules(book(), DAY, households)
    before = kernel_for(book(), DAY, TARGETS, given)
    compiled = len(before.loop.overloads)  # type: ignore[attr-defined]
    apart(random_households(50, 3, DAY), DAY, TARGETS, longer)
    assert kernel_for(book(), DAY, TARGETS, given) is before
    assert len(before.loop.overloads) == max(1, compiled)  # type: ignore[attr-defined]


def test_another_text_of_a_rule_is_another_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    _, source = written(book(), DAY, ("zorgtoeslag",), frozenset())
    _, other = written(book(), dt.date(2025, 3, 1), ("huurtoeslag",), frozenset())
    assert source != other
    assert "bedrag" in source, "the text of the rule itself stands in what the name is a hash of"


def test_numba_is_not_loaded_by_the_web_or_by_one_household() -> None:
    asked = (
        "import sys, veerkracht.commands.calculate, veerkracht.population.run; print('numba' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    answer = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, env=environment, check=True
    )
    assert answer.stdout.strip() == "False"
