"""The page about schemes."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case

from .. import queries
from ..frame import links_of, money_page
from .page import schemes_of


@on_case("rekenscenario", get="read")
def schemes(request: SignedInRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    schemes_page = schemes_of(purse.answers, purse.person, timezone.localdate())
    return render(
        request, "purse/schemes.html", money_page(request, case, schemes=schemes_page, links=links_of(case))
    )
