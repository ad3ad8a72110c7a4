"""What the plan shows on lower pages: its tab, and a panel on the first page of a person."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.queries import made_by_tokens
from veerkracht.web.ui.slots import Panel

from .domain import MUNICIPALITY_SIDE, PromiseFacts
from .models import Owner
from .queries import PlanFacts, is_in_plan, plan_of, promise_ids


@dataclass(frozen=True)
class SendTo:
    """A button on a lower page; it posts `fields` to `url`."""

    label: str
    icon: str
    url: str
    fields: tuple[tuple[str, str], ...]


def promise_from(account: Account, case: Case, owner: str, owner_name: str, what: str) -> SendTo | None:
    """One click makes a promise of it; the form asks first when something is missing, such as a date."""
    if owner not in Owner.values or not authorize(account, "create", "actie", case=case):
        return None
    who = owner_name or str(Owner(owner).label)
    label = _t("Wordt een belofte van: %(who)s") % {"who": who}
    if owner in MUNICIPALITY_SIDE and account.pk == case.account_id:
        label = _t("Vraag dit aan de gemeente")
    fields = (
        ("owner", owner),
        ("owner_name", owner_name),
        ("what", what),
        ("read_as", what),
        ("once", str(uuid.uuid4())),
    )
    return SendTo(label, "file-text", reverse("plan:make_promise", args=[case.public_id]), fields)


def promises_made(case: Case, tokens: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """For each token of a button that made a promise the way to it; "" when that promise was taken away again."""
    url_by_token = made_by_tokens(case_id=case.pk, tokens=tokens)
    standing = promise_ids(case=case)
    plan_url = reverse("plan:plan", args=[case.public_id])
    return {token: f"{plan_url}#belofte-{pk}" if pk in standing else "" for token, pk in url_by_token.items()}


def sum_to_plan(account: Account, case: Case, kept_id: int) -> SendTo | None:
    """One click puts a kept sum in the plan; when it stands there already, the same way leads to it."""
    if not authorize(account, "update", "trajectplan_concept", case=case):
        return None
    says = (
        _t("Bekijk hem in het plan") if is_in_plan(case=case, kept_id=kept_id) else _t("In het plan zetten")
    )
    url = reverse("plan:add_sum", args=[case.public_id, kept_id])
    return SendTo(says, "file-text", url, ())


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
