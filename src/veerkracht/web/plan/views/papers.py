"""The plan on paper, and who has moved."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from veerkracht.documents.render import Pdf
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers

from .. import papers, queries
from ..letter import PaperNotPossible, letter_of
from ..page import map_of_movement
from .frame import page_of, plan_now


def _paper(request: SignedInRequest, case: Case, name: str, make: Callable[[], Pdf]) -> HttpResponse:
    """The file name tells nothing to who looks over a shoulder or into a downloads folder."""
    try:
        pdf = make()
    except PaperNotPossible as error:
        return render(request, "plan/no_letter.html", page_of(request, case, why=str(error)), status=422)
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(pdf.content, content_type="application/pdf", headers=headers)


@on_case("trajectplan_concept", get="read")
def letter(request: SignedInRequest, case: Case) -> HttpResponse:
    return _paper(
        request, case, "brief", lambda: letter_of(case=case, plan=plan_now(case), day=timezone.localdate())
    )


@on_case("trajectplan_concept", get="read")
def one_page(request: SignedInRequest, case: Case) -> HttpResponse:
    return _paper(
        request,
        case,
        "blad",
        lambda: papers.one_page_pdf(case=case, plan=plan_now(case), day=timezone.localdate()),
    )


@on_case("trajectplan_concept", get="read")
def plan_paper(request: SignedInRequest, case: Case) -> HttpResponse:
    plan, day = plan_now(case), timezone.localdate()
    versions = queries.versions_of(case=case)
    before = next((v for v in versions if v.hash != plan.text.hash), None)
    return _paper(
        request,
        case,
        "plan",
        lambda: papers.plan_pdf(case=case, plan=plan, before=before, day=day, hers=is_hers(request.user)),
    )


@on_case("trajectplan_concept", get="read")
def moving(request: SignedInRequest, case: Case) -> HttpResponse:
    plan, day = plan_now(case), timezone.localdate()
    movement = queries.movement(case=case, account=request.user, plan=plan, day=day)
    page = page_of(request, case, movement=movement, picture=map_of_movement(movement))
    return render(request, "plan/moving.html", page)
