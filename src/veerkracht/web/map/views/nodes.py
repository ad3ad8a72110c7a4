"""Someone or something on the map: put it there, change it, take it off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import require
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save, seen_version

from .. import actions, queries
from ..domain import Ring
from ..forms import NodeForm, initial_of
from ..known_people import person_of
from ..models import Layer, Node
from ..page import small_picture, url_of
from ..suggestions import suggestion, suggestions
from .frame import page_of, removal_page, removal_url, removing


@on_case("systeemkaart_naaste", get="create", post="create")
def add_node(request: SignedInRequest, case: Case, layer: str) -> HttpResponse:
    form, then = empty_node(request), url_of(case, layer, "map")
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.add_node,
            then=then,
            case=case,
            layer=layer,
            said=_t("Dit staat nu op de kaart."),
        )
        if answer:
            return answer
    page = page_of(request, case, layer, form=form, form_url=request.path, suggestions=suggestions())
    return render(request, "map/add.html", page)


@on_case("systeemkaart_naaste", post="create")
def add_known_person(request: SignedInRequest, case: Case) -> HttpResponse:
    """One press: somebody the facts name is put on the map, or is the one who stands there already."""
    key, node_id = request.POST.get("key", "")[:40], request.POST.get("node", "")
    if person_of(case=case, key=key) is None:
        messages.info(request, _t("Wie dit was, staat niet meer bij wat we weten. Er is niets veranderd."))
        return redirect(url_of(case, Layer.NOW, "map"))

    def act() -> None:
        if node_id.isdecimal() and len(node_id) < 12:
            actions.link_known_person(
                by=request.user,
                case=case,
                key=key,
                node_id=int(node_id),
                seen_version=seen_version(request),
            )
        else:
            actions.add_known_person(by=request.user, case=case, key=key)

    return removing(request, act, url_of(case, Layer.NOW, "map"), _t("Dit staat nu op de kaart."))


@on_case("systeemkaart_naaste", get="update", post="update")
def change_node(request: SignedInRequest, case: Case, node_id: int) -> HttpResponse:
    node = queries.node_of(case=case, account=request.user, node_id=node_id)
    initial, hers = initial_of(NodeForm, node), is_hers(request.user)
    form = NodeForm(request.POST or None, initial=initial, version=node.version, hers=hers)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.change_node,
            then=url_of(case, node.layer, "map"),
            case=case,
            node_id=node_id,
            said=_t("De kaart is aangepast."),
        )
        if answer:
            return answer
    return render(request, "map/node.html", _node_page(request, case, node, form))


@on_case("systeemkaart_naaste", get="delete", post="delete")
def remove_node(request: SignedInRequest, case: Case, node_id: int) -> HttpResponse:
    node = queries.node_of(case=case, account=request.user, node_id=node_id)
    require(request.user, "delete", "systeemkaart_naaste", case=case, obj=node)
    if request.method != "POST":
        earlier = bool(queries.snapshots_of(case=case))
        return removal_page(
            request, case, node.layer, what=node.name, seen=node.version, also_from_earlier=earlier
        )

    def remove() -> None:
        everywhere = "also_from_earlier" in request.POST
        actions.remove_node(
            by=request.user,
            case=case,
            node_id=node_id,
            seen_version=seen_version(request),
            also_from_earlier=everywhere,
        )

    return removing(request, remove, url_of(case, node.layer, "map"), _t("Dit staat niet meer op de kaart."))


def _node_page(request: SignedInRequest, case: Case, node: Node, form: NodeForm) -> dict[str, Any]:
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
        remove_url=removal_url(request, case, "systeemkaart_naaste", "map:remove_node", node.pk, row=node),
    )


def empty_node(request: SignedInRequest) -> NodeForm:
    """The form for someone new; the address may say what to begin with.

    `?wie=P5`: what the method suggests; `?ring=exo`: the ring; `?leeg=ja`: a place that is still empty;
    `?voorbeeld=ja`: a role model.
    """
    start: dict[str, Any] = {"ring": "micro", "direction": "receives", "group": "other", "tie": ""}
    start |= {"is_wish": "leeg" in request.GET, "role_model": "voorbeeld" in request.GET}
    suggested = suggestion(request.GET.get("wie", "")[:8])
    if suggested:
        start |= {
            "name": suggested.name,
            "ring": suggested.ring,
            "kind": suggested.kind,
            "group": suggested.group,
        }
    if request.GET.get("ring") in list(Ring):
        start["ring"] = request.GET["ring"]
    return NodeForm(request.POST or None, initial=start, hers=is_hers(request.user))
