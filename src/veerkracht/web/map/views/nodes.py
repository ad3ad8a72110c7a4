"""Someone or something on the map: put it there, change it, take it off."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save, seen_version

from .. import actions, queries
from ..domain import Ring
from ..forms import NodeForm, initial_of
from ..models import Node
from ..showing import small_picture, url_of
from ..suggestions import suggestion, suggestions
from .frame import page_of, removal_page, removal_url, removing


@on_case("systeemkaart_naaste", get="create", post="create")
def add_node(request: HttpRequest, case: Case, layer: str) -> HttpResponse:
    form, then = empty_node(request), url_of(case, layer, "map")
    if request.method == "POST":
        given = {"case": case, "layer": layer, "said": _t("Dit staat nu op de kaart.")}
        answer = save(request, form, actions.add_node, then=then, **given)
        if answer:
            return answer
    page = page_of(request, case, layer, form=form, form_url=request.path, suggestions=suggestions())
    return render(request, "map/add.html", page)


@on_case("systeemkaart_naaste", get="update", post="update")
def change_node(request: HttpRequest, case: Case, node_id: int) -> HttpResponse:
    node = queries.node_of(case=case, account=request.user, node_id=node_id)
    initial, hers = initial_of(NodeForm, node), is_hers(request.user)
    form = NodeForm(request.POST or None, initial=initial, version=node.version, hers=hers)
    if request.method == "POST":
        given = {"case": case, "node_id": node_id, "said": _t("De kaart is aangepast.")}
        answer = save(request, form, actions.change_node, then=url_of(case, node.layer, "map"), **given)
        if answer:
            return answer
    return render(request, "map/node.html", _node_page(request, case, node, form))


@on_case("systeemkaart_naaste", get="delete", post="delete")
def remove_node(request: HttpRequest, case: Case, node_id: int) -> HttpResponse:
    node = queries.node_of(case=case, account=request.user, node_id=node_id)
    if request.method != "POST":
        earlier = bool(queries.snapshots_of(case=case))
        return removal_page(
            request, case, node.layer, what=node.name, seen=node.version, also_from_earlier=earlier
        )

    def remove() -> None:
        given: dict[str, Any] = {"by": request.user, "case": case, "node_id": node_id}
        everywhere = "also_from_earlier" in request.POST
        actions.remove_node(**given, seen_version=seen_version(request), also_from_earlier=everywhere)

    return removing(request, remove, url_of(case, node.layer, "map"), _t("Dit staat niet meer op de kaart."))


def _node_page(request: HttpRequest, case: Case, node: Node, form: NodeForm) -> dict[str, Any]:
    """The form beside the map, with the node marked on it."""
    facts = queries.map_of(case=case, account=request.user, layer=node.layer)
    return page_of(
        request,
        case,
        node.layer,
        form=form,
        title=node.name,
        node=node,
        picture=small_picture(facts.map, node.key),
        remove_url=removal_url(request, case, "systeemkaart_naaste", "map:remove_node", node.pk),
    )


def empty_node(request: HttpRequest) -> NodeForm:
    """The form for someone new; the address may say what to begin with.

    `?wie=P5`: what the method suggests; `?ring=exo`: the ring; `?leeg=ja`: a place that is still empty;
    `?voorbeeld=ja`: a role model.
    """
    start: dict[str, Any] = {"ring": "micro", "direction": "receives", "group": "other", "tie": ""}
    start |= {"is_wish": "leeg" in request.GET, "role_model": "voorbeeld" in request.GET}
    one = suggestion(request.GET.get("wie", "")[:8])
    if one:
        start |= {"name": one.name, "ring": one.ring, "kind": one.kind, "group": one.group}
    if request.GET.get("ring") in list(Ring):
        start["ring"] = request.GET["ring"]
    return NodeForm(request.POST or None, initial=start, hers=is_hers(request.user))
