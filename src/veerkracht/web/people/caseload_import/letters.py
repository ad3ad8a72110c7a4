"""Which letters an old CSV file was written in. Where two ways of reading are as likely, the rows are doubted."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_OLD = ("cp1252", "mac_roman")
_TURKISH = re.compile("[þðýÞÐÝ]")
"""Icelandic in Windows-1252 and, of the same bytes, Turkish in Windows-1254: ş ğ ı."""
NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}
NAMES |= {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}


@dataclass(frozen=True)
class Letters:
    """The text, the name of its encoding, and the same text read in the other way that is as likely ("" if none)."""

    text: str
    name: str
    otherwise: str = ""


def read_letters(content: bytes) -> Letters:
    for encoding in _certain(content):
        try:
            return Letters(content.decode(encoding), NAMES[encoding])
        except UnicodeDecodeError:
            continue
    readings = {encoding: content.decode(encoding, errors="replace") for encoding in _OLD}
    odd = {encoding: _odd_letters(text) for encoding, text in readings.items()}
    best = from_bytes(content[:200_000], cp_isolation=list(_OLD)).best()
    guess = best.encoding if best and best.encoding in _OLD else _OLD[0]
    chosen = min(_OLD, key=lambda encoding: (odd[encoding], encoding != guess))
    other = next(encoding for encoding in _OLD if encoding != chosen)
    if chosen == "cp1252" and _TURKISH.search(readings[chosen]):
        return Letters(readings[chosen], NAMES[chosen], content.decode("cp1254", errors="replace"))
    doubted = odd[chosen] == odd[other] or odd[chosen] > 0
    return Letters(readings[chosen], NAMES[chosen], readings[other] if doubted else "")


def _certain(content: bytes) -> list[str]:
    """Encodings that show themselves: by a mark at the front, by noughts at every other place, or by being valid."""
    marked = [encoding for mark, encoding in _MARKS if content.startswith(mark)]
    if marked:
        return marked
    head = content[:400]
    if head[1::2].count(0) > len(head) // 3 and not any(head[::2].count(b) for b in b"\0"):
        return ["utf-16-le"]
    if head[::2].count(0) > len(head) // 3 and not any(head[1::2].count(b) for b in b"\0"):
        return ["utf-16-be"]
    return ["utf-8"]


def _odd_letters(text: str) -> int:
    """Signs where no name has them: a capital after a small letter (BakkŽr), a letter for a quote (ít, Õs)."""
    odd = len(re.findall(r"(?<!\w)[íÕ][ts](?!\w)", text))
    for place in re.finditer(r"[^\x00-\x7f]|(?<=[^\x00-\x7f])[A-Z]", text):
        before, sign = text[place.start() - 1 : place.start()], place[0]
        known = sign.isascii() or sign.isalpha() or sign in "’‘“”–€\u00a0°½"
        odd += not known or (sign.isupper() and before.islower())
    return odd
