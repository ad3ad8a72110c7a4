"""What every page knows: who is logged in, where, the navigation, and when the log-in runs out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.middleware import limits
from veerkracht.web.people.models import Account, AccountRole
from veerkracht.web.ui.slots import Link


def page(request: HttpRequest) -> dict[str, Any]:
    account = getattr(request, "user", None)
    known = isinstance(account, Account)
    return {
        "account": account if known else None,
        "municipality": account.municipality if known else None,
        "navigation": navigation(request, account) if known else [],
        "idle_seconds": int(limits(account)[0]) if known else 0,
        "demo": settings.DEMO,
    }


def navigation(request: HttpRequest, account: Account) -> list[Link]:
    """Few entries, and only what this person has something to do with."""
    entries = [(label, reverse(name), icon) for label, name, icon in _entries(account.role)]
    here = max((url for _, url, _ in entries if request.path.startswith(url)), key=len, default="")
    return [Link(label, url, icon, url == here) for label, url, icon in entries]


def _entries(role: str) -> list[tuple[str, str, str]]:
    """Label, url name and icon of the main navigation."""
    if role == AccountRole.KLANTMANAGER:
        return [
            (_t("Vandaag"), "today:today", "sun"),
            (_t("Mijn mensen"), "people:case_list", "users"),
            (_t("Gespreks\u00adkaarten"), "guide:cards", "messages"),  # breaks there on a phone
            (_t("Mijn spiegel"), "guide:mirror", "lock"),
        ]
    if role == AccountRole.TEAMLEIDER:
        return [
            (_t("Het team"), "people:team", "users-group"),
            (_t("Werd zij gehoord?"), "guide:team_heard", "message-circle"),
        ]
    if role == AccountRole.FUNC_BEHEER:
        return [(_t("Accounts"), "people:accounts", "user-plus")]
    return []
