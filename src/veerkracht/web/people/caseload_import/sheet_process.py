"""Run as a program of its own: a workbook on stdin, its sheets as JSON on stdout. Knows calamine and nothing of us.

A workbook is unpacked by whoever made it: a few bytes can ask for gigabytes. Here the system itself sets the limit,
and what goes over it ends this process and not the server.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import sys
import zipfile
from typing import Any

MOST_MEMORY = 230_000_000  # bytes of address space; Python and calamine alone take some 140 million
MOST_SECONDS = 2
MOST_LINES, MOST_COLUMNS = 10_000, 100


def limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: only the time is limited, by whoever started this
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def plain(value: Any) -> Any:
    """Text and numbers as they are; a day as {"day": "1991-04-03"}, also when it carries midnight."""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return {"day": value.date().isoformat()}
    if isinstance(value, dt.datetime):
        return value.isoformat(" ")
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    return value if isinstance(value, str | int | float) else str(value)


def failed_rows(content: bytes) -> list[int]:
    """Rows of the first sheet of an xlsx with a cell that holds an error (#N/A): calamine gives those as empty."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            sheet = re.search(rb"<sheet\b[^>]*?r:id=\"([^\"]+)\"", book.read("xl/workbook.xml"))
            links = book.read("xl/_rels/workbook.xml.rels")
            link = sheet and re.search(
                rb"<Relationship\b[^>]*Id=\"" + re.escape(sheet[1]) + rb"\"[^>]*>", links
            )
            target = link and re.search(rb"Target=\"/?(?:xl/)?([^\"]+)\"", link[0])
            text = book.read(f"xl/{target[1].decode()}") if target else b""
    except (zipfile.BadZipFile, KeyError):
        return []
    cells = re.findall(rb"<c\b([^>]*\bt=\"e\"[^>]*)>", text)
    return sorted({int(row[1]) for cell in cells if (row := re.search(rb"\br=\"[A-Z]+(\d+)\"", cell))})


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = []
    for name in book.sheet_names[:20]:
        sheet = book.get_sheet_by_name(name)
        if sheet.height > MOST_LINES or sheet.width > MOST_COLUMNS:
            sheets.append({"name": name, "too_large": True})
            continue
        lines = [[plain(cell) for cell in line] for line in sheet.to_python(skip_empty_area=False)]
        merged = getattr(sheet, "merged_cell_ranges", None) or []
        sheets.append({"name": name, "lines": lines, "merged": merged})
    if sheets and content.startswith(b"PK"):
        sheets[0]["failed"] = failed_rows(content)
    json.dump(sheets, sys.stdout)


if __name__ == "__main__":
    main()
