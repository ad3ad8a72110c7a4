"""The first page of a klantmanager."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from veerkracht.web.people.doors import signed_in

from . import queries


@signed_in("vandaag", get="list")
def today(request: HttpRequest) -> HttpResponse:
    day = timezone.localdate()
    found = queries.today(account=request.user, day=day)
    return render(request, "today/today.html", {"today": found, "day": day})
