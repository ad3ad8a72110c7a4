""" "Als er iets gebeurt": the page, and the form in which she chooses what could happen."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.life_events import offered_to
from ..domain.situation import situation_of
from ..life import PART, life_of
from ..life_forms import LifeForm
from ..life_help import helps_of
from .whole import money_page


@on_case("rekenscenario", get="read")
def life(request: HttpRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    shown = life_of(purse.answers, purse.person, timezone.localdate(), request.GET)
    page = money_page(request, case, life=shown, helps=helps_of(shown, case, request.user))
    return render(request, "purse/life.html", page)


@on_case("financieel_beeld", get="update", post="update")
def life_choose(request: HttpRequest, case: Case) -> HttpResponse:
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
        given = {"case": case, "part": PART, "said": _t("Opgeslagen.")}
        answer = save(request, form, actions.tell, then=leave, **given)
        if answer:
            return answer
    return render(request, "purse/life_choose.html", money_page(request, case, form=form, leave=leave))
