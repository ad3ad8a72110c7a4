"""The second factor of staff: the app's code, checked and coupled in one transaction on one connection.

The device of django-otp is log-in state, so it lives on the journal's connection. Its own `match_token` opens a
transaction on the other one and then waits for itself: on PostgreSQL an error, on SQLite twenty seconds.
A code is good in its own thirty seconds and not in those before and after, which django-otp allows by default.
"""

from __future__ import annotations

import time

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from .models import Account, Passkey
from .recovery_codes import use_recovery_code

JOURNAL = "journal"


def is_coupled(account: Account) -> bool:
    return bool(TOTPDevice.objects.filter(user=account, confirmed=True).exists())


def device_with_code(*, account: Account, code: str) -> TOTPDevice | None:
    """The coupled app that gives this code now; None when the code is wrong, used already or tried too often."""
    with transaction.atomic(using=JOURNAL):
        for device in _coupled(account):
            is_allowed, _why = device.verify_is_allowed()
            if is_allowed and _is_right_now(device, code):
                return device
    return None


def _is_right_now(device: TOTPDevice, code: str) -> bool:
    device.tolerance, device.drift = 0, 0
    return bool(device.verify_token(code))


def is_just_over(*, account: Account, code: str) -> bool:
    """Whether this was the app's code a moment ago, or will be: then the sentence can say more than "wrong"."""
    if not code.isascii() or not code.isdigit():
        return False
    for device in TOTPDevice.objects.filter(user=account):
        totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
        totp.time = time.time()
        if totp.verify(int(code), tolerance=1) and totp.drift:
            return True
    return False


def recovery_code_is_right(*, account: Account, code: str) -> bool:
    """Use up a recovery code. Wrong ones slow down the next try of app and codes alike."""
    with transaction.atomic(using=JOURNAL):
        device = _coupled(account).first()
        if device is None or not device.verify_is_allowed()[0]:
            return False
    try:
        use_recovery_code(by=None, account=account, code=code)
    except Http404:
        with transaction.atomic(using=JOURNAL):
            device = _coupled(account).first()
            if device is not None:
                device.throttle_increment()
        return False
    return True


def _coupled(account: Account) -> QuerySet[TOTPDevice]:
    devices: QuerySet[TOTPDevice] = TOTPDevice.objects.using(JOURNAL).select_for_update()
    return devices.filter(user=account, confirmed=True).order_by("pk")


def waiting_device(account: Account) -> TOTPDevice:
    """The app that is being coupled: made on the first look, the same one until a code of it was right."""
    waiting = TOTPDevice.objects.filter(user=account, confirmed=False).first()
    return waiting or TOTPDevice.objects.create(user=account, confirmed=False, name="app")


def couple(*, device: TOTPDevice, code: str) -> bool:
    """Confirm the app with its first code."""
    with transaction.atomic(using=JOURNAL):
        fresh = TOTPDevice.objects.using(JOURNAL).select_for_update().get(pk=device.pk)
        is_allowed, _why = fresh.verify_is_allowed()
        if fresh.confirmed or not is_allowed or not _is_right_now(fresh, code):
            return False
        fresh.confirmed = True
        fresh.save()
        return True


def uncouple(account: Account) -> None:
    """Forget every app, passkey and code on paper. Part of an action: on its own connection, in its transaction."""
    TOTPDevice.objects.using("default").filter(user=account).delete()
    Passkey.objects.using("default").filter(account=account).delete()
    account.recovery_codes.all().delete()
