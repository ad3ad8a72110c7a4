"""What somebody may get that no sum here counts, because somebody else decides about it: a card for each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

EVERYBODY, BIJSTAND, BENEFIT, DEBTS = "iedereen", "bijstand", "uitkering", "schulden"


@dataclass(frozen=True, kw_only=True)
class NotCounted:
    """One thing: what it is, who decides, what to ask, where it stands."""

    name: str
    title: str
    for_whom: str
    what: str
    decides: str
    ask: str
    article: str


@cache
def all_cards() -> tuple[NotCounted, ...]:
    raw = tomllib.loads((Path(__file__).parent / "not_in_the_sum.toml").read_text(encoding="utf-8"))
    return tuple(NotCounted(name=name, for_whom=entry.pop("for"), **entry) for name, entry in raw.items())


def cards_for(facts: Mapping[str, Any], *, has_debts: bool) -> tuple[NotCounted, ...]:
    """The cards that can matter for these facts. What is not known leaves a card in sight."""
    kinds = {EVERYBODY}
    if facts.get("maanden_bijstand") != 0:
        kinds.add(BIJSTAND)
    taxed = facts.get("overig_inkomen_is_belast") is not False and facts.get("overig_netto_inkomen") != 0
    if facts.get("inkomen") or taxed:
        kinds.add(BENEFIT)
    if has_debts:
        kinds.add(DEBTS)
    return tuple(card for card in all_cards() if card.for_whom in kinds)
