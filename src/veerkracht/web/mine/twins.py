"""The older pages that have a twin among hers: whoever is guided herself is led on to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from veerkracht.web.people.doors import own_case
from veerkracht.web.people.models import Account
from veerkracht.web.people.pages import is_hers

TWINS = {
    "people:case": "mine:about",
    "people:history": "mine:changes",
    "people:who_looked": "mine:looked",
    "guide:talks": "mine:talks",
}


class HerOwn:
    """An older page of her own case leads to its twin. What she sends goes where it was sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, given: dict[str, Any]
    ) -> HttpResponse | None:
        account, match = request.user, request.resolver_match
        twin = TWINS.get(match.view_name) if match else None
        if twin is None or request.method not in ("GET", "HEAD"):
            return None
        if not isinstance(account, Account) or not is_hers(account):
            return None
        return redirect(twin) if own_case(account).public_id == given.get("public_id") else None
