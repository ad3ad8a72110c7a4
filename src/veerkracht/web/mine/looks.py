"""How she reads her pages: in which language, and how large. Kept with her account, nothing of it in the browser."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from veerkracht.web.people.models import Account
from veerkracht.web.people.pages import is_hers

from .models import Looks

DUTCH = "nl"


def looks_of(account: Account) -> Looks:
    """Her choice, or Dutch in ordinary letters."""
    return Looks.objects.filter(account=account).first() or Looks(account=account)


def is_unchecked(language: str) -> bool:
    """Whether the page must say that no translator looked at it: until the municipality ticks the language off."""
    return language != DUTCH and language not in settings.CHECKED_LANGUAGES


class InHerLanguage:
    """Her own pages in the language she chose; every other page stays Dutch."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        account = request.user
        if not request.path.startswith(reverse("mine:start")):
            return self.get_response(request)
        if not isinstance(account, Account) or not is_hers(account):
            return self.get_response(request)
        with translation.override(looks_of(account).language):
            return self.get_response(request)
