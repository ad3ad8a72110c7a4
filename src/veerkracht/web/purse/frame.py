"""What every page of Geld shares: the frame with its tabs, where its parts lead, and what can be sent up."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.ui.slots import filled

from .tabs import places_of


def sends_of(request: SignedInRequest, case: Case, what: str) -> list[Any]:
    """What upper capabilities can make of it: a promise of her klantmanager."""
    return filled("send_to", account=request.user, case=case, owner="klantmanager", owner_name="", what=what)


def money_page(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    """The frame of every page of Geld: her name, the tabs, the parts of Geld beside each other."""
    back = reverse("purse:money", args=[case.public_id])
    places = places_of(case, str(request.resolver_match.url_name) if request.resolver_match else "")
    return case_page(request, case, tab="purse:money", back=back, places=places, **context)


def links_of(case: Case) -> dict[str, str]:
    """Where the parts of the page lead; the public page has its own."""
    pages = {name: reverse(f"purse:{name}", args=[case.public_id]) for name in ("hours", "keep", "schemes")}
    beginnings = {
        name: reverse(f"purse:{name}", args=[case.public_id, "x"]).removesuffix("x/")
        for name in ("row", "steps", "doubt", "part")
    }
    return pages | beginnings
