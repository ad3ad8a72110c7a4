"""Sums about money in the plan: one click puts a kept sum in, as it was; it can be taken out again."""

from __future__ import annotations

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.purse.queries import kept_facts
from veerkracht.web.record.actions import AlreadyDone

from ..models import PlannedSum
from ..queries import sum_of
from .parts import _locked_plan, _remove


@action("plan.sum_added", allow=("update", "trajectplan_concept"))
def add_sum(*, by: Account, case: Case, kept_id: int) -> PlannedSum:
    """Put a kept sum in the plan: facts, day, version of the rules and amounts.

    Raises:
        Http404: this case kept no such sum.
        AlreadyDone: it stands in the plan already.
    """
    saved_sum = kept_facts(case=case, kept_id=kept_id)
    plan = _locked_plan(case)
    before = plan.sums.filter(kept_id=kept_id).order_by("pk").first()
    if before:
        raise AlreadyDone(before.pk)
    rows = [[label, amount] for _, label, amount in saved_sum.rows]
    return PlannedSum.objects.create(
        plan=plan,
        kept_id=kept_id,
        label=saved_sum.label,
        day=saved_sum.day,
        rules=saved_sum.rules,
        hours=saved_sum.hours,
        hourly_wage=saved_sum.hourly_wage,
        amounts={"to_spend": saved_sum.to_spend, "more": saved_sum.more, "rows": rows},
        facts=saved_sum.facts,
    )


@action("plan.sum_removed", allow=("update", "trajectplan_concept"))
def remove_sum(*, by: Account, case: Case, sum_id: int, seen_version: int) -> None:
    """Out of the plan; versions that were fixed before keep it, and so do the money pages."""
    _remove(sum_of(case=case, sum_id=sum_id), seen_version)
