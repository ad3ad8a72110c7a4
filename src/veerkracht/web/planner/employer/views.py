"""The sheet for an employer. She makes it and hands it over; nothing about her family stands on it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.documents.employer_sheet import employer_sheet_pdf
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions
from ..domain.names import without_places
from ..domain.saved_week import SavedWeek
from ..frame import url_of, week_page
from ..models import WorkSheet
from ..part_pages import facts_for
from ..queries import profile_of
from .forms import ProfileForm
from .page import contract_of, sheet_of

RULES = ("phone_rule", "holiday_rule", "roster_rule")


@on_case("werktijdprofiel", get="read")
def sheet(request: SignedInRequest, case: Case) -> HttpResponse:
    profile = profile_of(case=case)
    day = timezone.localdate()
    printed = sheet_of(case, facts_for(request, case).saved, profile, day) if profile else None
    may_write = authorize(request.user, "update", "werktijdprofiel", case=case)
    return render(
        request,
        "planner/sheet.html",
        week_page(
            request,
            case,
            "sheet",
            sheet=printed,
            may_write=may_write,
            profile=profile,
            contract=contract_of(printed),
        ),
    )


def _start(saved: SavedWeek, profile: WorkSheet | None) -> dict[str, Any]:
    if profile is None:
        return {"start_tolerance": 5}
    rules = {name: without_places(saved, getattr(profile, name)) for name in RULES}
    return {"start_tolerance": profile.start_tolerance, **rules}


@on_case("werktijdprofiel", get="update", post="update")
def write(request: SignedInRequest, case: Case) -> HttpResponse:
    profile = profile_of(case=case)
    start = _start(facts_for(request, case).saved, profile)
    form = ProfileForm(request.POST or None, initial=start, version=profile.version if profile else 0)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.write_profile,
            then=url_of(case, "sheet"),
            case=case,
            said=_t("Het blad is klaar. Jij bepaalt wie het krijgt."),
        )
        if answer:
            return answer
    return render(
        request,
        "planner/form.html",
        week_page(
            request,
            case,
            "sheet",
            form=form,
            title=_t("Blad voor een werkgever"),
            remove_url="",
            intro=_t("Schrijf alleen over het werk. Over je gezin hoeft een werkgever niets te weten."),
        ),
    )


@on_case("werktijdprofiel", get="read")
def pdf(request: SignedInRequest, case: Case) -> HttpResponse:
    profile = profile_of(case=case)
    if profile is None:
        raise Http404
    printed = sheet_of(case, facts_for(request, case).saved, profile, timezone.localdate())
    if printed is None:
        # The sheet is hers and there, but no hour fits: its page says so.
        return render(
            request,
            "planner/sheet.html",
            week_page(request, case, "sheet", sheet=None, may_write=False, profile=profile, contract=[]),
            status=422,
        )
    paper = employer_sheet_pdf(printed, created_at=timezone.now())
    headers = {"Content-Disposition": 'inline; filename="werktijden.pdf"'}
    return HttpResponse(paper.content, content_type="application/pdf", headers=headers)
