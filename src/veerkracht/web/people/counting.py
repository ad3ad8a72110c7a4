"""Everybody who is counted in the figures of a municipality, as little of each as the counting needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max, Q

from .models import Case, Municipality, Turn
from .standing_models import CloseReason, TurnKind


@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    id: int
    born_on: dt.date | None
    opened_on: dt.date
    youngest_born_on: dt.date | None
    left_for_work: bool


def cases_to_count(*, municipality_id: int, day: dt.date) -> list[CaseFacts]:
    """Who is guided on this day, and who left in the last year."""
    recent = Q(closed_on=None) | Q(closed_on__gte=day - dt.timedelta(days=365))
    rows = Case.objects.filter(recent, municipality=municipality_id, removed_on=None, merged_into=None)
    youngest = rows.annotate(youngest=Max("household__children__born_on")).order_by("pk")
    closed = Turn.objects.filter(case__in=rows, kind=TurnKind.CLOSED, reason=CloseReason.WORK)
    out = set(closed.values_list("case", flat=True))
    return [
        CaseFacts(
            id=pk,
            born_on=born_on,
            opened_on=opened_on,
            youngest_born_on=youngest_born_on,
            left_for_work=closed_on is not None and pk in out,
        )
        for pk, born_on, opened_on, closed_on, youngest_born_on in youngest.values_list(
            "pk", "born_on", "opened_on", "closed_on", "youngest"
        )
    ]


def municipalities() -> list[Municipality]:
    return list(Municipality.objects.order_by("pk"))
