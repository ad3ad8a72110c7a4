"""The first page of a klantmanager."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case, signed_in
from veerkracht.web.people.models import Case
from veerkracht.web.plan.actions import say_done
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.web.signals.queries import signals_today

from . import queries


@signed_in("vandaag", get="list")
def today(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    columns = queries.today(account=request.user, day=day)
    return render(
        request,
        "today/today.html",
        {"today": columns, "day": day, "signals": signals_today(account=request.user, day=day)},
    )


@on_case("actie", post="update")
def tick(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    """A promise of ours is done, or not after all: on the spot, and back to the list of the day."""
    is_done = request.POST.get("done") == "ja"
    try:
        say_done(
            by=request.user,
            case=case,
            promise_id=promise_id,
            seen_version=seen_version(request),
            done_on=timezone.localdate() if is_done else None,
        )
        if is_done:
            messages.success(request, _t("Gedaan. %s ziet het ook.") % case.first_name)
        else:
            messages.success(request, _t("Het staat weer open."))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    return redirect("today:today")
