"""Puts the write guard around every request, and writes the reading log before a page leaves."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from django.db import connections
from django.http import HttpRequest, HttpResponse

from .guard import only_reading, refuse_writes


class WriteGuard:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ExitStack() as both:
            for alias in ("default", "journal"):
                both.enter_context(connections[alias].execute_wrapper(refuse_writes))
            if request.method in ("GET", "HEAD", "OPTIONS"):
                with only_reading():
                    return self.get_response(request)
            return self.get_response(request)
