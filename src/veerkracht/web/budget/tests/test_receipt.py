"""INP-04, hostile uploads: more than 200 files; what is no receipt is refused, and of a photo no place is kept."""

from __future__ import annotations

import random
import struct
import zlib

import pytest

from veerkracht.web.budget.receipt import NoReceipt, NotThisPdf, cleaned
from veerkracht.web.budget.receipt_pdf import PdfFault

SCRIPT = b"<svg onload=alert(1)>"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR"


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def jpeg(*extra: bytes, width: int = 8, height: int = 8) -> bytes:
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\x34\xff\x00\x56"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"".join(extra) + frame + scan + b"\xff\xd9"


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(*extra: bytes, width: int = 8, height: int = 8) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + b"".join(extra)
        + chunk(b"IDAT", zlib.compress(b"\0" * 72))
        + chunk(b"IEND", b"")
    )


def test_of_a_photo_neither_place_nor_camera_is_kept() -> None:
    gps = segment(0xE1, b"Exif\0\0GPSLatitude 51.56") + segment(0xFE, b"camera 123") + segment(0xED, b"8BIM")
    assert cleaned(jpeg(gps)) == ("jpg", jpeg())
    told = (
        chunk(b"eXIf", b"GPS 51.56")
        + chunk(b"tEXt", b"Author\0x")
        + chunk(b"iTXt", b"y")
        + chunk(b"zzZz", SCRIPT)
    )
    assert cleaned(png(told)) == ("png", png())


@pytest.mark.parametrize("behind", [SCRIPT, b"PK\x03\x04", EICAR, b"%PDF-1.7 %%EOF", b"\0" * 9999])
def test_what_hangs_behind_a_picture_is_dropped(behind: bytes) -> None:
    assert cleaned(jpeg() + behind) == ("jpg", jpeg())
    assert cleaned(png() + behind) == ("png", png())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        SCRIPT,
        b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html><script>alert(1)</script>%PDF-1.7 %%EOF",
        b"PK\x03\x04" + b"\0" * 100,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"GIF89a<script>",
        b"RIFF\0\0\0\0WEBP",
        b"\0\0\0\x18ftypheic",
        b"MZ\x90\0",
        b"#!/bin/sh",
        EICAR,
        b"\x1f\x8b\x08",
        b"%PDF-1.7 broken off",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\xff\xff",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR",
        png(width=50_000, height=50_000),
        jpeg(width=60_000, height=60_000),
        png(width=0),
    ],
)
def test_what_is_no_receipt_is_refused(content: bytes) -> None:
    with pytest.raises(NoReceipt):
        cleaned(content)


def test_two_hundred_damaged_files_are_refused_or_shorter_and_never_break() -> None:
    dice = random.Random(4)
    for number in range(200):
        whole = bytearray(dice.choice((jpeg(), png(), jpeg(segment(0xE1, b"Exif" * 50)))))
        for _ in range(dice.randint(1, 8)):
            whole[dice.randrange(len(whole))] = dice.randrange(256)
        content = bytes(whole[: dice.randint(1, len(whole))] if number % 2 else whole)
        try:
            kind, kept = cleaned(content)
        except NoReceipt:
            continue
        assert kind in ("jpg", "png") and len(kept) <= len(content)


def pdf(*parts: bytes) -> bytes:
    return b"%PDF-1.7\n" + b"\n".join(parts) + b"\ntrailer << /Root 1 0 R >>\n%%EOF"


def packed(inside: bytes) -> bytes:
    return (
        b"2 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n" + zlib.compress(inside) + b"\nendstream"
    )


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (pdf(b"<< /Encrypt 9 0 R >>"), PdfFault.LOCKED),
        (pdf(b"<< /#45ncrypt 9 0 R >>"), PdfFault.LOCKED),
        (pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"), PdfFault.ACTIVE),
        (pdf(b"<< /S /J#61vaScript >>"), PdfFault.ACTIVE),
        (pdf(b"<< /S /Launch /F (cmd.exe) >>"), PdfFault.ACTIVE),
        (pdf(b"<< /Type /EmbeddedFile >>"), PdfFault.ACTIVE),
        (pdf(packed(b"<< /S /JavaScript >>")), PdfFault.ACTIVE),
        (pdf(packed(b" " * 90_000_000)), PdfFault.ACTIVE),
        (pdf(b"PK\x05\x06" + b"\0" * 16 + struct.pack("<H", 36)), PdfFault.TWO_KINDS),
        (pdf() + b"PK\x05\x06" + b"\0" * 18, PdfFault.TWO_KINDS),
    ],
)
def test_a_pdf_that_is_locked_acts_or_is_something_else_as_well_is_refused(
    content: bytes, fault: PdfFault
) -> None:
    with pytest.raises(NotThisPdf) as error:
        cleaned(content)
    assert error.value.fault is fault


def test_an_ordinary_pdf_is_kept_to_its_end_and_nothing_behind_it() -> None:
    plain = pdf(b"<< /Type /Page /Contents 4 0 R >>", packed(b"<< /Type /Font >>"))
    assert cleaned(plain) == ("pdf", plain)
    assert cleaned(plain + b"\n<script>alert(1)</script>") == ("pdf", plain)
