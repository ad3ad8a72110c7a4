"""The past of the demo: events get the day on which the story says they happened."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from veerkracht.web.facts.models import Statement
from veerkracht.web.record.models import Event

SATURDAY = 5
WRITES_FACTS = ("householdfacts", "partanswers")
"""Events of which the version is that of the facts they wrote."""


def born(age: dict[str, int], today: dt.date) -> dt.date:
    """The date of birth of somebody of this age today: `{years, months}` or `{weeks}`."""
    if "weeks" in age:
        return today - dt.timedelta(weeks=age["weeks"])
    months = today.year * 12 + today.month - 1 - age["years"] * 12 - age.get("months", 0)
    # The 12th exists in every month, and keeps the age right from the 12th on; before it one month earlier.
    if today.day < 12:
        months -= 1
    return dt.date(months // 12, months % 12 + 1, 12)


def working_day(days: int, today: dt.date) -> dt.date:
    """So many days from today; a day in the weekend moves away from today, so that what is past stays past."""
    day = today + dt.timedelta(days=days)
    if day.weekday() < SATURDAY:
        return day
    to_monday, to_friday = 7 - day.weekday(), SATURDAY - 1 - day.weekday()
    return day + dt.timedelta(days=to_monday if days > 0 else to_friday)


def put_in_past(days_ago: int, today: dt.date) -> None:
    """Give the newest event the day on which the story says it happened, after what happened to her that day."""
    newest = Event.objects.order_by("-pk").first()
    if newest is not None and newest.case_id is not None:
        nine = timezone.make_aware(dt.datetime.combine(working_day(-days_ago, today), dt.time(9)))
        that_day = Event.objects.filter(case_id=newest.case_id, pk__lt=newest.pk, at__gte=nine)
        earlier = that_day.filter(at__lt=nine + dt.timedelta(hours=12)).count()
        newest.at = nine + dt.timedelta(minutes=7 * earlier)
        newest.save(update_fields=["at"])
        statements = Statement.objects.filter(case_id=newest.case_id, revision=newest.version or 0)
        if newest.object_type in WRITES_FACTS:
            statements.update(said_at=newest.at)
