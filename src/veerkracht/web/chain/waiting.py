"""What the chain puts on *Wacht op u*: what a colleague wants to hand over, read and answered on its own page."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import MOST, WaitingRow

from .domain.handover import HandoverState
from .handover_queries import offered_to
from .models import Handover


def rows_of_chain(*, account: Account, day: dt.date) -> list[WaitingRow]:
    if not authorize(account, "list", "gedeeld_met_mij"):
        return []
    return [_row(each) for each in offered_to(account).filter(state=HandoverState.OFFERED)[:MOST]]


def _row(handover: Handover) -> WaitingRow:
    return WaitingRow(
        kind=_t("Overdracht"),
        asks=_t("Neemt u %(name)s over?") % {"name": handover.case.full_name},
        asked_by=handover.giver_name,
        due_on=handover.due_on,
        url=reverse("chain:received", args=[handover.pk]),
        url_label=_t("Lees het pakketje en antwoord"),
    )
