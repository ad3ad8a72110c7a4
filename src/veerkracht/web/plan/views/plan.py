"""The plan itself, and her story, her wish and the rhythm."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.people.queries import klantmanager_of

from .. import actions, forms
from ..page import shown_plan
from .frame import edit, page_of, plan_now


@on_case("trajectplan_concept", get="read")
def plan(request: SignedInRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    plan_page = shown_plan(case=case, account=request.user, plan=plan_now(case), day=day)
    who = klantmanager_of(case=case, day=day)
    return render(request, "plan/plan.html", page_of(request, case, **plan_page, klantmanager=who))


@on_case("trajectplan_concept", get="read")
def moved_promise(request: SignedInRequest, case: Case, rest: str) -> HttpResponse:
    """An address of before a promise was called one: bookmarks and printed links keep working."""
    return redirect(request.get_full_path().replace("/plan/afspraken/", "/plan/beloften/", 1))


@on_case("trajectplan_concept", get="update", post="update")
def write_wish(request: SignedInRequest, case: Case) -> HttpResponse:
    plan = plan_now(case)
    form = forms.WishForm(
        request.POST or None, initial={"wish": plan.wish}, version=plan.version, hers=is_hers(request.user)
    )
    message = _t("De wens is opgeslagen.")
    return edit(request, case, form, actions.write_wish, title=_t("De wens"), said=message)


@on_case("trajectplan_concept", get="update", post="update")
def write_story(request: SignedInRequest, case: Case) -> HttpResponse:
    plan = plan_now(case)
    form = forms.StoryForm(
        request.POST or None,
        initial={"story": plan.text.story},
        version=plan.version,
        hers=is_hers(request.user),
    )
    message = _t("Het verhaal is opgeslagen.")
    return edit(request, case, form, actions.write_story, title=_t("Het verhaal"), said=message)


@on_case("trajectplan_concept", get="update", post="update")
def agree_rhythm(request: SignedInRequest, case: Case) -> HttpResponse:
    plan = plan_now(case)
    initial = {"rhythm_weeks": plan.text.rhythm.weeks, "rhythm_words": plan.text.rhythm.words}
    form = forms.RhythmForm(
        request.POST or None, initial=initial, version=plan.version, hers=is_hers(request.user)
    )
    message = _t("Het ritme is opgeslagen.")
    return edit(
        request, case, form, actions.agree_rhythm, title=_t("Hoe vaak we contact hebben"), said=message
    )
