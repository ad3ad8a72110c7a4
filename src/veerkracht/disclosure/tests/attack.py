"""The attacks: what somebody who knows the rule, and not the keys, makes of everything that was published."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np
from ortools.linear_solver import pywraplp

from veerkracht.disclosure.rule import LEAST_SHOWN, LEAST_TRUE, noise_chances
from veerkracht.disclosure.tests.bench import NAMES, TABLES, Published, Quarter, Table

BOTH = np.convolve(noise_chances(), noise_chances())  # the chance of each noise from -10 to 10
MOST = 60


def rounded(count: int) -> int:
    return 5 * floor(count / 5 + 0.5)


def shown_chances() -> np.ndarray:
    """For each true count the chance that each multiple of five is shown; the first column: not shown."""
    table = np.zeros((MOST, MOST // 5 + 4))
    for count in range(MOST):
        for noise, chance in zip(range(-10, 11), BOTH, strict=True):
            seen = rounded(count + noise)
            is_shown = count >= LEAST_TRUE and seen >= LEAST_SHOWN
            table[count, seen // 5 if is_shown else 0] += chance
    return table


SHOWN = shown_chances()


@dataclass(frozen=True)
class Bounds:
    """What each rule lets one conclude of one cell: the least and the most it can be."""

    hidden: tuple[float, float]
    margin: float  # how far a shown number can be from the truth

    def of(self, shown: float) -> tuple[float, float]:
        return self.hidden if np.isnan(shown) else (max(0.0, shown - self.margin), shown + self.margin)


NAIVE, LAW = Bounds((1, 9), 0.0), Bounds((0, 22), 12.0)


def cells(table: Table, published: Published) -> list[tuple[Table, tuple[int, ...]]]:
    return [(table, place) for place in np.ndindex(published[table].shape)]


def linear_program(
    published: Published, bounds: Bounds, *, most: int = 60
) -> dict[tuple[Table, tuple], tuple]:
    """The least and the most each hidden cell of a table of two dimensions can be, given every table together."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    variables = {
        key: solver.NumVar(*bounds.of(float(published[key[0]][key[1]])), "")
        for table in TABLES
        for key in cells(table, published)
    }
    for table in TABLES[1:]:
        for axis, name in enumerate(table):
            rest = tuple(n for n in table if n != name)
            for place in np.ndindex(published[rest].shape):
                line = [
                    (*place[:axis], value, *place[axis:]) for value in range(published[table].shape[axis])
                ]
                solver.Add(sum(variables[table, each] for each in line) == variables[rest, place])
    hidden = [key for key in variables if len(key[0]) == 2 and np.isnan(published[key[0]][key[1]])]
    rng = np.random.default_rng(1)
    chosen = [hidden[n] for n in rng.permutation(len(hidden))[:most]]
    return {
        key: (_extreme(solver, variables[key], 1), _extreme(solver, variables[key], -1)) for key in chosen
    }


def _extreme(solver: pywraplp.Solver, variable: pywraplp.Variable, sign: int) -> float:
    (solver.Minimize if sign > 0 else solver.Maximize)(variable)
    assert solver.Solve() == pywraplp.Solver.OPTIMAL
    return float(variable.solution_value())


def expected(published: Published, table: Table) -> np.ndarray:
    """Row times column over all, from the tables of one dimension; what is hidden there is taken for seven."""
    margins = [np.nan_to_num(published[(name,)], nan=7.0) for name in table]
    return np.outer(*margins) / float(published[()])


def refined(published: Published, table: Table) -> np.ndarray:
    """The same, with what is shown in the rows and columns taken off: subtraction."""
    guess, shown = expected(published, table), published[table]
    free = np.isnan(shown)
    guess = np.where(free, np.maximum(guess, 0.3), 0.0)
    for _ in range(20):
        for axis, name in enumerate(table):
            left = np.nan_to_num(published[(name,)], nan=7.0) - np.nansum(shown, axis=1 - axis)
            scale = np.maximum(left, 0.5) / np.maximum(guess.sum(axis=1 - axis), 0.5)
            guess *= scale[:, None] if axis == 0 else scale[None, :]
    return guess


def best_count(mean: float, likelihood: np.ndarray) -> int:
    """The count from 0 with the highest posterior: Poisson around the mean, times what was seen of it."""
    counts = np.arange(len(likelihood))
    logs = counts * np.log(max(mean, 0.05)) - np.cumsum(np.log(np.maximum(counts, 1)))
    return int(np.argmax(np.where(likelihood > 0, logs + np.log(np.maximum(likelihood, 1e-300)), -np.inf)))


def small_cells(past: list[Quarter]) -> list[tuple[Table, tuple[int, ...], int]]:
    """Cells of two dimensions that hold one to nine mothers in the last quarter."""
    last = past[-1]
    truths = {table: last.truth(table) for table in TABLES if len(table) == 2}
    return [
        (table, place, int(counts[place]))
        for table, counts in truths.items()
        for place in np.ndindex(counts.shape)
        if 0 < counts[place] < 10
    ]


def exact_hits(
    past: list[Quarter], out: list[Published], bounds: Bounds, *, quarters_used: int
) -> tuple[float, float]:
    """Share of the small cells guessed exactly: from the tables of one dimension alone, and with everything."""
    used, small = out[-quarters_used:], small_cells(past)
    only_small = np.array([0.0, *[1.0] * 9, *[0.0] * (MOST - 10)])
    chance = sum(best_count(float(expected(used[-1], t)[p]), only_small) == n for t, p, n in small)
    means = {t: np.mean([refined(one, t) for one in used], axis=0) for t in TABLES if len(t) == 2}
    hits = 0
    for table, place, count in small:
        seen = [float(one[table][place]) for one in used]
        likelihood = only_small.copy() if bounds is NAIVE else _seen_likelihood(seen)
        hits += best_count(max(float(means[table][place]), 0.3), likelihood) == count
    return chance / len(small), hits / len(small)


def _seen_likelihood(seen: list[float]) -> np.ndarray:
    """Of the true count, from what was shown in each quarter: the last counts whole, earlier ones half."""
    logs = np.zeros(MOST)
    for age, value in enumerate(reversed(seen)):
        column = SHOWN[:, 0 if np.isnan(value) else int(value) // 5]
        logs += np.log(np.maximum(column, 1e-6)) * (1.0 if age == 0 else 0.5)
    likelihood = np.exp(logs - logs.max())
    return np.where(np.arange(MOST) < 10, likelihood, 0.0)


def changes_by_one_named(past: list[Quarter], out: list[Published], *, is_exact: bool) -> float:
    """Share of the changes by one mother, of all tables of two dimensions, that is named with eight in ten sure."""
    steps = [
        (now.truth(t) - before.truth(t), after[t] - earlier[t])
        for before, now, earlier, after in zip(past, past[1:], out, out[1:], strict=False)
        for t in TABLES
        if len(t) == 2
    ]
    true = np.concatenate([step.ravel() for step, _ in steps])
    seen = np.concatenate([jump.ravel() for _, jump in steps])
    ones = np.abs(true) == 1
    if is_exact:
        return float((ones & ~np.isnan(seen)).sum() / ones.sum())
    named = np.zeros(len(true), dtype=bool)
    for jump in np.unique(seen[~np.isnan(seen)]):
        here = seen == jump
        for change in (-1, 1):
            # Also given the share of each change, which no attacker knows: more than anybody has.
            if (true[here] == change).mean() >= 0.8:
                named |= here & (true == change)
    return float((ones & named).sum() / ones.sum())


def joiner_phase_hits(past: list[Quarter], out: list[Published]) -> tuple[float, float]:
    """Somebody knows who joined and all of her but the phase. Chance: what a mother like her usually has, by the true
    tables from before she came (noise does not change what groups are like). The attack: the same by the published
    tables, and the cells that rose when she did."""
    tables = [t for t in TABLES if len(t) == 2 and "phase" in t]
    hits = chances = joiners = 0
    for before, now, earlier, after in zip(past, past[1:], out, out[1:], strict=False):
        exact = {t: before.truth(t).astype(float) for t in TABLES}
        rose = {t: np.nan_to_num(after[t], nan=7.0) - np.nan_to_num(earlier[t], nan=7.0) for t in tables}
        for row in now.cases[~np.isin(now.ids, before.ids)]:
            phase = row[NAMES.index("phase")]
            chances += int(np.argmax(_usual(exact, tables, row))) == phase
            hits += int(np.argmax(_usual(earlier, tables, row) + 0.05 * _by_phase(rose, row))) == phase
            joiners += 1
    return chances / joiners, hits / joiners


def _usual(published: Published, tables: list[Table], row: np.ndarray) -> np.ndarray:
    """How likely each phase is for somebody like her: naive Bayes over the tables with phase in them."""
    logs = {t: np.log(np.nan_to_num(published[t], nan=7.0) + 1.0) for t in tables}
    alone = np.log(np.maximum(np.nan_to_num(published[("phase",)], nan=7.0), 1.0))
    return _by_phase(logs, row) - (len(tables) - 1) * alone


def _by_phase(tables: dict[Table, np.ndarray], row: np.ndarray) -> np.ndarray:
    """The lines of her own district, age, youngest child, time and hours added up: one number a phase."""
    lines = np.zeros(5)
    for table, numbers in tables.items():
        other = next(n for n in table if n != "phase")
        where = row[NAMES.index(other)]
        lines += numbers[:, where] if table[0] == "phase" else numbers[where, :]
    return lines


def certain_of_the_last(count: int) -> float:
    """Chance that who knows all but one of a cell reads off for sure whether the last is in it."""
    with_her, without = SHOWN[count], SHOWN[count - 1]
    return float((with_her[without == 0].sum() + without[with_her == 0].sum()) / 2)
