"""The figures of a quarter, the words where there are none, and why something cannot be asked."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from veerkracht.disclosure.cube import ONE_WAY_BELOW, NotOut
from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.signals.queries import topics_of

from .. import queries
from ..council import council_facts, council_pdf, council_sheet
from ..page import figures_page, refusal
from ..words import not_out_words, quarter_words


@signed_in("dashboard_beleid", get="read")
def figures(request: SignedInRequest) -> HttpResponse:
    releases = queries.releases_of(account=request.user)
    latest = releases[0] if releases else None
    out = [release for release in releases if not release.not_out]
    page = {
        "latest": latest,
        "why": not_out_words(latest.not_out) if latest and latest.not_out else "",
        "figures": figures_page(out[0]) if out else None,
        "quarter": quarter_words(out[0].quarter) if out else "",
        "earlier": [(release.quarter, quarter_words(release.quarter)) for release in out[1:]],
        "topics": topics_of(account=request.user, day=timezone.localdate()),
        "never": not_out_words(NotOut.NEVER_COUNTED),
        "not_in_list": not_out_words(NotOut.NOT_IN_LIST),
    }
    return render(request, "policy/figures.html", page)


@signed_in("dashboard_beleid", get="read")
def quarter(request: SignedInRequest, quarter: str) -> HttpResponse:
    release = queries.release_of(account=request.user, quarter=quarter)
    page = {
        "figures": None if release.not_out else figures_page(release),
        "why": not_out_words(release.not_out) if release.not_out else "",
        "quarter": quarter_words(release.quarter),
    }
    return render(request, "policy/quarter.html", page)


@signed_in("dashboard_beleid", get="read")
def ask(request: SignedInRequest) -> HttpResponse:
    """A table somebody asks for by name (`?per=`): it stands in the list, or a sentence says why it does not."""
    names = [name[:40] for name in request.GET.getlist("per")][:6]
    why = refusal(names, mothers=ONE_WAY_BELOW)
    return render(request, "policy/ask.html", {"why": not_out_words(why) if why else "", "names": names})


@signed_in("dashboard_beleid", get="export")
def report_pdf(request: SignedInRequest) -> HttpResponse:
    pdf = council_pdf(council_facts(account=request.user, day=timezone.localdate()))
    headers = {"Content-Disposition": 'inline; filename="raadsrapportage.pdf"'}
    return HttpResponse(pdf.content, content_type="application/pdf", headers=headers)


@signed_in("dashboard_beleid", get="export")
def report_sheet(request: SignedInRequest) -> HttpResponse:
    content = council_sheet(council_facts(account=request.user, day=timezone.localdate()))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    headers = {"Content-Disposition": 'attachment; filename="raadsrapportage.xlsx"'}
    return HttpResponse(content, content_type=kind, headers=headers)
