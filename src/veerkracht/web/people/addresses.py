"""Where a request came from."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Behind a proxy of ours the last address it added, which nobody else can write; otherwise who is connected.

    A request without an address of its own is not the proxy's: what it says of itself is not believed.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    passed_on = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rsplit(",", 1)[-1].strip()
    if not (settings.BEHIND_PROXY and address in _addresses_of_proxies() and _is_address(passed_on)):
        return address
    return passed_on


def _addresses_of_proxies() -> set[str]:
    return {address.strip() for address in settings.PROXY_ADDRESSES.split(",")} - {""}


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
