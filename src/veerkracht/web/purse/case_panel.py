"""What money shows on lower pages: its tab, and the sums that were kept on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Panel

from .domain.questions import PARTS
from .models import Doubt
from .queries import KeptFacts, doubts_of, kept_scenarios
from .saved_facts import roots_of


def purse_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Geld"), "coin-euro", "purse:money", "rekenscenario")


@dataclass(frozen=True)
class PursePanel:
    saved_sums: list[KeptFacts]
    open_doubts: list[Doubt]
    hers: bool


def purse_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    if not authorize(account, "read", "rekenscenario", case=case):
        return None
    waiting = [one for one in doubts_of(case=case) if not one.answer]
    return Panel("purse/_panel.html", PursePanel(kept_scenarios(case=case), waiting, is_hers(account)))


def page_of_fact(case: Case, path: str) -> str | None:
    """The part of the questions that asks this fact; nothing for what the week asks."""
    if path.startswith(("cares.", "jobs.")):
        return None
    part = next((name for name in PARTS if path in roots_of(name)), None)
    return reverse("purse:part", args=[case.public_id, part]) if part else None
