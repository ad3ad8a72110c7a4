"""Excel and OpenDocument files, read in a process of their own with a limit on memory and time."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _t

from .mistakes import UnreadableFile

_MOST_UNPACKED = 20_000_000  # bytes; a caseload of 2,000 people is a twentieth of it
_MOST_PARTS = 500
_PATIENCE = 8  # seconds by the clock; the process itself may use two of the processor
_PROGRAM = Path(__file__).with_name("sheet_process.py")


@dataclass(frozen=True)
class Worksheet:
    """The lines of the first sheet, the ranges of merged cells and the names of the other sheets with text."""

    lines: list[list[Any]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]]
    others: list[str]
    serials_are_sure: bool
    rows_with_errors: frozenset[int] = frozenset()


def is_workbook(content: bytes) -> bool:
    return content.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


def read_workbook(content: bytes) -> Worksheet:
    """The first sheet of an xlsx, xls or ods file.

    Raises:
        UnreadableFile: broken, locked with a password, too large, or made to break something.
    """
    starts_in_1904 = _look_before_unpacking(content) if content.startswith(b"PK") else False
    sheets = _sheets(content)
    if not sheets:
        raise UnreadableFile(_broken())
    first, *rest = sheets
    if first.get("too_large"):
        raise UnreadableFile(_too_large())
    others = [s["name"] for s in rest if s.get("too_large") or any(any(line) for line in s["lines"])]
    failed = frozenset(first.get("failed", ()))
    return Worksheet(first["lines"], first["merged"], others, not starts_in_1904, failed)


def _look_before_unpacking(content: bytes) -> bool:
    """Refuse by what the zip says of itself; the answer is whether days are counted from 1904 (old Macs)."""
    try:
        book = zipfile.ZipFile(io.BytesIO(content))
        parts = book.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
            raise UnreadableFile(_too_large())
        if "xl/workbook.xml" not in book.namelist():
            return False
        with book.open("xl/workbook.xml") as part:
            return b'date1904="1"' in part.read(100_000)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        if isinstance(error, UnreadableFile):
            raise
        raise UnreadableFile(_broken()) from error


def _sheets(content: bytes) -> list[dict[str, Any]]:
    command = [sys.executable, "-I", str(_PROGRAM)]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_PATIENCE, check=True)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(_too_large()) from error
    except subprocess.CalledProcessError as error:
        if error.returncode < 0 or b"MemoryError" in error.stderr:  # the system ended it: over the limit
            raise UnreadableFile(_too_large()) from error
        raise UnreadableFile(_broken()) from error
    sheets: list[dict[str, Any]] = json.loads(done.stdout)
    return sheets


def _broken() -> str:
    return _t(
        "Dit Excel-bestand is niet te lezen. Open het, bewaar het opnieuw als .xlsx en probeer het weer."
    )


def _too_large() -> str:
    return _t("Dit Excel-bestand is te groot: meer dan 2000 rijen of te veel kolommen. Deel het in stukken.")
