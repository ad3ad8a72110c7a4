"""What the chain shows on lower pages: its tab, and on the week what an employer answered."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Panel

from .employer import replies_of


def chain_tab(account: Account) -> tuple[str, str, str, str]:
    label = _t("Wie helpt mij") if is_hers(account) else _t("Wie helpt")
    return (label, "users", "chain:around", "hulpverlener")


def replies_panel(*, case: Case, account: Account, day: dt.date) -> Panel | None:
    if not authorize(account, "list", "hulpverlener", case=case):
        return None
    lines = replies_of(case=case, account=account, day=day)
    return Panel("chain/_replies.html", {"lines": lines, "hers": is_hers(account)}) if lines else None
