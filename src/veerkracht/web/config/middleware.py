"""Headers that go with every page."""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

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


def no_store(get_response: Next) -> Next:
    """Nothing of a page stays in the browser's cache: someone may be using the same phone."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Cache-Control", "no-store")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware
