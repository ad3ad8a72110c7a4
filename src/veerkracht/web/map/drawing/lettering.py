"""How wide words are, roughly, and how a long name is broken or shortened.

Widths are estimates on the generous side: the reader's fonts are not known here.
"""

import unicodedata
from functools import cache

_NARROW = frozenset("iljftrI.,:;'’‘!|()[]- ")
_WIDE = frozenset("mwMWQGOD@%&—")


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The estimated width of one line."""
    return sum(_share(character) for character in text) * size * (1.06 if bold else 1.0)


def wrapped(text: str, length: float, size: float, lines: int, bold: bool = False) -> tuple[str, ...]:
    """At most so many lines of at most this length; what does not fit ends in an ellipsis."""
    done: list[str] = []
    rest = text.split()
    while rest and len(done) < lines:
        line = rest.pop(0)
        while rest and width_of(f"{line} {rest[0]}", size, bold) <= length:
            line = f"{line} {rest.pop(0)}"
        if width_of(line, size, bold) > length and len(done) < lines - 1:
            line, tail = _broken(line, length, size, bold)
            rest[:0] = [tail] if tail else []
        done.append(line)
    if rest:
        done[-1] = f"{done[-1]}…"
    return tuple(cut(line, length, size, bold) for line in done)


def cut(text: str, length: float, size: float, bold: bool = False) -> str:
    """The text itself, or its beginning with an ellipsis."""
    if width_of(text, size, bold) <= length:
        return text
    shortened = text.rstrip("…")
    while shortened and width_of(f"{shortened}…", size, bold) > length:
        shortened = _without_last(shortened)
    return f"{shortened.rstrip()}…"


def _broken(word: str, length: float, size: float, bold: bool) -> tuple[str, str]:
    """A word longer than the line, broken with a hyphen; at its own hyphen when it has one there."""
    head = word
    while head and width_of(f"{head}-", size, bold) > length:
        head = _without_last(head)
    if not head:
        return word, ""
    while len(word) - len(head) < 4 and len(head) > 4:
        head = _without_last(head)
    own = head.rfind("-")
    if own > 2:
        return word[: own + 1], word[own + 1 :]
    return f"{head}-", word[len(head) :]


def _without_last(text: str) -> str:
    """Without the last visible sign: marks and joined emoji go with what they belong to."""
    end = len(text) - 1
    while end > 0 and (_hangs_on(text[end]) or text[end - 1] == "\u200d"):
        end -= 1
    return text[:end]


def _hangs_on(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Cf") or "\U0001f3fb" <= character <= "\U0001f3ff"


@cache
def _share(character: str) -> float:
    if _hangs_on(character) or unicodedata.category(character) == "Mc":
        return 0.0
    if character in _NARROW:
        return 0.32
    if character in _WIDE:
        return 0.9
    if "\u2010" <= character <= "\u2025":
        return 0.56
    if unicodedata.east_asian_width(character) in ("W", "F") or ord(character) >= 0x2026:
        return 1.3 if ord(character) > 0xFFFF else 1.05
    if "\u1200" <= character <= "\u139f":
        return 0.85
    return 0.68 if character.isupper() else 0.54
