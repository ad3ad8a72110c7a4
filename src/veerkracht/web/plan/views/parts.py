"""Activities in a group, the weighing of care and work, and the texts of the law."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..domain import laws_for
from ..forms import ActivityForm, LawsForm, WeighingForm
from ..page import ages_of
from .frame import edit, page_of, plan_now, plan_url, short


@on_case("trajectplan_concept", get="update", post="update")
def add_activity(request: SignedInRequest, case: Case) -> HttpResponse:
    form = ActivityForm(request.POST or None)
    message = _t("De activiteit staat erin.")
    return edit(request, case, form, actions.add_activity, title=_t("Iets samen met anderen"), said=message)


@on_case("trajectplan_concept", get="update", post="update")
def change_activity(request: SignedInRequest, case: Case, activity_id: int) -> HttpResponse:
    row = queries.activity_of(case=case, activity_id=activity_id)
    initial = {"what": row.what, "when": row.when, "where": row.where}
    form = ActivityForm(request.POST or None, initial=initial, version=row.version)
    return edit(
        request,
        case,
        form,
        actions.change_activity,
        title=_t("Activiteit veranderen"),
        said=_t("De activiteit is veranderd."),
        given={"activity_id": activity_id},
        remove_url=reverse("plan:remove_activity", args=[case.public_id, activity_id]),
    )


@on_case("trajectplan_concept", get="update", post="update")
def remove_activity(request: SignedInRequest, case: Case, activity_id: int) -> HttpResponse:
    if request.method == "POST":
        return short(request, case, actions.remove_activity, activity_id=activity_id)
    row = queries.activity_of(case=case, activity_id=activity_id)
    return render(
        request,
        "plan/remove.html",
        page_of(
            request,
            case,
            title=_t("Deze activiteit weghalen"),
            what=row.what,
            version=row.version,
            explain=_t("De activiteit verdwijnt uit het plan."),
        ),
    )


@on_case("gemeentedeel_plan", get="update", post="update")
def weigh(request: SignedInRequest, case: Case) -> HttpResponse:
    row = queries.weighing_of(case=case)
    initial = {name: getattr(row, name) for name in WeighingForm.base_fields if hasattr(row, name)}
    version = row.version if row else None
    form = WeighingForm(request.POST or None, initial=initial, version=version)
    message = _t("De weging staat in het plan.")
    return edit(request, case, form, actions.weigh, title=_t("Zorg en werk wegen"), said=message)


@on_case("gemeentedeel_plan", get="update", post="update")
def choose_laws(request: SignedInRequest, case: Case) -> HttpResponse:
    plan = plan_now(case)
    laws = laws_for(ages_of(case, timezone.localdate()))
    chosen = [law.id for law in plan.text.laws]
    form = LawsForm(request.POST or None, initial={"laws": chosen}, laws=laws)
    if request.method == "POST" and form.is_valid():
        return _chosen(request, case, form.cleaned_data["laws"])
    return render(
        request, "plan/laws.html", page_of(request, case, form=form, laws=laws, version=plan.version)
    )


def _chosen(request: SignedInRequest, case: Case, laws: list[str]) -> HttpResponse:
    try:
        actions.choose_laws(by=request.user, case=case, laws=laws, seen_version=seen_version(request))
        messages.success(request, _t("De keuze is opgeslagen."))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde het plan net. Kijk nog een keer."))
    return redirect(plan_url(case))
