"""What helps when something happens, as possible promises: made with one click, and shown once they are made."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.money.life.stress import Help
from veerkracht.web.people.models import Account, Case

from .domain.promised import SPACE
from .life import MUNICIPALITY, EventShown, Life
from .months_showing import Arranged, as_arranged, promises_made, sends_of

OWNERS = {MUNICIPALITY: "municipality", "werkgever": "employer", "school": "school", "omgeving": "network"}
NOBODY = ("het kind zelf",)
"""A child owes nobody a promise."""
WEEKS = 4
"""The day of a promise that is made here; in the plan it can be another."""


@dataclass(frozen=True)
class Offered:
    """One thing that helps, in the form in which the months offer what to arrange."""

    about: Help
    """As a promise says it: with what it is for, for it is made before anything has happened."""
    says: str
    event: EventShown
    before: dt.date
    token: uuid.UUID

    @property
    def owner(self) -> tuple[str, str]:
        kind = OWNERS.get(self.about.owner)
        return (kind, "") if kind else ("partner_organisation", self.about.owner)

    @property
    def is_of_the_municipality(self) -> bool:
        return self.about.owner == MUNICIPALITY


def helps_of(shown: Life, case: Case, account: Account) -> list[tuple[EventShown, list[Arranged]]]:
    """Each event with its help: a button, or the way to the promise it has become. One query for all."""
    before = shown.day + dt.timedelta(weeks=WEEKS)
    offers = [offered(one, each, case, before) for one in shown.events for each in one.helps]
    sends = [() if one.about.owner in NOBODY else sends_of(one, case, account) for one in offers]
    made = promises_made([send for found in sends for send in found], case)
    ready = [as_arranged(one, found, made, case) for one, found in zip(offers, sends, strict=True)]
    return [(event, of_event(event, ready)) for event in shown.events]


def of_event(event: EventShown, ready: Sequence[Arranged]) -> list[Arranged]:
    return [one for one in ready if one.what.event is event]


def offered(event: EventShown, one: Help, case: Case, before: dt.date) -> Offered:
    what = f"{one.what} Voor als: {event.offered.label}."
    token = uuid.uuid5(SPACE, f"{case.public_id}|{event.id}|{one.owner}|{one.what}")
    return Offered(Help(what, one.owner), one.what, event, before, token)
