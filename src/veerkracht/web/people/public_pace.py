"""Sums for anybody, without keeping those who are logged in waiting: so many a minute from one address, few at once.

Counted in one process and in memory; nothing of who asks is kept longer than the minute.
"""

from __future__ import annotations

import functools
import ipaddress
import threading
import time
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .addresses import client_address
from .models import Account

MOST_A_MINUTE = 60  # from one address
_AT_ONCE = threading.BoundedSemaphore(2)  # of the eight threads of a process
_WAIT = 5.0  # seconds for a place

View = Callable[..., HttpResponse]


def paced(view: View) -> View:
    """A costly page for anybody. Whoever is logged in is not held up."""

    @functools.wraps(view)
    def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if isinstance(request.user, Account):
            return view(request, *args, **kwargs)
        if _is_too_fast(client_address(request)):
            return _busy(request, status=429)
        if not _AT_ONCE.acquire(timeout=_WAIT):
            return _busy(request, status=503)
        try:
            return view(request, *args, **kwargs)
        finally:
            _AT_ONCE.release()

    return enter


def _is_too_fast(address: str) -> bool:
    key = f"pace:{_counted_as(address)}:{int(time.time() // 60)}"
    cache.add(key, 0, 120)
    return cache.incr(key) > MOST_A_MINUTE


def _counted_as(address: str) -> str:
    """A whole IPv6 network of one household counts as one: it can choose among its addresses."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else address


def _busy(request: HttpRequest, *, status: int) -> HttpResponse:
    answer = render(request, "people/busy.html", {"is_fast": status == 429}, status=status)
    answer["Retry-After"] = "60" if status == 429 else "10"
    return answer
