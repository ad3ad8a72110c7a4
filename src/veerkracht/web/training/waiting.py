"""What training puts on *Wacht op u*: each route that waits for a team lead."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import WaitingRow

from .queries import AskedRoute, asked_routes


def rows_of_training(*, account: Account, day: dt.date) -> list[WaitingRow]:
    if not authorize(account, "approve", "teamleiderbesluit"):
        return []
    return [_row(each) for each in asked_routes(account=account, day=day)]


def _row(asked: AskedRoute) -> WaitingRow:
    route = asked.route
    bulk = _t(" (ingekocht voor een groep)") if route.is_bulk else ""
    return WaitingRow(
        kind=_t("Opleiding"),
        asks=f"{route.name}{bulk}",
        asked_by=_t("dossier %(number)s") % {"number": route.case.public_id},
        asked_on=route.asked_on,
        due_on=route.decide_by,
        reason=route.asks,
        url=reverse("training:decide_route", args=[route.pk]),
        url_label=_t("Lezen en beslissen"),
    )
