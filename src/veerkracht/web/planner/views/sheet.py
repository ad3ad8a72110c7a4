"""The sheet for an employer. She makes it and hands it over; nothing about her family stands on it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.documents.employer_sheet import employer_sheet_pdf
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions
from ..domain.names import without_places
from ..domain.told import Told
from ..employer import contract_of, sheet_of
from ..forms import ProfileForm
from ..models import WorkSheet
from ..queries import profile_of
from ..showing import url_of, week_page
from .parts import facts_for

RULES = ("phone_rule", "holiday_rule", "roster_rule")


@on_case("werktijdprofiel", get="read")
def sheet(request: HttpRequest, case: Case) -> HttpResponse:
    profile = profile_of(case=case)
    day = timezone.localdate()
    made = sheet_of(case, facts_for(request, case).told, profile, day) if profile else None
    may_write = authorize(request.user, "update", "werktijdprofiel", case=case)
    page = {"sheet": made, "may_write": may_write, "profile": profile, "contract": contract_of(made)}
    return render(request, "planner/sheet.html", week_page(request, case, "sheet", **page))


def _start(told: Told, profile: WorkSheet | None) -> dict[str, Any]:
    if profile is None:
        return {"start_tolerance": 5}
    said = {name: without_places(told, getattr(profile, name)) for name in RULES}
    return {"start_tolerance": profile.start_tolerance, **said}


@on_case("werktijdprofiel", get="update", post="update")
def write(request: HttpRequest, case: Case) -> HttpResponse:
    profile = profile_of(case=case)
    start = _start(facts_for(request, case).told, profile)
    form = ProfileForm(request.POST or None, initial=start, version=profile.version if profile else 0)
    if request.method == "POST":
        given: dict[str, Any] = {"case": case, "said": _t("Het blad is klaar. Jij bepaalt wie het krijgt.")}
        answer = save(request, form, actions.write_profile, then=url_of(case, "sheet"), **given)
        if answer:
            return answer
    page: dict[str, Any] = {
        "form": form,
        "title": _t("Blad voor een werkgever"),
        "remove_url": "",
        "intro": _t("Schrijf alleen over het werk. Over je gezin hoeft een werkgever niets te weten."),
    }
    return render(request, "planner/form.html", week_page(request, case, "sheet", **page))


@on_case("werktijdprofiel", get="read")
def pdf(request: HttpRequest, case: Case) -> HttpResponse:
    profile = profile_of(case=case)
    if profile is None:
        raise Http404
    made = sheet_of(case, facts_for(request, case).told, profile, timezone.localdate())
    if made is None:
        # The sheet is hers and there, but no hour fits: its page says so.
        page = {"sheet": None, "may_write": False, "profile": profile, "contract": []}
        return render(request, "planner/sheet.html", week_page(request, case, "sheet", **page), status=422)
    paper = employer_sheet_pdf(made, created_at=timezone.now())
    headers = {"Content-Disposition": 'inline; filename="werktijden.pdf"'}
    return HttpResponse(paper.content, content_type="application/pdf", headers=headers)
