"""What the plan does when a case is closed, taken off or given to another klantmanager."""

from __future__ import annotations

import datetime as dt

from django.db.models import F
from django.utils.translation import gettext as _t
from django.utils.translation import ngettext

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import Activity, FixedPlan, Goal, Owner, Plan, Promise, Proposal


def open_promises(case: Case, day: dt.date) -> str | None:
    """What still stands open on every side, in one sentence; whoever closes decides."""
    count = Promise.objects.filter(plan__case=case, done_on=None).count()
    if not count:
        return None
    says = ngettext(
        "Er staat nog één belofte open. Rond die eerst af, of vertel haar wat ermee gebeurt.",
        "Er staan nog %(n)s beloften open. Rond die eerst af, of vertel haar wat ermee gebeurt.",
        count,
    )
    return says % {"n": count}


def plan_stays(case: Case) -> str | None:
    is_fixed = FixedPlan.objects.filter(plan__case=case).exists()
    return (
        _t("Er is een plan vastgesteld. Dat bewaart de gemeente, ook als de begeleiding stopt.")
        if is_fixed
        else None
    )


def keep_name_of_promiser(case: Case, name: str) -> None:
    """The klantmanager leaves: what was promised in that name keeps it, for whoever guides her next did not say it.

    Part of the action that arranges it.
    """
    unnamed = Promise.objects.filter(plan__case=case, owner=Owner.KLANTMANAGER, owner_name="")
    unnamed.update(owner_name=name[:80], version=F("version") + 1)


def join_plans(keep: Case, double: Case) -> None:
    """Part of the action that makes two cases of one person one: everything promised stands in the plan that stays.

    Versions that were fixed stay with the plan they were fixed from, readable beside it.
    """
    if move_rows(Plan, keep=keep, double=double):
        return
    here = Plan.objects.filter(case=keep).first()
    for model in (Goal, Promise, Proposal, Activity):
        model._default_manager.filter(plan__case=double).update(plan=here)
