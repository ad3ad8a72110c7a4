"""What the plan puts on *Wacht op u*: her proposals, and for the team lead by number what is late."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account
from veerkracht.web.people.waiting import WaitingRow

from .models import Proposal
from .queries import late_by_colleague, open_proposals


def rows_of_plan(*, account: Account, day: dt.date) -> list[WaitingRow]:
    rows = []
    if authorize(account, "approve", "voorstel"):
        rows += [_proposal_row(each) for each in open_proposals(account=account)]
    if authorize(account, "list", "te_laat_bij_collega"):
        late = late_by_colleague(account=account, day=day)
        rows += [_late_row(public_id, who, due_on) for public_id, who, due_on in late]
    return rows


def _proposal_row(proposal: Proposal) -> WaitingRow:
    case = proposal.plan.case
    return WaitingRow(
        kind=_t("Voorstel van haar"),
        asks=proposal.what,
        asked_by=case.full_name,
        asked_on=proposal.proposed_on,
        due_on=proposal.reply_due_on,
        url=reverse("plan:plan", args=[case.public_id]),
        url_label=_t("Haar plan"),
        answer_url=reverse("plan:reply_at_once", args=[case.public_id, proposal.pk]),
        answers=(("yes", _t("Ja")), ("partly", _t("Een deel")), ("no", _t("Nee"))),
        asks_reason=True,
        seen_version=proposal.version,
    )


def _late_row(public_id: str, who: str, due_on: dt.date) -> WaitingRow:
    """Only that it is late, and with whom: what was promised is between her and who works with her."""
    values: Any = {"number": public_id, "who": who or _t("niemand: wijs iemand aan")}
    return WaitingRow(
        kind=_t("Te laat bij een collega"),
        asks=_t("Dossier %(number)s wacht op wat wij beloofden. Vraag het na bij %(who)s.") % values,
        due_on=due_on,
    )
