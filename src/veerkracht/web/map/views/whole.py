"""The whole map, and one ring of it enlarged."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.models import Conflict

from .. import actions, guide, queries
from ..choices import about_ring
from ..domain import Ring
from ..forms import MoveForm
from ..models import Layer
from ..showing import legend, shown_map, url_of
from ..suggestions import suggestions
from .frame import page_of, ring_from
from .nodes import empty_node


@on_case("systeemkaart", get="read")
def system_map(request: HttpRequest, case: Case, layer: str) -> HttpResponse:
    page = whole_map(request, case, layer)
    has_wished = layer == Layer.NOW or queries.has_wished_map(case=case)
    return render(request, "map/map.html", {**page, "has_wished": has_wished})


@on_case("systeemkaart_naaste", post="update")
def move_node(request: HttpRequest, case: Case, node_id: int) -> HttpResponse:
    node = queries.node_of(case=case, account=request.user, node_id=node_id)
    facts = queries.map_of(case=case, account=request.user, layer=node.layer)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.says, status=400, content_type="text/plain; charset=utf-8")
    place = form.place(facts.map, node.key)
    try:
        seen = {"case": case, "node_id": node_id, "seen_version": form.cleaned_data["seen_version"]}
        actions.move_node(by=request.user, **seen, **asdict(place))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    if request.htmx:
        return render(request, "map/_map.html", whole_map(request, case, node.layer))
    return redirect(reverse("map:node", args=[case.public_id, node_id]) + "#plek")


@on_case("systeemkaart", get="read")
def ring(request: HttpRequest, case: Case, layer: str, ring: str) -> HttpResponse:
    found, hers = ring_from(ring), is_hers(request.user)
    one = guide.ring_guide(found.value)
    facts = queries.map_of(case=case, account=request.user, layer=layer)
    page = page_of(
        request,
        case,
        layer,
        shown=shown_map(facts, case, focus=found),
        guide=guide.for_her(one) if hers else one,
        about=about_ring(found) if hers else one.ring.what,
        suggestions=suggestions(found),
        add_node_url=url_of(case, layer, "add_node"),
        add_between_url=url_of(case, layer, "add_between") if found == "meso" else "",
        add_factor_url=url_of(case, layer, "add_factor", found.value),
    )
    return render(request, "map/ring.html", page)


def whole_map(request: HttpRequest, case: Case, layer: str) -> dict[str, Any]:
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
    )
