"""A caseload file of any office program to people. What the file is, is read from its content, not its name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext as _t

from veerkracht.web.people.dutch_names import bare

from . import columns as c
from .csv_files import SIGN, CsvLine, csv_lines, delimiter_of, split_lines
from .dates import ask_order, may_be_month_first, month_first, serial_day
from .letters import read_letters
from .mistakes import UnreadableFile
from .rows import PersonRow, read_person
from .workbooks import Worksheet, is_workbook, read_workbook

MOST_ROWS = 2_000
_MOST_LINES, _MOST_COLUMNS, _HEADER_WITHIN = 10_000, 100, 10
_LONGEST_LINE = 50_000  # bytes
_DELIMITERS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "streep"}


@dataclass
class ImportTable:
    """The lines of a file and how it was read, in words for whoever sent it."""

    lines: list[CsvLine]
    read_as: list[str]
    texts_are_cells: bool = False  # a workbook knows which cell is a day
    serials_are_sure: bool = False
    may_be_american: bool = False
    columns: list[c.ImportColumn] = field(default_factory=list)


@dataclass(frozen=True)
class Caseload:
    """What was understood of a file: how it was read, its columns, its rows each with its mistakes."""

    rows: list[PersonRow]
    columns: list[c.ImportColumn]
    read_as: list[str]

    @property
    def good(self) -> int:
        return sum(not row.mistakes and not row.for_team_lead for row in self.rows)

    @property
    def bad(self) -> int:
        return sum(bool(row.mistakes) for row in self.rows)

    @property
    def for_team_lead(self) -> int:
        """Rows that go to the team lead: she may be in the municipality already."""
        return len(self.rows) - self.good - self.bad

    @property
    def left_out(self) -> list[str]:
        """The columns that nothing is done with."""
        return [column.heading for column in self.columns if column.heading and not column.means]


def read_caseload(content: bytes, today: dt.date, klantmanager: str = "") -> Caseload:
    """The people of the file; a row that names another klantmanager than this is held back.

    Raises:
        UnreadableFile: no table, no header, too many rows.
    """
    table = read_table(content)
    body = _below_header(table)
    if not body:
        raise UnreadableFile(_t("Onder de eerste rij staat niemand. Zet op elke rij één persoon."))
    if len(body) > MOST_ROWS:
        raise UnreadableFile(_too_many())
    texts = [_texts(line, table) for line in body]
    doubts = _doubted_dates(texts, body, table)
    rows = []
    for line, cells, doubt in zip(body, texts, doubts, strict=True):
        pairs = list(zip(table.columns, cells, strict=False))
        wrong = [*line.mistakes, *_too_wide(cells, table), *doubt]
        row = read_person(line.number, pairs, today, wrong)
        row.mistakes += _of_somebody_else(pairs, klantmanager)
        rows.append(row)
    return Caseload(rows, [column for column in table.columns if column.heading], table.read_as)


def read_table(content: bytes, sign: str = SIGN) -> ImportTable:
    """The lines of any office file, and how it was read. `sign` stands in the line of its headings.

    Raises:
        UnreadableFile: it is no table, or too large.
    """
    return _workbook_table(read_workbook(content)) if is_workbook(content) else _csv_table(content, sign)


def _csv_table(content: bytes, sign: str) -> ImportTable:
    if max(map(len, re.split(rb"[\r\n]", content))) > _LONGEST_LINE:
        raise UnreadableFile(_t("De tabel is beschadigd. Bewaar de lijst opnieuw als CSV of Excel."))
    letters = read_letters(content)
    text = letters.text.lstrip("\ufeff")
    if "\0" in text or text.startswith("%PDF-"):
        raise UnreadableFile(_t("Dit is geen tabel. Bewaar de lijst als CSV of als Excel-bestand (.xlsx)."))
    if text.count("\n") + text.count("\r") > 2 * _MOST_LINES:
        raise UnreadableFile(_too_many())
    delimiter = delimiter_of(text, sign)
    lines = list(csv_lines(text, delimiter))
    otherwise = split_lines(letters.otherwise.lstrip("\ufeff")) if letters.otherwise else []
    raw = split_lines(text)
    for line in lines:
        if otherwise and raw[line.number - 1] != otherwise[line.number - 1]:
            line.mistakes.append(
                _t("Sommige letters zijn niet zeker te lezen. Bewaar het bestand als CSV UTF-8.")
            )
    read_as = [f"CSV, {_DELIMITERS[delimiter]}", letters.name]
    return ImportTable(lines, read_as, may_be_american=delimiter == ",")


def _workbook_table(sheet: Worksheet) -> ImportTable:
    lines = [CsvLine(number, cells) for number, cells in enumerate(sheet.lines, start=1)]
    for (top, _left), (bottom, _right) in sheet.merged:
        for line in lines[top : bottom + 1]:
            line.mistakes.append(_t("Op deze rij zijn cellen samengevoegd. Maak die los."))
    for line in lines:
        if line.number in sheet.rows_with_errors:
            line.mistakes.append(
                _t("Op deze rij staat een formule die mislukt is, zoals #N/B. Typ daar wat er hoort.")
            )
    read_as = [_t("Rekenblad")]
    if sheet.others:
        read_as.append(_t("alleen het eerste blad, niet: %(names)s") % {"names": ", ".join(sheet.others)})
    return ImportTable(lines, read_as, True, sheet.serials_are_sure)


def _below_header(table: ImportTable) -> list[CsvLine]:
    """The filled lines under the header; the header is the first of ten lines that names both needed columns."""
    filled = [line for line in table.lines if any(str(cell).strip() for cell in line.cells)]
    for at, line in enumerate(filled[:_HEADER_WITHIN]):
        columns = c.read_header([str(cell) for cell in line.cells])
        if not c.missing(columns):
            table.columns = columns
            return filled[at + 1 :]
    first = c.read_header([str(cell) for cell in filled[0].cells]) if filled else []
    says = _t("De eerste rij mist de kolom %(names)s. Zet de namen van de kolommen op de eerste rij.")
    raise UnreadableFile(says % {"names": _t(" en ").join(c.missing(first) or c.REQUIRED)})


def _texts(line: CsvLine, table: ImportTable) -> list[str]:
    means = [column.means for column in table.columns]
    return [
        cell_text(cell, table, is_date=_is_date(name or ""))
        for cell, name in zip_longest(line.cells, means, fillvalue="")
    ]


def cell_text(cell: Any, table: ImportTable, *, is_date: bool) -> str:
    """A cell as text: a day as dag-maand-jaar, a whole number without decimals, lines without outer spaces."""
    if isinstance(cell, dict):
        return f"{dt.date.fromisoformat(cell['day']):%d-%m-%Y}"
    if isinstance(cell, bool):
        return "waar" if cell else "onwaar"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    if isinstance(cell, int) and is_date and table.serials_are_sure and 3_000 < cell < 60_000:
        return f"{serial_day(cell):%d-%m-%Y}"
    pieces = str(cell).replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ").split("\n")
    return "\n".join(piece.strip() for piece in pieces if piece.strip())


def _is_date(means: str) -> bool:
    return means == c.BORN or means.endswith(" datum")


def _doubted_dates(
    texts: Sequence[list[str]], body: Sequence[CsvLine], table: ImportTable
) -> list[list[str]]:
    """Per row the questions about the order of day and month, column by column."""
    doubts: list[list[str]] = [[] for _ in texts]
    for at, column in enumerate(table.columns):
        if not _is_date(column.means):
            continue
        dates = [cells[at] for cells in texts]
        american = month_first(dates)
        unproven = table.may_be_american and not any(_day_must_be_first(date) for date in dates)
        for doubt, date in zip(doubts, dates, strict=True):
            if date and (american or (unproven and may_be_month_first(date))):
                doubt.append(ask_order(date))
    return doubts


def _day_must_be_first(date: str) -> bool:
    day, _, rest = date.lstrip("'’").partition("/")
    return bool(rest) and day.isdecimal() and int(day) > 12


def _too_wide(cells: Sequence[str], table: ImportTable) -> list[str]:
    unnamed = [
        text for column, text in zip(table.columns, cells, strict=False) if text and not column.heading
    ]
    beyond = [text for text in cells[len(table.columns) :] if text]
    if not unnamed and not beyond:
        return []
    says = _t("“%(text)s” staat onder geen kolom. Zet het onder de goede kolom, of haal het weg.")
    return [says % {"text": (unnamed + beyond)[0][:40]}]


def _of_somebody_else(pairs: Sequence[tuple[c.ImportColumn, str]], klantmanager: str) -> list[str]:
    says = _t("Op deze rij staat %(name)s als klantmanager, niet u. Vraag de teamleider haar toe te wijzen.")
    names = [text for column, text in pairs if column.means == c.KLANTMANAGER and text]
    return [says % {"name": name} for name in names if bare(name) != bare(klantmanager)]


def _too_many() -> str:
    return _t("Het bestand heeft meer dan %(most)s rijen. Deel het in kleinere stukken.") % {
        "most": MOST_ROWS
    }
