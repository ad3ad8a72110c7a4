"""Numbers as people in the Netherlands write and read them."""

from __future__ import annotations

import re

from veerkracht.words.numbers import SPACE as SPACE
from veerkracht.words.numbers import euro as euro
from veerkracht.words.numbers import hours_in_words as hours_in_words

hours = hours_in_words
_EURO = re.compile(r"^(€|euro?)|(€|euro?)$")
_POINTS = re.compile(r"^\d{1,3}(\.\d{3})+$")
_PLAIN = re.compile(r"^\d{1,9}(\.\d{1,4})?$")


def read(text: str) -> float:
    """`1.234,50`, `€ 748`, `650 euro` and `15.10` as a number.

    Raises:
        ValueError: it is not a number that somebody would write here.
    """
    bare = _EURO.sub("", re.sub(r"[\s\u00a0]", "", text.casefold())).removesuffix(",-")
    negative, bare = bare.startswith("-"), _EURO.sub("", bare.removeprefix("-"))
    whole, comma, cents = bare.partition(",")
    if comma:
        bare = f"{whole.replace('.', '') if _POINTS.match(whole) else whole}.{cents}"
    elif _POINTS.match(bare):
        bare = bare.replace(".", "")
    if not _PLAIN.match(bare):
        raise ValueError(text)
    return -float(bare) if negative else float(bare)


def typed(value: float) -> str:
    """A number as it stands in a field: 748, 15,10."""
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}".replace(".", ",")
