"""Several generated municipalities beside each other: what they give out together, and what one of them knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from veerkracht.disclosure.rule import CountedCell, cell_label, published_count, record_key, series_keys
from veerkracht.disclosure.tests.bench import NAMES, SIZES, TABLES, Published, Quarter, Table
from veerkracht.disclosure.together import JointCell, published_together

KEYS = series_keys("bench", "samen")
Give = Callable[[JointCell], int | None]


def ours(joint: JointCell) -> int | None:
    return published_together(joint, KEYS)


def over_all_alone(joint: JointCell) -> int | None:
    """Everybody's first idea of publishing together: the rule over everybody, without asking who knows whom."""
    return published_count(joint.cell, KEYS)


def municipality_of(case_id: int, shares: Sequence[float]) -> int:
    """Where a generated mother lives: always the same, from her number."""
    return int(np.searchsorted(np.cumsum(shares), np.random.default_rng(int(case_id)).random(), side="right"))


def split(quarter: Quarter, shares: Sequence[float]) -> list[Quarter]:
    where = np.array([municipality_of(each, shares) for each in quarter.ids])
    chosen = [where == number for number in range(len(shares))]
    return [Quarter(quarter.ids[mask], quarter.cases[mask]) for mask in chosen]


def together(parts: Sequence[Quarter], give: Give, series: str = "bench") -> Published:
    """What goes out of all parts at once."""
    rows = [
        (str(number), record_key(KEYS, str(case_id)), row)
        for number, part in enumerate(parts)
        for case_id, row in zip(part.ids, part.cases, strict=True)
    ]
    return {table: _published(rows, table, give, series) for table in TABLES}


def _published(rows: list, table: Table, give: Give, series: str) -> np.ndarray:
    inside: dict[tuple[int, ...], list[tuple[str, int]]] = {}
    columns = [NAMES.index(n) for n in table]
    for where, number, row in rows:
        inside.setdefault(tuple(int(v) for v in row[columns]), []).append((where, number))
    shown = np.full([SIZES[n] for n in table], np.nan)
    for place, members in inside.items():
        label = cell_label(zip(table, map(str, place), strict=True))
        cell = CountedCell(series=series, label=label, members=[number for _, number in members])
        value = give(JointCell(cell=cell, known_to=[where for where, _ in members]))
        shown[place] = np.nan if value is None else value
    return shown


def without_own(joint: Published, own: Quarter) -> Published:
    """What a municipality has left of the joint tables when it takes its own mothers off."""
    return {table: shown - own.truth(table) for table, shown in joint.items()}


def others(parts: Sequence[Quarter]) -> Quarter:
    """Everybody but those of the first municipality, who is the one that looks."""
    return Quarter(
        np.concatenate([part.ids for part in parts[1:]]), np.concatenate([part.cases for part in parts[1:]])
    )
