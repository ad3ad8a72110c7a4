"""Leesbaarheid: what may make a text of ours hard to read. It suggests; it never judges a text, and never her words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST_SENTENCE = 18  # words
LONGEST_WORD = 15  # letters
MOST_HINTS = 6
SHOWN = 40  # letters of a text that a hint repeats
_SENTENCE = re.compile(r"[^.?:;\n]+(?:[.?:;\n]|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BECOMES = re.compile(r"\b(wordt|worden|werd|werden)\b", re.IGNORECASE)
_DONE = re.compile(
    r"^(ge|be|ver|ont|her|toege|aange|opge|uitge|afge|inge|voorge|doorge)\w{2,}(d|t|en)$", re.IGNORECASE
)


@dataclass(frozen=True)
class Hint:
    """One suggestion. `kind`: long_sentence, long_word, passive or officialese; `instead` may be empty."""

    kind: str
    words: str
    count: int = 0
    instead: str = ""


@cache
def _lists() -> tuple[dict[str, str], frozenset[str]]:
    table = tomllib.loads((Path(__file__).parent / "readability.toml").read_text(encoding="utf-8"))
    return table["instead"], frozenset(table["known"]["words"])


@cache
def _officialese() -> re.Pattern[str]:
    longest_first = sorted(_lists()[0], key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def hints(text: str) -> list[Hint]:
    """At most six suggestions, in the order of the text; the same one is given once."""
    all_hints = dict.fromkeys(hint for sentence in _SENTENCE.findall(text) for hint in _of(sentence.strip()))
    return list(all_hints)[:MOST_HINTS]


def _of(sentence: str) -> Iterator[Hint]:
    instead, known = _lists()
    words = _WORD.findall(sentence)
    if len(words) > LONGEST_SENTENCE:
        yield Hint("long_sentence", " ".join(words[:6])[:SHOWN], len(words))
    for match in _officialese().finditer(sentence):
        yield Hint("officialese", match[0], instead=instead[match[0].lower()])
    if (becomes := _BECOMES.search(sentence)) and any(_DONE.match(word) for word in words):
        yield Hint("passive", becomes[0])
    for word in words:
        if len(word) > LONGEST_WORD and word.lower() not in known and word.lower() not in instead:
            yield Hint("long_word", word[:SHOWN])
