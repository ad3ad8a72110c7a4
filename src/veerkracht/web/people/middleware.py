"""Time-outs, the locked doors, and the reading log."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.record.reading_log import note_list_reading, note_reading

from .draft_recovery import keep_typed
from .models import Account
from .unsaved_text import forget_when_sent
from .visible_once import asked_once

Next = Callable[[HttpRequest], HttpResponse]


def limits(account: Account) -> tuple[float, float]:
    """Idle and absolute limits of a log-in, in seconds."""
    kind = "staff" if account.is_staff_member else "moeder"
    return settings.IDLE_MINUTES[kind] * 60, settings.ABSOLUTE_HOURS[kind] * 3600


SEEN_EVERY = 30
"""Seconds between two notes of when somebody was last seen: a log-in may end that much early, never late, and a page
that is only looked at has one write less."""


class SessionTimes:
    """Ends a log-in that was idle too long or is too old; what was typed is kept for the same person."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        account = request.user
        if isinstance(account, Account):
            now = timezone.now().timestamp()
            idle, absolute = limits(account)
            seen, since = request.session.get("seen", now), request.session.get("since", now)
            if now - seen > idle or now - since > absolute:
                logout(request)
                request.expired_account_id = account.pk  # type: ignore[attr-defined]
            elif now - seen >= SEEN_EVERY or not {"seen", "since"} <= request.session.keys():
                request.session["seen"], request.session["since"] = now, since
        return self.get_response(request)


def selection_of(request: HttpRequest) -> str:
    """Which part of a list was asked for, in keys of the program: never the words that were searched for."""
    parts = []
    for name in ("alleen", "volgorde", "bladzijde"):
        value = request.GET.get(name, "")
        if re.fullmatch(r"[a-z_]{1,20}|\d{1,4}", value):
            parts.append(f"{name}={value}")
    if request.GET.get("zoek", "").strip():
        parts.append("zoekt")
    return " ".join(parts)


class Doors:
    """Lets nobody in through a view that does not say who may enter; logs every look at a case."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with asked_once() if request.method in ("GET", "HEAD") else nullcontext():
            response = self.get_response(request)
        forget_when_sent(request, response)
        # Only a door says what was looked at, and it lets nobody in who is not logged in.
        reader = cast("Account", request.user)
        looked_at = getattr(request, "looked_at", None)
        # A form that comes back, or two versions side by side, show as much as the page itself.
        if looked_at and request.method != "HEAD" and response.status_code in (200, 409, 422):
            # No log line, no page: an error here must reach the handler instead of the page.
            case_id, what, role = looked_at
            note_reading(account_id=reader.pk, case_id=case_id, what=what, role=role)
        listed = getattr(request, "listed", None)
        if listed and request.method == "GET" and response.status_code == 200:
            note_list_reading(
                account_id=reader.pk, what=listed, role=reader.role, selection=selection_of(request)
            )
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        access = getattr(view, "access", None)
        if access is None:
            raise ImproperlyConfigured(
                f"{view.__module__}.{view.__name__} does not say who may enter (doors.py)"
            )
        if access.door == "public":
            return None
        if request.user.is_authenticated:
            return None
        if request.method == "POST" and not getattr(view, "keeps_nothing", False):
            keep_typed(request)
        target = f"{reverse('people:log_in')}"
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": target})
        if request.method == "GET":
            request.session["next"] = request.get_full_path()
        return redirect(target)
