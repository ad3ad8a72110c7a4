"""What money shows on lower pages: its tab, and the sums that were kept on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Panel

from .models import Doubt
from .queries import KeptFacts, doubts_of, kept_scenarios


def purse_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Geld"), "coin-euro", "purse:money", "rekenscenario")


@dataclass(frozen=True)
class PursePanel:
    kept: list[KeptFacts]
    open_doubts: list[Doubt]
    hers: bool


def purse_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    if not authorize(account, "read", "rekenscenario", case=case):
        return None
    waiting = [one for one in doubts_of(case=case) if not one.answer]
    return Panel("purse/_panel.html", PursePanel(kept_scenarios(case=case), waiting, is_hers(account)))
