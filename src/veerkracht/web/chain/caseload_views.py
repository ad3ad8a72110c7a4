"""Pages for who leaves and for the colleague who takes over: choose, read ten at a time, one yes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.people.queries import names_of
from veerkracht.web.record.editing import save

from . import caseload_actions as actions
from .caseload_queries import offers_of, to_read
from .frame import saved_step
from .handover_forms import GreetingForm, LeavingForm
from .handover_showing import lines_of
from .receivers import fellows

AT_ONCE = 10
"""Packets on one page: ninety-five are ten pages."""


@signed_in("mijn_overdracht", get="create", post="create")
def leave(request: SignedInRequest) -> HttpResponse:
    then = reverse("chain:read_packets")
    choices = [(each.pk, each.name) for each in fellows(request.user)]
    form = LeavingForm(request.POST or None, fellows=choices)
    if request.method == "POST":
        said = _t("De pakketjes zijn klaar. Lees ze, en geef ze door.")
        answer = save(request, form, actions.pack_caseload, then=then, said=said)
        if answer:
            return answer
    waiting = to_read(account=request.user).count()
    return render(
        request, "chain/leave.html", {"form": form, "waiting": waiting, "back": reverse("people:case_list")}
    )


@signed_in("mijn_overdracht", get="list", post="create")
def read_packets(request: SignedInRequest) -> HttpResponse:
    """Ten packets, whole; one press says they were read and passes them on."""
    if request.method == "POST":
        ids = {
            int(number)
            for number in request.POST.getlist("handover")
            if number.isdecimal() and len(number) < 12
        }
        actions.pass_on(by=request.user, handover_ids=ids)
        messages.success(request, _t("Doorgegeven."))
        return redirect("chain:read_packets")
    rows = to_read(account=request.user)
    page = {"left": rows.count(), "packets": [lines_of(each, hers=False) for each in rows[:AT_ONCE]]}
    return render(request, "chain/read_packets.html", page)


@signed_in("mijn_overdracht", get="list", post="create")
def take_caseload(request: SignedInRequest, account_id: int) -> HttpResponse:
    """Everybody one colleague offers, with one message."""
    rows = list(offers_of(account=request.user, giver_id=account_id))
    giver = names_of(account_ids=[account_id]).get(account_id, "") if rows else ""
    initial = {"greeting": _greeting(request.user.name, giver)}
    form = GreetingForm(request.POST or None, initial=initial) if rows else None
    then = reverse("chain:shared_with_me")
    if request.method == "POST" and form:
        said = _t("U begeleidt hen vanaf vandaag. Uw bericht staat op hun eigen bladzijde.")
        answer = saved_step(request, form, actions.accept_caseload, then=then, said=said, giver_id=account_id)
        if answer:
            return answer
    names = [row.case.full_name for row in rows]
    page = {"form": form, "names": names, "giver": giver, "back": then}
    return render(request, "chain/take_caseload.html", page)


def _greeting(own_name: str, giver: str) -> str:
    return _t(
        "Dag {naam}, ik ben %(own)s. Ik neem het over van %(giver)s. Wat jullie hebben afgesproken, blijft staan. "
        "Ik bel je om kennis te maken."
    ) % {"own": own_name, "giver": giver}
