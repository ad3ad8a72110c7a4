"""The past of the demo: events get the day on which the story says they happened."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from veerkracht.web.record.models import Event


def born(age: dict[str, int], today: dt.date) -> dt.date:
    """The date of birth of somebody of this age today: `{years, months}` or `{weeks}`."""
    if "weeks" in age:
        return today - dt.timedelta(weeks=age["weeks"])
    months = today.year * 12 + today.month - 1 - age["years"] * 12 - age.get("months", 0)
    # The 12th exists in every month, and keeps the age right from the 12th on; before it one month earlier.
    if today.day < 12:
        months -= 1
    return dt.date(months // 12, months % 12 + 1, 12)


def put_in_past(days_ago: int, today: dt.date) -> None:
    """Give the newest event the day on which the story says it happened, on a plain working hour."""
    newest = Event.objects.order_by("-pk").first()
    if newest is not None:
        day = today - dt.timedelta(days=days_ago)
        moment = dt.datetime.combine(day, dt.time(9 + newest.pk % 7, newest.pk * 7 % 60))
        newest.at = timezone.make_aware(moment)
        newest.save(update_fields=["at"])
