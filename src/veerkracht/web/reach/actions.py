"""Changing how somebody wants to be reached."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from .domain import Channel, Template
from .gate import send
from .models import SafeContact

WAITING_DAYS = 7


@action("reach.contact_chosen", allow=("update", "veilig_contact_instellingen"))
def choose_contact(
    *, by: Account, case: Case, seen_version: int = 0, email: str, **choices: Any
) -> SafeContact:
    """Say how one wants to be reached. Another address waits seven days, and the old one is warned.

    Raises:
        Conflict: somebody saved a newer version.
    """
    row = SafeContact.objects.filter(case=case).first()
    if row is None:
        return _first(case, email=email, **choices)
    today = timezone.localdate()
    in_force = row.email_on(today)
    values: dict[str, Any] = {**choices, "email": in_force}
    if in_force and email and email != in_force:
        if email != row.next_email or row.next_email_on is None:
            values |= {"next_email": email, "next_email_on": today + dt.timedelta(days=WAITING_DAYS)}
    else:
        values |= {"email": email or in_force, "next_email": "", "next_email_on": None}
    changed = row.change(seen_version, **values)
    if values.get("next_email") and changed.channel == Channel.EMAIL:
        send(case, Template.CONTACT_CHANGES)
    return changed


def _first(case: Case, **values: Any) -> SafeContact:
    row, is_new = SafeContact.objects.get_or_create(case=case, defaults=values)
    if not is_new:
        raise Conflict(row)
    return row


@action("reach.contact_kept", allow=("update", "veilig_contact_instellingen"))
def stop_new_address(*, by: Account, case: Case) -> SafeContact:
    """The address and the number of before stay: she did not ask for others."""
    row: SafeContact = SafeContact.objects.select_for_update().get(case=case)
    nothing = {"next_email": "", "next_email_on": None, "next_phone": "", "next_phone_on": None}
    return row.change(row.version, **nothing)


@action("reach.phone_asked", allow=("update", "veilig_contact_instellingen"))
def ask_new_phone(*, by: Account, case: Case, phone: str) -> SafeContact:
    """Another number, in force after seven days; who has the old channel is warned."""
    row, _is_new = SafeContact.objects.get_or_create(case=case)
    on = timezone.localdate() + dt.timedelta(days=WAITING_DAYS)
    changed = row.change(row.version, next_phone=phone, next_phone_on=on)
    send(case, Template.CONTACT_CHANGES)
    return changed
