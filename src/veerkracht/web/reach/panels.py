"""What upper pages show of it: how to reach her, before anybody rings."""

from __future__ import annotations

import datetime as dt

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.ui.slots import Panel

from .queries import how_to_reach


def reach_panel(*, case: Case, account: Account, day: dt.date) -> Panel | None:
    if is_hers(account) or not authorize(account, "read", "veilig_contact_instellingen", case=case):
        return None
    may_change = authorize(account, "update", "veilig_contact_instellingen", case=case)
    content = {"reach": how_to_reach(case=case), "case": case, "may_change": may_change}
    return Panel("reach/_reach.html", content)
