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
    if account.role == AccountRole.KLANTMANAGER:
        return [
            _link(request, _t("Vandaag"), "today:today", "sun"),
            _link(request, _t("Mijn mensen"), "people:case_list", "users"),
        ]
    if account.role == AccountRole.TEAMLEIDER:
        return [_link(request, _t("Het team"), "people:team", "users-group")]
    if account.role == AccountRole.FUNC_BEHEER:
        return [_link(request, _t("Accounts"), "people:accounts", "user-plus")]
    return []


def _link(request: HttpRequest, label: str, name: str, icon: str) -> Link:
    url = reverse(name)
    return Link(label, url, icon, request.path.startswith(url))
