"""The exact text that a signature is bound to. Its form has a number, so that older fixed versions stay readable."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from .parts import ActivityFacts, GoalFacts, LawFacts, ProposalFacts, Rhythm, SumFacts, WeighedFacts
from .promises import PromiseFacts

FORMAT = 3  # 1 knew the names, the wish and the promises; 2 has the whole plan; 3 has sums about money
_NOT_AGREED = frozenset(
    {"version", "done_on", "moments", "clauses", "first_due_on", "made_by_id", "confirmed", "confirmed_on"}
)
_DATES = frozenset({"due_on", "again_on", "proposed_on", "reply_due_on", "replied_on", "as_of", "day"})
_PARTS: dict[str, type] = {
    "promises": PromiseFacts,
    "goals": GoalFacts,
    "proposals": ProposalFacts,
    "activities": ActivityFacts,
    "weighing": WeighedFacts,
    "laws": LawFacts,
    "sums": SumFacts,
}


class UnknownFormat(ValueError):
    """A fixed version was written by a newer program than this one."""


@dataclass(frozen=True, kw_only=True)
class PlanText:
    """All that is fixed when a plan is fixed. Two people who see the same hash saw the same text."""

    municipality: str
    klantmanager: str
    name: str
    wish: str
    promises: tuple[PromiseFacts, ...]
    story: str = ""
    rhythm: Rhythm = Rhythm()
    goals: tuple[GoalFacts, ...] = ()
    proposals: tuple[ProposalFacts, ...] = ()
    activities: tuple[ActivityFacts, ...] = ()
    weighing: tuple[WeighedFacts, ...] = ()
    laws: tuple[LawFacts, ...] = ()
    sums: tuple[SumFacts, ...] = ()

    def as_json(self) -> str:
        """Canonical: the same plan always gives the same text."""
        facts = {"format": FORMAT, **_plain(self)}
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.as_json().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> PlanText:
        """Read a fixed version of this or an older form; what a form did not know yet is empty.

        Raises:
            UnknownFormat: the text was made by a newer program.
        """
        facts = json.loads(text)
        form = facts.pop("format", 1)
        if form > FORMAT:
            raise UnknownFormat(f"Deze versie is gemaakt met een nieuwere Veerkracht (vorm {form}).")
        parts: dict[str, Any] = {
            name: tuple(_read(cls_, one) for one in facts.pop(name, ())) for name, cls_ in _PARTS.items()
        }
        return cls(rhythm=Rhythm(**facts.pop("rhythm", {})), **parts, **facts)


def as_agreed(text: PlanText) -> PlanText:
    """The same text with only what is agreed in it, to compare with a fixed version."""
    return PlanText.from_json(text.as_json())


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name not in _NOT_AGREED}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _read(kind: type, facts: dict[str, Any]) -> Any:
    def one(name: str, value: Any) -> Any:
        if name in _DATES:
            return dt.date.fromisoformat(value) if value else None
        return tuple(value) if isinstance(value, list) else value

    return kind(**{name: one(name, value) for name, value in facts.items()})


def short_hash(full: str) -> str:
    """The hash as people compare it on paper: four groups of four."""
    return " ".join(full[i : i + 4] for i in range(0, 16, 4))
