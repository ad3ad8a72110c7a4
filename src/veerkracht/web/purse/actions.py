"""Writes about money: the answers of a part, a kept scenario, and what is not right."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .models import Doubt, KeptScenario, MoneyEvent, PartAnswers, PaySlip
from .queries import doubt_of, event_of, kept_of, slip_of


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


@action("purse.event_noted", allow=("create", "rekenscenario"))
def note_event(*, by: Account, case: Case, on: dt.date, kind: str, fields: dict[str, Any]) -> MoneyEvent:
    """Write down what will happen to the money of this case, and from which day."""
    return MoneyEvent.objects.create(case=case, on=on, kind=kind, fields=fields)


@action("purse.event_changed", allow=("update", "rekenscenario"))
def change_event(
    *, by: Account, case: Case, event_id: int, seen_version: int, on: dt.date, fields: dict[str, Any]
) -> MoneyEvent:
    return event_of(case=case, event_id=event_id).change(seen_version, on=on, fields=fields)


@action("purse.event_removed", allow=("delete", "rekenscenario"))
def remove_event(*, by: Account, case: Case, event_id: int) -> None:
    event_of(case=case, event_id=event_id).delete()


@action("purse.work_taken_over", allow=("create", "rekenscenario"))
def take_over(
    *, by: Account, case: Case, on: dt.date, events: list[tuple[str, dict[str, Any]]]
) -> MoneyEvent | None:
    """The work that was looked at becomes what will happen: the work itself and the childcare that goes with it."""
    made = [MoneyEvent.objects.create(case=case, on=on, kind=kind, fields=fields) for kind, fields in events]
    return made[0] if made else None


@action("purse.slip_noted", allow=("create", "financieel_beeld"))
def note_slip(*, by: Account, case: Case, month: dt.date, net: float, hours: float | None) -> PaySlip:
    """Write down what really came in as wage in a month; a slip that stands there already is a conflict."""
    given = {"net": net, "hours": hours}
    slip, is_new = PaySlip.objects.get_or_create(case=case, month=month, defaults=given)
    return slip if is_new else slip.change(0, **given)


@action("purse.slip_changed", allow=("update", "financieel_beeld"))
def change_slip(
    *,
    by: Account,
    case: Case,
    slip_id: int,
    seen_version: int,
    month: dt.date,
    net: float,
    hours: float | None,
) -> PaySlip:
    return slip_of(case=case, slip_id=slip_id).change(seen_version, month=month, net=net, hours=hours)


@action("purse.slip_removed", allow=("delete", "financieel_beeld"))
def remove_slip(*, by: Account, case: Case, slip_id: int) -> None:
    slip_of(case=case, slip_id=slip_id).delete()
