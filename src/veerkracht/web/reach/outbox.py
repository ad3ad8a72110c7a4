"""What waits to go out: carried out every ten minutes, and once a day the old ones are forgotten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.utils import timezone

from .models import Message, SafeContact
from .sending_actions import change_phone, forget_old, send_message


def _change_phones(today: dt.date) -> None:
    due = SafeContact.objects.filter(next_phone_on__lte=today).exclude(next_phone="").select_related("case")
    for row in list(due.order_by("pk")):
        change_phone(by=None, case=row.case, number=row.next_phone)


def send_what_is_due() -> int:
    """Everything whose moment has come. Gives how many went out."""
    due = Message.objects.filter(sent_at=None, problem="", due_at__lte=timezone.now())
    numbers = list(due.order_by("pk").values_list("pk", flat=True))
    send: Callable[..., Message] = send_message
    return sum(send(by=None, message_id=number).sent_at is not None for number in numbers)


def carry_out(today: dt.date) -> int:
    """The daily job: what waits and may go, and away with what is a month old."""
    _change_phones(today)
    forget_old(by=None, before=today - dt.timedelta(days=30))
    return send_what_is_due()
