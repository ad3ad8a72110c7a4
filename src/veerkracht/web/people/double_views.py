"""Pages of the team lead about people who may be in the municipality already."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from . import double_actions, doubles
from .doors import signed_in

_ANSWERS = {"zelfde": True, "anders": False}


@signed_in("mogelijk_dubbel", get="list")
def possible_doubles(request: HttpRequest) -> HttpResponse:
    waiting = doubles.possible_doubles(account=request.user, day=timezone.localdate())
    return render(request, "people/possible_doubles.html", {"doubles": waiting})


@signed_in("mogelijk_dubbel", post="update")
def settle_double(request: HttpRequest, held_id: int) -> HttpResponse:
    answer = request.POST.get("antwoord", "")
    if answer in _ANSWERS:
        double_actions.settle_double(by=request.user, held_id=held_id, is_same=_ANSWERS[answer])
        messages.success(request, _t("Uw antwoord is opgeslagen."))
    else:
        messages.warning(request, _t("Kies of het dezelfde persoon is of iemand anders."))
    return redirect("people:possible_doubles")
