"""What money shows under Wacht op u: the schemes of the municipality that wait for a second yes."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import ANSWER_WITHIN, WaitingRow

from .models import MunicipalScheme
from .scheme_queries import schemes_to_agree


def waiting_schemes(*, account: Account, day: dt.date) -> list[WaitingRow]:
    """Each with the page where it is read and answered; nothing for who does not answer them."""
    if not authorize(account, "approve", "regels_en_bedragen"):
        return []
    return [_row_of(row) for row in schemes_to_agree(by=account)]


def _row_of(row: MunicipalScheme) -> WaitingRow:
    return WaitingRow(
        kind=_t("Regeling van de gemeente"),
        asks=_t("Telt “%(name)s” mee in de bedragen?") % {"name": row.name},
        reason=row.article,
        asked_by=row.asked_by.name if row.asked_by else "",
        asked_on=row.asked_on,
        due_on=row.asked_on + ANSWER_WITHIN if row.asked_on else None,
        url=reverse("purse:schemes_to_agree"),
        url_label=_t("Lezen en antwoorden"),
    )
