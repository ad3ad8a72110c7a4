"""Sums about money in the plan: put in by one click on the money pages, taken out here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.actions import AlreadyDone

from .. import actions, queries
from .frame import page_of, plan_url, short


@on_case("trajectplan_concept", post="update")
def add_sum(request: SignedInRequest, case: Case, kept_id: int) -> HttpResponse:
    try:
        actions.add_sum(by=request.user, case=case, kept_id=kept_id)
        messages.success(request, _t("De som staat in het plan."))
    except AlreadyDone:
        messages.info(request, _t("Deze som staat al in het plan."))
    return redirect(f"{plan_url(case)}#sommen")


@on_case("trajectplan_concept", get="update", post="update")
def remove_sum(request: SignedInRequest, case: Case, sum_id: int) -> HttpResponse:
    if request.method == "POST":
        return short(request, case, actions.remove_sum, sum_id=sum_id)
    row = queries.sum_of(case=case, sum_id=sum_id)
    return render(
        request,
        "plan/remove.html",
        page_of(
            request,
            case,
            title=_t("Deze som uit het plan halen"),
            what=row.label,
            version=row.version,
            explain=_t("Bij geld blijft de som bewaard, en in eerder vastgestelde versies blijft hij staan."),
        ),
    )
