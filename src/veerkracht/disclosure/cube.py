"""Which tables exist at all, and when a quarter may go out. Nobody asks for a table that is not in this list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from .rule import CountedCell, SeriesKeys, cell_label, published_count, record_key

TEXT_ONLY_BELOW = 200  # mothers: nothing is counted
ONE_WAY_BELOW = 400  # mothers: no table of two dimensions
LEAST_CHANGED = 20  # records that joined, left or moved since the last release
MOST_DIMENSIONS = 2
NEVER_COUNTED = frozenset({"safety", "health", "debts", "origin", "nationality", "religion"})


class NotOut(StrEnum):
    """Why there is no release, or no such table."""

    TEXT_ONLY = "text_only"
    TOO_LITTLE_CHANGED = "too_little_changed"
    TOO_MANY_DIMENSIONS = "too_many_dimensions"
    NEVER_COUNTED = "never_counted"
    NOT_IN_LIST = "not_in_list"
    ONE_WAY_ONLY = "one_way_only"
    TOO_FEW_WITHOUT_ONE = "too_few_without_one"
    OTHER_COMPANY = "other_company"


@dataclass(frozen=True)
class Dimension:
    """One property mothers are counted by; a mother can have several values of it, and counts once in each."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CountedCase:
    """One mother, as much of her as is counted."""

    id: str
    values: Mapping[str, frozenset[str]]


@dataclass(frozen=True, kw_only=True)
class Cube:
    """The fixed list: the dimensions, and the pairs of them that make a table."""

    dimensions: tuple[Dimension, ...]
    pairs: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        known = {dimension.name for dimension in self.dimensions}
        if known & NEVER_COUNTED or not {name for pair in self.pairs for name in pair} <= known:
            raise ValueError("a cube counts only by dimensions it has, and never by what is never counted")

    def tables(self, mothers: int) -> list[tuple[str, ...]]:
        """What may go out for so many mothers; the empty name is all of them together."""
        if mothers < TEXT_ONLY_BELOW:
            return []
        one_way = [(), *((dimension.name,) for dimension in self.dimensions)]
        return [*one_way, *(self.pairs if mothers >= ONE_WAY_BELOW else ())]

    def refusal(self, wanted: Sequence[str], *, mothers: int) -> NotOut | None:
        """Why this table cannot be asked for; None when it stands in the list."""
        if any(name in NEVER_COUNTED for name in wanted):
            return NotOut.NEVER_COUNTED
        if len(wanted) > MOST_DIMENSIONS:
            return NotOut.TOO_MANY_DIMENSIONS
        if mothers < TEXT_ONLY_BELOW:
            return NotOut.TEXT_ONLY
        if any(set(wanted) == set(table) for table in self.tables(mothers)) and len(set(wanted)) == len(
            wanted
        ):
            return None
        in_list = any(set(wanted) == set(pair) for pair in self.pairs)
        return NotOut.ONE_WAY_ONLY if in_list else NotOut.NOT_IN_LIST

    def places(self, table: Sequence[str]) -> list[tuple[tuple[str, str], ...]]:
        values = {dimension.name: dimension.values for dimension in self.dimensions}
        axes = [[(name, value) for value in values[name]] for name in table]
        return [tuple(place) for place in product(*axes)]


def changed_records(before: Mapping[str, str], now: Mapping[str, str]) -> int:
    """How many joined, left or moved between two states of the caseload: by id, what stands there."""
    return sum(before.get(case_id) != now.get(case_id) for case_id in before.keys() | now.keys())


def refused(*, mothers: int, changed: int | None) -> NotOut | None:
    """Why this quarter stays in.

    Args:
        changed: records that changed since the last release; None when there was none.
    """
    if mothers < TEXT_ONLY_BELOW:
        return NotOut.TEXT_ONLY
    if changed is not None and changed < LEAST_CHANGED:
        return NotOut.TOO_LITTLE_CHANGED
    return None


def released_counts(
    cases: Iterable[CountedCase], *, cube: Cube, keys: SeriesKeys, series: str
) -> dict[str, int | None]:
    """By label every count of every table that may go out; each margin has its own noise, so nothing adds up."""
    everybody = list(cases)
    record_keys = {case.id: record_key(keys, case.id) for case in everybody}
    counts: dict[str, int | None] = {}
    for label, inside in filled_places(everybody, cube=cube, tables=cube.tables(len(everybody))):
        members = [record_keys[case.id] for case in inside]
        counts[label] = published_count(CountedCell(series=series, label=label, members=members), keys)
    return counts


def filled_places(
    cases: Sequence[CountedCase], *, cube: Cube, tables: Iterable[Sequence[str]]
) -> Iterator[tuple[str, list[CountedCase]]]:
    """By label who is in each place of these tables."""
    for table in tables:
        for place in cube.places(table):
            inside = [case for case in cases if all(value in case.values[name] for name, value in place)]
            yield cell_label(place), inside
