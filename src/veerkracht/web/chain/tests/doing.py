"""What the tests of the chain do over and over: put somebody on the list, share, and ask for the code of a link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.core import mail
from django.test import Client
from django.utils import timezone

from veerkracht.web.chain import actions, share_actions
from veerkracht.web.chain.models import Helper, Share
from veerkracht.web.people.models import Account, Case

As = Callable[[Account], Client]
SOON = dt.timedelta(days=30)


def add(by: Account, case: Case, **more: Any) -> Helper:
    made: Helper = actions.add_helper(by=by, case=case, purpose="Schulden", is_announced=True, **more)
    return made


def share(by: Account, helper: Helper, *pieces: str, **more: Any) -> Share:
    values = {"purpose": "De schulden regelen", "until": timezone.localdate() + SOON, **more}
    made: Share = share_actions.ask_share(
        by=by, case=helper.case, helper_id=helper.pk, pieces=pieces, **values
    )
    return made


def code_for(browser: Client, link: str, capture) -> str:  # type: ignore[no-untyped-def]
    """The code that comes after the button; empty when no mail came."""
    before = len(mail.outbox)
    with capture(execute=True):
        assert browser.post(link).status_code == 200
    return mail.outbox[-1].body.strip() if len(mail.outbox) > before else ""
