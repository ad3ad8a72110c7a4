"""Part of an action: who guides her changes from a day on."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q

from veerkracht.web.ui.slots import filled

from .models import Account, Assignment, AssignmentKind, Case


def assign_own(*, case: Case, account: Account, starts_on: dt.date) -> Assignment:
    """This klantmanager guides her from that day; who did until then ends the day before."""
    end_own(case, starts_on)
    return Assignment.objects.create(case=case, account=account, starts_on=starts_on)


def end_own(case: Case, new_start: dt.date) -> None:
    """End who guides her the day before; what was promised in that name keeps it (slot `klantmanager_leaves`)."""
    running = case.assignments.filter(Q(ends_on=None) | Q(ends_on__gte=new_start), kind=AssignmentKind.OWN)
    leaving = running.select_related("account").order_by("-starts_on").first()
    if leaving:
        filled("klantmanager_leaves", case=case, name=leaving.account.name)
    running.filter(starts_on__gte=new_start).delete()
    running.update(ends_on=new_start - dt.timedelta(days=1))
