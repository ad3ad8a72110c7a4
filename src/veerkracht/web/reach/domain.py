"""When a message may go to somebody who is guided, and what it may say. Pure: no tables, no mail."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

MOST_DAYS_AHEAD = 8
# Only a token of ours: no query string, nothing a reader of an address bar learns from.
_LINK = re.compile(r"/[a-z]{2,12}/[A-Za-z0-9_-]{8,80}/")
_CODE = re.compile(r"[0-9A-Z]{4,12}")


class Template(StrEnum):
    """All that can be sent. None has a place for a name, a subject or a sentence of somebody."""

    SOMETHING_NEW = "something_new"
    CONTACT_CHANGES = "contact_changes"
    LINK = "link"
    CODE = "code"


class Channel(StrEnum):
    NONE = "none"
    EMAIL = "email"


class Days(StrEnum):
    EVERY_DAY = "every_day"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True, kw_only=True)
class ContactChoice:
    """How somebody wants to be reached, on one day. `from_hour` to `until_hour`: whole hours, the last not included."""

    channel: Channel
    address: str
    days: Days
    from_hour: int
    until_hour: int

    def allows(self, moment: dt.datetime) -> bool:
        """Whether a message may go out at this moment, in local time."""
        if self.channel == Channel.NONE or not self.address:
            return False
        if self.days == Days.WORKING_DAYS and moment.isoweekday() > 5:
            return False
        return self.from_hour <= moment.hour < self.until_hour


def next_moment(choice: ContactChoice, now: dt.datetime) -> dt.datetime | None:
    """The first moment from `now` on at which a message may go; None: never, she wants none."""
    if choice.allows(now):
        return now
    hour = now.replace(minute=0, second=0, microsecond=0)
    hours = (hour + dt.timedelta(hours=n) for n in range(1, 24 * MOST_DAYS_AHEAD))
    return next((moment for moment in hours if choice.allows(moment)), None)


def is_link(path: str) -> bool:
    """Whether a path holds nothing but a short neutral word and a token."""
    return _LINK.fullmatch(path) is not None


def is_code(code: str) -> bool:
    return _CODE.fullmatch(code) is not None
