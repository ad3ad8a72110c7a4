""" "Als er iets gebeurt": the page, and the form in which she chooses what could happen."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.situation import situation_of
from ..frame import money_page
from .forms import LifeForm
from .helps_page import helps_of
from .offered_events import offered_to
from .page import PART, life_of


@on_case("rekenscenario", get="read")
def life(request: SignedInRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    life_page = life_of(purse.answers, purse.person, timezone.localdate(), request.GET)
    page = money_page(request, case, life=life_page, helps=helps_of(life_page, case, request.user))
    return render(request, "purse/life.html", page)


@on_case("financieel_beeld", get="update", post="update")
def life_choose(request: SignedInRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    situation = situation_of(purse.answers, purse.person, timezone.localdate())
    form = LifeForm(
        request.POST or None,
        groups=offered_to(situation, purse.person),
        initial=purse.answers,
        version=purse.versions.get(PART, 1),
    )
    leave = reverse("purse:life", args=[case.public_id])
    if request.method == "POST":
        answer = save(request, form, actions.tell, then=leave, case=case, part=PART, said=_t("Opgeslagen."))
        if answer:
            return answer
    return render(request, "purse/life_choose.html", money_page(request, case, form=form, leave=leave))
