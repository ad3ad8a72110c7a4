"""A file of offers or centres to rows: what was read, what holds a row back, and what it would change. Nothing is
guessed: a word that is not one of the choices is a sentence, not a choice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _t

from veerkracht.web.people.caseload_import.mistakes import UnreadableFile
from veerkracht.web.people.caseload_import.tables import ImportTable, cell_text, read_table
from veerkracht.web.people.models import plain

MOST_ROWS = 500
_HEADER_WITHIN = 10


class Unclear(ValueError):
    """A cell that cannot be read; the message says what to write instead."""


@dataclass(frozen=True, kw_only=True)
class SheetColumn:
    """One column: its heading, other headings that mean the same, and how a cell is read (JSON-able)."""

    heading: str
    field: str
    read: Callable[[str], Any]
    others: tuple[str, ...] = ()
    is_needed: bool = False
    is_date: bool = False


@dataclass(frozen=True, kw_only=True)
class CellDifference:
    """A field that stands otherwise in the catalogue."""

    label: str
    current: str
    in_file: str


@dataclass(kw_only=True)
class SheetRow:
    """One row of the file. `known`: number and version of the row of the catalogue it is about already."""

    number: int
    values: dict[str, Any]
    mistakes: list[str] = field(default_factory=list)
    known: tuple[int, int] | None = None
    differences: list[CellDifference] = field(default_factory=list)

    @property
    def name(self) -> str:
        return str(self.values.get("name") or "")

    @property
    def organisation(self) -> str:
        return str(self.values.get("organisation") or "")

    @property
    def is_new(self) -> bool:
        return not self.mistakes and self.known is None


@dataclass(frozen=True, kw_only=True)
class SheetFile:
    """What was understood of a file."""

    rows: Sequence[SheetRow]
    columns: Sequence[tuple[str, str]]  # as typed, and as we read it ("" takes no part)
    read_as: Sequence[str]

    @property
    def new(self) -> int:
        return sum(row.is_new for row in self.rows)

    @property
    def held(self) -> int:
        return sum(bool(row.mistakes) for row in self.rows)

    @property
    def changed(self) -> int:
        return sum(bool(row.differences) for row in self.rows if not row.mistakes)


def read_sheet(content: bytes, columns: Sequence[SheetColumn]) -> SheetFile:
    """The rows of a CSV or a workbook.

    Raises:
        UnreadableFile: it is no table, it has no heading, or too many rows.
    """
    table = read_table(content, sign=columns[0].heading)
    filled = [line for line in table.lines if any(str(cell).strip() for cell in line.cells)]
    at, means = _header(filled, columns)
    body = filled[at + 1 :]
    if not body:
        raise UnreadableFile(_t("Onder de namen van de kolommen staat niets."))
    if len(body) > MOST_ROWS:
        raise UnreadableFile(
            _t("Het bestand heeft meer dan %(n)s rijen. Deel het in stukken.") % {"n": MOST_ROWS}
        )
    rows = [_row(line.number, line.mistakes, line.cells, means, table) for line in body]
    typed = [" ".join(str(cell).split()) for cell in filled[at].cells]
    pairs = [(text, means[n].heading if n in means else "") for n, text in enumerate(typed) if text]
    return SheetFile(rows=rows, columns=pairs, read_as=table.read_as)


def _header(lines: Sequence[Any], columns: Sequence[SheetColumn]) -> tuple[int, dict[int, SheetColumn]]:
    needed = {column.heading for column in columns if column.is_needed}
    for at, line in enumerate(lines[:_HEADER_WITHIN]):
        means = _means([str(cell) for cell in line.cells], columns)
        if needed <= {column.heading for column in means.values()}:
            twice = [name for name, n in Counter(c.heading for c in means.values()).items() if n > 1]
            if twice:
                says = _t("De kolom %(name)s staat er twee keer. Haal er één weg.")
                raise UnreadableFile(says % {"name": twice[0]})
            return at, means
    first = _means([str(cell) for cell in lines[0].cells], columns) if lines else {}
    absent = sorted(needed - {column.heading for column in first.values()}) or sorted(needed)
    says = _t("De eerste rij mist de kolom %(names)s. Zet de namen van de kolommen op de eerste rij.")
    raise UnreadableFile(says % {"names": _t(" en ").join(absent)})


def _means(cells: Sequence[str], columns: Sequence[SheetColumn]) -> dict[int, SheetColumn]:
    by_heading = {bare(name): column for column in columns for name in (column.heading, *column.others)}
    return {n: by_heading[bare(cell)] for n, cell in enumerate(cells) if bare(cell) in by_heading}


def bare(text: str) -> str:
    """A text without capitals, accents and signs, to compare words of people with."""
    return re.sub(r"[^a-z0-9]", "", plain(text))


def _row(
    number: int,
    wrong: Sequence[str],
    cells: Sequence[Any],
    means: Mapping[int, SheetColumn],
    table: ImportTable,
) -> SheetRow:
    row = SheetRow(number=number, values={}, mistakes=list(wrong))
    for n, column in means.items():
        text = cell_text(cells[n], table, is_date=column.is_date) if n < len(cells) else ""
        try:
            row.values[column.field] = column.read(text)
        except Unclear as error:
            row.mistakes.append(f"{column.heading.capitalize()}: {error}")
        if column.is_needed and not text:
            row.mistakes.append(_t("%(name)s ontbreekt.") % {"name": column.heading.capitalize()})
    return row


def hold_doubles(rows: Sequence[SheetRow], names: Sequence[str]) -> None:
    """Hold back the second row about the same thing."""
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(bare(str(row.values.get(name, ""))) for name in names)
        if key in first:
            row.mistakes.append(_t("Dit staat ook op rij %(row)s.") % {"row": first[key]})
        first.setdefault(key, row.number)
