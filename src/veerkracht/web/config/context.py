"""What every page knows: who is logged in, where, the navigation, and when the log-in runs out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _t

from veerkracht.web.mine.frame import HerFrame
from veerkracht.web.people.middleware import limits
from veerkracht.web.people.models import Account, AccountRole
from veerkracht.web.ui.house_style.folder import style_of
from veerkracht.web.ui.slots import Link


def page(request: HttpRequest) -> dict[str, Any]:
    account = getattr(request, "user", None)
    known = account if isinstance(account, Account) else None
    house = style_of(known.municipality.slug if known else "")
    return {
        "account": known,
        "municipality": (house.name or known.municipality) if known else None,
        "house": house,
        "navigation": navigation(request, known) if known else [],
        "idle_seconds": int(limits(known)[0]) if known else 0,
        "unsaved_text_url": reverse("people:unsaved_text") if known else "",
        "demo": settings.DEMO,
        # Whoever is not known to be staff may be her: `je`, her own style, a neutral title.
        "is_staff": bool(known and known.is_staff_member),
        "door": "ui/public.html" if known and known.is_staff_member else "ui/door.html",
        "shell": SHELL,
        "her": HerFrame(request),
    }


@dataclass(frozen=True, kw_only=True)
class Shell:
    """Where the buttons around a page lead: `ui` draws them and knows no capability above it."""

    search: StrOrPromise
    still_here: StrOrPromise
    own_account: StrOrPromise
    log_out: StrOrPromise
    tour: StrOrPromise


SHELL = Shell(
    search=reverse_lazy("people:case_list"),
    still_here=reverse_lazy("people:still_here"),
    own_account=reverse_lazy("people:own_account"),
    log_out=reverse_lazy("people:log_out"),
    tour=reverse_lazy("tour"),
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


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
            (_t("Wacht op u"), "people:waiting_for_you", "bell"),
            (_t("Gespreks\u00adkaarten"), "guide:cards", "messages"),  # breaks there on a phone
            (_t("Mijn spiegel"), "guide:mirror", "lock"),
        ]
    if role == AccountRole.TEAMLEIDER:
        return [
            (_t("Wacht op u"), "people:waiting_for_you", "bell"),
            (_t("Het team"), "people:team", "users-group"),
            (_t("Werd zij gehoord?"), "guide:team_heard", "message-circle"),
            (_t("Verzoeken"), "privacy:request_list", "file-text"),
            (_t("Signalen"), "signals:topics", "speakerphone"),
        ]
    if role == AccountRole.BELEID:
        return [
            (_t("Signalen"), "signals:topics", "speakerphone"),
            (_t("Wacht op u"), "people:waiting_for_you", "bell"),
            (_t("Cijfers"), "policy:figures", "layout-dashboard"),
            (_t("Zelfscan"), "policy:scan", "checklist"),
            (_t("Aanbod"), "offers:catalogue", "list-check"),
            (_t("Onderzoek"), "policy:evidence", "book"),
            (_t("Wat als"), "reforms:choose", "scale"),
        ]
    if role == AccountRole.FUNC_BEHEER:
        return [
            (_t("Accounts"), "people:accounts", "user-plus"),
            (_t("Wacht op u"), "people:waiting_for_you", "bell"),
            (_t("Aanbod"), "offers:catalogue", "list-check"),
            (_t("Regelingen"), "purse:own_schemes", "coin-euro"),
            (_t("Bewaren"), "privacy:terms", "clock"),
            (_t("Zaaksysteem"), "archive:deliveries", "file-text"),
        ]
    if role == AccountRole.FG:
        return [
            (_t("Verzoeken"), "privacy:request_list", "file-text"),
            (_t("Wacht op u"), "people:waiting_for_you", "bell"),
            (_t("Leeslog"), "privacy:reading_log", "eye"),
            (_t("Bewaren"), "privacy:terms", "clock"),
        ]
    if role in (AccountRole.KETEN, AccountRole.WERKGEVER):
        return [(_t("Met u gedeeld"), "chain:shared_with_me", "users")]
    return []
