"""The whole map, and one ring of it enlarged."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.slots import filled

from .. import actions, queries
from .. import ring_guide as guide
from ..choices import about_ring
from ..domain import Ring
from ..forms import MoveForm
from ..known_people import OfferedPerson, offered_people
from ..models import Layer
from ..page import legend, shown_map, url_of
from ..suggestions import suggestions
from .frame import page_of, ring_from
from .nodes import empty_node


@on_case("systeemkaart", get="read")
def system_map(request: SignedInRequest, case: Case, layer: str) -> HttpResponse:
    page = whole_map(request, case, layer)
    has_wished = layer == Layer.NOW or queries.has_wished_map(case=case)
    return render(request, "map/map.html", {**page, "has_wished": has_wished})


@on_case("systeemkaart_naaste", post="update")
def move_node(request: SignedInRequest, case: Case, node_id: int) -> HttpResponse:
    node = queries.node_of(case=case, account=request.user, node_id=node_id)
    facts = queries.map_of(case=case, account=request.user, layer=node.layer)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.says, status=400, content_type="text/plain; charset=utf-8")
    place = form.place(facts.map, node.key)
    try:
        actions.move_node(
            by=request.user,
            case=case,
            node_id=node_id,
            seen_version=form.cleaned_data["seen_version"],
            **asdict(place),
        )
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    if request.htmx:
        return render(request, "map/_map.html", whole_map(request, case, node.layer))
    return redirect(reverse("map:node", args=[case.public_id, node_id]) + "#plek")


@on_case("systeemkaart", get="read")
def ring(request: SignedInRequest, case: Case, layer: str, ring: str) -> HttpResponse:
    chosen_ring, hers = ring_from(ring), is_hers(request.user)
    guide_of_ring = guide.ring_guide(chosen_ring.value)
    facts = queries.map_of(case=case, account=request.user, layer=layer)
    page = page_of(
        request,
        case,
        layer,
        shown=shown_map(facts, case, focus=chosen_ring),
        guide=guide.for_her(guide_of_ring) if hers else guide_of_ring,
        about=about_ring(chosen_ring) if hers else guide_of_ring.ring.what,
        suggestions=suggestions(chosen_ring),
        add_node_url=url_of(case, layer, "add_node"),
        add_between_url=url_of(case, layer, "add_between") if chosen_ring == "meso" else "",
        add_factor_url=url_of(case, layer, "add_factor", chosen_ring.value),
    )
    return render(request, "map/ring.html", page)


def whole_map(request: SignedInRequest, case: Case, layer: str) -> dict[str, Any]:
    """The whole map with everything on its page, or on the part of it that changes."""
    facts = queries.map_of(case=case, account=request.user, layer=layer)
    return page_of(
        request,
        case,
        layer,
        shown=shown_map(facts, case),
        is_empty=not facts.nodes,
        legend=legend(),
        form=empty_node(request),
        form_url=url_of(case, layer, "add_node"),
        suggestions=suggestions(),
        starters=suggestions(Ring.MICRO),
        offered=_offered(request, case, layer),
        panels=filled("map_panels", case=case, account=request.user, layer=layer),
    )


def _offered(request: SignedInRequest, case: Case, layer: str) -> list[OfferedPerson]:
    """Who may be put on the map of now with one press, by who may put somebody there."""
    if layer != Layer.NOW or not authorize(request.user, "create", "systeemkaart_naaste", case=case):
        return []
    return offered_people(case=case, account=request.user)
