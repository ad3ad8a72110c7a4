"""How the open actions are divided: hers beside everybody else's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .promises import SIDES, PromiseFacts

GENTLE_ABOVE = 60  # percent of the open actions; ring_rules of the method


@dataclass(frozen=True)
class Balance:
    """How many open actions lie with the municipality, with others and with her."""

    ours: int
    others: int
    hers: int

    @property
    def open(self) -> int:
        return self.ours + self.others + self.hers

    @property
    def not_hers(self) -> int:
        return self.ours + self.others

    @property
    def leans_on_her(self) -> bool:
        """More than 60% lies with her: reason to ask what somebody else can do."""
        return self.hers * 100 > GENTLE_ABOVE * self.open


def balance_of(promises: Iterable[PromiseFacts]) -> Balance:
    """Count what is still to be done. What she said no to is nobody's action."""
    sides = [p.side for p in promises if p.done_on is None and p.answer != "disagree"]
    return Balance(*(sides.count(side) for side in SIDES))
