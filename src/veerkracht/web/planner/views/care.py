"""Childcare: what the week needs, who could pay it and how sure that is, and how she herself sees it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save
from veerkracht.week.fields import BadInput

from .. import actions
from ..domain.care import needs, risk, routes_for, steps
from ..domain.look import Week, school_week
from ..domain.names import without_places
from ..domain.told import Told
from ..forms import CareCheckForm, ViewForm
from ..models import Ground, PartKind, Payer
from ..owning import send_buttons
from ..queries import care_check_of
from ..showing import url_of, week_page
from .parts import facts_for, told_once


@on_case("opvang_bij_scholing_check", get="read")
def care(request: HttpRequest, case: Case) -> HttpResponse:
    told, check = facts_for(request, case).told, care_check_of(case=case)
    ground = Ground(check.ground).label if check.ground else ""
    payer = Payer(check.payer).label if check.payer else ""
    found = steps(str(ground), str(payer), check.ends_on, check.letter_on)
    promise = _t(
        "Beslist schriftelijk wie de opvang betaalt, tot wanneer, en dat niets wordt teruggevraagd zonder gesprek."
    )
    fitting, others = routes_for(check.ground)
    page = {
        "needs": needs(told, _school_week(told)),
        "fitting": fitting,
        "routes": others,
        "steps": found,
        "is_complete": all(step.known for step in found),
        "next_step": next((step.ask for step in found if step.is_next), ""),
        "risk": risk(told, timezone.localdate(), check.starts_on, check.ends_on),
        "may_check": authorize(request.user, "update", "opvang_bij_scholing_check", case=case),
        "sends": send_buttons(request, case, "municipality", "", promise),
        "view": _view_of(told),
    }
    return render(request, "planner/care.html", week_page(request, case, "care", **page))


def _school_week(told: Told) -> Week | None:
    try:
        return school_week(told)
    except BadInput:
        return None  # the page of the week says what contradicts what


def _view_of(told: Told) -> dict[str, str] | None:
    """Her own words, without the names of places that are secret."""
    facts = told.parts.get((PartKind.VIEW, ""))
    return {name: without_places(told, facts[name]) for name in ("choice", "reason")} if facts else None


@on_case("opvang_bij_scholing_check", get="update", post="update")
def check(request: HttpRequest, case: Case) -> HttpResponse:
    found = care_check_of(case=case)
    names = ("ground", "payer", "starts_on", "ends_on", "letter_on")
    start = {name: getattr(found, name) for name in names}
    form = CareCheckForm(request.POST or None, initial=start, version=found.version)
    if request.method == "POST":
        said = _t("Opgeslagen.")
        answer = save(request, form, actions.check_care, then=url_of(case, "care"), said=said, case=case)
        if answer:
            return answer
    page: dict[str, Any] = {
        "form": form,
        "title": _t("Nagaan vóór een contract"),
        "remove_url": "",
        "intro": "",
    }
    return render(request, "planner/form.html", week_page(request, case, "care", **page))


@on_case("weekplan", get="update", post="update")
def view(request: HttpRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    title = (
        _t("Hoe jij het wilt met opvang")
        if is_hers(request.user)
        else _t("Hoe zij of hij het wil met opvang")
    )
    told = week.told.parts.get((PartKind.VIEW, ""), {})
    facts = {"choice": "", "reason": "", "again_on": None, **told, **(_view_of(week.told) or {})}
    given: dict[str, Any] = {"kind": PartKind.VIEW, "facts": facts, "title": title, "page": "care"}
    return told_once(request, case, week, ViewForm, **given)
