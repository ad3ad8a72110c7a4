"""Pages of a new code: who works with her asks, and a second colleague answers on the list of what waits."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from . import new_code
from .doors import SignedInRequest, on_case, signed_in
from .models import Case, NewCodeGround
from .waiting import waiting_rows

_ANSWERS = {"ja": True, "nee": False}


@on_case("nieuwe_code", post="create")
def ask_new_code(request: SignedInRequest, case: Case) -> HttpResponse:
    ground = request.POST.get("ground", "")
    if ground in NewCodeGround.values:
        new_code.ask_new_code(by=request.user, case=case, ground=ground)
        messages.success(request, _t("Uw vraag ligt klaar. Een collega moet eerst ja zeggen."))
    else:
        messages.warning(request, _t("Kies eerst hoe u weet dat zij het zelf is."))
    return redirect("people:invite", case.public_id)


@signed_in("wacht_op_u", get="list")
def waiting_for_you(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    rows = waiting_rows(account=request.user, day=day)
    page = {"late": [row for row in rows if row.is_late], "waiting": [row for row in rows if not row.is_late]}
    return render(request, "people/waiting_for_you.html", page)


@signed_in("nieuwe_code", post="approve")
def answer_new_code(request: SignedInRequest, request_id: int) -> HttpResponse:
    answer = request.POST.get("antwoord", "")
    if answer in _ANSWERS:
        new_code.answer_new_code(by=request.user, request_id=request_id, is_agreed=_ANSWERS[answer])
        messages.success(request, _t("Uw antwoord is opgeslagen."))
    else:
        messages.warning(request, _t("Kies ja of nee."))
    return redirect("people:waiting_for_you")
