"""Goals with her own ladder, and where she says she is."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..forms import GoalForm, PlaceForm
from ..queries.current import goal_facts
from .frame import edit, page_of, plan_url, short


@on_case("doelschaal_gas", get="create", post="create")
def add_goal(request: SignedInRequest, case: Case) -> HttpResponse:
    form = GoalForm(request.POST or None, hers=is_hers(request.user))
    message = _t("Het doel staat erin.")
    return edit(request, case, form, actions.add_goal, title=_t("Een doel erbij"), said=message)


@on_case("doelschaal_gas", get="update", post="update")
def change_goal(request: SignedInRequest, case: Case, goal_id: int) -> HttpResponse:
    goal = queries.goal_of(case=case, goal_id=goal_id)
    initial = {name: getattr(goal, name) for name in GoalForm.base_fields if hasattr(goal, name)}
    form = GoalForm(request.POST or None, initial=initial, version=goal.version, hers=is_hers(request.user))
    remove_url = reverse("plan:remove_goal", args=[case.public_id, goal_id])
    return edit(
        request,
        case,
        form,
        actions.change_goal,
        given={"goal_id": goal_id},
        title=_t("Doel veranderen"),
        said=_t("Het doel is opgeslagen."),
        remove_url=remove_url,
    )


@on_case("doelschaal_gas", get="update", post="update")
def say_where(request: SignedInRequest, case: Case, goal_id: int) -> HttpResponse:
    goal = goal_facts(queries.goal_of(case=case, goal_id=goal_id))
    place = {"place": goal.now.place if goal.now else ""}
    form = PlaceForm(request.POST or None, initial=place, goal=goal, hers=is_hers(request.user))
    if request.method == "POST" and form.is_valid():
        given = {"case": case, "goal_id": goal_id, "seen_version": seen_version(request), **form.values}
        return _said(request, case, given)
    page = page_of(request, case, form=form, goal=goal, title=_t("Waar ben je nu?"))
    return render(request, "plan/place.html", page)


def _said(request: SignedInRequest, case: Case, values: dict[str, object]) -> HttpResponse:
    try:
        actions.say_where(by=request.user, **values)
        messages.success(request, _t("Het staat erin, met de datum van vandaag."))
    except Conflict:
        messages.warning(request, _t("De zinnen van dit doel zijn net veranderd. Lees ze nog een keer."))
    return redirect(plan_url(case))


@on_case("doelschaal_gas", get="update", post="update")
def remove_goal(request: SignedInRequest, case: Case, goal_id: int) -> HttpResponse:
    if request.method == "POST":
        return short(request, case, actions.remove_goal, goal_id=goal_id)
    goal = queries.goal_of(case=case, goal_id=goal_id)
    return render(
        request,
        "plan/remove.html",
        page_of(
            request,
            case,
            title=_t("Dit doel weghalen"),
            what=goal.title,
            version=goal.version,
            explain=_t("De stappen blijven als beloften in het plan staan."),
        ),
    )
