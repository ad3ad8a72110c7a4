"""What can be arranged as a possible promise: who does it, before when, and one token so that it is made once."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.money.ledger.arrange import CARE_CENTRE, MUNICIPALITY, Arrangement, to_arrange

from .paying import Ledger
from .payment_words import neutral

OWNERS = {MUNICIPALITY: ("municipality", ""), CARE_CENTRE: ("childcare", "De kinderopvang")}
SPACE = uuid.UUID("5f0d1c1e-7a43-4b54-8d6a-2f2f3f0f6a51")
"""Any fixed name will do: it keeps these tokens apart from those of others."""


@dataclass(frozen=True)
class ToArrange:
    """One arrangement; `token` is the same each time it is shown, for this case and this day."""

    about: Arrangement
    before: dt.date
    token: uuid.UUID

    @property
    def owner(self) -> tuple[str, str]:
        return OWNERS.get(self.about.owner, ("partner_organisation", self.about.owner))

    @property
    def why(self) -> str:
        return neutral(self.about.why)

    @property
    def is_of_the_municipality(self) -> bool:
        return self.about.owner == MUNICIPALITY


def arrangements(ledger: Ledger, case: str, today: dt.date) -> list[ToArrange]:
    """What can still be arranged, the municipality first; a day that is past becomes today."""
    found = [one for one in to_arrange(ledger.months) if one.before >= ledger.months.start]
    return [ToArrange(one, max(one.before, today), token(case, one)) for one in once(found)]


def once(found: Sequence[Arrangement]) -> list[Arrangement]:
    """The same thing before the same day is one thing, whatever its reasons."""
    return list({(one.owner, one.what, one.before): one for one in reversed(found)}.values())[::-1]


def token(case: str, one: Arrangement) -> uuid.UUID:
    return uuid.uuid5(SPACE, f"{case}|{one.owner}|{one.what}|{one.before.isoformat()}")
