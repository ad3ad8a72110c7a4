"""What the plan shows on lower pages: its tab, and a panel on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import Panel

from .domain import PromiseFacts
from .queries import PlanFacts, plan_of


def plan_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Plan"), "file-text", "plan:plan", "trajectplan_concept")


@dataclass(frozen=True)
class PlanPanel:
    plan: PlanFacts
    late: list[str]
    open_ours: list[PromiseFacts]


def plan_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    if not authorize(account, "read", "trajectplan_concept", case=case):
        return None
    plan = plan_of(case=case, day=day)
    open_ours = [p for p in plan.ours if p.done_on is None]
    late = [p.what for p in open_ours if p.is_late(day)] + [p.what for p in plan.unanswered(day)]
    return Panel("plan/_panel.html", PlanPanel(plan, late, open_ours))
