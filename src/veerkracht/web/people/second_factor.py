"""The second factor of staff: the app's code, checked and coupled in one transaction on one connection.

The device of django-otp is log-in state, so it lives on the journal's connection. Its own `match_token` opens a
transaction on the other one and then waits for itself: on PostgreSQL an error, on SQLite twenty seconds.
"""

from __future__ import annotations

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from .models import Account

JOURNAL = "journal"


def is_coupled(account: Account) -> bool:
    return TOTPDevice.objects.filter(user=account, confirmed=True).exists()


def device_with_code(*, account: Account, code: str) -> TOTPDevice | None:
    """The coupled app that gives this code now; None when the code is wrong, used already or tried too often."""
    with transaction.atomic(using=JOURNAL):
        devices = TOTPDevice.objects.using(JOURNAL).select_for_update()
        for device in devices.filter(user=account, confirmed=True).order_by("pk"):
            is_allowed, _why = device.verify_is_allowed()
            if is_allowed and device.verify_token(code):
                return device
    return None


def waiting_device(account: Account) -> TOTPDevice:
    """The app that is being coupled: made on the first look, the same one until a code of it was right."""
    waiting = TOTPDevice.objects.filter(user=account, confirmed=False).first()
    return waiting or TOTPDevice.objects.create(user=account, confirmed=False, name="app")


def couple(*, device: TOTPDevice, code: str) -> bool:
    """Confirm the app with its first code."""
    with transaction.atomic(using=JOURNAL):
        fresh = TOTPDevice.objects.using(JOURNAL).select_for_update().get(pk=device.pk)
        is_allowed, _why = fresh.verify_is_allowed()
        if fresh.confirmed or not is_allowed or not fresh.verify_token(code):
            return False
        fresh.confirmed = True
        fresh.save()
        return True


def uncouple(account: Account) -> None:
    """Forget every app of this account. Part of an action: on the action's own connection and in its transaction."""
    TOTPDevice.objects.using("default").filter(user=account).delete()
