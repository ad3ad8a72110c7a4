"""What something is about: by the theme of the method it was coded with, and by the words in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What a change of the week is about, by whose it is there.
TOPIC_OF_PARTY = {
    "childcare": "opvang",
    "employer": "werk",
    "school": "leren",
    "municipality": "hulp",
    "partner_organisation": "wonen",
    "network": "samen",
}


@dataclass(frozen=True, kw_only=True)
class OfferTopic:
    """One thing an offer can be about."""

    key: str
    title: str
    words: tuple[str, ...]
    themes: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        return bool(_pattern(self.words).search(text.casefold()))


@cache
def topics() -> tuple[OfferTopic, ...]:
    """All of them, in the order in which people read them."""
    tables = tomllib.loads(files(__package__).joinpath("topics.toml").read_text(encoding="utf-8"))["topics"]
    return tuple(
        OfferTopic(key=t["key"], title=t["title"], words=tuple(t["words"]), themes=tuple(t["themes"]))
        for t in tables
    )


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # A word of two letters is that word alone: "ex" is not "extra".
    ends = (re.escape(word) + (r"\b" if len(word) < 4 else "") for word in words)
    return re.compile(rf"\b(?:{'|'.join(ends)})")


def topics_of(text: str, *, theme: str = "") -> frozenset[str]:
    """The topics of a text of hers. Coded by the method: that theme alone, where it has a topic."""
    by_theme = frozenset(topic.key for topic in topics() if theme and theme in topic.themes)
    return by_theme | frozenset(topic.key for topic in topics() if topic.is_in(text))


def known_topic(key: str) -> OfferTopic | None:
    return next((topic for topic in topics() if topic.key == key), None)
