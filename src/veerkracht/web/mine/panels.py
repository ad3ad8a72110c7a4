"""What others see of her own place: only what she brought in."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Panel

from .own_plan import brought_by


def brought_panel(*, case: Case, account: Account, day: dt.date) -> Panel | None:
    if is_hers(account) or not authorize(account, "read", "trajectplan_concept", case=case):
        return None
    brought = brought_by(case=case)
    return Panel("mine/_brought.html", {"brought": brought}) if brought else None
