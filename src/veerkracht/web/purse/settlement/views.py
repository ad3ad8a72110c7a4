"""The page about what comes after a year."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case

from .. import queries
from ..domain.ledger import ledger_of
from ..domain.outcome import NotEnough
from ..frame import money_page
from .page import afterwards


@on_case("rekenscenario", get="read")
def settlement(request: SignedInRequest, case: Case) -> HttpResponse:
    purse, today = queries.purse_of(case=case), timezone.localdate()
    after, missing = None, None
    try:
        after = afterwards(ledger_of(purse.answers, purse.person, queries.events_of(case=case), today))
    except NotEnough as lacking:
        missing = lacking
    return render(request, "purse/settlement.html", money_page(request, case, after=after, missing=missing))
