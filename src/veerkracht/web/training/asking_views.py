"""Asking the municipality whether she may, her word on the answer, and the ways on to budget and years."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.budget.forms import DecisionWordsForm
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from . import actions, queries
from .forms import PermissionForm
from .frame import training_page, training_url


@on_case("opleiding", get="update", post="update")
def ask_permission(request: SignedInRequest, case: Case, route_id: int) -> HttpResponse:
    row = queries.route_of(case=case, route_id=route_id)
    form = PermissionForm(request.POST or None, initial={"asks": row.asks}, version=row.version)
    if request.method == "POST":
        then, said = training_url(case), _t("Gevraagd. Binnen 2 weken is er een antwoord, met de reden.")
        answer = save(
            request, form, actions.ask_permission, then=then, said=said, case=case, route_id=route_id
        )
        if answer:
            return answer
    page = training_page(request, case, form=form, title=_t("Vraag het de gemeente"), sub=row.name)
    return render(request, "training/form.html", page)


@on_case("opleiding", get="update", post="update")
def answer_decision(request: SignedInRequest, case: Case, route_id: int) -> HttpResponse:
    row = queries.route_of(case=case, route_id=route_id)
    form = DecisionWordsForm(request.POST or None, initial={"her_words": row.her_words}, version=row.version)
    if request.method == "POST":
        then, said = training_url(case), _t("Dit staat er nu bij, letter voor letter.")
        answer = save(
            request, form, actions.answer_decision, then=then, said=said, case=case, route_id=route_id
        )
        if answer:
            return answer
    title = _t("Wat vind jij ervan?") if is_hers(request.user) else _t("Wat vindt zij ervan?")
    return render(request, "training/form.html", training_page(request, case, form=form, title=title))


@on_case("opleiding", post="update")
def ask_cost(request: SignedInRequest, case: Case, route_id: int) -> HttpResponse:
    actions.ask_cost(by=request.user, case=case, route_id=route_id)
    messages.success(request, _t("De kosten zijn gevraagd uit het eigen budget. Terugnemen kan daar."))
    return redirect(reverse("budget:budget", args=[case.public_id]))


@on_case("opleiding", post="update")
def lay_beside_years(request: SignedInRequest, case: Case) -> HttpResponse:
    """The routes as paths of Later."""
    try:
        actions.lay_beside_years(by=request.user, case=case)
    except Conflict:
        messages.warning(request, _t("Dit veranderde net. Probeer het nog een keer."))
    return redirect(reverse("purse:later", args=[case.public_id]))
