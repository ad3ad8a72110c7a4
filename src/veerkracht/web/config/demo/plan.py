"""The plan of a demo family, through the plan's own actions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan import actions
from veerkracht.web.plan.models import Plan
from veerkracht.web.plan.queries import plan_of

from .clock import put_in_past, working_day


def load_plan(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    """Facts: `wish`, `[[promises]]` (owner, owner_name, what, due_in_days, made_days_ago, answer, answer_words,
    done_days_ago), `fixed_days_ago` and `confirmed_days_ago` when a version was fixed."""
    if not facts:
        return
    if facts.get("wish"):
        Plan.objects.get_or_create(case=case)
        actions.write_wish(by=klantmanager, case=case, wish=facts["wish"], seen_version=1)
        put_in_past(facts.get("wish_days_ago", 30), today)
    for promise in facts.get("promises", []):
        _load_promise(case, klantmanager, promise, today)
    if "fixed_days_ago" in facts:
        _fix(case, klantmanager, facts, today)


def _load_promise(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    made = facts.get("made_days_ago", 14)
    due = facts.get("due_in_days")
    promise = actions.make_promise(
        by=klantmanager,
        case=case,
        owner=facts["owner"],
        owner_name=facts.get("owner_name", ""),
        what=facts["what"],
        due_on=None if due is None else working_day(due, today),
    )
    put_in_past(made, today)
    if "answer" in facts:
        promise = actions.answer_promise(
            by=case.account,
            case=case,
            promise_id=promise.pk,
            seen_version=promise.version,
            answer=facts["answer"],
            answer_words=facts.get("answer_words", ""),
        )
        put_in_past(facts.get("answered_days_ago", made), today)
    if "done_days_ago" in facts:
        done_on = working_day(-facts["done_days_ago"], today)
        actions.mark_done(
            by=klantmanager, case=case, promise_id=promise.pk, seen_version=promise.version, done_on=done_on
        )
        put_in_past(facts["done_days_ago"], today)


def _fix(case: Case, klantmanager: Account, facts: dict[str, Any], today: dt.date) -> None:
    text = plan_of(case=case, day=today).text
    fixed = actions.fix_plan(by=klantmanager, case=case, shown_hash=text.hash)
    _date(fixed, "fixed_at", facts["fixed_days_ago"], today)
    put_in_past(facts["fixed_days_ago"], today)
    if "confirmed_days_ago" in facts:
        fixed = actions.confirm_plan(by=case.account, case=case, number=fixed.number, shown_hash=fixed.hash)
        _date(fixed, "confirmed_at", facts["confirmed_days_ago"], today)
        put_in_past(facts["confirmed_days_ago"], today)


def _date(row: Any, field: str, days_ago: int, today: dt.date) -> None:
    day = working_day(-days_ago, today)
    setattr(row, field, getattr(row, field).replace(year=day.year, month=day.month, day=day.day))
    row.save(update_fields=[field])
