"""When what ends: the terms of a municipality, and the days that follow from them."""

from __future__ import annotations

import calendar
import datetime as dt

from django.utils import timezone

from veerkracht.web.people.models import Case
from veerkracht.web.record.queries import last_moments

from .models import RetentionTerm
from .personal_data import personal_tables, retention_classes

# Which events and looks count as use of map, week and money.
TOOL_EVENTS = ("map.", "purse.", "planner.", "facts.")
TOOL_LOOKS = ("systeemkaart", "systeemkaart_naaste", "financieel_beeld", "rekenscenario", "weekplan")


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on; the last day of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_of(*, municipality_id: int) -> dict[str, int]:
    """The terms in force: what the municipality agreed, else the program's own."""
    agreed = RetentionTerm.objects.filter(municipality=municipality_id).exclude(agreed_by=None)
    own = {key: each.months for key, each in retention_classes().items()}
    return own | dict(agreed.order_by("agreed_on", "pk").values_list("term", "months"))


def last_use_of_tools(*, case_ids: list[int]) -> dict[int, dt.date]:
    """The last day map, week or money was changed or looked at, by case."""
    moments = last_moments(case_ids=case_ids, kinds=TOOL_EVENTS, looks=TOOL_LOOKS)
    return {case_id: timezone.localdate(moment) for case_id, moment in moments.items()}


def tools_end_on(*, case: Case) -> dt.date | None:
    """The day map, week and money are destroyed if nobody uses them any more; None when there is nothing."""
    tables = [table for table in personal_tables() if table.term == "hulpmiddelen"]
    if not any(table.rows([case.pk]).exists() for table in tables):
        return None
    used = last_use_of_tools(case_ids=[case.pk]).get(case.pk, case.opened_on)
    return add_months(used, months_of(municipality_id=case.municipality_id)["hulpmiddelen"])


def ends_on(*, case: Case, closed_on: dt.date, term: str) -> dt.date:
    """The day on which what falls under this term is destroyed, for a case that was closed on that day."""
    return add_months(closed_on, months_of(municipality_id=case.municipality_id)[term])
