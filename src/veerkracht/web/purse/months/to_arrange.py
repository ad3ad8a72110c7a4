"""What can be arranged as a possible promise: who does it, before when, and one token so that it is made once."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from veerkracht.household.working_days import working_day_before, working_day_from
from veerkracht.money.ledger.arrange import CARE_CENTRE, MUNICIPALITY, Arrangement, to_arrange
from veerkracht.words.sentences import PAGE, say

from ..domain.ledger import Ledger

OWNERS = {MUNICIPALITY: ("municipality", ""), CARE_CENTRE: ("childcare", "De kinderopvang")}
SPACE = uuid.UUID("5f0d1c1e-7a43-4b54-8d6a-2f2f3f0f6a51")
"""Any fixed name will do: it keeps these tokens apart from those of others."""


class Promisable(Protocol):
    """What one press makes a promise: what, of whom, before which day, and once."""

    @property
    def what(self) -> str: ...
    @property
    def owner(self) -> tuple[str, str]: ...
    @property
    def before(self) -> dt.date: ...
    @property
    def token(self) -> uuid.UUID: ...


CanBePromised = TypeVar("CanBePromised", bound=Promisable)


@dataclass(frozen=True)
class ToArrange:
    """One arrangement; `token` is the same each time it is shown, for this case and this day."""

    arrangement: Arrangement
    before: dt.date
    token: uuid.UUID

    @property
    def owner(self) -> tuple[str, str]:
        return OWNERS.get(self.arrangement.owner, ("partner_organisation", self.arrangement.owner))

    @property
    def what(self) -> str:
        return say(self.arrangement.what)

    @property
    def why(self) -> str:
        return say(self.arrangement.why, PAGE)

    @property
    def is_of_the_municipality(self) -> bool:
        return self.arrangement.owner == MUNICIPALITY


def arrangements(ledger: Ledger, case: str, today: dt.date) -> list[ToArrange]:
    """What can still be arranged, the municipality first; a day that is past becomes today."""
    coming = [one for one in to_arrange(ledger.months) if one.before >= ledger.months.start]
    return [ToArrange(one, promised_by(one.before, today), token(case, one)) for one in once(coming)]


def promised_by(before: dt.date, today: dt.date) -> dt.date:
    """The last working day up to that day; a day that is past becomes the first working day from now on."""
    day = working_day_before(before)
    return day if day >= today else working_day_from(today)


def once(all_arrangements: Sequence[Arrangement]) -> list[Arrangement]:
    """The same thing before the same day is one thing, whatever its reasons."""
    return list({(one.owner, one.what, one.before): one for one in reversed(all_arrangements)}.values())[::-1]


def token(case: str, arrangement: Arrangement) -> uuid.UUID:
    return uuid.uuid5(
        SPACE, f"{case}|{arrangement.owner}|{say(arrangement.what)}|{arrangement.before.isoformat()}"
    )
