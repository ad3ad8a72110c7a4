"""What a PDF may not be to count as a receipt: locked, a program, a carrier of files, or two kinds of file in one."""

from __future__ import annotations

import re
import zlib
from enum import StrEnum

_END = b"%%EOF"
_ZIP_ENDS = b"PK\x05\x06"
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_NAMES = re.compile(rb"/[^\x00\t\n\x0c\r ()<>\[\]{}/%]+")
_ACTIVE = frozenset(
    {
        b"/JavaScript",
        b"/JS",
        b"/Launch",
        b"/EmbeddedFile",
        b"/EmbeddedFiles",
        b"/RichMedia",
        b"/XFA",
        b"/SubmitForm",
    }
)
_STREAM = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
MOST_UNPACKED = 8_000_000
"""Bytes of packed objects that are read; a PDF that unpacks to more is a bomb, not a receipt."""


class PdfFault(StrEnum):
    LOCKED = "locked"
    ACTIVE = "active"
    TWO_KINDS = "two_kinds"


def cut(content: bytes) -> bytes:
    """Without what hangs behind its last end."""
    end = content.rindex(_END) + len(_END)
    return content[:end]


def fault_of(content: bytes) -> PdfFault | None:
    """Why this PDF is not kept; None where nothing is wrong with it."""
    if _is_zip_as_well(content):
        return PdfFault.TWO_KINDS
    unpacked = _unpacked(content)
    if unpacked is None:
        return PdfFault.ACTIVE
    names = _names(content) | _names(unpacked)
    if b"/Encrypt" in names:
        return PdfFault.LOCKED
    return PdfFault.ACTIVE if names & _ACTIVE else None


def _is_zip_as_well(content: bytes) -> bool:
    """An end of a ZIP whose comment reaches the end of the file, give or take the line end behind `%%EOF`."""
    at = content.find(_ZIP_ENDS)
    while at >= 0:
        behind = len(content) - at - 22
        if behind >= 0 and abs(int.from_bytes(content[at + 20 : at + 22], "little") - behind) <= len(_END):
            return True
        at = content.find(_ZIP_ENDS, at + 1)
    return False


def _names(content: bytes) -> set[bytes]:
    """The names in it, also those written with `#4a` for a letter."""
    return {_HEX.sub(lambda code: bytes([int(code[1], 16)]), name) for name in _NAMES.findall(content)}


def _unpacked(content: bytes) -> bytes | None:
    """The objects it packs, as far as they are packed in the one usual way; None where they are too large to read."""
    parts: list[bytes] = []
    room = MOST_UNPACKED
    for stream in _STREAM.finditer(content):
        unpacker = zlib.decompressobj()
        try:
            parts.append(unpacker.decompress(content[stream.end() :], room))
        except zlib.error:
            continue
        room -= len(parts[-1])
        if room <= 0:
            return None
    return b"\n".join(parts)
