"""Pages of training: the whole of it, her wish, earlier study, and a route."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict

from . import actions, queries
from .domain import example_route, example_routes
from .forms import HERS, LESSONS, OTHERS, RouteForm, StudyForm, TrainingWishForm, from_example
from .frame import training_page, training_url
from .models import TrainingRoute


@on_case("opleiding", get="read")
def training(request: SignedInRequest, case: Case) -> HttpResponse:
    whole = queries.training_of(case=case, account=request.user, day=timezone.localdate())
    return render(request, "training/training.html", training_page(request, case, training=whole))


@on_case("opleiding", get="update", post="update")
def wish(request: SignedInRequest, case: Case) -> HttpResponse:
    row, hers = queries.wish_of(case=case), is_hers(request.user)
    initial = {"words": row.words, "level": row.level} if row else {}
    form = TrainingWishForm(
        request.POST or None, initial=initial, version=row.version if row else None, hers=hers
    )
    if request.method == "POST":
        said = _t("De wens staat bovenaan.")
        answer = save(request, form, actions.write_wish, then=training_url(case), said=said, case=case)
        if answer:
            return answer
    title = _t("Wat wil ik leren?") if hers else _t("Wat wil zij leren?")
    return render(request, "training/form.html", training_page(request, case, form=form, title=title))


@on_case("opleiding", get="create", post="create")
def add_study(request: SignedInRequest, case: Case) -> HttpResponse:
    form = StudyForm(request.POST or None)
    if request.method == "POST":
        said = _t("Dit telt nu mee.")
        answer = save(request, form, actions.add_study, then=training_url(case), said=said, case=case)
        if answer:
            return answer
    page = training_page(request, case, form=form, title=_t("Eerder geleerd"))
    return render(request, "training/form.html", page)


@on_case("opleiding", get="update", post="update")
def change_study(request: SignedInRequest, case: Case, study_id: int) -> HttpResponse:
    row = queries.study_of(case=case, study_id=study_id)
    initial = {name: getattr(row, name) for name in StudyForm.base_fields if hasattr(row, name)}
    form = StudyForm(request.POST or None, initial=initial, version=row.version)
    if request.method == "POST":
        then, said = training_url(case), _t("Opgeslagen.")
        answer = save(request, form, actions.change_study, then=then, said=said, case=case, study_id=study_id)
        if answer:
            return answer
    remove_url = reverse("training:remove_study", args=[case.public_id, study_id])
    page = training_page(request, case, form=form, title=row.what, remove_url=remove_url)
    return render(request, "training/form.html", page)


@on_case("opleiding", get="update", post="update")
def remove_study(request: SignedInRequest, case: Case, study_id: int) -> HttpResponse:
    row = queries.study_of(case=case, study_id=study_id)
    if request.method == "POST":
        return _removed(request, case, actions.remove_study, study_id=study_id)
    page = training_page(request, case, what=row.what, version=row.version)
    return render(request, "training/remove.html", page)


def _removed(request: SignedInRequest, case: Case, act: Any, **numbers: int) -> HttpResponse:
    try:
        act(by=request.user, case=case, seen_version=seen_version(request), **numbers)
        messages.success(request, _t("Weggehaald."))
    except Conflict:
        messages.warning(request, _t("Dit veranderde net. Zo staat het er nu."))
    return redirect(training_url(case))


@on_case("opleiding", get="create")
def examples(request: SignedInRequest, case: Case) -> HttpResponse:
    """Where a route begins: from an example, or empty."""
    page = training_page(request, case, examples=example_routes())
    return render(request, "training/examples.html", page)


@on_case("opleiding", get="create", post="create")
def add_route(request: SignedInRequest, case: Case, example_code: str = "") -> HttpResponse:
    example = example_route(example_code)
    if example_code and not example:
        raise Http404
    initial = (
        from_example(example) if example else {"cost_certainty": "example", "wage_certainty": "estimate"}
    )
    form = RouteForm(request.POST or None, initial=initial, hers=is_hers(request.user))
    if request.method == "POST":
        said = _t("De opleiding staat erbij.")
        answer = save(request, form, actions.add_route, then=training_url(case), said=said, case=case)
        if answer:
            return answer
    page = training_page(request, case, form=form, title=_t("Een opleiding erbij"))
    return render(request, "training/route_form.html", page)


@on_case("opleiding", get="update", post="update")
def change_route(request: SignedInRequest, case: Case, route_id: int) -> HttpResponse:
    row = queries.route_of(case=case, route_id=route_id)
    form = RouteForm(
        request.POST or None, initial=_initial(row), version=row.version, hers=is_hers(request.user)
    )
    if request.method == "POST":
        then, said = training_url(case), _t("Opgeslagen.")
        answer = save(request, form, actions.change_route, then=then, said=said, case=case, route_id=route_id)
        if answer:
            return answer
    remove_url = reverse("training:remove_route", args=[case.public_id, route_id])
    page = training_page(request, case, form=form, title=row.name, remove_url=remove_url)
    return render(request, "training/route_form.html", page)


def _initial(row: TrainingRoute) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in RouteForm.base_fields if hasattr(row, name)}
    lessons = {name: row.lessons.get(name.removeprefix("lessons_")) for name in LESSONS}
    return {**values, **lessons, "whose": HERS if row.is_hers else OTHERS}


@on_case("opleiding", get="update", post="update")
def remove_route(request: SignedInRequest, case: Case, route_id: int) -> HttpResponse:
    row = queries.route_of(case=case, route_id=route_id)
    if request.method == "POST":
        return _removed(request, case, actions.remove_route, route_id=route_id)
    page = training_page(request, case, what=row.name, version=row.version)
    return render(request, "training/remove.html", page)
