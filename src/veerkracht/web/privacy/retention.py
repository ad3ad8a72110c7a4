"""Destroy what was kept long enough: the daily job. Twice on one day does nothing more."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from django.db import transaction
from django.db.models import Q

from veerkracht.web.people.erasing import all_cases, closed_cases, municipality_ids, removed_before
from veerkracht.web.people.models import Case
from veerkracht.web.people.standing_queries import UNDO_DAYS
from veerkracht.web.record.reading_log import thin_readings

from .erasure import delete_rows, erase
from .models import Destruction, Hold
from .personal_data import personal_tables, retention_classes
from .terms import add_months, last_use_of_tools, months_of
from .tombstones import WHOLE

ERASED_MISTAKES = "vergissing"


def carry_out(today: dt.date) -> list[Destruction]:
    """Destroy what is due on this day, in every municipality, and write down how much of what.

    A case on hold loses nothing. Each case is destroyed whole or not at all; a job that was broken off is simply run
    again.

    Args:
        today: the day of the municipality, not of the server.
    """
    # One log for all: its term is the longest any municipality asks for.
    ids = municipality_ids()
    months = max((months_of(municipality_id=each)["leeslog"] for each in ids), default=0)
    if months:
        thin_readings(before=_months_before(today, months))
    done = []
    for municipality_id in ids:
        for term, counts in _of_one(municipality_id, today).items():
            if counts["rows"]:
                done.append(
                    Destruction.objects.create(
                        municipality_id=municipality_id,
                        term=term,
                        on=today,
                        cases=counts["cases"],
                        rows=counts["rows"],
                    )
                )
    return done


def destroy_what_is_due(today: dt.date) -> int:
    """`carry_out` as a daily task. Gives how many rows went."""
    return sum(proof.rows for proof in carry_out(today))


def _of_one(municipality_id: int, today: dt.date) -> dict[str, Counter[str]]:
    months = months_of(municipality_id=municipality_id)
    held = set(Hold.objects.filter(let_go_on=None).values_list("case", flat=True))
    closed = [case for case in closed_cases(municipality_id=municipality_id) if case.pk not in held]
    counts: dict[str, Counter[str]] = {term: Counter() for term in [*retention_classes(), ERASED_MISTAKES]}
    for case in removed_before(day=today - dt.timedelta(days=UNDO_DAYS)):
        if case.municipality_id == municipality_id and case.pk not in held:
            _erase_whole(case, counts[ERASED_MISTAKES])
    for case in closed:
        assert case.closed_on is not None
        if add_months(case.closed_on, months["besluiten"]) <= today:
            _erase_whole(case, counts["besluiten"])
    due = [c.pk for c in closed if c.closed_on and add_months(c.closed_on, months["prive"]) <= today]
    counts["prive"] += _delete("prive", due)
    counts["hulpmiddelen"] += _delete("hulpmiddelen", _unused(municipality_id, held, months, today))
    for term in ("werk", "weggehaald"):
        counts[term] += _delete_by_day(term, municipality_id, held, months[term], today)
    return counts


def _erase_whole(case: Case, count: Counter[str]) -> None:
    with transaction.atomic():
        count["rows"] += erase(case=case, scope=WHOLE)
    count["cases"] += 1


def _unused(municipality_id: int, held: set[int], months: dict[str, int], today: dt.date) -> list[int]:
    """The cases whose map, week and money nobody used for so long."""
    cases = [case for case in all_cases(municipality_id=municipality_id) if case.pk not in held]
    used = last_use_of_tools(case_ids=[case.pk for case in cases])
    term = months["hulpmiddelen"]
    return [case.pk for case in cases if add_months(used.get(case.pk, case.opened_on), term) <= today]


def _delete(term: str, case_ids: list[int]) -> Counter[str]:
    with transaction.atomic():
        tables = [table for table in personal_tables() if table.term == term]
        rows = sum(delete_rows(table.rows(case_ids)) for table in tables) if case_ids else 0
    return Counter(rows=rows, cases=len(case_ids) if rows else 0)


def _delete_by_day(
    term: str, municipality_id: int, held: set[int], months: int, today: dt.date
) -> Counter[str]:
    count: Counter[str] = Counter()
    with transaction.atomic():
        for table in personal_tables():
            if table.term == term and table.day:
                of_ours = Q(**{f"{table.path}__municipality": municipality_id})
                old = Q(**{f"{table.day}__lte": _months_before(today, months)})
                free = ~Q(**{f"{table.path}__in": held})
                count["rows"] += delete_rows(
                    table.model._base_manager.using("default").filter(of_ours, old, free)
                )
    return count


def _months_before(today: dt.date, months: int) -> dt.date:
    """The last day from which so many months have passed today."""
    day = add_months(today, -months)
    while add_months(day + dt.timedelta(days=1), months) <= today:
        day += dt.timedelta(days=1)
    return day
