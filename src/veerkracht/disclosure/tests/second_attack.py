"""Another attack, written from what was published about the rule and not from its code: its variances and its bounds.

Two halves of noise of at most five, one of which stays with the cell for the whole series. So all quarters are taken at
once: in one linear program with the lasting half as an unknown of its own, and in one chain a cell in which the count
moves as caseloads move. Numbers need not be multiples of five: who knows a part of a cell takes it off first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from ortools.linear_solver import pywraplp

HALF = np.array([0.0103, 0.0297, 0.0676, 0.1217, 0.1733, 0.1949, 0.1733, 0.1217, 0.0676, 0.0297, 0.0103])
NOISES = range(-5, 6)
MOST, STAY = 48, 0.83  # counts above it are no small cells; the share that is still in a cell a quarter later
Tables = dict[tuple[str, ...], np.ndarray]
Key = tuple[tuple[str, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Seen:
    """One quarter: the published tables, and what the attacker knows of each cell himself (nothing, or his own)."""

    published: Tables
    known: Tables | None = None
    is_joint: bool = False  # then what is not shown need not be small: it may be another's minimum

    def value(self, table: tuple[str, ...], place: tuple[int, ...]) -> float:
        return float(self.published[table][place])

    def own(self, table: tuple[str, ...], place: tuple[int, ...]) -> int:
        return 0 if self.known is None else int(self.known[table][place])

    def left(self, table: tuple[str, ...]) -> np.ndarray:
        own = 0 if self.known is None else self.known[table]
        return np.asarray(self.published[table] - own)


def likelihood(seen: float, own: int, *, has_own_minimum: bool) -> np.ndarray:
    """Of each unknown count and each lasting noise, the chance of what was seen: (counts, noises)."""
    table = np.zeros((MOST, len(NOISES)))
    for count in range(MOST):
        least = count if has_own_minimum else count + own
        for column, lasting in enumerate(NOISES):
            for passing, chance in zip(NOISES, HALF, strict=True):
                noisy = count + own + lasting + passing
                shown = 5 * math.floor(noisy / 5 + 0.5)
                least_shown = 5 * math.floor((least + lasting + passing) / 5 + 0.5)
                is_out = least >= 10 and least_shown >= 15
                table[count, column] += chance * (is_out and shown == seen or not is_out and math.isnan(seen))
    return table


_likelihood = lru_cache(maxsize=4000)(
    lambda seen, own, minimum: likelihood(math.nan if seen is None else seen, own, has_own_minimum=minimum)
)


@lru_cache(maxsize=400)
def moves(mean: float) -> np.ndarray:
    """The chance of each count a quarter later: some stay, as many come as usually stand there."""
    counts = np.arange(MOST)
    coming = np.exp(-(1 - STAY) * mean + counts * math.log((1 - STAY) * mean) - _log_factorials())
    matrix = np.zeros((MOST, MOST))
    for count in range(MOST):
        staying = [math.comb(count, n) * STAY**n * (1 - STAY) ** (count - n) for n in range(count + 1)]
        matrix[count] = np.convolve(staying, coming)[:MOST]
    return matrix


@lru_cache(maxsize=1)
def _log_factorials() -> np.ndarray:
    return np.array([math.lgamma(n + 1) for n in range(MOST)])


def chain(seen: Sequence[float], own: Sequence[int], mean: float, *, has_own_minimum: bool) -> np.ndarray:
    """The chance of each count in the last quarter, from all quarters of one cell and what it usually holds."""
    mean = max(0.5, round(2 * mean) / 2)
    prior = np.exp(-mean + np.arange(MOST) * math.log(mean) - _log_factorials())
    state = prior[:, None] * HALF[None, :]
    for number, (value, mine) in enumerate(zip(seen, own, strict=True)):
        if number:
            state = moves(mean).T @ state
        state = state * _likelihood(None if math.isnan(value) else value, mine, has_own_minimum)
        state /= max(state.sum(), 1e-300)
    return np.asarray(state.sum(axis=1))


def by_margins(seen: Seen, table: tuple[str, ...]) -> np.ndarray:
    rows, columns = (np.maximum(np.nan_to_num(seen.left((name,)), nan=6.0), 0.5) for name in table)
    return np.outer(rows, columns) / max(float(seen.left(())), 1.0)


def by_subtraction(seen: Seen, table: tuple[str, ...]) -> np.ndarray:
    """As by margins, with what is shown taken off its row and its column, until both agree."""
    shown, guess = seen.left(table), by_margins(seen, table)
    free = np.isnan(shown)
    guess = np.where(free, guess, 0.0)
    for _ in range(15):
        for axis, name in enumerate(table):
            rest = np.nan_to_num(seen.left((name,)), nan=6.0) - np.nansum(shown, axis=1 - axis)
            wanted = np.maximum(rest, 0.4) / np.maximum(guess.sum(axis=1 - axis), 0.4)
            guess = guess * (wanted[:, None] if axis == 0 else wanted[None, :])
    return np.where(free, guess, np.nan_to_num(shown))


def _best_small(chances: np.ndarray) -> int:
    return 1 + int(np.argmax(chances[1:10]))


def guesses(
    truth: Tables, quarters: Sequence[Seen], *, has_own_minimum: bool, never_shown: bool = False
) -> tuple[float, float, float, int]:
    """Of the cells that hold one to nine: chance, exact hits, and the share that was sure (80%) and right.

    Chance is the best of one constant for all and of the margins alone. The last number is how many cells there were.
    """
    small = [
        (table, place, int(truth[table][place]))
        for table in truth
        if len(table) == 2
        for place in np.ndindex(truth[table].shape)
        if 0 < truth[table][place] < 10
        and not (never_shown and any(not math.isnan(each.value(table, place)) for each in quarters))
    ]
    margins = {table: by_margins(quarters[-1], table) for table in truth if len(table) == 2}
    means = {
        table: np.mean([by_subtraction(each, table) for each in quarters], axis=0)
        for table in truth
        if len(table) == 2
    }
    hits = plain = sure = 0
    for table, place, count in small:
        seen = [each.value(table, place) for each in quarters]
        own = [each.own(table, place) for each in quarters]
        after = chain(seen, own, float(means[table][place]), has_own_minimum=has_own_minimum)
        hits += _best_small(after) == count
        plain += _poisson_best(float(margins[table][place])) == count
        sure += _best_small(after) == count and after[1:10].max() >= 0.8 * after.sum()
    constant = max((sum(count == n for *_, count in small) for n in range(1, 10)), default=0)
    size = max(len(small), 1)
    return max(plain, constant) / size, hits / size, sure / size, len(small)


def _poisson_best(mean: float) -> int:
    counts = np.arange(1, 10)
    return int(counts[np.argmax(counts * math.log(max(mean, 0.1)) - _log_factorials()[1:10])])


class AllQuarters:
    """One linear program over every table of every quarter. Given as a present: how much each cell changed at most."""

    def __init__(self, quarters: Sequence[Seen], truths: Sequence[Tables]) -> None:
        self.quarters, self.solver = quarters, pywraplp.Solver.CreateSolver("GLOP")
        keys = [(table, place) for table in truths[0] for place in np.ndindex(truths[0][table].shape)]
        self.lasting = {key: self.solver.NumVar(-5, 5, "") for key in keys}
        self.counts = {(n, key): self.solver.NumVar(0, 1e5, "") for n in range(len(quarters)) for key in keys}
        for number, key in self.counts:
            self._what_was_seen(number, key)
        for number in range(len(quarters)):
            self._sums(number, truths[0])
        for key in keys:
            self._changes(key, truths)

    def _what_was_seen(self, number: int, key: Key) -> None:
        value, count = self.quarters[number].left(key[0])[key[1]], self.counts[number, key]
        noisy = count + self.lasting[key]
        if math.isnan(value):  # fewer than ten, or less than 12.5 after the noise
            if not self.quarters[number].is_joint:
                self.solver.Add(noisy <= 17.5)
        else:
            self.solver.Add(noisy <= float(value) + 7.5)
            self.solver.Add(noisy >= float(value) - 7.5)
            self.solver.Add(count >= 10)

    def _sums(self, number: int, tables: Tables) -> None:
        for table in tables:
            for axis in range(len(table)):
                rest = tuple(name for n, name in enumerate(table) if n != axis)
                for place in np.ndindex(tables[rest].shape):
                    line = [(*place[:axis], v, *place[axis:]) for v in range(tables[table].shape[axis])]
                    parts = [self.counts[number, (table, each)] for each in line]
                    self.solver.Add(sum(parts) == self.counts[number, (rest, place)])

    def _changes(self, key: Key, truths: Sequence[Tables]) -> None:
        steps = [
            int(b[key[0]][key[1]]) - int(a[key[0]][key[1]]) for a, b in zip(truths, truths[1:], strict=False)
        ]
        most = max(map(abs, steps), default=0)
        for number in range(1, len(truths)):
            change = self.counts[number, key] - self.counts[number - 1, key]
            self.solver.Add(change <= most)
            self.solver.Add(change >= -most)

    def spans(self, *, cells: int) -> dict[Key, tuple[float, float]]:
        """The least and the most that hidden cells of the last quarter can hold."""
        last = len(self.quarters) - 1
        hidden = [
            (n, key)
            for n, key in self.counts
            if n == last and len(key[0]) == 2 and math.isnan(self.quarters[-1].value(*key))
        ]
        order = np.random.default_rng(5).permutation(len(hidden))[:cells]
        return {hidden[n][1]: self._span(self.counts[hidden[n]]) for n in order}

    def _span(self, variable: Any) -> tuple[float, float]:
        ends = []
        for turn in (self.solver.Minimize, self.solver.Maximize):
            turn(variable)
            assert self.solver.Solve() == pywraplp.Solver.OPTIMAL
            ends.append(float(variable.solution_value()))
        return ends[0], ends[1]
