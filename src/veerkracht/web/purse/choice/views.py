""" "Mijn keuze": the page, the form, and the picture as a file."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..frame import money_page
from ..later.page import later_of
from .forms import ChoiceForm
from .page import PART, ChoicePage, choice_of


def choice_shown(case: Case) -> tuple[queries.SavedPurse, ChoicePage]:
    purse = queries.purse_of(case=case)
    later = later_of(purse.answers, purse.person, timezone.localdate())
    saved_sums = queries.kept_scenarios(case=case)
    return purse, choice_of(case.first_name, purse.answers, later, saved_sums)


@on_case("rekenscenario", get="read")
def choice(request: SignedInRequest, case: Case) -> HttpResponse:
    _, chosen = choice_shown(case)
    # Written as a tree by the drawing, so escaped already.
    svg = mark_safe(chosen.svg)  # noqa: S308
    return render(request, "purse/choice.html", money_page(request, case, choice=chosen, svg=svg))


@on_case("financieel_beeld", get="update", post="update")
def choice_make(request: SignedInRequest, case: Case) -> HttpResponse:
    purse, chosen = choice_shown(case)
    form = ChoiceForm(
        request.POST or None,
        options=chosen.options,
        initial=purse.answers,
        version=purse.versions.get(PART, 1),
    )
    leave = reverse("purse:choice", args=[case.public_id])
    if request.method == "POST":
        answer = save(
            request, form, actions.tell, then=leave, case=case, part=PART, said=_t("Het plaatje is klaar.")
        )
        if answer:
            return answer
    page = money_page(request, case, form=form, choice=chosen, leave=leave)
    return render(request, "purse/choice_make.html", page)


@on_case("rekenscenario", get="read")
def choice_picture(request: SignedInRequest, case: Case) -> HttpResponse:
    _, chosen = choice_shown(case)
    if not chosen.svg:
        raise Http404
    answer = HttpResponse(chosen.svg, content_type="image/svg+xml; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="mijn-keuze.svg"'
    return answer
