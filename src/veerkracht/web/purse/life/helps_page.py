"""What helps when something happens, as possible promises: made with one click, and shown once they are made."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from veerkracht.money.life.stress import Help
from veerkracht.web.people.models import Account, Case

from ..months.page import Arranged, as_arranged, promises_made, sends_of
from ..months.to_arrange import SPACE
from .page import MUNICIPALITY, EventShown, LifePage

OWNERS = {MUNICIPALITY: "municipality", "werkgever": "employer", "school": "school", "omgeving": "network"}
NOBODY = ("het kind zelf",)
"""A child owes nobody a promise."""
WEEKS = 4
"""The day of a promise that is made here; in the plan it can be another."""


@dataclass(frozen=True)
class OfferedHelp:
    """One thing that helps, in the form in which the months offer what to arrange."""

    arrangement: Help
    """As a promise says it: with what it is for, for it is made before anything has happened."""
    says: str
    event: EventShown
    before: dt.date
    token: uuid.UUID

    @property
    def what(self) -> str:
        return self.arrangement.what

    @property
    def owner(self) -> tuple[str, str]:
        kind = OWNERS.get(self.arrangement.owner)
        return (kind, "") if kind else ("partner_organisation", self.arrangement.owner)

    @property
    def is_of_the_municipality(self) -> bool:
        return self.arrangement.owner == MUNICIPALITY


def helps_of(
    life_page: LifePage, case: Case, account: Account
) -> list[tuple[EventShown, list[Arranged[OfferedHelp]]]]:
    """Each event with its help: a button, or the way to the promise it has become. One query for all."""
    before = life_page.day + dt.timedelta(weeks=WEEKS)
    offers = [offered(one, each, case, before) for one in life_page.events for each in one.helps]
    sends = [() if one.arrangement.owner in NOBODY else sends_of(one, case, account) for one in offers]
    promise_urls = promises_made([send for found in sends for send in found], case)
    ready = [as_arranged(one, found, promise_urls) for one, found in zip(offers, sends, strict=True)]
    return [(event, of_event(event, ready)) for event in life_page.events]


def of_event(event: EventShown, ready: Sequence[Arranged[OfferedHelp]]) -> list[Arranged[OfferedHelp]]:
    return [one for one in ready if one.what.event is event]


def offered(event: EventShown, help_: Help, case: Case, before: dt.date) -> OfferedHelp:
    what = f"{help_.what} Voor als: {event.offered.label}."
    token = uuid.uuid5(SPACE, f"{case.public_id}|{event.id}|{help_.owner}|{help_.what}")
    return OfferedHelp(Help(what, help_.owner), help_.what, event, before, token)
