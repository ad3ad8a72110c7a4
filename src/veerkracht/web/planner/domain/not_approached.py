"""Who must not be approached: a name on the map that says so stands in no proposal, whoever typed it where."""

from __future__ import annotations

import re
from collections.abc import Iterable


def avoided_in(text: str, avoided: Iterable[str]) -> str:
    """The name on the map that this text speaks of; empty when it speaks of none.

    One name may be longer than the other ("Ali" here, "Oom Ali" there): then it is taken to be the same person, because
    leaving somebody out is mended with a fuller name, and calling the wrong one is not.
    """
    words = _words(text)
    for name in avoided:
        called = _words(name)
        if words and called and (called <= words or words <= called):
            return name
    return ""


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
