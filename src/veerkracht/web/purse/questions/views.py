"""The questions: an overview, and a form for each part."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.questions import CORE, PARTS, PAYING
from ..forms import QuestionsForm
from ..frame import money_page


@on_case("financieel_beeld", get="read")
def parts(request: SignedInRequest, case: Case) -> HttpResponse:
    states = queries.parts_told(queries.purse_of(case=case))
    return render(request, "purse/parts.html", money_page(request, case, parts=states))


@on_case("financieel_beeld", get="update", post="update")
def part(request: SignedInRequest, case: Case, part_name: str) -> HttpResponse:
    if part_name not in PARTS:
        raise Http404
    purse, asked = queries.purse_of(case=case), PARTS[part_name]
    form = QuestionsForm(
        request.POST or None,
        initial=purse.answers,
        version=purse.versions.get(part_name, 1),
        part=asked,
        children=purse.person.children,
        leave_out=("leeftijd",) if purse.person.born_on else (),
    )
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.tell,
            then=after(case, part_name),
            case=case,
            part=part_name,
            said=_t("Opgeslagen."),
        )
        if answer:
            return answer
    place = list(PARTS).index(part_name) + 1
    page = money_page(request, case, form=form, part=asked, place=place, number=len(PARTS))
    return render(request, "purse/part.html", page)


@on_case("financieel_beeld", get="update", post="update")
def core(request: SignedInRequest, case: Case) -> HttpResponse:
    """What a first look needs, on one page; what is left out is asked where a sum misses it."""
    purse = queries.purse_of(case=case)
    form = QuestionsForm(
        request.POST or None,
        initial=purse.answers,
        version=queries.core_version(purse),
        part=CORE,
        children=(),
        leave_out=(),
    )
    if request.method == "POST":
        then = reverse("purse:money", args=[case.public_id])
        answer = save(request, form, actions.tell_core, then=then, case=case, said=_t("Opgeslagen."))
        if answer:
            return answer
    return render(request, "purse/core.html", money_page(request, case, form=form, part=CORE))


def after(case: Case, name: str) -> str:
    """The next part, and after the last the page itself: told once, in one go. Days of paying lead to the months."""
    if name == PAYING.name:
        return reverse("purse:months", args=[case.public_id])
    names = [one for one in PARTS if one != PAYING.name]
    place = names.index(name) + 1
    if place < len(names):
        return reverse("purse:part", args=[case.public_id, names[place]])
    return reverse("purse:money", args=[case.public_id])
