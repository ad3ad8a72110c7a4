"""Writes about money: the answers of a part, a kept scenario, and what is not right."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .models import Doubt, KeptScenario, PartAnswers
from .queries import doubt_of, kept_of


@action("purse.told", allow=("update", "financieel_beeld"))
def tell(*, by: Account, case: Case, part: str, answers: dict[str, Any], seen_version: int) -> PartAnswers:
    """Write the answers of one part, all of them at once."""
    sheet, _ = PartAnswers.objects.get_or_create(case=case, part=part)
    return sheet.change(seen_version, answers=answers)


@action("purse.scenario_kept", allow=("create", "rekenscenario"))
def keep_scenario(*, by: Account, case: Case, label: str, **kept: Any) -> KeptScenario:
    """Keep a sum: `day`, `rules`, `hours`, `hourly_wage`, `facts`, `amounts`."""
    return KeptScenario.objects.create(case=case, label=label, kept_by=by, **kept)


@action("purse.scenario_removed", allow=("delete", "rekenscenario"))
def remove_scenario(*, by: Account, case: Case, kept_id: int) -> None:
    kept_of(case=case, kept_id=kept_id).delete()


@action("purse.doubted", allow=("create", "financieel_beeld"))
def doubt(*, by: Account, case: Case, quantity: str, label: str, shown: str, words: str) -> Doubt:
    """She says an amount is not right; her klantmanager reads it on the same page."""
    return Doubt.objects.create(
        case=case,
        quantity=quantity,
        label=label,
        shown=shown,
        words=words,
        written_by=by,
        written_on=timezone.localdate(),
    )


@action("purse.doubt_answered", allow=("update", "financieel_beeld"))
def answer_doubt(*, by: Account, case: Case, doubt_id: int, answer: str, seen_version: int) -> Doubt:
    return doubt_of(case=case, doubt_id=doubt_id).change(seen_version, answer=answer, answered_by=by)
