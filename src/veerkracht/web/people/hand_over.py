"""Pages where a team lead gives people of one klantmanager to a colleague: everybody, or ticked from a list."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.record.editing import save

from . import actions, queries
from .doors import SignedInRequest, signed_in
from .forms import HandOverAllForm, HandOverSomeForm


@signed_in("toewijzing", get="create", post="create")
def hand_over_all(request: SignedInRequest) -> HttpResponse:
    day, back = timezone.localdate(), reverse("people:team")
    members = queries.team(account=request.user, day=day)
    givers = [(m.account_id, f"{m.name} ({m.cases})") for m in members if m.cases]
    takers = [(m.account_id, m.name) for m in members if m.is_active]
    form = HandOverAllForm(request.POST or None, givers=givers, takers=takers)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.hand_over,
            then=back,
            said=_t("Het is geregeld, vanaf vandaag."),
            starts_on=day,
        )
        if answer:
            return answer
    return render(request, "people/hand_over_all.html", {"form": form, "back": back})


@signed_in("toewijzing", get="create", post="create")
def hand_over_some(request: SignedInRequest, account_id: int) -> HttpResponse:
    """Everybody one klantmanager guides, by number; tick, choose a colleague, done."""
    day = timezone.localdate()
    members = queries.team(account=request.user, day=day)
    giver = next((m for m in members if m.account_id == account_id), None)
    if giver is None:
        raise Http404
    lines = queries.assigned_to(account_id=account_id, day=day)
    form = HandOverSomeForm(
        request.POST or None,
        cases=[(line.public_id, line.public_id) for line in lines],
        takers=[(m.account_id, m.name) for m in members if m.is_active and m.account_id != account_id],
    )
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.hand_over,
            then=request.path,
            from_id=account_id,
            starts_on=day,
            said=_t("Het is geregeld, vanaf vandaag."),
        )
        if answer:
            return answer
    page = {"form": form, "giver": giver, "lines": lines, "back": reverse("people:team")}
    page["ticked"] = form["public_ids"].value() or []
    return render(request, "people/hand_over_some.html", page)
