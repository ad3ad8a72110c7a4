"""Text of people, made safe to show: in a sentence, in a picture, in either writing direction."""

import unicodedata

# Characters that turn the direction of everything after them; a name may not turn the page around.
_TURNING = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff"
)
_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def shown(text: str) -> str:
    """One line without control characters; double quotation marks become single, for we quote with double ones."""
    if text.isascii() and text.isprintable() and '"' not in text and "  " not in text:
        return text.strip()
    visible = (" " if c.isspace() else c for c in text if c.isspace() or _may_be_shown(c))
    return " ".join("".join(visible).split()).translate(str.maketrans('“”„"', "‘’‚'"))


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or the like."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def in_sentence(text: str) -> str:
    """Keep a right-to-left name from reordering the Dutch words around it."""
    clean = shown(text)
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in clean):
        return f"{_ISOLATE}{clean}{_POP_ISOLATE}"
    return clean


def _may_be_shown(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cs") and character not in _TURNING
