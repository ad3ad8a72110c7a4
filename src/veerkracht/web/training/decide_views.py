"""The team lead's yes, part or no on a training: a page that leads nowhere into the case."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.record.editing import save

from . import actions
from .forms import RouteDecisionForm
from .queries import AskedRoute, asked_route


@signed_in("teamleiderbesluit", get="read", post="approve")
def decide_route(request: SignedInRequest, route_id: int) -> HttpResponse:
    asked, back = _looked_at(request, route_id), reverse("people:waiting_for_you")
    form = RouteDecisionForm(request.POST or None, version=asked.route.version)
    if request.method == "POST":
        said = _t("Uw besluit staat erin, met de reden. Zij en haar klantmanager lezen het.")
        answer = save(request, form, actions.decide_route, then=back, said=said, route_id=route_id)
        if answer:
            return answer
    return render(request, "training/decide.html", {"asked": asked, "form": form, "back": back})


def _looked_at(request: SignedInRequest, route_id: int) -> AskedRoute:
    """One route, and a line in the log of who looked at her."""
    asked = asked_route(account=request.user, route_id=route_id, day=timezone.localdate())
    request.looked_at = (asked.route.case_id, "teamleiderbesluit", request.user.role)  # type: ignore[attr-defined]
    return asked
