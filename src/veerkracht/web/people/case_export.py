"""The own list of cases as a file. What a spreadsheet would take for a formula stays text."""

from __future__ import annotations

import csv
import datetime as dt
import io

from django.utils.translation import gettext as _t
from openpyxl import Workbook

from .acting import action
from .models import Account, Case

HEADER = ("dossiernummer", "voornaam", "achternaam", "geboortedatum", "telefoon", "adres", "kinderen")
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@action("people.list_exported", allow=("export", "caseload_bestand"))
def export_list(*, by: Account, kind: str) -> Account:
    """Write down that this account took its list along; the file itself is made by `file_of`."""
    return by


def file_of(*, account: Account, kind: str) -> bytes:
    """The cases this account works with, `csv` (with a mark for Excel) or `xlsx`; a secret address is left out."""
    cases = Case.objects.visible_to(account).by_name().prefetch_related("household__children")
    rows = [_row(case) for case in cases]
    return _xlsx(rows) if kind == "xlsx" else _csv(rows)


def _row(case: Case) -> list[str]:
    children = [f"{child.first_name} {_day(child.born_on)}" for child in case.household.children.all()]
    return [
        case.public_id,
        case.first_name,
        case.last_name,
        _day(case.born_on),
        case.phone,
        _t("geheim") if case.address_is_secret else case.address,
        "; ".join(children),
    ]


def _day(day: dt.date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else ""


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADER)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _xlsx(rows: list[list[str]]) -> bytes:
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    sheet.append(HEADER)
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column, text)
            cell.data_type = "s"  # text, whatever it begins with
    book.save(file)
    return file.getvalue()
