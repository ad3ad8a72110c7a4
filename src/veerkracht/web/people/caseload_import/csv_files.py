"""CSV to lines of cells, line by line, so that a quote that never closes cannot eat the next person."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import clevercsv
from django.utils.translation import gettext as _t

DELIMITERS = ";,\t|"
SIGN = "voorna"
_MOST_LINES_OF_A_CELL = 12


@dataclass(frozen=True)
class CsvLine:
    """One row of the file: the number a text editor shows, its cells, and what is wrong with the row as a whole."""

    number: int
    cells: list[object]
    mistakes: list[str] = field(default_factory=list)


def split_lines(text: str) -> list[str]:
    return re.split(r"\r\n|\n|\r", text)


def delimiter_of(text: str, sign: str = SIGN) -> str:
    """What stands between the cells, by the shape of the first lines; `sep=;` on the first line decides. `sign` stands
    in the line of the headings."""
    lines = [line for line in split_lines(text[:20_000])[:20] if line.strip()]
    first = lines[0] if lines else ""
    if re.fullmatch(r"sep=[;,\t|]", first.strip("\ufeff ")):
        return first.strip("\ufeff ")[-1]
    for line in lines[:10]:
        splits = [d for d in DELIMITERS if sign in line.casefold() and len(line.split(d)) > 1]
        if len(splits) == 1:
            return splits[0]
    dialect = clevercsv.Detector().detect("\n".join(lines)[:5_000], delimiters=list(DELIMITERS))
    return dialect.delimiter if dialect and dialect.delimiter else max(DELIMITERS, key=first.count)


def csv_lines(text: str, delimiter: str) -> Iterator[CsvLine]:
    """Each row on its own; a row whose quotes do not match is told, and the next row is read as if nothing happened."""
    lines = split_lines(text)
    at = 0
    while at < len(lines):
        if at == 0 and lines[0].startswith("sep="):
            at = 1
            continue
        cells, span = _record(lines, at, delimiter)
        if span:
            yield CsvLine(at + 1, list(cells), _swallowed(lines[at], cells, delimiter))
        else:
            yield CsvLine(at + 1, list(lines[at].split(delimiter)), [_stray()])
        at += span or 1


def _record(lines: list[str], at: int, delimiter: str) -> tuple[list[str], int]:
    """The cells of the record that begins here and how many lines it takes; 0 when its quotes do not match."""
    if '"' not in lines[at]:
        return lines[at].split(delimiter), 1
    for span in range(1, _MOST_LINES_OF_A_CELL + 1):
        piece = lines[at : at + span]
        if len(piece) < span:
            break
        try:
            [cells] = csv.reader(["\n".join(piece)], delimiter=delimiter, strict=True)
        except csv.Error as error:
            if "unexpected end" in str(error):
                continue
            break
        if any("\n" in cell and delimiter in cell for cell in cells):
            break
        return cells, span
    return [], 0


def _swallowed(line: str, cells: list[str], delimiter: str) -> list[str]:
    """A quoted cell with the delimiter at an end of it is two stray quotes on one row, not an address."""
    if any(cell.strip().startswith(delimiter) or cell.strip().endswith(delimiter) for cell in cells):
        return [_stray()]
    return []


def _stray() -> str:
    return _t(
        'Op deze rij staat een aanhalingsteken (") dat niet gesloten wordt. Haal het weg of maak het paar af.'
    )
