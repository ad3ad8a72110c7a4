"""The questions: an overview, and a form for each part."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.questions import PARTS, PAYING
from ..forms import PartForm
from .whole import money_page


@on_case("financieel_beeld", get="read")
def parts(request: HttpRequest, case: Case) -> HttpResponse:
    told = queries.parts_told(queries.purse_of(case=case))
    return render(request, "purse/parts.html", money_page(request, case, parts=told))


@on_case("financieel_beeld", get="update", post="update")
def part(request: HttpRequest, case: Case, part_name: str) -> HttpResponse:
    if part_name not in PARTS:
        raise Http404
    purse, asked = queries.purse_of(case=case), PARTS[part_name]
    form = PartForm(
        request.POST or None,
        initial=purse.answers,
        version=purse.versions.get(part_name, 1),
        part=asked,
        children=purse.person.children,
        leave_out=("leeftijd",) if purse.person.born_on else (),
    )
    if request.method == "POST":
        given = {"case": case, "part": part_name, "said": _t("Opgeslagen.")}
        answer = save(request, form, actions.tell, then=after(case, part_name), **given)
        if answer:
            return answer
    place = list(PARTS).index(part_name) + 1
    page = money_page(request, case, form=form, part=asked, place=place, number=len(PARTS))
    return render(request, "purse/part.html", page)


def after(case: Case, name: str) -> str:
    """The next part, and after the last the page itself: told once, in one go. Days of paying lead to the months."""
    if name == PAYING.name:
        return reverse("purse:months", args=[case.public_id])
    names = [one for one in PARTS if one != PAYING.name]
    place = names.index(name) + 1
    if place < len(names):
        return reverse("purse:part", args=[case.public_id, names[place]])
    return reverse("purse:money", args=[case.public_id])
