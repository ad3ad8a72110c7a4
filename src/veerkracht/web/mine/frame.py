"""What every page of hers has: the bar, whom she can ring, and where the log-in leads when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.people.quick_exit import neutral_address
from veerkracht.web.ui.slots import filled

from .cover import has_cover_word
from .looks import is_unchecked, looks_of
from .models import Looks
from .private_code import shut_place
from .queries import call_of

PLACES = (
    ("start", _("Start"), "home"),
    ("plan", _("Plan"), "checklist"),
    ("money", _("Geld"), "wallet"),
    ("week", _("Week"), "calendar-week"),
)


# Beside the slim sheet: what draws the money, week, plan or map of the page she is on.
SHEET_NAMES = ("purse", "planner", "plan", "map", "chain", "guide", "signals", "facts")
SHEETS = {name: f"built/her-{name}.css" for name in SHEET_NAMES}
PLACE_OF = {"plan": "plan", "purse": "money", "planner": "week"}


@dataclass(frozen=True, kw_only=True)
class BarEntry:
    """One entry of her bar."""

    label: str
    url: str
    icon: str
    current: bool


class HerFrame:
    """What stands around each page of hers: asked for by `ui/mine.html` alone, so nothing is looked up before."""

    def __init__(self, request: HttpRequest) -> None:
        self._account = getattr(request, "user", None)
        match = getattr(request, "resolver_match", None)
        self._app = match.app_name if match else ""
        self._here = match.url_name if match and self._app == "mine" else PLACE_OF.get(self._app, "")

    @property
    def sheet(self) -> str:
        return SHEETS.get(self._app, "")

    @property
    def places(self) -> list[BarEntry]:
        return [
            BarEntry(label=str(label), url=reverse(f"mine:{name}"), icon=icon, current=name == self._here)
            for name, label, icon in PLACES
        ]

    @cached_property
    def looks(self) -> Looks | None:
        return looks_of(self._account) if isinstance(self._account, Account) else None

    @property
    def letters(self) -> str:
        return self.looks.letters if self.looks else ""

    @property
    def is_unchecked(self) -> bool:
        """Only a page that is in her language says so: the older ones are Dutch."""
        return (
            self.looks is not None
            and get_language() == self.looks.language
            and is_unchecked(self.looks.language)
        )

    @property
    def has_cover_word(self) -> bool:
        return isinstance(self._account, Account) and has_cover_word(self._account)

    more = reverse_lazy("mine:more")
    cover = reverse_lazy("mine:cover")
    leave = reverse_lazy("people:leave")
    log_in = reverse_lazy("people:log_in")
    still_here = reverse_lazy("people:still_here")

    @property
    def neutral_address(self) -> str:
        return neutral_address()


def her_page(request: SignedInRequest, case: Case, current: str, **context: Any) -> dict[str, Any]:
    """The context of one of her pages; `current` is "notes" for her private part.

    Whoever goes on to another page has shut the private part behind her.
    """
    if current != "notes":
        shut_place(request)
    day = timezone.localdate()
    return {
        "case": case,
        "today": day,
        "call": call_of(case=case, day=day),
        "klantmanager": klantmanager_of(case=case, day=day),
        "rows_of_others": filled("her_rows", case=case),
        **context,
    }
