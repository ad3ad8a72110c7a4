"""What privacy puts on *Wacht op u*: requests about one's own data, and a term that takes a second yes."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import WaitingRow

from .queries import open_requests, terms_of


def rows_of_privacy(*, account: Account, day: dt.date) -> list[WaitingRow]:
    rows = []
    if authorize(account, "approve", "avg_verzoek"):
        rows += [
            WaitingRow(
                kind=_t("Verzoek over gegevens"),
                asks=_t("%(what)s, dossier %(number)s")
                % {"what": each.get_kind_display(), "number": each.public_id},
                asked_by=each.asked_by.name if each.asked_by else "",
                asked_on=each.asked_on,
                due_on=each.due_on,
                url=reverse("privacy:decide", args=[each.pk]),
                url_label=_t("Beslissen"),
            )
            for each in open_requests(account=account)
            if each.asked_by_id != account.pk
        ]
    if authorize(account, "approve", "bewaartermijn_en_vernietiging"):
        rows += _terms(account)
    return rows


def _terms(account: Account) -> list[WaitingRow]:
    lines = terms_of(municipality_id=account.municipality_id)
    asked = [(line, line.asked) for line in lines if line.asked and line.asked.asked_by_id != account.pk]
    return [
        WaitingRow(
            kind=_t("Bewaartermijn"),
            asks=_t("%(what)s: %(months)s maanden") % {"what": line.kind.title, "months": term.months},
            reason=term.source,
            asked_by=term.asked_by.name,
            url=reverse("privacy:terms"),
            url_label=_t("Bewaren"),
        )
        for line, term in asked
        if term
    ]
