"""Numbers as people in the Netherlands write and read them."""

from __future__ import annotations

import math
import re

SPACE = "\u00a0"
"""Keeps the sign of the euro and its amount on one line."""
_POINTS = re.compile(r"^\d{1,3}(\.\d{3})+$")
_PLAIN = re.compile(r"^\d{1,9}(\.\d{1,4})?$")


def read(text: str) -> float:
    """`1.234,50`, `€ 748` and `15.10` as a number.

    Raises:
        ValueError: it is not a number that somebody would write here.
    """
    bare = re.sub(r"[\s\u00a0€]", "", text).removesuffix(",-")
    negative, bare = bare.startswith("-"), bare.removeprefix("-")
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


def euro(amount: float, cents: bool = False) -> str:
    """`€ 1.234`, with cents `€ 1.234,50`; a minus before the sign. Half a euro goes up, as everybody expects."""
    shown = round(abs(amount), 2) if cents else math.floor(abs(amount) + 0.5)
    text = f"{shown:,.2f}" if cents else f"{shown:,}"
    minus = f"−{SPACE}" if amount < 0 and shown else ""
    return f"{minus}€{SPACE}{text.translate(str.maketrans(',.', '.,'))}"


def hours(value: float) -> str:
    """20 uur, 22,5 uur."""
    return f"{value:g}".replace(".", ",") + f"{SPACE}uur"
