"""The versions that were fixed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.people.models import Case

from ..domain import PlanText
from ..models import FixedPlan


@dataclass(frozen=True)
class FixedFacts:
    number: int
    hash: str
    fixed_at: dt.datetime
    fixed_by: str
    confirmed_at: dt.datetime | None
    declined_at: dt.datetime | None
    her_words: str
    text: PlanText

    @property
    def is_answered(self) -> bool:
        return bool(self.confirmed_at or self.declined_at)


def fixed_facts(row: FixedPlan) -> FixedFacts:
    return FixedFacts(
        row.number,
        row.hash,
        row.fixed_at,
        row.fixed_by.name,
        row.confirmed_at,
        row.declined_at,
        row.her_words,
        PlanText.from_json(row.text),
    )


def newest_of(*, case: Case) -> FixedFacts | None:
    rows = FixedPlan.objects.filter(plan__case=case).select_related("fixed_by").order_by("-number")
    row = rows.first()
    return fixed_facts(row) if row else None


def versions_of(*, case: Case) -> list[FixedFacts]:
    """Every fixed version, newest first."""
    rows = FixedPlan.objects.filter(plan__case=case).select_related("fixed_by")
    return [fixed_facts(row) for row in rows.order_by("-number")]


def fixed_plan(*, case: Case, number: int) -> FixedFacts:
    """One fixed version.

    Raises:
        Http404: this case has no such version.
    """
    row = FixedPlan.objects.filter(plan__case=case, number=number).select_related("fixed_by").first()
    if row is None:
        raise Http404
    return fixed_facts(row)
