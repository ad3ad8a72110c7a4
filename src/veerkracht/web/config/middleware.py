"""What goes round every page: its line in the log, its headers, and the page that gives back what was not saved."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable
from typing import Any

import structlog
from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from .health import healthy, ready
from .metrics import count_request, metrics
from .not_saved import LoggedOut, TooBusy, is_about_saving, not_saved, typed_fields

Next = Callable[[HttpRequest], HttpResponse]


log = structlog.get_logger("veerkracht")
_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_START = re.compile(r"t=(\d{10}(?:\.\d{1,6})?)")


def one_line(get_response: Next) -> Next:
    """One line a request: which route, how it ended, how long it took, and whose account. No path, no name, no text.

    Every line of one request carries its id, and the answer says it: `X-Request-ID`, the proxy's or one made here.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        began, number = time.perf_counter(), _request_id(request)
        with structlog.contextvars.bound_contextvars(request=number):
            response = get_response(request)
            took, match = time.perf_counter() - began, request.resolver_match
            log.info(
                "door_refused" if response.status_code in (403, 404) and match else "request",
                method=request.method,
                route=match.route if match else "",
                status=response.status_code,
                account=getattr(getattr(request, "_cached_user", None), "pk", None),
                milliseconds=round(took * 1000),
            )
        count_request(status=response.status_code, seconds=took)
        response["X-Request-ID"] = number
        return response

    return middleware


def _request_id(request: HttpRequest) -> str:
    sent_id = request.headers.get("X-Request-ID", "") if settings.BEHIND_PROXY else ""
    return sent_id if _ID.fullmatch(sent_id) else uuid.uuid4().hex


def too_busy(get_response: Next) -> Next:
    """A short page instead of a wait that ends in nothing, when a request stood in the row at the proxy too long.

    The proxy says when it came (`X-Request-Start: t=` seconds); without that nothing is refused. What was typed is on
    the page, and a form is let through for three times as long.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        patience = settings.LONGEST_QUEUE * (3 if request.method == "POST" else 1)
        if not settings.BEHIND_PROXY or _waited(request) < patience:
            return get_response(request)
        log.warning("too_busy", method=request.method)
        return not_saved(request, TooBusy())

    return middleware


def not_too_large(get_response: Next) -> Next:
    """Refuses what says that it is larger than anything we take, before a byte of it is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) <= settings.LARGEST_REQUEST:
            return get_response(request)
        log.warning("too_large", method=request.method)
        response = HttpResponse(render_to_string("ui/too_large.html"), status=413)
        response["Connection"] = "close"
        return response

    return middleware


def _waited(request: HttpRequest) -> float:
    """Seconds between the proxy and here; 0 when the proxy does not say."""
    came = _START.fullmatch(request.headers.get("X-Request-Start", ""))
    return max(0.0, time.time() - float(came[1])) if came else 0.0


# Answered before anything else.
MACHINE_PAGES: dict[str, Next] = {"/gezond": healthy, "/klaar": ready, "/metrics": metrics}


def machines_first(get_response: Next) -> Next:
    """Answers the pages for machines before a session is read: they must speak when the database does not."""

    def middleware(request: HttpRequest) -> HttpResponse:
        view = MACHINE_PAGES.get(request.path_info) if request.method in ("GET", "HEAD") else None
        return view(request) if view else get_response(request)

    return middleware


class GiveBack:
    """Answers what could not be saved with the page that gives the text back; anything else goes to the handler."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except DatabaseError as error:
            return self._answer(request, error)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return self._answer(request, error) if is_about_saving(error) else None

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """What was typed under a log-in that was ended elsewhere has nobody to be kept for: it goes back at once."""
        if request.method != "POST" or view.access.door == "public" or request.user.is_authenticated:
            return None
        # A page that sends its pieces itself (X-Piece, htmx) still holds the words, and says where to log in.
        sends_itself = request.headers.get("X-Piece") or request.headers.get("HX-Request")
        is_kept = hasattr(request, "expired_account_id") and not getattr(view, "keeps_nothing", False)
        if is_kept or sends_itself:
            return None
        typed = any(field.is_text for field in typed_fields(request))
        return self._answer(request, LoggedOut()) if typed else None

    def _answer(self, request: HttpRequest, error: Exception) -> HttpResponse:
        match = request.resolver_match
        log.error(
            "not_saved",
            method=request.method,
            route=match.route if match else "",
            error=type(error).__name__,
        )
        return not_saved(request, error)


def no_store(get_response: Next) -> Next:
    """Nothing of a page stays in the browser's cache: someone may be using the same phone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Cache-Control", "no-store")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware
