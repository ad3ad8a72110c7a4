"""What the budget puts on *Wacht op u*: each wish that waits for a team lead."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import WaitingRow, rows_without_lead

from .domain import euros
from .queries import AskedWish, asked_wishes, waiting_count


def rows_of_budget(*, account: Account, day: dt.date) -> list[WaitingRow]:
    if not authorize(account, "approve", "teamleiderbesluit"):
        count = waiting_count(municipality_id=account.municipality_id)
        return rows_without_lead(account=account, kind=_t("Eigen budget"), count=count)
    return [_row(each) for each in asked_wishes(account=account, day=day)]


def _row(asked: AskedWish) -> WaitingRow:
    wish = asked.wish
    return WaitingRow(
        kind=_t("Eigen budget"),
        asks=f"{wish.what}, {euros(wish.cost_cents)}",
        asked_by=_t("dossier %(number)s") % {"number": wish.case.public_id},
        asked_on=wish.asked_on,
        due_on=wish.decide_by,
        reason=wish.why,
        url=reverse("budget:decide_wish", args=[wish.pk]),
        url_label=_t("Lezen en beslissen"),
    )
