"""What the fonts can print, known before a document is made.

PDF/UA refuses a document with a character that no font can draw. A letter must never fail on what someone
typed, so each such character becomes a box, and the document says so at its end.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
BOX = "\N{WHITE SQUARE}"
# Signs that none of our fonts has and that typst's own "DejaVu Sans Mono" draws.
SIGNS = "←↑→↓↔⇒□■▪●○◦☐☑☒✓✗≤≥≠≈√∞"
# Invisible, but without them Arabic, Persian, Hindi and joined emoji read differently.
ZERO_WIDTH_JOINER = "\u200d"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u00ad\ufe0e\ufe0f"
SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
NOTHING_FOR_INVISIBLE = str.maketrans("", "", INVISIBLE)


class FontsMissing(RuntimeError):
    """The fonts are build output; without them nothing can be printed."""


@dataclass(frozen=True)
class Printable:
    """A text that the fonts can print in full, and whether it had to be changed for that."""

    text: str
    complete: bool


@cache
def coverage() -> tuple[frozenset[str], ...]:
    """The characters of each font, the one for running text first."""
    path = FONTS / "coverage.json"
    if not path.exists():
        raise FontsMissing(
            "The fonts of the PDFs are not built. Run `python frontend/build.py` and try again."
        )
    families: dict[str, list[list[int]]] = json.loads(path.read_text(encoding="utf-8"))
    drawn = [
        frozenset(chr(code) for first, last in runs for code in range(first, last + 1))
        for runs in families.values()
    ]
    return (*drawn, frozenset(SIGNS))


def printable(text: str) -> Printable:
    """The text as it can be printed: its own characters, or a box for each that no font has."""
    plain = visible(unicodedata.normalize("NFC", text))
    if coverage()[0].issuperset(plain.replace("\n", "")):
        return Printable(plain, True)
    parts = [drawable(cluster) for cluster in clusters(plain)]
    printed = "".join(parts)
    return Printable(printed, printed == plain)


def visible(text: str) -> str:
    """Without control and formatting characters; every kind of space a plain one, every line end \\n."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(kept for kept in map(visible_character, lines))


def visible_character(character: str) -> str:
    if character in "\n" + INVISIBLE:
        return character
    if character == "\N{NARROW NO-BREAK SPACE}":
        return "\N{NO-BREAK SPACE}"
    category = unicodedata.category(character)
    if character == "\t" or (category == "Zs" and character != "\N{NO-BREAK SPACE}"):
        return " "
    # Among these are the overrides of writing direction, which could make a text read other than typed.
    return "" if category in ("Cc", "Cf") else character


def belongs_to_the_one_before(character: str) -> bool:
    """Accents, vowel signs, joiners and the skin tones of emoji."""
    return unicodedata.category(character)[0] == "M" or character in INVISIBLE or character in SKIN_TONES


def clusters(text: str) -> Iterator[str]:
    """Characters with the accents and joiners that belong to them: a font draws all of those or none."""
    cluster = ""
    for character in text:
        joined = belongs_to_the_one_before(character) or cluster.endswith(ZERO_WIDTH_JOINER)
        if cluster and not joined:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def drawable(cluster: str) -> str:
    seen = cluster.translate(NOTHING_FOR_INVISIBLE)
    if cluster == "\n" or not seen:
        return cluster
    if not belongs_to_the_one_before(seen[0]) and any(font.issuperset(seen) for font in coverage()):
        return cluster
    if len(seen) == 1:
        return BOX
    # No font has the letter with this accent: the letter, and a box for what could not be put on it.
    return "".join(BOX if belongs_to_the_one_before(part) else drawable(part) for part in seen)
