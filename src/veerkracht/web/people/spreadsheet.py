"""A caseload file (CSV or XLSX) to rows of text. What the file is, is read from its content, not its name."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterator

from django.utils.translation import gettext as _t
from openpyxl import load_workbook

from . import domain

_MOST_UNPACKED = 50_000_000  # bytes; a zip that unpacks to more is not a caseload
_MOST_LINES, _MOST_COLUMNS = 10_000, 40  # empty ones included: one cell in the far corner is a million lines


class UnreadableFile(ValueError):
    """The file cannot be read as a table; the message says why and what to do."""


def read_caseload(content: bytes, today: dt.date) -> list[domain.PersonRow]:
    """The rows of the file, each with its mistakes.

    Raises:
        UnreadableFile: no table, no header, too many rows.
    """
    lines = _lines(content)
    header = [name.strip().casefold() for name in next(lines, [])]
    missing = domain.missing_columns(header)
    if missing:
        says = _t("De eerste rij mist de kolom %(names)s. Zet de namen van de kolommen op de eerste rij.")
        raise UnreadableFile(says % {"names": _t(" en ").join(missing)})
    rows = []
    for number, line in enumerate(lines, start=2):
        filled = any(cell.strip() for cell in line)
        if number > _MOST_LINES or (filled and len(rows) == domain.MOST_ROWS):
            says = _t("Het bestand heeft meer dan %(most)s rijen. Deel het in kleinere stukken.")
            raise UnreadableFile(says % {"most": domain.MOST_ROWS})
        if filled:
            rows.append(domain.read_person(number, dict(zip(header, line, strict=False)), today))
    if not rows:
        raise UnreadableFile(_t("Onder de eerste rij staat niemand. Zet op elke rij één persoon."))
    return rows


def columns_left_out(content: bytes) -> list[str]:
    """The columns of a readable file that nothing is done with."""
    return domain.unknown_columns(next(_lines(content), []))


def _lines(content: bytes) -> Iterator[list[str]]:
    return _xlsx_lines(content) if content.startswith(b"PK") else _csv_lines(content)


def _csv_lines(content: bytes) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise UnreadableFile(_t("Dit is geen tabel. Bewaar de lijst als CSV of als Excel-bestand (.xlsx)."))
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text), delimiter=delimiter)
    except csv.Error as error:
        raise UnreadableFile(
            _t("De tabel is beschadigd. Bewaar de lijst opnieuw als CSV of Excel.")
        ) from error


def _xlsx_lines(content: bytes) -> Iterator[list[str]]:
    broken = _t(
        "Dit Excel-bestand is niet te lezen. Open het, bewaar het opnieuw als .xlsx en probeer het weer."
    )
    try:
        if sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist()) > _MOST_UNPACKED:
            raise UnreadableFile(_t("Dit Excel-bestand is te groot. Deel het in kleinere stukken."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for line in book.worksheets[0].iter_rows(values_only=True, max_col=_MOST_COLUMNS):
            yield [_cell(value) for value in line]
    except UnreadableFile:
        raise
    except Exception as error:  # openpyxl raises whatever the broken file makes it stumble over
        raise UnreadableFile(broken) from error


def _cell(value: object) -> str:
    if isinstance(value, dt.datetime | dt.date):
        return value.strftime("%d-%m-%Y")
    return "" if value is None else str(value)
