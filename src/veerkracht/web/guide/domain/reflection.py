"""Questions to oneself, the same text with man and woman swapped, and a card without names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from veerkracht.method import library as method


@dataclass(frozen=True)
class Topic:
    id: str
    text: str


@dataclass(frozen=True)
class TopicGroup:
    title: str
    when: str
    topics: tuple[Topic, ...]


BEFORE = TopicGroup(
    "Voor het eerste gesprek",
    "Voordat u haar ziet.",
    (
        Topic("V1", "Wat neem ik aan over haar als moeder, en van wie heb ik dat?"),
        Topic("V2", "Waar lijkt haar leven niet op het mijne, en wat zie ik daardoor minder goed?"),
    ),
)
AFTER = TopicGroup(
    "Als er een plan ligt",
    "Voordat u het samen vaststelt.",
    (
        Topic("V3", "Zou ik hetzelfde vragen aan een vader met deze kinderen?"),
        Topic("V4", "Noemde zij een hogere opleiding dan ik voorstel? Waarom stel ik die lagere voor?"),
        Topic("V5", "Kwamen ook techniek, ICT en transport ter sprake, of alleen zorg en kantoor?"),
        Topic("V6", "Wat hield haar tegen dat ik kleiner maakte dan het is?"),
        Topic("V7", "Wat vraagt dit plan van ons, en staat er een datum bij?"),
        Topic("V8", "Denk ik bij een moeder “zij wil niet”, en bij een vader “hij kan niet”?"),
    ),
)


def topic_groups() -> tuple[TopicGroup, ...]:
    """Questions about bias, and the nine about the system and how one is steered."""
    system = tuple(Topic(one.id, one.text) for one in method.items("S"))
    return (
        BEFORE,
        AFTER,
        TopicGroup(
            "Over het systeem en hoe u wordt aangestuurd", "Eens per maand, of als het schuurt.", system
        ),
    )


def topics() -> dict[str, Topic]:
    return {topic.id: topic for group in topic_groups() for topic in group.topics}


# Word for word; what a word means in its sentence is left to the reader, who only wants to hear how it sounds.
_SWAPS = {
    "zij": "hij",
    "ze": "hij",
    "haar": "zijn",
    "haarzelf": "hemzelf",
    "zijzelf": "hijzelf",
    "moeder": "vader",
    "moeders": "vaders",
    "mama": "papa",
    "mevrouw": "meneer",
    "vrouw": "man",
    "vrouwen": "mannen",
    "dochter": "zoon",
    "zus": "broer",
    "oma": "opa",
    "tante": "oom",
    "vriendin": "vriend",
    "vriendinnen": "vrienden",
    "buurvrouw": "buurman",
}
_BOTH_WAYS = {**{new: old for old, new in reversed(_SWAPS.items())}, "hem": "haar", **_SWAPS}
_WORD = re.compile(r"[^\W\d_]+")


def swapped(text: str) -> str:
    """The text with man and woman changed places; capitals stay where they were."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        counterpart = _BOTH_WAYS.get(word.casefold())
        if counterpart is None:
            return word
        return counterpart.capitalize() if word[0].isupper() else counterpart

    return _WORD.sub(other, text)


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """Which of these names stand in the text, as whole words, so that a card can be sent back by name."""
    words = {word.casefold() for word in _WORD.findall(text)}
    # "de" of "de Rooij" is no name: only the parts with a capital count.
    parts = {name: [p for p in _WORD.findall(name) if len(p) > 1 and p[0].isupper()] for name in names}
    return sorted(name for name, known in parts.items() if any(part.casefold() in words for part in known))
