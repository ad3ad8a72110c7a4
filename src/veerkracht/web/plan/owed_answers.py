"""What else she asked of the municipality: upper capabilities say here which answers it owes her, and by when.

`fill("answers_owed", order, provider)`, with `provider(*, case)` giving a list of `OwedAnswer`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from veerkracht.web.people.models import Case
from veerkracht.web.ui.slots import filled

SLOT = "answers_owed"


@dataclass(frozen=True, kw_only=True)
class OwedAnswer:
    """Something she asked, and the day before which she hears."""

    what: str
    due_on: dt.date


def owed_answers(*, case: Case) -> list[OwedAnswer]:
    """The first day first."""
    owed = [answer for answers in filled(SLOT, case=case) for answer in answers]
    return sorted(owed, key=lambda answer: answer.due_on)
