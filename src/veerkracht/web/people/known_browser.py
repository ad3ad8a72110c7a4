"""A browser somebody logged in with before. Its wrong guesses are counted apart from everybody else's.

Five wrong passwords close an account to strangers for half an hour, from whatever address. Without more, anybody who
knows her log-in name could keep her out for ever. Her own telephone carries a signed cookie: there it is her own
five guesses that count. The cookie opens nothing; it only says which row of guesses to count in.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from .models import Account, plain

COOKIE = "__Host-toestel" if settings.HTTPS else "toestel"
_SALT = "people.known_browser"
_YEAR = 365 * 24 * 3600


def remember(response: HttpResponse, account: Account) -> HttpResponse:
    """Give the browser its mark, after a log-in that was right in every step."""
    mark = signing.dumps([account.login, secrets.token_hex(8)], salt=_SALT)
    response.set_cookie(COOKIE, mark, max_age=_YEAR, secure=settings.HTTPS, httponly=True, samesite="Lax")
    return response


def name_to_count(request: HttpRequest | None, credentials: Mapping[str, Any] | None) -> str:
    """Under which name axes counts a wrong password: the log-in name, or that name on this known browser."""
    login = plain(str((credentials or {}).get("login") or (credentials or {}).get("username") or ""))
    mark = request.COOKIES.get(COOKIE, "") if request else ""
    try:
        owner, browser = signing.loads(mark, salt=_SALT, max_age=_YEAR)
    except (signing.BadSignature, ValueError):
        return login
    return f"{login} {browser}" if owner == login else login
