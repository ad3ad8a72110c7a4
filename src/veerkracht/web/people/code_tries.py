"""How often somebody at one address typed a wrong code. In memory of one process: it spares the machine; the length of
the codes is what guards the door.
"""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

from .addresses import client_address

_MOST_WRONG, _WINDOW = 20, 15 * 60  # wrong codes from one address in so many seconds


def note_wrong_code(request: HttpRequest) -> None:
    cache.set(_counter(request), cache.get(_counter(request), 0) + 1, _WINDOW)


def tried_too_often(request: HttpRequest) -> bool:
    return int(cache.get(_counter(request), 0)) >= _MOST_WRONG


def _counter(request: HttpRequest) -> str:
    return f"wrong_code:{client_address(request)}"
