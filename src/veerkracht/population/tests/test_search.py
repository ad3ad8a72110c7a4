"""Search over a grid: every point is the comparison of that reform, the line is what no point beats, floors stay."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from veerkracht.law.engine.parameters import MistakeInReform
from veerkracht.population.effects import compare
from veerkracht.population.indicators import indicators
from veerkracht.population.search import GridPoint, best_within, pareto, read_grid, search
from veerkracht.population.synthetic.columns import prepared
from veerkracht.population.synthetic.draw import draw

DAY = dt.date(2026, 3, 1)
GRID = """
budget = 100000000
[grid]
"kindgebonden_budget.afbouw_kindgebonden_budget" = [0.05, 0.076]
"participatiewet.vrijlating_alleenstaande_ouder_maanden" = [30, 9999]
"""


def grid_file(folder: Path, text: str = GRID) -> Path:
    file = folder / "zoek.toml"
    file.write_text(text)
    return file


def silent(done: int, whole: int) -> None:
    assert 0 < done <= whole


def test_a_point_is_the_comparison_of_its_reform(tmp_path: Path) -> None:
    families = prepared(draw(1000, 20261129, DAY))
    grid = read_grid(grid_file(tmp_path), DAY)
    points = search(families, DAY, grid, silent)
    assert len(points) == 4
    for point, reform in zip(points, grid.reforms, strict=True):
        found = indicators(compare(families, DAY, reform), DAY, reform)
        assert point.cost_per_year == pytest.approx(found.cost_per_year["alles samen"])
        assert point.losers == pytest.approx(found.losers.households)
        assert point.flat == pytest.approx(found.flat.after.households)


def test_the_line_is_what_nothing_beats() -> None:
    points = [
        GridPoint(values={"x": n}, losers=0, cost_per_year=cost, flat=flat)
        for n, (cost, flat) in enumerate([(10, 5), (0, 9), (5, 9), (20, 5), (30, 1)])
    ]
    assert [point.values["x"] for point in pareto(points)] == [1, 0, 4]
    best = best_within(points, 25)
    assert best is not None and best.values["x"] == 0
    assert best_within(points, -1) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("budget = 1", "grid_misfits"),
        ("budget = 'veel'\n[grid]\n\"zorgtoeslag.drempelinkomen\" = [1]", "grid_misfits"),
        ('budget = 1\n[grid]\n"zorgtoeslag.drempelinkome" = [1]', "reform_unknown_parameter"),
        ('budget = 1\n[grid]\n"participatiewet.norm_alleenstaande" = [1300]', "reform_lowers_the_norm"),
        (f'budget = 1\n[grid]\n"zorgtoeslag.drempelinkomen" = {list(range(20_001))}', "grid_too_large"),
        ("dit is geen toml", "reform_no_toml"),
    ],
)
def test_a_mistake_in_a_grid_is_named(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(MistakeInReform, match=code):
        read_grid(grid_file(tmp_path, text), DAY)
