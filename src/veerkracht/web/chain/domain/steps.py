"""Which step may follow which: one table for each thing that goes from hand to hand. The rest is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Party(StrEnum):
    """Who takes a step. The klantmanager writes for a giver without an account."""

    HER = "her"
    GIVER = "giver"
    RECEIVER = "receiver"


class Refusal(StrEnum):
    NOT_NOW = "not_now"
    NOT_YOURS = "not_yours"


class StepRefused(Exception):
    """A step that the table does not know. Carries what the edge needs to say so in a sentence."""

    def __init__(self, table: str, state: str, step: str, why: Refusal) -> None:
        super().__init__(f"{step} after {state}: {why}")
        self.table, self.state, self.step, self.why = table, state, step, why


@dataclass(frozen=True, kw_only=True)
class StepTable:
    """`follows`: state and step to the next state; `takers`: who may take each step; `begins`: the first state."""

    name: str
    begins: str
    follows: Mapping[tuple[str, str], str]
    takers: Mapping[str, frozenset[Party]]

    def after(self, state: str, step: str, by: Party) -> str:
        """The next state.

        Raises:
            StepRefused: not this step now, or not this party's to take.
        """
        if (state, step) not in self.follows:
            raise StepRefused(self.name, state, step, Refusal.NOT_NOW)
        if by not in self.takers[step]:
            raise StepRefused(self.name, state, step, Refusal.NOT_YOURS)
        return self.follows[state, step]

    def open_to(self, state: str, by: Party) -> frozenset[str]:
        """The steps this party may take now."""
        return frozenset(step for (known, step) in self.follows if known == state and by in self.takers[step])
