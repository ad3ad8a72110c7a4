"""What privacy shows on the first page of a person: the way to everything that is held, and when it ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Link, Panel

from .queries import hold_of
from .terms import ends_on, tools_end_on

NOTICE_DAYS = 30


@dataclass(frozen=True, kw_only=True)
class EverythingPanel:
    public_id: str
    hers: bool
    ends_on: dt.date | None


def everything_panel(case: Case, account: Account, day: dt.date) -> Panel | None:
    """Thirty days before map, week and money go, it says so, with a way to take everything along."""
    if not authorize(account, "read", "avg_verzoek", case=case):
        return None
    ends_on = tools_end_on(case=case)
    is_near = ends_on is not None and ends_on <= day + dt.timedelta(days=NOTICE_DAYS)
    facts = EverythingPanel(
        public_id=case.public_id, hers=is_hers(account), ends_on=ends_on if is_near else None
    )
    return Panel("privacy/_panel.html", facts)


def take_along_row(*, case: Case) -> Link:
    """The way to everything of hers, from her own pages; thirty days ahead it says when map, week and money go."""
    ends_on = tools_end_on(case=case)
    label = _t("Alles meenemen")
    if ends_on is not None and ends_on <= timezone.localdate() + dt.timedelta(days=NOTICE_DAYS):
        goes = _t("Alles meenemen. Je kaart, week en geld gaan weg op %(day)s.")
        label = goes % {"day": date_format(ends_on, "j F Y")}
    return Link(label, reverse("privacy:own_data", args=[case.public_id]), "download")


@dataclass(frozen=True, kw_only=True)
class TakeAlongPanel:
    """How long it stays after the guidance stopped, or would when it stopped today; `is_held`: not destroyed now."""

    public_id: str
    hers: bool
    is_closed: bool
    gone_on: dt.date
    private_gone_on: dt.date
    is_held: bool


def take_along_panel(*, case: Case, account: Account, day: dt.date) -> Panel | None:
    """At a good end: everything as PDF and JSON, and the day on which it is destroyed."""
    if not authorize(account, "read", "avg_verzoek", case=case):
        return None
    closed_on = case.closed_on or day
    facts = TakeAlongPanel(
        public_id=case.public_id,
        hers=is_hers(account),
        is_closed=case.is_closed,
        gone_on=ends_on(case=case, closed_on=closed_on, term="besluiten"),
        private_gone_on=ends_on(case=case, closed_on=closed_on, term="prive"),
        is_held=hold_of(case=case) is not None,
    )
    return Panel("privacy/_take_along.html", facts)
