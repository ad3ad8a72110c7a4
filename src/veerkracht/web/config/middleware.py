"""Headers that go with every page."""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from .not_saved import is_about_saving, not_saved

Next = Callable[[HttpRequest], HttpResponse]


log = structlog.get_logger("veerkracht")


def one_line(get_response: Next) -> Next:
    """One line a request: which route, how it ended, how long it took, and whose account. No path, no name, no text."""

    def middleware(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = get_response(request)
        match = request.resolver_match
        log.info(
            "door_refused" if response.status_code in (403, 404) and match else "request",
            method=request.method,
            route=match.route if match else "",
            status=response.status_code,
            account=getattr(getattr(request, "user", None), "pk", None),
            milliseconds=round((time.perf_counter() - began) * 1000),
        )
        return response

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
