"""What the pages of the map share: the frame around them, and saving and removing one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.models import Conflict

from ..domain import Ring
from ..showing import url_of


def page_of(request: HttpRequest, case: Case, layer: str, **context: Any) -> dict[str, Any]:
    """What every page of the map has: its layer, and the way back to the whole."""
    back = url_of(case, layer, "map")
    return case_page(request, case, tab="map:map", **{"back": back, "layer": layer, **context})


def removal_url(request: HttpRequest, case: Case, kind: str, name: str, pk: int) -> str:
    """Where this reader can take it off the map; empty for who may not."""
    if not authorize(request.user, "delete", kind, case=case):
        return ""
    return reverse(name, args=[case.public_id, pk])


def removing(request: HttpRequest, act: Callable[[], Any], back: str, said: str) -> HttpResponse:
    """A button without a form: nothing was typed, so a conflict only needs the fresh page and a sentence."""
    try:
        act()
        messages.success(request, said)
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Kijk eerst hoe het er nu staat."))
    return redirect(back)


def removal_page(request: HttpRequest, case: Case, layer: str, **context: Any) -> HttpResponse:
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
