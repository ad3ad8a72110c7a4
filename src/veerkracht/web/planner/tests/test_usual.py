"""Figures that are counted with until somebody says otherwise: dated, with a source, and the law's where it has one."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from veerkracht.web.planner.domain.saved_week import Kid, SavedWeek
from veerkracht.web.planner.domain.usual import figures, usual, usual_price

LAW = tomllib.loads(
    files("veerkracht.law.kinderopvangtoeslag").joinpath("parameters.toml").read_text(encoding="utf-8")
)


def every(figure: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "values" in figure:
        yield figure
    else:
        for inner in figure.values():
            yield from every(inner)


def test_each_figure_has_a_unit_a_source_and_days_in_order():
    for figure in every(figures()):
        days = [line["from"] for line in figure["values"]]
        assert figure["unit"] and figure["source"] and days == sorted(set(days)), figure


@pytest.mark.parametrize("care", ["dagopvang", "bso", "gastouder"])
@pytest.mark.parametrize("day", ["2025-01-01", "2026-01-01"])
def test_a_price_is_the_highest_that_counts_for_the_allowance(care, day):
    """Besluit kinderopvangtoeslag art. 4, as the law of this program has it."""
    assert usual_price(care, dt.date.fromisoformat(day)) == LAW[f"maximum_uurtarief_{care}"][day]["value"]


def test_the_day_decides_and_an_answer_goes_before_it():
    bso = {"type": "bso", "name": "Bso", "children": ["n"]}
    told = SavedWeek((Kid("n", "Noor", 9),), {("service", "b"): bso}, day=dt.date(2025, 6, 1))
    assert told.service("b")["rate"] == 9.52
    asked = SavedWeek(told.kids, {("service", "b"): {**bso, "rate": 8.2}, ("year", ""): {"sick_school": 11}})
    assert asked.service("b")["rate"] == 8.2
    assert (asked.year["sick_school"], asked.year["sick_toddler"]) == (11, 8)
    assert usual("sick_days.school", dt.date(2020, 1, 1)) == 4


def test_who_looks_after_a_child_unpaid_has_no_price():
    assert usual_price("informeel", dt.date(2026, 1, 1)) is None
    assert usual_price("vakantieopvang", dt.date(2026, 1, 1)) == 9.98
