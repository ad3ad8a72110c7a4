"""What the guide shows on lower pages: its tab, and the next talk on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Panel

from . import queries
from .queries import TalkFacts


def talks_tab(account: Account) -> tuple[str, str, str, str]:
    # One short word under an icon on her phone.
    label = _t("Praten") if is_hers(account) else _t("Gesprekken")
    return (label, "messages", "guide:talks", "gespreksverslag")


@dataclass(frozen=True)
class TalkPanel:
    next: TalkFacts | None
    points: list[str]


def talk_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    if not authorize(account, "read", "afspraak", case=case):
        return None
    to_come = [talk for talk in queries.talks_of(case=case) if talk.is_to_come and talk.on >= day]
    points = [point.words for point in queries.open_agenda(case=case)]
    return Panel("guide/_panel.html", TalkPanel(to_come[-1] if to_come else None, points))
