""" "Later": the paths as lines, and the form in which they are told."""

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
from ..later import PART, first_answers, later_of
from ..later_forms import LaterForm
from .whole import money_page


@on_case("rekenscenario", get="read")
def later(request: HttpRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    shown = later_of(purse.answers, purse.person, timezone.localdate())
    return render(request, "purse/later.html", money_page(request, case, later=shown))


@on_case("financieel_beeld", get="update", post="update")
def later_tell(request: HttpRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    form = LaterForm(
        request.POST or None, initial=first_answers(purse.answers), version=purse.versions.get(PART, 1)
    )
    leave = reverse("purse:later", args=[case.public_id])
    if request.method == "POST":
        given = {"case": case, "part": PART, "said": _t("Opgeslagen.")}
        answer = save(request, form, actions.tell, then=leave, **given)
        if answer:
            return answer
    return render(request, "purse/later_tell.html", money_page(request, case, form=form, leave=leave))
