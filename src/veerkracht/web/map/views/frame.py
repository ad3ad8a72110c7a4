"""What the pages of the map share: the frame around them, and saving and removing one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.slots import filled

from ..domain import Ring
from ..models import Node
from ..page import url_of


def page_of(request: SignedInRequest, case: Case, layer: str, **context: Any) -> dict[str, Any]:
    """What every page of the map has: its layer, and the way back to the whole."""
    back = url_of(case, layer, "map")
    return case_page(
        request, case, tab="map:map", **{"back": back, "layer": layer, "sends": (), "ways": (), **context}
    )


def signal_buttons(request: SignedInRequest, case: Case, *, what: str, **known: str) -> list[Any]:
    """What an upper capability makes of it: a signal to who can change it."""
    return filled("send_signal", account=request.user, case=case, what=what, **known)


def removal_url(
    request: SignedInRequest, case: Case, kind: str, name: str, pk: int, *, row: Node | None = None
) -> str:
    """Where this reader can take it off the map; empty for who may not."""
    if not authorize(request.user, "delete", kind, case=case, obj=row):
        return ""
    return reverse(name, args=[case.public_id, pk])


def removing(request: SignedInRequest, act: Callable[[], Any], back: str, message: str) -> HttpResponse:
    """A button without a form: nothing was typed, so a conflict only needs the fresh page and a sentence."""
    try:
        act()
        messages.success(request, message)
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Kijk eerst hoe het er nu staat."))
    return redirect(back)


def removal_page(request: SignedInRequest, case: Case, layer: str, **context: Any) -> HttpResponse:
    return render(
        request, "map/remove.html", page_of(request, case, layer, **{"also_from_earlier": False, **context})
    )


def ring_from(text: str) -> Ring:
    """The ring of an address.

    Raises:
        Http404: there is no such ring.
    """
    try:
        return Ring(text)
    except ValueError:
        raise Http404 from None
