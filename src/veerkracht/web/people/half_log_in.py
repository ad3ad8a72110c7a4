"""Between the password and the second step: who it is, for a few minutes, in this browser only."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from .models import Account

_KEY = "half_log_in"


def begin_half(request: HttpRequest, account: Account) -> None:
    """The password was right. A fresh key, so that nobody who knew the old one comes along."""
    request.session.cycle_key()
    mark = {"account": account.pk, "at": timezone.now().timestamp(), "auth": account.get_session_auth_hash()}
    request.session[_KEY] = mark


def half_logged_in(request: HttpRequest) -> Account | None:
    """Whose password was right here, not too long ago, with a password that is still the one of now."""
    mark = request.session.get(_KEY)
    if not mark:
        return None
    account = Account.objects.filter(pk=mark["account"], is_active=True).first()
    is_late = timezone.now().timestamp() - mark["at"] > settings.HALF_LOG_IN_MINUTES * 60
    if account is None or is_late or account.get_session_auth_hash() != mark["auth"]:
        del request.session[_KEY]
        return None
    return account
