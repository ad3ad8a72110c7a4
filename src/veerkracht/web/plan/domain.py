"""Rules of the plan: whose turn it is, what counts as agreed, and the exact text that a signature is bound to."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

# Everybody who can take something on. The order is the order on every page and in every letter: the
# municipality first, the mother last.
OWNERS = (
    "municipality",
    "klantmanager",
    "employer",
    "childcare",
    "school",
    "partner_organisation",
    "network",
    "mother",
)
MUNICIPALITY_SIDE = frozenset({"municipality", "klantmanager"})


@dataclass(frozen=True)
class PromiseFacts:
    """One promise as people see it."""

    id: int
    version: int
    owner: str
    owner_name: str
    what: str
    due_on: dt.date | None
    done_on: dt.date | None
    answer: str
    answer_words: str

    @property
    def is_agreed(self) -> bool:
        """Nothing is agreed without her yes."""
        return self.answer == "agree"

    def is_late(self, day: dt.date) -> bool:
        return self.done_on is None and self.due_on is not None and self.due_on < day

    @property
    def side(self) -> str:
        """`ours`, `others` or `hers`: the three parts of a plan."""
        if self.owner in MUNICIPALITY_SIDE:
            return "ours"
        return "hers" if self.owner == "mother" else "others"


@dataclass(frozen=True)
class PlanText:
    """All that is fixed when a plan is fixed. Two people who see the same hash saw the same text."""

    municipality: str
    klantmanager: str
    name: str
    wish: str
    promises: tuple[PromiseFacts, ...]

    def as_json(self) -> str:
        """Canonical: the same plan always gives the same text."""
        facts = asdict(self)
        for promise in facts["promises"]:
            # Not what was agreed: the version moves with every save, and keeping a promise does not change it.
            del promise["version"], promise["done_on"]
            promise["due_on"] = promise["due_on"].isoformat() if promise["due_on"] else None
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.as_json().encode()).hexdigest()

    @classmethod
    def from_json(cls, text: str) -> PlanText:
        facts = json.loads(text)
        promises = []
        for promise in facts.pop("promises"):
            due_on = promise.pop("due_on")
            due_on = dt.date.fromisoformat(due_on) if due_on else None
            promises.append(PromiseFacts(version=0, due_on=due_on, done_on=None, **promise))
        return cls(promises=tuple(promises), **facts)


def in_order(promises: Iterable[PromiseFacts]) -> list[PromiseFacts]:
    """The municipality's promises first, then the others', hers last; within each by date."""
    far = dt.date.max
    return sorted(promises, key=lambda p: (OWNERS.index(p.owner), p.due_on or far, p.id))


def short_hash(full: str) -> str:
    """The hash as people compare it on paper: four groups of four."""
    return " ".join(full[i : i + 4] for i in range(0, 16, 4))
