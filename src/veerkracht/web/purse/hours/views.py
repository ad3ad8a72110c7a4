"""The page about hours."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case

from .. import queries
from ..frame import links_of, money_page
from ..now.page import look_of
from .page import hours_of


@on_case("rekenscenario", get="read")
def hours(request: SignedInRequest, case: Case) -> HttpResponse:
    day, purse = timezone.localdate(), queries.purse_of(case=case)
    looked_at = look_of(request.GET, purse.answers, purse.person, day)
    hours_page = hours_of(purse.answers, purse.person, looked_at, request.GET, day)
    page = money_page(request, case, hours=hours_page, links=links_of(case), keep=looked_at.address)
    return render(request, "purse/hours.html", page)
