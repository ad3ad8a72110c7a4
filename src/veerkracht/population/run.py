"""Run the law book over many households: amounts, and for each whether the law has an answer.

A status for each household and target: OK, UNKNOWN (the law has no answer that we know) or ERROR (a fact or a number
of the law is missing). Where it is not OK the amount is NaN and counts in no sum.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from veerkracht.law.engine.calculate import MissingFact, make_plan
from veerkracht.law.engine.parameters import Reform
from veerkracht.law.engine.rules import Book
from veerkracht.law.engine.units import Table
from veerkracht.law.facts import MAY_BE_GIVEN

from .households import Households, Numbers, Positions
from .kernel import Kernel, kernel_for, packed

OK, UNKNOWN, ERROR = 0, 1, 2
STATUS = ("ok", "unknown", "error")
SLICE = 50_000
USUALLY_GIVEN = frozenset(MAY_BE_GIVEN) | {
    "aanvulling_onder_21",
    "aanvulling_onder_21_jaargemiddelde",
    "belastbaar_inkomen_box_1_partner",
    "bruto_bijstand_partner",
    "bruto_overig_inkomen",
    "deel_voor_kind_van_jong_paar",
    "loonheffing_uitkering",
    "loonheffing_uitkering_partner",
    "netto_bijstand_over_het_jaar",
    "netto_loon_na_aanslag_partner",
    "netto_loon_per_maand_partner",
    "netto_uitkering",
    "netto_uitkering_partner",
    "ontvangen_bijstand",
    "vermogen_staat_in_de_weg",
    "verrekende_teruggave",
    "zvw_bijdrage",
}
"""What `law.prepare` fills in where the facts settle it, or what people give themselves."""
Progress = Callable[[int, int], None]
Statuses = npt.NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """By target: the amount of each household (NaN where the status is not OK), and its status."""

    amounts: Mapping[str, Numbers]
    status: Mapping[str, Statuses]


def amounts_of(
    households: Households,
    book: Book,
    day: dt.date,
    targets: tuple[str, ...],
    reform: Reform | None = None,
    threads: int = 1,
    progress: Progress | None = None,
) -> Amounts:
    """The targets for each household on one day, by the compiled book."""
    kernel = kernel_for(book, day, targets, given_rules(book, day, households))
    values = np.full((len(targets), len(households)), np.nan)
    unknown = np.zeros(values.shape, np.bool_)
    run = prepared_loop(kernel, households, book, day, reform)
    slices = [(s, min(s + SLICE, len(households))) for s in range(0, len(households), SLICE)]
    with ThreadPoolExecutor(threads) as pool:
        for (_, stop), _ in zip(
            slices, pool.map(lambda s: run(s[0], s[1], values, unknown), slices), strict=True
        ):
            if progress:
                progress(stop, len(households))
    return with_status(households, book, day, targets, reform, values, unknown)


def given_rules(book: Book, day: dt.date, households: Households) -> frozenset[str]:
    """The quantities of rules that a household may bring: the usual ones, so that kernels are shared, and more."""
    return USUALLY_GIVEN | {name for name in book.on(day) if name in households.facts}


def prepared_loop(
    kernel: Kernel, households: Households, book: Book, day: dt.date, reform: Reform | None
) -> Callable[[int, int, Numbers, npt.NDArray[np.bool_]], None]:
    """The kernel with its columns and parameters in place; asks for the slice and where to write."""
    layout, in_force = kernel.layout, book.values(day, reform)
    size, rows = len(households), int(households.offsets[-1])
    nothing, no_rows = np.full(size, np.nan), np.full(rows, np.nan)
    facts = np.array([households.facts.get(name, nothing) for name in layout.facts]).reshape(-1, size)
    children = [households.children.get(name, no_rows) for name in layout.child_facts]
    columns = np.array(children).reshape(len(children), rows)
    numbers = np.array([as_number(in_force.get(key)) for key in layout.numbers])
    tables = [table for key in layout.tables if isinstance(table := in_force.get(key, NO_TABLE), Table)]
    row, at = packed(tables)
    fixed: Any = (
        facts,
        households.offsets,
        columns,
        numbers,
        np.array(row or [0.0]),
        np.array(at, np.int64),
    )

    def run(start: int, stop: int, values: Numbers, unknown: npt.NDArray[np.bool_]) -> None:
        kernel.loop(start, stop, *fixed, values, unknown)

    return run


NO_TABLE = Table((0.0,), (float("nan"),), (0.0,))
"""Stands where a day has no table; the targets that would read it have the status ERROR."""


MOST_DIGITS = 62
"""Of a whole number of 64 bits; then the kinds so far are numbered anew."""


def as_number(value: object) -> float:
    return float(value) if isinstance(value, float | bool) else float("nan")


def with_status(
    households: Households,
    book: Book,
    day: dt.date,
    targets: tuple[str, ...],
    reform: Reform | None,
    values: Numbers,
    unknown: npt.NDArray[np.bool_],
) -> Amounts:
    """Give each amount its status; which facts are there decides for all households alike what can be asked."""
    status = np.where(unknown, UNKNOWN, OK).astype(np.uint8)
    for given, members in by_what_is_given(households):
        for position, target in enumerate(targets):
            if misses_something(book, day, target, given, reform):
                status[position, members] = ERROR
    status[(status == OK) & ~np.isfinite(values)] = ERROR
    values[status != OK] = np.nan
    return Amounts(
        amounts=dict(zip(targets, values, strict=True)),
        status=dict(zip(targets, status, strict=True)),
    )


def by_what_is_given(households: Households) -> list[tuple[frozenset[str], npt.NDArray[np.bool_]]]:
    """The households in groups that have the very same facts."""
    names = [*households.facts, *households.children]
    there = [~np.isnan(column) for column in households.facts.values()]
    there += [complete(column, households) for column in households.children.values()]
    first, group = alike(there, len(households))
    return [
        (frozenset(name for name, column in zip(names, there, strict=True) if column[at]), group == position)
        for position, at in enumerate(first)
    ]


def alike(columns: Sequence[npt.NDArray[np.bool_]], size: int) -> tuple[Positions, Positions]:
    """Rows that are the same in all columns: of each kind the first row, and for each row its kind.

    A column that says the same of everybody costs one look; the others are digits of one whole number.
    """
    code, digits = np.zeros(size, np.int64), 0
    for column in columns:
        if column.all() or not column.any():
            continue
        if digits == MOST_DIGITS:
            kinds, code = np.unique(code, return_inverse=True)
            digits = len(kinds).bit_length()
        code, digits = 2 * code + column, digits + 1
    _, first, kind = np.unique(code, return_index=True, return_inverse=True)
    return first, kind


def complete(column: Numbers, households: Households) -> npt.NDArray[np.bool_]:
    """Whether every child of a household has the fact; a fact that one child misses is missed by the household."""
    missing = np.concatenate([[0], np.cumsum(np.isnan(column))])
    whole = missing[households.offsets[1:]] == missing[households.offsets[:-1]]
    return np.asarray(whole, np.bool_)


@lru_cache(maxsize=4096)
def misses_something(
    book: Book, day: dt.date, target: str, given: frozenset[str], reform: Reform | None
) -> bool:
    """Whether a target cannot be had from these facts on this day: a fact or a number of the law is not there."""
    if target in given:
        return False
    try:
        plan = make_plan(book, day, (target,), given)
    except MissingFact:
        return True
    in_force = book.values(day, reform)
    return any(key not in in_force for key in plan.parameters)
