"""Groups: when each meets next, and who takes part."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

from veerkracht.web.people.models import Account, Case

from .domain.meetings import next_meeting
from .models import CatalogueOffer, GroupSeat
from .queries import running_offers


@dataclass(frozen=True, kw_only=True)
class GroupForHer:
    """One group for this person."""

    offer: CatalogueOffer
    next_on: dt.date | None
    seat: GroupSeat | None
    once: uuid.UUID


def groups_for(*, case: Case, account: Account, day: dt.date) -> list[GroupForHer]:
    """Those she takes part in first, then by the day on which they meet next."""
    seats = {seat.offer_id: seat for seat in seats_of(case=case)}
    lines = [
        GroupForHer(offer=offer, next_on=meets_next(offer, day), seat=seats.get(offer.pk), once=uuid.uuid4())
        for offer in running_offers(account=account, day=day)
        if offer.is_group
    ]
    return sorted(lines, key=lambda line: (line.seat is None, line.next_on or dt.date.max, line.offer.name))


def seats_of(*, case: Case) -> list[GroupSeat]:
    """The groups she takes part in now."""
    return list(GroupSeat.objects.filter(case=case, left_on=None).select_related("offer").order_by("pk"))


def meets_next(offer: CatalogueOffer, day: dt.date) -> dt.date | None:
    ends = [last for last in (offer.ends_on, _day_before(offer.stopped_on)) if last is not None]
    return next_meeting(offer.weekday, first_on=offer.first_on, last_on=min(ends, default=None), day=day)


def _day_before(day: dt.date | None) -> dt.date | None:
    return day - dt.timedelta(days=1) if day else None


def seats_to_remind(*, day: dt.date) -> list[GroupSeat]:
    """Who wants a word the day before, of a group that meets tomorrow."""
    tomorrow = day + dt.timedelta(days=1)
    rows = GroupSeat.objects.filter(left_on=None, wants_reminder=True).exclude(reminded_for=tomorrow)
    seats = rows.select_related("offer", "case").order_by("pk")
    return [seat for seat in seats if meets_next(seat.offer, tomorrow) == tomorrow]
