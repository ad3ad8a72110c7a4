"""The page "Wat we weten", and the answer to which of two statements is right."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from . import actions
from .page import facts_page


@on_case("huishouden_kinderen", get="read")
def facts(request: SignedInRequest, case: Case) -> HttpResponse:
    page = facts_page(case=case, account=request.user, day=timezone.localdate())
    return render(request, "facts/facts.html", case_page(request, case, tab="facts:facts", page=page))


@on_case("weekplan", post="update")
def settle(request: SignedInRequest, case: Case) -> HttpResponse:
    right = "money" if request.POST.get("right") == "money" else "week"
    try:
        actions.settle(
            by=request.user,
            case=case,
            path=request.POST.get("path", "")[:120],
            right=right,
            seen_version=seen_version(request),
        )
        messages.success(request, _t("Opgeslagen. Geld en Week zeggen nu hetzelfde."))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde net iets. Kijk eerst hoe het er nu staat."))
    return redirect("facts:facts", case.public_id)
