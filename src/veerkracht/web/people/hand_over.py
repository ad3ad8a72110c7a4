"""The page where a team lead gives everybody of one klantmanager to a colleague."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.record.editing import save

from . import actions, queries
from .doors import signed_in
from .forms import HandOverAllForm


@signed_in("toewijzing", get="create", post="create")
def hand_over_all(request: HttpRequest) -> HttpResponse:
    day, back = timezone.localdate(), reverse("people:team")
    members = queries.team(account=request.user, day=day)
    givers = [(m.account_id, f"{m.name} ({m.cases})") for m in members if m.cases]
    takers = [(m.account_id, m.name) for m in members if m.is_active]
    form = HandOverAllForm(request.POST or None, givers=givers, takers=takers)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.hand_over_all,
            then=back,
            said=_t("Het is geregeld, vanaf vandaag."),
            starts_on=day,
        )
        if answer:
            return answer
    return render(request, "people/hand_over_all.html", {"form": form, "back": back})
