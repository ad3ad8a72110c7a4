"""From shares to whole households without luck: every published margin as near as whole numbers allow."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..households import Numbers
from .marginals import AXES, AXIS, SHAPE, cells, others, targets

Counts = npt.NDArray[np.int64]
REPAIRED_UP_TO = 20_000
"""Above this the rounding is far below a percent and repairing has nothing left to do."""


def counts(size: int, dice: np.random.Generator) -> Counts:
    """How many households each cell gets: floors, then the rest by systematic sampling along neighbouring cells."""
    exact = (cells() * size).ravel()
    whole = np.floor(exact).astype(np.int64)
    rest = exact - whole
    order = np.lexsort(np.unravel_index(np.arange(exact.size), SHAPE)[::-1])
    along = np.cumsum(rest[order])
    missing = size - int(whole.sum())
    if missing:
        points = (np.arange(missing) + dice.random()) * along[-1] / missing
        hit = np.searchsorted(along, points, side="right").clip(0, exact.size - 1)
        np.add.at(whole, order[hit], 1)
    return repaired(whole.reshape(SHAPE), size, dice) if size <= REPAIRED_UP_TO else whole.reshape(SHAPE)


def repaired(whole: Counts, size: int, dice: np.random.Generator) -> Counts:
    """Move one household at a time between two cells while that brings the margins nearer."""
    goals = margins_for(size)
    errors = {names: whole.sum(axis=others(names)) - goal for names, goal in goals.items()}
    for _ in range(4000 if size <= 5000 else 800):
        moves = sum(moved(whole, names, goals, errors, dice) for names in targets())
        if not moves:
            break
    return whole


def margins_for(size: int) -> dict[tuple[str, ...], Numbers]:
    """The targets for so many households: each pair of properties, and each property by itself."""
    everyone = next(iter(targets().values())).sum()
    goals: dict[tuple[str, ...], Numbers] = {n: goal / everyone * size for n, goal in targets().items()}
    for axis in AXES:
        names = next(names for names in targets() if axis in names)
        goals[(axis,)] = goals[names].sum(axis=1 - names.index(axis))
    return goals


def moved(
    whole: Counts,
    names: tuple[str, str],
    goals: dict[tuple[str, ...], Numbers],
    errors: dict[tuple[str, ...], Numbers],
    dice: np.random.Generator,
) -> bool:
    """Move one household from the fullest to the emptiest category of a pair, if all margins together gain."""
    error = errors[names]
    fullest = np.unravel_index(error.argmax(), error.shape)
    emptiest = np.unravel_index(error.argmin(), error.shape)
    if error[fullest] < 0.75 or error[emptiest] > -0.75:
        return False
    where: list[int | slice] = [slice(None)] * len(SHAPE)
    for name, category in zip(names, fullest, strict=True):
        where[AXIS[name]] = int(category)
    candidates = np.argwhere(whole[tuple(where)] > 0)
    if not len(candidates):
        return False
    chosen = iter(candidates[dice.integers(len(candidates))])
    source = [int(next(chosen)) if isinstance(place, slice) else place for place in where]
    target = list(source)
    for name, category in zip(names, emptiest, strict=True):
        target[AXIS[name]] = int(category)
    return shifted(whole, tuple(source), tuple(target), goals, errors)


def shifted(
    whole: Counts,
    source: tuple[int, ...],
    target: tuple[int, ...],
    goals: dict[tuple[str, ...], Numbers],
    errors: dict[tuple[str, ...], Numbers],
) -> bool:
    def shift(sign: int) -> None:
        whole[source] -= sign
        whole[target] += sign
        for names in goals:
            errors[names][tuple(source[AXIS[n]] for n in names)] -= sign
            errors[names][tuple(target[AXIS[n]] for n in names)] += sign

    before = sum(float((error**2).sum()) for error in errors.values())
    shift(1)
    if sum(float((error**2).sum()) for error in errors.values()) < before:
        return True
    shift(-1)
    return False
