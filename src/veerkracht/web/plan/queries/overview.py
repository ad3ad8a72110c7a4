"""What the plans of one klantmanager ask of a day. One query each, however many people the municipality has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import TruncDate

from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import cases_of

from ..domain import MUNICIPALITY_SIDE
from ..models import FixedPlan, GoalMoment, Plan, Promise, Proposal

MOST = 60


@dataclass(frozen=True)
class Due:
    """Something to talk about again, as was agreed when she did not agree."""

    public_id: str
    name: str
    what: str
    on: dt.date


@dataclass(frozen=True)
class AgreedRhythm:
    case_id: int
    public_id: str
    name: str
    weeks: int
    words: str
    since: dt.date


WHO: dict[str, Any] = {
    "public_id": F("plan__case__public_id"),
    "first": F("plan__case__first_name"),
    "last": F("plan__case__last_name"),
}


def late_promises(day: dt.date) -> QuerySet[Promise]:
    """Promises of the municipality that are not done and whose day is past."""
    late = Promise.objects.filter(owner__in=MUNICIPALITY_SIDE, done_on=None, due_on__lt=day)
    return late.exclude(answer="disagree")


def late_proposals(day: dt.date) -> QuerySet[Proposal]:
    """Proposals of hers without an answer, whose day of answering is past."""
    return Proposal.objects.filter(reply="", reply_due_on__lt=day)


def again_in(*, account: Account, day: dt.date, until: dt.date) -> list[Due]:
    """What was to be talked about again, from a month ago until then."""
    between = Q(again_on__gte=day - dt.timedelta(days=31), again_on__lte=until)
    return sorted(
        (
            _due(row)
            for model in (Promise, Proposal)
            for row in model._default_manager.filter(between, plan__case__in=mine(account))
            .order_by("again_on", "pk")
            .values("what", "again_on", **WHO)[:MOST]
        ),
        key=lambda due: due.on,
    )


def _due(row: Mapping[str, Any]) -> Due:
    return Due(row["public_id"], f"{row['first']} {row['last']}", row["what"], row["again_on"])


def rhythms(*, account: Account, day: dt.date) -> list[AgreedRhythm]:
    """With whom a rhythm was agreed, and since when; not who rests or was closed."""
    guided = cases_of(account=account).guided_now(day).values("pk")
    rows = Plan.objects.filter(case__in=guided, rhythm_weeks__isnull=False, rhythm_on__isnull=False)
    return [
        AgreedRhythm(
            row.case_id,
            row.case.public_id,
            row.case.full_name,
            row.rhythm_weeks or 0,
            row.rhythm_words,
            row.rhythm_on or dt.date.min,
        )
        for row in rows.select_related("case").order_by("pk")
    ]


def last_signs(*, case_ids: Iterable[int]) -> dict[int, dt.date]:
    """The last day she let something be heard through the plan: an answer, a yes to a version, a place on a ladder."""
    ids = list(case_ids)
    signs: dict[int, dt.date] = {}
    for rows, case, moment in (
        (
            Promise.objects.filter(plan__case__in=ids, answered_at__isnull=False),
            "plan__case",
            TruncDate("answered_at"),
        ),
        (
            FixedPlan.objects.filter(plan__case__in=ids, confirmed_at__isnull=False),
            "plan__case",
            TruncDate("confirmed_at"),
        ),
        (GoalMoment.objects.filter(goal__plan__case__in=ids), "goal__plan__case", F("on")),
    ):
        for case_id, last in rows.order_by(case).values_list(case).annotate(last=Max(moment)):
            signs[case_id] = max(last, signs.get(case_id, last))
    return signs


def mine(account: Account) -> QuerySet[Case, Any]:
    """The open cases of this account, to ask within."""
    return cases_of(account=account).filter(closed_on=None).values("pk")
