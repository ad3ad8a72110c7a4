"""What training puts on *Wacht op u*: each route that waits for a team lead."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.waiting import WaitingRow, rows_without_lead

from .queries import AskedRoute, asked_routes, decided_routes, waiting_count


def rows_of_training(*, account: Account, day: dt.date) -> list[WaitingRow]:
    if not authorize(account, "approve", "teamleiderbesluit"):
        count = waiting_count(municipality_id=account.municipality_id)
        return rows_without_lead(account=account, kind=_t("Opleiding"), count=count)
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


@dataclass(frozen=True, kw_only=True)
class DecidedRow:
    """A line of *Wat u besloot*."""

    what: str
    case: Case
    answer: str
    decided_on: dt.date | None
    url: str


def decided_rows(*, account: Account) -> list[DecidedRow]:
    return [
        DecidedRow(
            what=route.name,
            case=route.case,
            answer=str(route.get_decision_display()),
            decided_on=route.decided_on,
            url=reverse("training:decide_route", args=[route.pk]),
        )
        for route in decided_routes(account=account)
    ]
