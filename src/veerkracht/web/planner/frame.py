"""The frame of every page of the week, with the row of links between them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.ui.slots import Link

PAGES = (
    ("week", _("De week"), "calendar-week", "weekplan"),
    ("offers", _("Past dit werk?"), "briefcase", "weekplan"),
    ("plan_b", _("Plan B"), "phone", "weekplan"),
    ("year", _("Het jaar"), "calendar", "weekplan"),
    ("care", _("Opvang en betaling"), "home-heart", "opvang_bij_scholing_check"),
    ("sheet", _("Blad voor werkgever"), "file-text", "werktijdprofiel"),
)


def week_page(request: SignedInRequest, case: Case, current: str, **context: Any) -> dict[str, Any]:
    """The frame of a page of the week; `current` is its name in the row of links."""
    links = [
        Link(str(label), url_of(case, name), icon, name == current)
        for name, label, icon, kind in PAGES
        if authorize(request.user, "read", kind, case=case)
    ]
    back = url_of(case, current)
    return case_page(
        request, case, tab="planner:week", **{"week_links": links, "back": back, "modes": [], **context}
    )


def url_of(case: Case, name: str, *more: str) -> str:
    return reverse(f"planner:{name}", args=[case.public_id, *more])
