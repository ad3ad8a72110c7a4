"""Synthetic households: every published margin is met, the same seed gives the same, the book reads each of them."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from veerkracht.law.catalogue import book
from veerkracht.law.prepare import prepare
from veerkracht.population.synthetic.columns import as_facts, prepared
from veerkracht.population.synthetic.draw import draw
from veerkracht.population.synthetic.figures import assumed_columns, figure, figures
from veerkracht.population.synthetic.marginals import AXES, targets

DAY = dt.date(2026, 3, 1)


@pytest.mark.parametrize("size", [2000, 10_000, 100_000])
def test_every_margin_is_met(size: int) -> None:
    """Within 1 percent or 3 households, whichever is more (population/notes.md)."""
    drawn = draw(size, 20261129, DAY)
    everyone = next(iter(targets().values())).sum()
    for axis, categories in AXES.items():
        names, goal = next((names, goal) for names, goal in targets().items() if axis in names)
        expected = goal.sum(axis=1 - names.index(axis)) / everyone * size
        counted = np.bincount(drawn.categories[axis], minlength=len(categories))
        assert (np.abs(counted - expected) <= np.maximum(0.01 * expected, 3)).all(), axis


def test_what_was_not_raked_comes_near() -> None:
    drawn = draw(100_000, 20261129, DAY)
    bijstand = drawn.facts["maanden_bijstand"] > 0
    works = drawn.facts["loon"] > 0
    monthly = drawn.facts["loon"][bijstand & works] / 12.96
    rent = drawn.facts["kale_huur"]
    assert np.median(monthly) == pytest.approx(figure("bijstand", "part_time_earnings_median_2026"), rel=0.05)
    mean_rent = rent[drawn.categories["housing"] == 0].mean()
    assert mean_rent == pytest.approx(figure("everyone", "rent_corporatie_mean"), rel=0.05)
    everyone = next(iter(targets().values())).sum()
    minors = len(drawn.born) / len(drawn) * everyone
    assert minors == pytest.approx(figure("anchors", "minors_in_one_parent_hh"), rel=0.05)


def test_nobody_lives_on_nothing() -> None:
    facts = draw(5000, 3, DAY).facts
    income = facts["loon"] + facts["maanden_bijstand"] + facts["overig_netto_inkomen"]
    assert (income > 0).all()


def test_the_same_seed_gives_the_same_and_another_does_not() -> None:
    one, same, other = (draw(3000, seed, DAY) for seed in (5, 5, 6))
    for name, column in one.facts.items():
        assert column.tobytes() == same.facts[name].tobytes()
    assert one.facts["loon"].tobytes() != other.facts["loon"].tobytes()


def test_the_columns_are_what_the_book_makes_of_each_household() -> None:
    drawn = draw(2000, 11, DAY)
    columns = prepared(drawn)
    for position in range(len(drawn)):
        values = prepare(book(), DAY, as_facts(drawn, position)).values
        told = {name: value if isinstance(value, list) else float(value) for name, value in values.items()}
        assert told == columns.values(position)


def test_every_figure_has_a_source_and_says_how_sure_it_is() -> None:
    for section in ("anchors", "bijstand", "everyone_else", "everyone", "week", "columns"):
        for name, about in figures()[section].items():
            assert about["source"], f"{section}.{name}"
            assert about["confidence"] in "ABCD", f"{section}.{name}"
    for name in assumed_columns():
        assert "aanname" in figures()["columns"][name]["source"]
