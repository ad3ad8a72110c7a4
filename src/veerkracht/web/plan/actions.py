"""Writes of the plan: the wish, promises, her answers, fixing and confirming a version."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Max
from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from .domain import PlanText
from .models import Answer, FixedPlan, Plan, Promise
from .queries import plan_of, promise_of


def _plan(case: Case) -> Plan:
    return Plan.objects.get_or_create(case=case)[0]


@action("plan.wish_written", allow=("update", "trajectplan_concept"))
def write_wish(*, by: Account, case: Case, wish: str, seen_version: int) -> Plan:
    return _plan(case).change(seen_version, wish=wish)


@action("plan.promise_made", allow=("create", "actie"))
def make_promise(
    *, by: Account, case: Case, owner: str, what: str, owner_name: str = "", due_on: dt.date | None = None
) -> Promise:
    return Promise.objects.create(
        plan=_plan(case), owner=owner, owner_name=owner_name, what=what, due_on=due_on
    )


@action("plan.promise_changed", allow=("update", "actie"))
def change_promise(
    *,
    by: Account,
    case: Case,
    promise_id: int,
    seen_version: int,
    owner: str,
    what: str,
    owner_name: str,
    due_on: dt.date | None,
) -> Promise:
    """Change a promise. Her earlier answer was to other words, so it is asked again."""
    promise = promise_of(case=case, promise_id=promise_id)
    values: dict[str, Any] = {"owner": owner, "owner_name": owner_name, "what": what, "due_on": due_on}
    if any(getattr(promise, name) != value for name, value in values.items()):
        values |= {"answer": Answer.NONE, "answer_words": "", "answered_at": None, "answer_noted_by": None}
    return promise.change(seen_version, **values)


@action("plan.promise_answered", allow=("update", "actie"))
def answer_promise(
    *, by: Account, case: Case, promise_id: int, seen_version: int, answer: str, answer_words: str = ""
) -> Promise:
    """Her answer to these very words: `seen_version` is the promise she had before her."""
    return promise_of(case=case, promise_id=promise_id).change(
        seen_version,
        answer=answer,
        answer_words=answer_words,
        answered_at=timezone.now(),
        answer_noted_by=by,
    )


@action("plan.promise_kept", allow=("update", "actie"))
def mark_done(
    *, by: Account, case: Case, promise_id: int, seen_version: int, done_on: dt.date | None
) -> Promise:
    """The promise was kept on that day; None takes that back."""
    return promise_of(case=case, promise_id=promise_id).change(seen_version, done_on=done_on)


@action("plan.promise_removed", allow=("delete", "actie"))
def remove_promise(*, by: Account, case: Case, promise_id: int, seen_version: int) -> None:
    promise = promise_of(case=case, promise_id=promise_id)
    if not Promise.objects.filter(pk=promise.pk, version=seen_version).delete()[0]:
        raise Conflict(promise)


@action("plan.fixed", allow=("create", "trajectplan_vastgesteld"))
def fix_plan(*, by: Account, case: Case, shown_hash: str) -> FixedPlan:
    """Fix the plan exactly as it stood on the page that was shown; a new number each time.

    Raises:
        Conflict: the plan changed since the page was made; carries the plan text as it stands now.
    """
    text = plan_of(case=case, day=timezone.localdate()).text
    if text.hash != shown_hash:
        raise Conflict(text)
    plan = _locked_plan(case)
    newest = FixedPlan.objects.filter(plan=plan).aggregate(most=Max("number"))["most"] or 0
    return FixedPlan.objects.create(
        plan=plan,
        number=newest + 1,
        text=text.as_json(),
        hash=text.hash,
        fixed_at=timezone.now(),
        fixed_by=by,
    )


@action("plan.confirmed", allow=("approve", "trajectplan_vastgesteld"))
def confirm_plan(*, by: Account, case: Case, number: int, shown_hash: str) -> FixedPlan:
    """Her own yes to one fixed version; bound to the hash she saw. Nobody can give it for her.

    Raises:
        Http404: it is not her own case, or there is no such version.
        Conflict: there is a newer version, or this is not the text she saw.
    """
    if case.account_id != by.pk:
        raise Http404
    row = FixedPlan.objects.filter(plan__case=case).order_by("-number").first()
    if row is None:
        raise Http404
    if row.number != number or row.hash != shown_hash:
        raise Conflict(PlanText.from_json(row.text))
    rows = FixedPlan.objects.filter(pk=row.pk, confirmed_at=None)
    rows.update(confirmed_at=timezone.now())
    row.refresh_from_db()
    return row


def _locked_plan(case: Case) -> Plan:
    """One at a time: two people who fix together get two numbers, never one number twice."""
    plan = _plan(case)
    return Plan.objects.select_for_update().get(pk=plan.pk)
