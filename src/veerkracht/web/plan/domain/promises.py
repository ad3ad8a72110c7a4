"""A promise: who does what, by when, and what she says to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from veerkracht.words.promise import Clause

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
SIDES = ("ours", "others", "hers")
# What a step is about. The order says nothing: reaching any of them is a result.
STEP_KINDS = (
    "rest",
    "care",
    "confidence",
    "health",
    "language",
    "study",
    "voluntary_work",
    "work",
    "money",
    "home",
    "people",
    "other",
)


@dataclass(frozen=True, kw_only=True)
class PromiseFacts:
    """One promise as people see it. With a goal it is a step towards that goal, whoever takes it."""

    id: int
    owner: str
    owner_name: str
    what: str
    due_on: dt.date | None
    answer: str
    answer_words: str
    goal_id: int | None = None
    kind: str = ""
    again_on: dt.date | None = None
    # Not what was agreed: the version moves with every save, and keeping a promise does not change it.
    version: int = 0
    done_on: dt.date | None = None
    # The account that wrote it down; decides whose a promise of a third party is to change.
    made_by_id: int | None = None
    # The day that was promised first, when it was put off later.
    first_due_on: dt.date | None = None
    # The newest word of the other side: it was kept (True), not yet (False), or nothing was said; and on which day.
    confirmed: bool | None = None
    confirmed_on: dt.date | None = None
    # How `what` is said to each reader. It follows from `what`, so that ticking it changes nothing that was agreed.
    clauses: tuple[Clause, ...] = ()
    # The row of the owner on her map, where somebody chose it.
    place: int | None = None
    # What of her map it moves, `factor:12` or `between:3`; empty when it did not come from there.
    moves: str = ""

    @property
    def is_agreed(self) -> bool:
        """Nothing is agreed without her yes."""
        return self.answer == "agree"

    def is_late(self, day: dt.date) -> bool:
        return self.done_on is None and self.due_on is not None and self.due_on < day

    @property
    def promised_on(self) -> dt.date | None:
        """The day it was promised for at first."""
        return self.first_due_on or self.due_on

    @property
    def was_put_off(self) -> bool:
        return bool(self.first_due_on and self.due_on and self.first_due_on < self.due_on)

    @property
    def days_late(self) -> int:
        """How long after the day that was promised first it was kept; 0 when it was on time or is still open."""
        if self.done_on is None or self.promised_on is None:
            return 0
        return max(0, (self.done_on - self.promised_on).days)

    @property
    def side(self) -> str:
        """`ours`, `others` or `hers`: the three parts of a plan."""
        if self.owner in MUNICIPALITY_SIDE:
            return "ours"
        return "hers" if self.owner == "mother" else "others"


def in_order(promises: Iterable[PromiseFacts]) -> list[PromiseFacts]:
    """The municipality's promises first, then the others', hers last; within each by date."""
    far = dt.date.max
    return sorted(promises, key=lambda p: (OWNERS.index(p.owner), p.due_on or far, p.id))
