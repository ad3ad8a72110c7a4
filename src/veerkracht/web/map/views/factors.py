"""What hinders and what opens, ring by ring."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.ui.slots import filled

from .. import actions, queries
from ..domain import Ring
from ..forms import FactorForm, initial_of
from ..models import Factor
from ..page import url_of
from .frame import page_of, removal_page, removal_url, removing, ring_from, signal_buttons


def _form(request: SignedInRequest, case: Case, layer: str, ring: Ring, **options: Any) -> FactorForm:
    nodes = queries.nodes_of(case=case, account=request.user, layer=layer)
    return FactorForm(request.POST or None, ring=ring, nodes=nodes, hers=is_hers(request.user), **options)


def _title(ring: Ring) -> str:
    titles = {
        Ring.MICRO: _t("Dichtbij: wat houdt tegen, wat opent?"),
        Ring.MESO: _t("Contact onderling: wat houdt tegen, wat opent?"),
        Ring.EXO: _t("Organisaties en regels: wat houdt tegen, wat opent?"),
        Ring.MACRO: _t("Samenleving: wat houdt tegen, wat opent?"),
    }
    return titles[ring]


@on_case("belemmering_kans", get="create", post="create")
def add_factor(request: SignedInRequest, case: Case, layer: str, ring: str) -> HttpResponse:
    chosen_ring, back = ring_from(ring), url_of(case, layer, "ring", ring)
    start = {"said_by": "mother", "seed": request.GET.get("uit", "")[:8], "owner": ""}
    form = _form(request, case, layer, chosen_ring, initial=start)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.add_factor,
            then=back,
            case=case,
            layer=layer,
            ring=chosen_ring.value,
            said=_t("Dit staat nu op de kaart."),
        )
        if answer:
            return answer
    page = page_of(request, case, layer, form=form, title=_title(chosen_ring), remove_url="")
    return render(request, "map/form.html", {**page, "back": back})


@on_case("belemmering_kans", get="update", post="update")
def change_factor(request: SignedInRequest, case: Case, factor_id: int) -> HttpResponse:
    factor = queries.factor_of(case=case, account=request.user, factor_id=factor_id)
    back, ring = url_of(case, factor.layer, "ring", factor.ring), Ring(factor.ring)
    initial = initial_of(FactorForm, factor)
    form = _form(request, case, factor.layer, ring, initial=initial, version=factor.version)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.change_factor,
            then=back,
            case=case,
            factor_id=factor_id,
            said=_t("De kaart is aangepast."),
        )
        if answer:
            return answer
    remove_url = removal_url(request, case, "belemmering_kans", "map:remove_factor", factor.pk)
    page = page_of(request, case, factor.layer, form=form, title=_title(ring), remove_url=remove_url)
    sends = signal_buttons(
        request, case, what=factor.text, helps=factor.wish, ring=factor.ring, seed=factor.seed
    )
    ways = filled("factor_ways", account=request.user, case=case, factor_id=factor.pk)
    return render(request, "map/form.html", {**page, "back": back, "sends": sends, "ways": ways})


@on_case("belemmering_kans", get="delete", post="delete")
def remove_factor(request: SignedInRequest, case: Case, factor_id: int) -> HttpResponse:
    factor: Factor = queries.factor_of(case=case, account=request.user, factor_id=factor_id)
    if request.method != "POST":
        return removal_page(request, case, factor.layer, what=factor.text, seen=factor.version)

    def remove() -> None:
        actions.remove_factor(
            by=request.user, case=case, factor_id=factor_id, seen_version=seen_version(request)
        )

    back = url_of(case, factor.layer, "ring", factor.ring)
    return removing(request, remove, back, _t("Dit staat niet meer op de kaart."))
