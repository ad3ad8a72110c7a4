"""What the chain sends, through the one send gate: a link, a code, a word to her. No name, no place and no reason."""

from __future__ import annotations

from veerkracht.web.people.models import Case
from veerkracht.web.reach.domain import Template
from veerkracht.web.reach.gate import Recipient, send

from .models import Helper


def mail_link(helper: Helper, *, token: str) -> None:
    """Part of an action: goes out when the action stands on disk, never before."""
    send(Recipient(address=helper.email, case=helper.case), Template.LINK, link=f"/stuk/{token}/")


def mail_code(helper: Helper, *, code: str) -> None:
    send(Recipient(address=helper.email, case=helper.case), Template.CODE, code=code)


def word_to_her(case: Case, *, at_once: bool = True) -> None:
    """Part of an action: something is ready, said as her profile allows; without a log-in she could not read it."""
    if case.account_id:
        send(case, Template.SOMETHING_NEW, at_once=at_once)
