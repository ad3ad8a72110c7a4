"""Pages of the team lead about people who may be in the municipality already."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from . import double_actions, doubles
from . import merging as merge
from .doors import SignedInRequest, signed_in

_ANSWERS = {"zelfde": True, "anders": False}


@signed_in("mogelijk_dubbel", get="list")
def possible_doubles(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    waiting = doubles.possible_doubles(account=request.user, day=day)
    pairs = merge.same_people(account=request.user, day=day)
    return render(request, "people/possible_doubles.html", {"doubles": waiting, "pairs": pairs})


@signed_in("mogelijk_dubbel", get="list", post="update")
def merge_two(request: SignedInRequest) -> HttpResponse:
    """First which two and what happens to them; the second press does it."""
    sent = request.POST if request.method == "POST" else request.GET
    numbers = {"keep_id": sent.get("blijft", "")[:8], "double_id": sent.get("gaat_op", "")[:8]}
    pairs = merge.same_people(account=request.user, day=timezone.localdate())
    pair = merge.pair_of(pairs, **numbers)
    if pair is None:
        messages.warning(request, _t("Kies twee verschillende dossiers van dezelfde persoon."))
        return redirect("people:possible_doubles")
    both = [case for case in pair.cases if case.public_id in numbers.values()]
    page = {"pair": pair, **numbers, "two_doors": all(case.has_log_in for case in both)}
    if request.method == "POST" and not page["two_doors"]:
        merge.merge_cases(by=request.user, **numbers)
        messages.success(
            request, _t("De twee dossiers zijn er nu één. Wat niet mee kon, is daar nog te lezen.")
        )
        return redirect("people:possible_doubles")
    return render(request, "people/merge.html", page)


@signed_in("mogelijk_dubbel", post="update")
def settle_double(request: SignedInRequest, held_id: int) -> HttpResponse:
    answer = request.POST.get("antwoord", "")
    if answer in _ANSWERS:
        double_actions.settle_double(by=request.user, held_id=held_id, is_same=_ANSWERS[answer])
        messages.success(request, _t("Uw antwoord is opgeslagen."))
    else:
        messages.warning(request, _t("Kies of het dezelfde persoon is of iemand anders."))
    return redirect("people:waiting_for_you")
