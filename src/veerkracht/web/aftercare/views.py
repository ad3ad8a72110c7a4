"""Pages after the start: all of it, one start, the moments she chose, the plan for a relapse, and each talk."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save

from . import actions, queries
from .forms import HeldForm, MomentsForm, RealWeekForm, RelapseForm, StartForm
from .frame import aftercare_page, aftercare_url


@on_case("nazorg", get="read")
def aftercare(request: SignedInRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    page = aftercare_page(
        request,
        case,
        starts=queries.starts_of(case=case, day=day),
        end=queries.good_end_of(case=case),
        may_choose=authorize(request.user, "approve", "nazorg", case=case),
    )
    return render(request, "aftercare/aftercare.html", page)


@on_case("nazorg", get="create", post="create")
def add_start(request: SignedInRequest, case: Case) -> HttpResponse:
    form = StartForm(request.POST or None)
    if request.method == "POST":
        said = _t(
            "De start staat erin. Kies nu wanneer er gebeld wordt, en maak het plan voor als het tegenzit."
        )
        answer = save(request, form, actions.write_start, then=aftercare_url(case), said=said, case=case)
        if answer:
            return answer
    page = aftercare_page(request, case, form=form, title=_t("Er begint iets nieuws"))
    return render(request, "aftercare/form.html", page)


@on_case("nazorg", get="update", post="update")
def change_start(request: SignedInRequest, case: Case, start_id: int) -> HttpResponse:
    row = queries.start_of(case=case, start_id=start_id)
    initial = {name: getattr(row, name) for name in StartForm.base_fields if hasattr(row, name)}
    form = StartForm(request.POST or None, initial=initial, version=row.version)
    if request.method == "POST":
        then, said = aftercare_url(case), _t("Opgeslagen. De gesprekken gaan mee met de eerste dag.")
        answer = save(request, form, actions.change_start, then=then, said=said, case=case, start_id=start_id)
        if answer:
            return answer
    page = aftercare_page(request, case, form=form, title=row.what)
    return render(request, "aftercare/form.html", page)


@on_case("nazorg", get="approve", post="approve")
def choose_moments(request: SignedInRequest, case: Case, start_id: int) -> HttpResponse:
    row = queries.start_of(case=case, start_id=start_id)
    form = MomentsForm(request.POST or None, initial={"moments": queries.chosen_moments(start=row)})
    if request.method == "POST":
        then, said = aftercare_url(case), _t("Dit staat zo op Vandaag.")
        if is_hers(request.user):
            said = _t("Bewaard. Dan word je gebeld.")
        answer = save(
            request, form, actions.choose_moments, then=then, said=said, case=case, start_id=start_id
        )
        if answer:
            return answer
    page = aftercare_page(request, case, form=form, title=_t("Wanneer bellen we?"), sub=row.what)
    return render(request, "aftercare/form.html", page)


@on_case("nazorg", get="update", post="update")
def plan_relapse(request: SignedInRequest, case: Case, start_id: int) -> HttpResponse:
    row = queries.start_of(case=case, start_id=start_id)
    plan = queries.relapse_of(start=row)
    initial = {name: getattr(plan, name, "") for name in RelapseForm.base_fields if hasattr(plan, name)}
    form = RelapseForm(
        request.POST or None,
        initial=initial,
        version=plan.version if plan else None,
        hers=is_hers(request.user),
    )
    if request.method == "POST":
        then, said = aftercare_url(case), _t("Het plan staat klaar. Misschien is het nooit nodig.")
        answer = save(request, form, actions.plan_relapse, then=then, said=said, case=case, start_id=start_id)
        if answer:
            return answer
    page = aftercare_page(request, case, form=form, title=_t("Als het tegenzit"), sub=row.what)
    return render(request, "aftercare/form.html", page)


@on_case("nazorg", get="update", post="update")
def hold_talk(request: SignedInRequest, case: Case, aftercare_talk_id: int) -> HttpResponse:
    talk = queries.talk_of(case=case, talk_id=aftercare_talk_id)
    initial = {"held_on": talk.held_on or timezone.localdate(), "words": talk.words}
    form = HeldForm(request.POST or None, initial=initial, version=talk.version)
    if request.method == "POST":
        then, said = aftercare_url(case), _t("Dit gesprek staat erin.")
        answer = save(request, form, actions.hold_talk, then=then, said=said, case=case, talk_id=talk.pk)
        if answer:
            return answer
    page = aftercare_page(request, case, form=form, title=talk.get_moment_display(), sub=talk.start.what)
    return render(request, "aftercare/form.html", page)


@on_case("nazorg", get="create", post="create")
def note_week(request: SignedInRequest, case: Case, start_id: int) -> HttpResponse:
    row = queries.start_of(case=case, start_id=start_id)
    form = RealWeekForm(request.POST or None)
    if request.method == "POST":
        then, said = aftercare_url(case), _t("Dit staat erbij.")
        answer = save(request, form, actions.note_week, then=then, said=said, case=case, start_id=start_id)
        if answer:
            return answer
    page = aftercare_page(request, case, form=form, title=_t("Hoe het echt was"), sub=row.what)
    return render(request, "aftercare/form.html", page)
