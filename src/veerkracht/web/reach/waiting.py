"""What reach puts on *Wacht op u*: somebody's address or number is about to change, and can still be stopped."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import WaitingRow

from .queries import changes_ahead


def rows_of_reach(*, account: Account, day: dt.date) -> list[WaitingRow]:
    if not authorize(account, "update", "veilig_contact_instellingen"):
        return []
    return [
        WaitingRow(
            kind=_t("Ander adres of nummer"),
            asks=_t(
                "%(name)s is straks anders te bereiken. Klopt dat? Vraag het haar, en niet langs de nieuwe weg."
            )
            % {"name": case.full_name},
            asked_by=case.full_name,
            due_on=on,
            url=reverse("reach:reach", args=[case.public_id]),
            url_label=_t("Bekijken of stoppen"),
        )
        for case, on in changes_ahead(account=account, day=day)
    ]
