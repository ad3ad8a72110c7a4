"""What figures put on *Wacht op u*: whether one's own municipality publishes together with others."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import ANSWER_WITHIN, WaitingRow

from .together_queries import own_companion
from .words import joined


def rows_of_policy(*, account: Account, day: dt.date) -> list[WaitingRow]:
    if not authorize(account, "approve", "samen_publiceren"):
        return []
    companion = own_companion(account=account)
    if companion is None or companion.answer:
        return []
    company = companion.company
    others = [
        each.municipality.name
        for each in company.companions.select_related("municipality")
        if each.municipality_id != account.municipality_id
    ]
    row = WaitingRow(
        kind=_t("Samen cijfers uitgeven"),
        asks=_t("Geeft uw gemeente haar cijfers uit samen met %(places)s?") % {"places": joined(others)},
        asked_by=company.proposed_by.name,
        asked_on=company.proposed_on,
        due_on=company.proposed_on + ANSWER_WITHIN,
        url=reverse("policy:company"),
        url_label=_t("Lezen en antwoorden"),
    )
    return [row]
