"""A generated caseload that moves for eight quarters, and what each rule publishes of it. No real mother is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from veerkracht.disclosure.rule import CountedCell, cell_label, published_count, record_key, series_keys

SIZES = {"district": 8, "age": 4, "youngest": 4, "phase": 5, "duration": 4, "hours": 5}
NAMES = list(SIZES)
TABLES: list[tuple[str, ...]] = [(), *((n,) for n in NAMES), *combinations(NAMES, 2)]
QUARTERS, LEAVE, MOVE_PHASE, MOVE_HOURS = 8, 0.06, 0.08, 0.05
Table = tuple[str, ...]
Published = dict[Table, np.ndarray]  # NaN: not shown


@dataclass(frozen=True)
class Quarter:
    """Who is there: an id and the six properties of each."""

    ids: np.ndarray
    cases: np.ndarray

    def truth(self, table: Table) -> np.ndarray:
        if not table:
            return np.array(len(self.ids))
        counts = np.zeros([SIZES[n] for n in table], dtype=int)
        np.add.at(counts, tuple(self.cases[:, NAMES.index(n)] for n in table), 1)
        return counts


def _draw(rng: np.random.Generator, count: int) -> np.ndarray:
    """Properties that hang together: who is older has older children, a longer time, a further phase."""
    age = rng.choice(4, count, p=[0.18, 0.36, 0.30, 0.16])
    youngest = np.clip(age + rng.choice([-1, 0, 1], count, p=[0.3, 0.45, 0.25]), 0, 3)
    duration = np.clip(age + rng.choice([-2, -1, 0, 1], count), 0, 3)
    phase = np.clip(duration + rng.choice([-1, 0, 1, 2], count, p=[0.2, 0.35, 0.3, 0.15]), 0, 4)
    hours = np.where(rng.random(count) < 0.62, 0, np.clip(phase + rng.choice([-1, 0, 1], count), 0, 4))
    district = rng.choice(8, count, p=[0.25, 0.19, 0.15, 0.12, 0.1, 0.08, 0.06, 0.05])
    return np.stack([district, age, youngest, phase, duration, hours], axis=1)


def quarters(count: int, seed: int) -> list[Quarter]:
    """Of a hundred six leave and as many come, eight change phase and five change hours: the turnover Divosa counts."""
    rng = np.random.default_rng(seed)
    ids, cases, last = np.arange(count), _draw(rng, count), count
    past = [Quarter(ids, cases)]
    for _ in range(QUARTERS - 1):
        ids, cases = ids.copy(), cases.copy()
        gone = rng.choice(count, int(LEAVE * count), replace=False)
        cases[gone], ids[gone] = _draw(rng, len(gone)), np.arange(last, last + len(gone))
        last += len(gone)
        for column, size, share in (("phase", 5, MOVE_PHASE), ("hours", 5, MOVE_HOURS)):
            moved = rng.random(count) < share
            step = rng.choice([-1, 1], int(moved.sum()))
            where = NAMES.index(column)
            cases[moved, where] = np.clip(cases[moved, where] + step, 0, size - 1)
        past.append(Quarter(ids, cases))
    return past


def naive(quarter: Quarter) -> Published:
    """Everybody's first idea: exact counts, and 1 to 9 hidden."""
    return {
        table: np.where((counts > 0) & (counts < 10), np.nan, counts.astype(float))
        for table in TABLES
        for counts in (quarter.truth(table),)
    }


def rule_l(quarter: Quarter, count: Callable[[CountedCell], int | None] | None = None) -> Published:
    """What our own program publishes of it."""
    keys = series_keys("bench", "generated")
    give = count or (lambda cell: published_count(cell, keys))
    numbers = [record_key(keys, str(case_id)) for case_id in quarter.ids]
    return {table: _published(quarter, table, numbers, give) for table in TABLES}


def _published(
    quarter: Quarter, table: Table, numbers: list[int], give: Callable[[CountedCell], int | None]
) -> np.ndarray:
    shape = [SIZES[n] for n in table]
    members: dict[tuple[int, ...], list[int]] = {place: [] for place in np.ndindex(*shape)}
    columns = quarter.cases[:, [NAMES.index(n) for n in table]]
    for row, number in zip(columns, numbers, strict=True):
        members[tuple(int(v) for v in row)].append(number)
    shown = np.full(shape, np.nan)
    for place, inside in members.items():
        label = cell_label(zip(table, map(str, place), strict=True))
        value = give(CountedCell(series="bench", label=label, members=inside))
        shown[place] = np.nan if value is None else value
    return shown
