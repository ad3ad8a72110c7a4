"""The send reach: the only way out of the program for a message.

`send` is called inside an action and writes the message down; it goes out once that action stands on disk, or at the
first moment her profile allows. There is no place to put content: a template, a token and nothing else. To her goes
only what her own profile allows at the moment of sending; without a profile nothing goes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from veerkracht.web.people.models import Case

from .domain import Template, is_code, is_link
from .models import Message
from .sending_actions import send_message


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """Somebody who is not guided here: a professional or a helper, by address, about one case."""

    address: str
    case: Case


def send(
    to: Case | Recipient, template: Template, *, link: str = "", code: str = "", at_once: bool = True
) -> Message | None:
    """Write a message down and let it go as soon as it may. Part of an action; never waits for the mail server.

    Args:
        to: a case (her, by her own profile) or an outsider's address.
        link: a path of ours, `/word/token/`, for `Template.LINK`.
        code: four to twelve digits or capitals, for `Template.CODE`.
        at_once: False for one of many, so that nobody waits for ninety-five letters: the next ten minutes take it.

    Returns:
        The message; None when the same word to her is waiting already, or went out today: one a day is enough.

    Raises:
        ValueError: a link or code that could hold content, or one that the template has no place for.
    """
    _refuse_content(template, link, code)
    to_her = isinstance(to, Case)
    case = to if isinstance(to, Case) else to.case
    now = timezone.now()
    today = timezone.localdate()
    if to_her and template == Template.SOMETHING_NEW and _is_enough(case, today):
        return None
    message = Message.objects.create(
        case=case,
        to_her=to_her,
        address="" if isinstance(to, Case) else to.address,
        template=template.value,
        link=link,
        code=code,
        made_at=now,
        made_on=today,
        due_at=now,
    )
    if at_once:
        transaction.on_commit(lambda: send_message(by=None, message_id=message.pk), robust=True)
    return message


def _is_enough(case: Case, today: dt.date) -> bool:
    same = Message.objects.filter(case=case, to_her=True, template=Template.SOMETHING_NEW.value, problem="")
    return same.filter(made_on=today).exists() or same.filter(sent_at=None).exists()


def _refuse_content(template: Template, link: str, code: str) -> None:
    if bool(link) != (template == Template.LINK) or (link and not is_link(link)):
        raise ValueError("a link is /word/token/ and belongs to Template.LINK")
    if bool(code) != (template == Template.CODE) or (code and not is_code(code)):
        raise ValueError("a code is 4 to 12 digits or capitals and belongs to Template.CODE")


def can_send() -> bool:
    """Whether this installation has a way to send at all; a page that offers messages asks this first."""
    return bool(settings.MAIL_FROM)
