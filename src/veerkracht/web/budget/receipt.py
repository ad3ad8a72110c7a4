"""What is kept of a receipt: the picture itself, without where and with what it was taken, and nothing behind its end.

What a file begins with says what it is; its name and the type the browser sent are never believed.
"""

from __future__ import annotations

import struct

from .receipt_pdf import PdfFault, cut, fault_of

PDF, JPEG, PNG = "pdf", "jpg", "png"
_PNG_BEGINS = b"\x89PNG\r\n\x1a\n"
# Chunks of a PNG that draw; the others say where, when and with what.
_PNG_DRAWS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"acTL"})
_JPEG_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_START_OF_SCAN, _END, _JFIF = 0xDA, 0xD9, 0xE0
# EXIF, XMP, maker notes, and comments.
_TELLING = frozenset({*range(0xE1, 0xF0), 0xFE})
_PIXELS = 60_000_000


class NoReceipt(ValueError):
    """It is no PDF, JPEG or PNG, or it is broken."""


class NotThisPdf(NoReceipt):
    """A PDF that is locked, that does something, or that is another kind of file as well."""

    def __init__(self, fault: PdfFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def cleaned(content: bytes) -> tuple[str, bytes]:
    """The kind, and the file as it is kept.

    Raises:
        NoReceipt: it is none, it is broken off, or it is a picture too large to be one.
    """
    try:
        if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
            return PDF, _pdf(content)
        if content.startswith(b"\xff\xd8\xff"):
            return JPEG, _jpeg(content)
        if content.startswith(_PNG_BEGINS):
            return PNG, _png(content)
    except (struct.error, IndexError) as error:
        raise NoReceipt from error
    raise NoReceipt


def _pdf(content: bytes) -> bytes:
    if fault := fault_of(content):
        raise NotThisPdf(fault)
    return cut(content)


def _png(content: bytes) -> bytes:
    kept, at = [_PNG_BEGINS], len(_PNG_BEGINS)
    while True:
        (length,) = struct.unpack_from(">I", content, at)
        name, stop = content[at + 4 : at + 8], at + 12 + length
        if stop > len(content):
            raise NoReceipt
        if name == b"IHDR":
            width, height = struct.unpack_from(">II", content, at + 8)
            if not 0 < width * height <= _PIXELS:
                raise NoReceipt
        if name in _PNG_DRAWS:
            kept.append(content[at:stop])
        if name == b"IEND":
            return b"".join(kept)
        at = stop


def _jpeg(content: bytes) -> bytes:
    """Segments up to the scan, without APP1 and up (EXIF, XMP, maker notes) and comments; then the scan to its end."""
    kept, at = [content[:2]], 2
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker == _START_OF_SCAN:
            return b"".join([*kept, content[at : _first_end(content, at)]])
        (length,) = (0,) if marker in _JPEG_NO_LENGTH else struct.unpack_from(">H", content, at + 2)
        if 0xC0 <= marker <= 0xC2:
            height, width = struct.unpack_from(">HH", content, at + 5)
            if not 0 < width * height <= _PIXELS:
                raise NoReceipt
        is_plain = content[at + 4 : at + 8] == b"JFIF" if marker == _JFIF else marker not in _TELLING
        if is_plain:
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    raise NoReceipt


def _first_end(content: bytes, at: int) -> int:
    """Behind the first end of the picture: what hangs after it is dropped."""
    end = content.find(bytes((0xFF, _END)), at)
    if end < 0:
        raise NoReceipt
    return end + 2
