"""The contact between two others."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save, seen_version

from .. import actions, queries
from ..domain import Ring
from ..forms import BetweenForm, initial_of
from ..models import Between
from ..page import url_of
from .frame import page_of, removal_page, removal_url, removing, signal_buttons


def _form(request: SignedInRequest, case: Case, layer: str, **options: Any) -> BetweenForm:
    nodes = queries.nodes_of(case=case, account=request.user, layer=layer)
    return BetweenForm(request.POST or None, nodes=nodes, hers=is_hers(request.user), **options)


def _meso(case: Case, layer: str) -> str:
    return url_of(case, layer, "ring", Ring.MESO.value)


@on_case("systeemkaart", get="create", post="create")
def add_between(request: SignedInRequest, case: Case, layer: str) -> HttpResponse:
    form = _form(request, case, layer)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.add_between,
            then=_meso(case, layer),
            case=case,
            layer=layer,
            said=_t("Dit contact staat nu op de kaart."),
        )
        if answer:
            return answer
    page = page_of(request, case, layer, form=form, title=_t("Contact tussen twee anderen"), remove_url="")
    return render(request, "map/form.html", {**page, "back": _meso(case, layer)})


@on_case("systeemkaart", get="update", post="update")
def change_between(request: SignedInRequest, case: Case, between_id: int) -> HttpResponse:
    between = queries.between_of(case=case, account=request.user, between_id=between_id)
    form = _form(
        request, case, between.layer, initial=initial_of(BetweenForm, between), version=between.version
    )
    back = _meso(case, between.layer)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.change_between,
            then=back,
            case=case,
            between_id=between_id,
            said=_t("De kaart is aangepast."),
        )
        if answer:
            return answer
    remove_url = removal_url(request, case, "systeemkaart", "map:remove_between", between.pk)
    page = page_of(request, case, between.layer, form=form, title=_title(between), remove_url=remove_url)
    sends = signal_buttons(request, case, what=between.lost or _title(between), ring=Ring.MESO.value)
    return render(request, "map/form.html", {**page, "back": back, "sends": sends})


@on_case("systeemkaart", get="delete", post="delete")
def remove_between(request: SignedInRequest, case: Case, between_id: int) -> HttpResponse:
    between = queries.between_of(case=case, account=request.user, between_id=between_id)
    if request.method != "POST":
        return removal_page(request, case, between.layer, what=_title(between), seen=between.version)

    def remove() -> None:
        actions.remove_between(
            by=request.user, case=case, between_id=between_id, seen_version=seen_version(request)
        )

    return removing(
        request, remove, _meso(case, between.layer), _t("Dit contact staat niet meer op de kaart.")
    )


def _title(between: Between) -> str:
    return _t("%(first)s en %(second)s") % {"first": between.first.name, "second": between.second.name}
