"""Childcare: what the week needs, who could pay it and how sure that is, and how she herself sees it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save
from veerkracht.web.ui.slots import filled
from veerkracht.week.answer import SolvedWeek
from veerkracht.week.fields import BadInput

from .. import actions
from ..domain.names import without_places
from ..domain.saved_week import SavedWeek
from ..domain.week_answer import school_week
from ..frame import url_of, week_page
from ..lever_buttons import send_buttons
from ..models import Ground, PartKind, Payer
from ..part_pages import facts_for, told_once
from ..queries import care_check_of
from .forms import CareCheckForm, ViewForm
from .payment import needs, risk, routes_for, steps


@on_case("opvang_bij_scholing_check", get="read")
def care(request: SignedInRequest, case: Case) -> HttpResponse:
    saved, check = facts_for(request, case).saved, care_check_of(case=case)
    ground = Ground(check.ground).label if check.ground else ""
    payer = Payer(check.payer).label if check.payer else ""
    payment_steps = steps(str(ground), str(payer), check.ends_on, check.letter_on)
    promise = _t(
        "Beslist schriftelijk wie de opvang betaalt, tot wanneer, en dat niets wordt teruggevraagd zonder gesprek."
    )
    fitting, others = routes_for(check.ground)
    return render(
        request,
        "planner/care.html",
        week_page(
            request,
            case,
            "care",
            needs=needs(saved, _school_week(saved)),
            fitting=fitting,
            routes=others,
            steps=payment_steps,
            is_complete=all(step.known for step in payment_steps),
            next_step=next((step.ask for step in payment_steps if step.is_next), ""),
            risk=risk(saved, timezone.localdate(), check.starts_on, check.ends_on),
            may_check=authorize(request.user, "update", "opvang_bij_scholing_check", case=case),
            sends=send_buttons(request, case, "municipality", "", promise),
            view=_view_of(saved),
            finders=filled("care_ways", account=request.user, case=case),
        ),
    )


def _school_week(saved: SavedWeek) -> SolvedWeek | None:
    try:
        return school_week(saved)
    except BadInput:
        return None  # the page of the week says what contradicts what


def _view_of(saved: SavedWeek) -> dict[str, str] | None:
    """Her own words, without the names of places that are secret."""
    facts = saved.parts.get((PartKind.VIEW, ""))
    return {name: without_places(saved, facts[name]) for name in ("choice", "reason")} if facts else None


@on_case("opvang_bij_scholing_check", get="update", post="update")
def check(request: SignedInRequest, case: Case) -> HttpResponse:
    earlier_check = care_check_of(case=case)
    names = ("ground", "payer", "starts_on", "ends_on", "letter_on")
    start = {name: getattr(earlier_check, name) for name in names}
    form = CareCheckForm(request.POST or None, initial=start, version=earlier_check.version)
    if request.method == "POST":
        message = _t("Opgeslagen.")
        answer = save(request, form, actions.check_care, then=url_of(case, "care"), said=message, case=case)
        if answer:
            return answer
    return render(
        request,
        "planner/form.html",
        week_page(
            request, case, "care", form=form, title=_t("Nagaan vóór een contract"), remove_url="", intro=""
        ),
    )


@on_case("weekplan", get="update", post="update")
def view(request: SignedInRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    title = (
        _t("Hoe jij het wilt met opvang")
        if is_hers(request.user)
        else _t("Hoe zij of hij het wil met opvang")
    )
    her_view = week.saved.parts.get((PartKind.VIEW, ""), {})
    facts = {"choice": "", "reason": "", "again_on": None, **her_view, **(_view_of(week.saved) or {})}
    return told_once(request, case, week, ViewForm, kind=PartKind.VIEW, facts=facts, title=title, page="care")
