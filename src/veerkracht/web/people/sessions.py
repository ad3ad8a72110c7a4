"""The sessions of an account: which device, since when; ended one by one or all together."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _t

from .acting import action
from .models import Account, LogInSession

# The first that is found names it: Edge and Opera also call themselves Chrome, Chrome also calls itself Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR|Opera", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|CriOS|Chromium", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh|Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_in_words(user_agent: str) -> str:
    """`Firefox op Windows`; never the whole text, which tells more than anybody needs."""
    browser = next((name for pattern, name in _BROWSERS if re.search(pattern, user_agent)), "")
    system = next((name for pattern, name in _SYSTEMS if re.search(pattern, user_agent)), "")
    if browser and system:
        return f"{browser} op {system}"
    return browser or system or _t("Onbekend apparaat")


@dataclass(frozen=True, kw_only=True)
class OpenSession:
    handle: str  # names the session without letting anybody into it
    device: str
    started_at: dt.datetime | None
    seen_at: dt.datetime | None
    is_this_one: bool


def open_sessions(*, account: Account, own_key: str | None) -> list[OpenSession]:
    """Newest first; the one that asks is marked."""
    rows = LogInSession.objects.filter(account_id=account.pk, expire_date__gt=timezone.now())
    return [
        OpenSession(
            handle=_handle(row.session_key),
            device=row.device or _t("Onbekend apparaat"),
            started_at=row.started_at,
            seen_at=row.seen_at,
            is_this_one=row.session_key == own_key,
        )
        for row in rows.order_by("-seen_at")
    ]


def _handle(key: str) -> str:
    return salted_hmac("people.session", key, algorithm="sha256").hexdigest()[:16]


@action("people.session_ended", allow=("update", "account_eigen"))
def end_session(*, by: Account, handle: str) -> Account:
    """Log out one other device.

    Raises:
        Http404: no such session of this account.
    """
    keys = (
        LogInSession.objects.using("default").filter(account_id=by.pk).values_list("session_key", flat=True)
    )
    key = next((key for key in keys if _handle(key) == handle), None)
    if key is None:
        raise Http404
    LogInSession.objects.using("default").filter(session_key=key).delete()
    return by


@action("people.sessions_ended", allow=("update", "account_eigen"))
def end_other_sessions(*, by: Account, own_key: str) -> Account:
    """Log out every device but the one that asks."""
    end_sessions(by, but=own_key)
    return by


def end_sessions(account: Account, *, but: str = "") -> None:
    """Part of an action: on the action's own connection and in its transaction."""
    LogInSession.objects.using("default").filter(account_id=account.pk).exclude(session_key=but).delete()
