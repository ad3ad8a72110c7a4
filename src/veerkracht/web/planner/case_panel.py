"""What the planner shows on lower pages: its tab, and one sentence on the first page of a person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import Panel
from veerkracht.week.fields import BadInput

from .domain import words
from .domain.week_answer import school_week
from .queries import week_of
from .saved_facts import part_of_path


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
    if facts.is_empty or facts.saved.missing_for_a_verdict:
        return None
    try:
        sentence = words.first_sentence(school_week(facts.saved))
    except BadInput:
        return None
    return Panel("planner/_panel.html", WeekPanel(sentence, case.public_id))


def page_of_fact(case: Case, path: str) -> str | None:
    """The form of the week that asks this fact; nothing for what money asks."""
    part = part_of_path(path)
    if part is None:
        return None
    kind, key, _name = part
    pages = {
        "child": "child",
        "service": "service",
        "offer": "change_offer",
        "travel": "travel",
        "block": "block",
    }
    if kind in pages:
        return reverse(f"planner:{pages[kind]}", args=[case.public_id, key])
    return reverse("planner:course" if kind == "course" else "planner:limits", args=[case.public_id])
