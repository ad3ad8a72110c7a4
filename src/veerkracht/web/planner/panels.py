"""What the planner shows on lower pages: its tab, and one sentence on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import Panel
from veerkracht.week.fields import BadInput

from .domain import words
from .domain.look import school_week
from .queries import week_of


def week_tab(account: Account) -> tuple[str, str, str, str]:
    return (_t("Week"), "calendar-week", "planner:week", "weekplan")


@dataclass(frozen=True)
class WeekPanel:
    sentence: str
    url_case: str


def week_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    """Nothing until somebody told something: a week of assumptions is no news."""
    if not authorize(account, "read", "weekplan", case=case):
        return None
    facts = week_of(case=case, account=account, day=day)
    if facts.is_empty:
        return None
    try:
        sentence = words.first_sentence(school_week(facts.told))
    except BadInput:
        return None
    return Panel("planner/_panel.html", WeekPanel(sentence, case.public_id))
