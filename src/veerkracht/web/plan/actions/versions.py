"""Fixing a version, and her own yes or no to it. After that its text never changes; a change is a new version."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.slots import filled

from ..domain import PlanText
from ..models import FixedPlan
from ..queries import plan_of
from .parts import _locked_plan


class AlreadyFixed(Conflict):
    """Somebody fixed this very text just before; `current` is that version."""


@action("plan.fixed", allow=("create", "trajectplan_vastgesteld"))
def fix_plan(*, by: Account, case: Case, shown_hash: str) -> FixedPlan:
    """Fix the plan exactly as it stood on the page that was shown; a new number each time.

    Raises:
        AlreadyFixed: the newest version has this very text.
        Conflict: the plan changed since the page was made; carries the plan text as it stands now.
    """
    plan = _locked_plan(case)
    text = plan_of(case=case, day=timezone.localdate()).text
    if text.hash != shown_hash:
        raise Conflict(text)
    newest = FixedPlan.objects.filter(plan=plan).order_by("-number").first()
    if newest and newest.hash == shown_hash:
        raise AlreadyFixed(newest)
    fixed = FixedPlan.objects.create(
        plan=plan,
        number=newest.number + 1 if newest else 1,
        text=text.as_json(),
        hash=text.hash,
        fixed_at=timezone.now(),
        fixed_by=by,
    )
    for kind in ("plan", "letter"):
        filled("document_fixed", case=case, kind=kind, key=str(fixed.number))
    return fixed


@action("plan.confirmed", allow=("approve", "trajectplan_vastgesteld"))
def confirm_plan(*, by: Account, case: Case, number: int, shown_hash: str, her_words: str = "") -> FixedPlan:
    """Her own yes to one fixed version, with a remark if she has one. Nobody can give it for her.

    Raises:
        Http404: it is not her own case, or there is no such version.
        Conflict: there is a newer version, or this is not the text she saw.
        AlreadyDone: she said yes to this version before.
    """
    return _answer(
        by, case, number, shown_hash, confirmed_at=timezone.now(), declined_at=None, her_words=her_words
    )


@action("plan.declined", allow=("approve", "trajectplan_vastgesteld"))
def decline_plan(*, by: Account, case: Case, number: int, shown_hash: str, her_words: str = "") -> FixedPlan:
    """She read it and does not agree; that stays with the version. She can still say yes later.

    Raises:
        as `confirm_plan`.
    """
    return _answer(by, case, number, shown_hash, declined_at=timezone.now(), her_words=her_words)


def _answer(by: Account, case: Case, number: int, shown_hash: str, **values: object) -> FixedPlan:
    if case.account_id != by.pk:
        raise Http404
    row = FixedPlan.objects.filter(plan=_locked_plan(case)).order_by("-number").first()
    if row is None:
        raise Http404
    if row.number != number or row.hash != shown_hash:
        raise Conflict(PlanText.from_json(row.text))
    if row.confirmed_at:
        raise AlreadyDone(row.pk)
    FixedPlan.objects.filter(pk=row.pk).update(**values)
    row.refresh_from_db()
    return row
