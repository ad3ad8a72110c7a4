"""A message that goes out: the profile is asked at that very moment, and the mail server once."""

from __future__ import annotations

import datetime as dt
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import override

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Case

from .domain import Template, next_moment
from .models import Message, SafeContact
from .texts import words_of

MOST_ATTEMPTS = 5
NOT_WANTED, NO_MAIL, REFUSED = "not_wanted", "no_mail", "refused"


# No cell of the matrix: the program does this, for an action somebody was allowed.
@action("reach.sent", allow=None)
def send_message(*, by: None, message_id: int) -> Message:
    """Send it now, put it off to the first moment she allows, or not at all."""
    message = Message.objects.select_for_update().get(pk=message_id)
    if message.sent_at is None and not message.problem:
        _decide(message)
        message.save()
    return message


def _decide(message: Message) -> None:
    now = timezone.now()
    address = message.address
    if message.to_her:
        contact = SafeContact.objects.filter(case=message.case_id).first()
        choice = contact.choice_on(timezone.localdate(now)) if contact else None
        moment = next_moment(choice, timezone.localtime(now)) if choice else None
        if choice is None or moment is None:
            message.problem = NOT_WANTED
            return
        if moment > now:
            message.due_at = moment
            return
        address = choice.address
    _mail(message, address)


def _mail(message: Message, address: str) -> None:
    if not settings.MAIL_FROM:
        message.problem = NO_MAIL
        return
    with override("nl"):
        subject, text = words_of(Template(message.template), link=message.link, code=message.code)
    letter = EmailMessage(subject, text, settings.MAIL_FROM, [address])
    message.attempts += 1
    try:
        letter.send()
    except (OSError, SMTPException):
        message.problem = REFUSED if message.attempts >= MOST_ATTEMPTS else ""
        message.due_at = timezone.now() + dt.timedelta(minutes=10)
        return
    # What was sent is not needed any more: the token lives in the letter alone.
    message.sent_at, message.link, message.code = timezone.now(), "", ""


@action("reach.forgotten", allow=None)
def forget_old(*, by: None, before: dt.date) -> None:
    """A month after it was made nobody needs to know that there was a message."""
    Message.objects.filter(made_on__lt=before).delete()


@action("reach.phone_changed", allow=None)
def change_phone(*, by: None, case: Case, number: str) -> Case:
    """The seven days are over and she did not stop it."""
    SafeContact.objects.filter(case=case).update(next_phone="", next_phone_on=None)
    names = case.look_up_columns(case.first_name, case.last_name, number)
    return case.change(case.version, phone=number, **names)
