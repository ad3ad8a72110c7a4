"""Reads of the joint table: when it is, what is on its agenda, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.http import Http404

from veerkracht.web.people.models import Account, Case
from veerkracht.web.plan.domain import PromiseFacts
from veerkracht.web.plan.queries import plan_of

from .models import Helper, JointTable
from .queries import HelperTie, helpers_of, ties_of


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """What is late or open with anybody but her, which contacts go wrong, and who is there to take something on."""

    late: list[PromiseFacts]
    open: list[PromiseFacts]
    ties: list[HelperTie]
    helpers: list[Helper]
    made: list[PromiseFacts]


def tables_of(*, case: Case) -> list[JointTable]:
    """The newest day first."""
    return list(JointTable.objects.filter(case=case).order_by("-on", "-pk"))


def table_of(*, case: Case, table_id: int) -> JointTable:
    """One table of this case.

    Raises:
        Http404: there is none.
    """
    row = JointTable.objects.filter(case=case, pk=table_id).first()
    if row is None:
        raise Http404
    return row


def agenda_of(*, case: Case, account: Account, table: JointTable, day: dt.date) -> Agenda:
    plan = plan_of(case=case, day=day)
    theirs = [each for each in plan.promises if each.done_on is None and each.side != "hers"]
    return Agenda(
        late=[each for each in theirs if each.is_late(day)],
        open=[each for each in theirs if not each.is_late(day)],
        ties=[tie for tie in ties_of(case=case, account=account) if not tie.goes_well],
        helpers=[each for each in helpers_of(case=case) if each.until is None or each.until >= day],
        made=[each for each in plan.promises if each.id in table.promises],
    )
