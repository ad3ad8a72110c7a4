"""Writes about money: the answers of a part, a kept scenario, and what is not right."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from veerkracht.web.facts.writing import SaidOn, hold, state
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from .domain.questions import CORE, PARTS, parts_of_core
from .models import Doubt, KeptScenario, MoneyEvent, PartAnswers, PaySlip
from .queries import AnswersNow, core_version, doubt_of, event_of, kept_of, purse_from, purse_of, slip_of
from .saved_facts import names_of_household, values_of


@action("purse.told", allow=("update", "financieel_beeld"))
def tell(*, by: Account, case: Case, part: str, answers: dict[str, Any], seen_version: int) -> PartAnswers:
    """Write the answers of one part, all of them at once; facts of the household through `facts`.

    Raises:
        Conflict: somebody wrote this part, or the same facts on another page, since.
    """
    held = hold(case=case)
    purse = purse_from(case=case, saved=held.facts)
    if purse.versions.get(part, 1) != seen_version:
        raise Conflict(AnswersNow(purse.versions.get(part, 1), purse.answers))
    names = names_of_household(part, [child.key for child in purse.person.children])
    changed = {name: answers.get(name) for name in names if answers.get(name) != purse.answers.get(name)}
    book = state(held, by=by, page=SaidOn.MONEY, values=values_of(held.facts, changed))
    own = {name: value for name, value in answers.items() if name not in names}
    sheet, _ = PartAnswers.objects.update_or_create(
        case=case, part=part, defaults={"answers": own, "version": book.version}
    )
    return sheet


@action("purse.told", allow=("update", "financieel_beeld"))
def tell_core(*, by: Account, case: Case, answers: dict[str, Any], seen_version: int) -> PartAnswers | None:
    """Write the answers of the one page, each in its own part; what else was told there stays.

    Raises:
        Conflict: somebody wrote one of these parts since.
    """
    before = purse_of(case=case)
    if core_version(before) != seen_version:
        raise Conflict(AnswersNow(core_version(before), before.answers))
    sheet = None
    for part, new_answers in parts_of_core(answers).items():
        purse = purse_of(case=case)
        old_answers = {
            q.name: purse.answers[q.name] for q in PARTS[part].questions if q.name in purse.answers
        }
        asked = {q.name for q in CORE.questions}
        all_answers = {name: value for name, value in old_answers.items() if name not in asked} | new_answers
        sheet = tell(
            by=by, case=case, part=part, answers=all_answers, seen_version=purse.versions.get(part, 1)
        )
    return sheet


@action("purse.scenario_kept", allow=("create", "rekenscenario"))
def keep_scenario(*, by: Account, case: Case, label: str, **values: Any) -> KeptScenario:
    """Keep a sum: `day`, `rules`, `hours`, `hourly_wage`, `facts`, `amounts`."""
    return KeptScenario.objects.create(case=case, label=label, kept_by=by, **values)


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
    events_made = [
        MoneyEvent.objects.create(case=case, on=on, kind=kind, fields=fields) for kind, fields in events
    ]
    return events_made[0] if events_made else None


@action("purse.slip_noted", allow=("create", "financieel_beeld"))
def note_slip(*, by: Account, case: Case, month: dt.date, net: float, hours: float | None) -> PaySlip:
    """Write down what really came in as wage in a month; a slip that stands there already is a conflict."""
    amounts = {"net": net, "hours": hours}
    slip, is_new = PaySlip.objects.get_or_create(case=case, month=month, defaults=amounts)
    return slip if is_new else slip.change(0, **amounts)


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
