"""Reads about whether somebody is guided now: what keeps a case from being taken off, and what can be put back."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from veerkracht.web.ui.slots import filled

from .models import Account, Assignment, Case, Turn
from .standing_models import TurnKind

UNDO_DAYS = 14


def why_it_stays(case: Case) -> list[str]:
    """Why this case cannot be taken off as a mistake, in sentences; empty when it can."""
    return filled("case_stays", case=case)


def removed_by(account: Account) -> list[Case]:
    """Of one's own people those who were taken off and can be put back, the last first."""
    mine = Assignment.objects.active(timezone.localdate()).filter(account=account, kind="own")
    rows = Case.objects.filter(
        municipality=account.municipality_id,
        removed_on__gte=timezone.localdate() - dt.timedelta(days=UNDO_DAYS),
        pk__in=mine.values("case"),
    )
    return list(rows.order_by("-removed_on", "-pk"))


def reopened_since(*, case_ids: list[int], since: dt.date) -> list[tuple[int, dt.date]]:
    """Who came back on that day or later, and when."""
    rows = Turn.objects.filter(case__in=case_ids, kind=TurnKind.REOPENED, on__gte=since).order_by("on", "pk")
    return list(rows.values_list("case", "on"))
