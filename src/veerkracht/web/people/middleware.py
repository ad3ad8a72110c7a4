"""Time-outs, the locked doors, and the reading log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.record.actions import note_reading

from .accounts import first_password_first
from .kept import keep_typed
from .models import Account

Next = Callable[[HttpRequest], HttpResponse]


def limits(account: Account) -> tuple[float, float]:
    """Idle and absolute limits of a log-in, in seconds."""
    kind = "staff" if account.is_staff_member else "moeder"
    return settings.IDLE_MINUTES[kind] * 60, settings.ABSOLUTE_HOURS[kind] * 3600


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
            else:
                request.session["seen"], request.session["since"] = now, since
        return self.get_response(request)


class Doors:
    """Lets nobody in through a view that does not say who may enter; logs every look at a case."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        looked_at = getattr(request, "looked_at", None)
        # A form that comes back, or two versions side by side, show as much as the page itself.
        if looked_at and request.method != "HEAD" and response.status_code in (200, 409, 422):
            # No log line, no page: an error here must reach the handler instead of the page.
            case_id, what, role = looked_at
            note_reading(account_id=request.user.pk, case_id=case_id, what=what, role=role)
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
            return first_password_first(request)
        if request.method == "POST":
            keep_typed(request)
        target = f"{reverse('people:log_in')}"
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": target})
        if request.method == "GET":
            request.session["next"] = request.get_full_path()
        return redirect(target)
