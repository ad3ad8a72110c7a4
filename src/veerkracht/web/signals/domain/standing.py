"""How far a signal is, and when an answer is late."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

# A first word within thirty days, as long as the municipality has for an answer to what is asked of it.
DAYS_TO_ANSWER = 30

HEARD, LOOKED_AT, DECIDED, DONE = "heard", "looked_at", "decided", "done"
NEXT = {HEARD: (LOOKED_AT, DECIDED), LOOKED_AT: (DECIDED,), DECIDED: (DONE,), DONE: ()}
"""Where a signal can go from here. Who is not content opens it again: then it is heard once more."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """Since when somebody waits for a decision, and until when that was promised."""

    state: str
    since: dt.date
    due_on: dt.date

    def days_open(self, day: dt.date) -> int:
        return max(0, (day - self.since).days)

    def is_late(self, day: dt.date) -> bool:
        """Late until there is a decision, and late again when what was decided is not done on its day."""
        return self.state != DONE and day > self.due_on


def may_follow(state: str, wanted: str) -> bool:
    return wanted in NEXT.get(state, ())
