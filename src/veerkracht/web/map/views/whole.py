"""The whole map, and one ring of it enlarged."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case

from .. import guide, queries
from ..showing import legend, shown_map, url_of
from ..suggestions import suggestions
from .frame import page_of, ring_from
from .nodes import empty_node


@on_case("systeemkaart", get="read")
def system_map(request: HttpRequest, case: Case, layer: str) -> HttpResponse:
    facts = queries.map_of(case=case, account=request.user, layer=layer)
    page = page_of(
        request,
        case,
        layer,
        shown=shown_map(facts, case),
        is_empty=not facts.nodes,
        legend=legend(),
        form=empty_node(request),
        form_url=url_of(case, layer, "add_node"),
        suggestions=suggestions(),
        snapshots=queries.snapshots_of(case=case),
        has_wished=queries.has_wished_map(case=case),
    )
    return render(request, "map/map.html", page)


@on_case("systeemkaart", get="read")
def ring(request: HttpRequest, case: Case, layer: str, ring: str) -> HttpResponse:
    found = ring_from(ring)
    facts = queries.map_of(case=case, account=request.user, layer=layer)
    page = page_of(
        request,
        case,
        layer,
        shown=shown_map(facts, case, focus=found),
        guide=guide.ring_guide(found.value),
        suggestions=suggestions(found),
        add_node_url=url_of(case, layer, "add_node"),
        add_between_url=url_of(case, layer, "add_between") if found == "meso" else "",
        add_factor_url=url_of(case, layer, "add_factor", found.value),
    )
    return render(request, "map/ring.html", page)
