"""What in a text could lead a reader to one family. A warning: whoever writes decides, and a second person reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Clue(StrEnum):
    """Why some words may be recognised."""

    NAME = "name"
    NUMBER = "number"
    DAY = "day"
    AMOUNT = "amount"
    AGE = "age"
    PLACE = "place"
    RARE = "rare"
    MAYBE_NAME = "maybe_name"


@dataclass(frozen=True)
class Recognised:
    words: str
    clue: Clue


_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_PATTERNS = (
    (Clue.NUMBER, r"[\w.+-]+@[\w-]+\.[\w.]+|\b\d{4}\s?[A-Z]{2}\b|(?:\+31|\b0)[\d\s-]{8,}\d|\b\d{7,}\b"),
    (Clue.DAY, rf"\b\d{{1,2}}[-/.]\d{{1,2}}(?:[-/.]\d{{2,4}})?\b|\b\d{{1,2}} (?:{_MONTHS})\b"),
    (Clue.AMOUNT, r"€\s?\d+(?:[.,]\d+)*|\b\d+(?:[.,]\d+)? euro\b"),
    (Clue.AGE, r"\b\d{1,2}[ -](?:jaar|jarige?|maanden|weken)\b"),
    (Clue.PLACE, r"\b[A-Z][a-z]+(?:straat|weg|laan|plein|kade|hof|dijk|singel|steeg)\b(?:\s\d+)?"),
    (
        Clue.RARE,
        r"\b(?:[tT]weeling\w*|[dD]rieling\w*|[vV]ijf kinderen|[zZ]es kinderen|[zZ]even kinderen|weduwe|opvanghuis"
        r"|blijf-van-mijn-lijf\w*|gevangenis|detentie|adoptie\w*|pleegkind\w*|rolstoel\w*|doof|blind|kanker"
        r"|epilepsie|asielzoek\w*|statushoud\w*)\b",
    ),
)
_SENTENCE_ENDS = '.!?:;\n“"('
# Words with a capital that lead to nobody.
_EVERYBODYS = frozenset(
    {
        "Gemeente",
        "Toeslagen",
        "Belastingdienst",
        "UWV",
        "DUO",
        "SVB",
        "Participatiewet",
        "GGD",
        "BSO",
        "Bso",
        "Ik",
    }
    | {"Nederland", "Nederlands", "Nederlandse", "Kinderopvangtoeslag", "Zorgtoeslag", "Huurtoeslag"}
    | {"Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag"}
)


def recognised(text: str, *, names: Iterable[str]) -> tuple[Recognised, ...]:
    """Each piece of the text that could be recognised, in the order of the clues, once.

    Args:
        names: of the people around her; a name of one letter is no name.
    """
    seen = {match: Recognised(match, Clue.NAME) for name in names for match in _occurrences(text, name)}
    for clue, pattern in _PATTERNS:
        for match in re.finditer(pattern, text):
            seen.setdefault(match[0].strip(), Recognised(match[0].strip(), clue))
    for words in _capitals(text):
        if not any(words in other for other in seen):
            seen[words] = Recognised(words, Clue.MAYBE_NAME)
    return tuple(seen.values())


def _occurrences(text: str, name: str) -> list[str]:
    bare = name.strip()
    if len(bare) < 2:
        return []
    return re.findall(rf"(?<!\w){re.escape(bare)}(?:s|'s)?(?!\w)", text, flags=re.IGNORECASE)[:1]


def _capitals(text: str) -> list[str]:
    """Words with a capital inside a sentence: maybe a name of somebody, a school or a street."""
    words = []
    for match in re.finditer(r"\b[A-ZÀ-Þ][\w'-]+", text):
        before = text[: match.start()].rstrip(" ")
        starts_a_sentence = not before or before[-1] in _SENTENCE_ENDS
        if not starts_a_sentence and match[0] not in _EVERYBODYS:
            words.append(match[0])
    return words
