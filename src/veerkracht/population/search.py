"""Search: which combination of amounts and tapers leaves the fewest parents on a flat part, at what cost.

A grid over parameters, each point a reform of numbers on the same compiled kernel. Floors are not lowered; behaviour
is fixed and the joint distribution of the households is not validated: an exercise, not advice.
"""

from __future__ import annotations

import datetime as dt
import itertools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from veerkracht.household.problem import problem
from veerkracht.law.engine.parameters import MistakeInReform

from .effects import TARGETS
from .households import Households
from .indicators import FLAT, NOTICED, hour_more
from .reforms.reading import PopulationReform, book_of, reform_from
from .run import Progress, amounts_of

MOST_POINTS = 20_000
SPEND = "besteedbaar_inkomen"


@dataclass(frozen=True, kw_only=True)
class GridPoint:
    """One combination: what it costs (EUR a year), who loses, and the households with work on a flat part."""

    values: dict[str, Any]
    losers: float
    cost_per_year: float
    flat: float


@dataclass(frozen=True, kw_only=True)
class Grid:
    """The combinations to try, as reforms, and the budget in EUR a year."""

    budget: float
    values: Mapping[str, tuple[Any, ...]]
    reforms: tuple[PopulationReform, ...]


def read_grid(file: Path, day: dt.date) -> Grid:
    """A grid from its file: `budget` and under [grid] a list of values for each parameter.

    Raises:
        MistakeInReform: what is wrong, and how to mend it.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise MistakeInReform(problem("reform_unreadable", file.name)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MistakeInReform(problem("reform_no_toml", file.name, why=str(error))) from error
    grid: Any = raw.get("grid")
    budget = raw.get("budget")
    lists = (
        isinstance(grid, dict)
        and grid
        and all(isinstance(values, list) and values for values in grid.values())
    )
    if not lists or not isinstance(budget, int | float) or isinstance(budget, bool):
        raise MistakeInReform(problem("grid_misfits", file.name))
    points = list(combinations(grid))
    if len(points) > MOST_POINTS:
        raise MistakeInReform(problem("grid_too_large", file.name, points=len(points), most=MOST_POINTS))
    idea = {"sentence": "Wat als", "source": file.name}
    reforms = tuple(reform_from({**idea, "parameters": point}, file.name, day) for point in points)
    return Grid(
        budget=float(budget), values={name: tuple(each) for name, each in grid.items()}, reforms=reforms
    )


def combinations(grid: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    for values in itertools.product(*grid.values()):
        yield dict(zip(grid, values, strict=True))


def search(households: Households, day: dt.date, grid: Grid, progress: Progress) -> list[GridPoint]:
    """Every combination of the grid, in its order."""
    works = households.fact("loon") > 0
    more, gross = hour_more(households, day)
    before = amounts_of(households, book_of(None), day, TARGETS).amounts[SPEND]
    points = []
    for number, reform in enumerate(grid.reforms, 1):
        numbers = reform.on(day)
        after = amounts_of(households, book_of(reform), day, TARGETS, numbers).amounts[SPEND]
        gain = amounts_of(more, book_of(reform), day, TARGETS, numbers).amounts[SPEND] - after[works]
        difference = np.nan_to_num(after - before)
        points.append(
            GridPoint(
                values=dict(reform.numbers.values),
                losers=float(households.weight[difference < -NOTICED].sum()),
                cost_per_year=12 * float((households.weight * difference).sum()),
                flat=float(more.weight[gain < FLAT * gross].sum()),
            )
        )
        progress(number, len(grid.reforms))
    return points


def pareto(points: list[GridPoint]) -> list[GridPoint]:
    """The points that no other beats: cheapest first, each with fewer on a flat part than all that cost less."""
    line: list[GridPoint] = []
    for point in sorted(points, key=lambda each: (each.cost_per_year, each.flat)):
        if not line or point.flat < line[-1].flat:
            line.append(point)
    return line


def best_within(points: list[GridPoint], budget: float) -> GridPoint | None:
    """The fewest on a flat part within the budget; of equals the one with the fewest losers, then the cheapest."""
    affordable = [point for point in points if point.cost_per_year <= budget]
    return min(affordable, key=lambda each: (each.flat, each.losers, each.cost_per_year), default=None)
