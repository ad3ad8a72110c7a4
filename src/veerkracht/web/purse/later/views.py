""" "Later": the paths as lines, and the form in which they are told."""

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
from ..frame import money_page
from .forms import LaterForm
from .page import PART, first_answers, later_of


@on_case("rekenscenario", get="read")
def later(request: SignedInRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    later_page = later_of(purse.answers, purse.person, timezone.localdate())
    return render(request, "purse/later.html", money_page(request, case, later=later_page))


@on_case("financieel_beeld", get="update", post="update")
def later_tell(request: SignedInRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    form = LaterForm(
        request.POST or None, initial=first_answers(purse.answers), version=purse.versions.get(PART, 1)
    )
    leave = reverse("purse:later", args=[case.public_id])
    if request.method == "POST":
        answer = save(request, form, actions.tell, then=leave, case=case, part=PART, said=_t("Opgeslagen."))
        if answer:
            return answer
    return render(request, "purse/later_tell.html", money_page(request, case, form=form, leave=leave))
