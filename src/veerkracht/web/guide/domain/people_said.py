"""Who is named in a sentence of hers: a word such as sister or school, with the own name that follows it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NAME_LENGTH = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OF = "van"


@dataclass(frozen=True)
class Who:
    """Somebody as she says it, and where she or he begins on the map; she moves it from there."""

    name: str
    group: str = "other"
    kind: str = "person"
    ring: str = "micro"

    @property
    def values(self) -> dict[str, str]:
        return {"name": self.name, "group": self.group, "kind": self.kind, "ring": self.ring}


@cache
def _kinds() -> dict[str, Who]:
    """By the word, in small letters."""
    rows = tomllib.loads((Path(__file__).parent / "people_said.toml").read_text(encoding="utf-8"))["who"]
    return {
        word: Who(word.capitalize(), row["group"], row.get("kind", "person"), row.get("ring", "micro"))
        for row in rows
        for word in row["words"]
    }


def who_is(name: str) -> Who:
    """A typed name, on the side of the map its word belongs to; a name without such a word is a person close by."""
    by_word = next((_kinds()[w.casefold()] for w in _WORD.findall(name) if w.casefold() in _kinds()), Who(""))
    return Who(name, by_word.group, by_word.kind, by_word.ring)


def people_in(sentence: str, known: Collection[str]) -> list[Who]:
    """Who is named in this sentence and is not among the `known` names; each once, in the order of the sentence."""
    have = {word.casefold() for name in known for word in _WORD.findall(name)}
    who_by_word: dict[str, Who] = {}
    for who, word in _named(sentence):
        if word not in have:
            who_by_word.setdefault(word, who)
    return list(who_by_word.values())


def known_in(sentence: str, known: Collection[str]) -> list[str]:
    """Which of these names is said in the sentence, wholly or by its first word."""
    words = {word.casefold() for word in _WORD.findall(sentence)}
    firsts = {name: _WORD.findall(name.casefold())[:1] for name in known}
    return [name for name, first in firsts.items() if first and first[0] in words]


def _named(sentence: str) -> Iterator[tuple[Who, str]]:
    """Each word for somebody with its own name behind it: `zus Marva`, `school van Amy`."""
    words = _WORD.findall(sentence)
    for at, word in enumerate(words):
        kind = _kinds().get(word.casefold())
        if kind is None:
            continue
        rest = words[at + 1 : at + 3]
        name = kind.name
        if rest and rest[0][:1].isupper():
            name = f"{kind.name} {rest[0]}"
        elif len(rest) == 2 and rest[0] == _OF and rest[1][:1].isupper():
            name = f"{kind.name} van {rest[1]}"
        yield Who(name[:NAME_LENGTH], kind.group, kind.kind, kind.ring), word.casefold()
