""" "Mijn keuze": the page, the form, and the picture as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..choice import PART, Choice, choice_of
from ..choice_forms import ChoiceForm
from ..later import later_of
from .whole import money_page


def choice_shown(case: Case) -> tuple[queries.Purse, Choice]:
    purse = queries.purse_of(case=case)
    later = later_of(purse.answers, purse.person, timezone.localdate())
    kept = queries.kept_scenarios(case=case)
    return purse, choice_of(case.first_name, purse.answers, later, kept)


@on_case("rekenscenario", get="read")
def choice(request: HttpRequest, case: Case) -> HttpResponse:
    _, found = choice_shown(case)
    # Written as a tree by the drawing, so escaped already.
    svg = mark_safe(found.svg)  # noqa: S308
    return render(request, "purse/choice.html", money_page(request, case, choice=found, svg=svg))


@on_case("financieel_beeld", get="update", post="update")
def choice_make(request: HttpRequest, case: Case) -> HttpResponse:
    purse, found = choice_shown(case)
    form = ChoiceForm(
        request.POST or None,
        options=found.options,
        initial=purse.answers,
        version=purse.versions.get(PART, 1),
    )
    leave = reverse("purse:choice", args=[case.public_id])
    if request.method == "POST":
        given = {"case": case, "part": PART, "said": _t("Het plaatje is klaar.")}
        answer = save(request, form, actions.tell, then=leave, **given)
        if answer:
            return answer
    page = money_page(request, case, form=form, choice=found, leave=leave)
    return render(request, "purse/choice_make.html", page)


@on_case("rekenscenario", get="read")
def choice_picture(request: HttpRequest, case: Case) -> HttpResponse:
    _, found = choice_shown(case)
    if not found.svg:
        raise Http404
    answer = HttpResponse(found.svg, content_type="image/svg+xml; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="mijn-keuze.svg"'
    return answer
