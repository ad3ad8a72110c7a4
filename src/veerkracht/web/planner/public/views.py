"""A first look at a week without log-in. The answers travel in the form and are kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t
from django.views.decorators.csrf import csrf_exempt

from veerkracht.web.people.doors import public

from ..domain.changes import WeekChange, changes_of
from ..week.page import WeekPage, shown_week
from .forms import USUAL, PublicWeekForm

KEPT_NOWHERE = "a calculation with what is typed in, nobody's data: nothing is stored, no cookie is set"


# Without a cookie there is nothing to forge, and there is nothing here to change.
@csrf_exempt
@public(KEPT_NOWHERE, costly=True)
def week(request: HttpRequest) -> HttpResponse:
    form = PublicWeekForm(request.POST) if request.method == "POST" else PublicWeekForm(initial=USUAL)
    week_page: WeekPage | None = None
    changes: list[WeekChange] = []
    if form.is_bound and form.is_valid():
        saved = form.told()
        week_page, answer = shown_week(saved, "school", _t("Jij"))
        changes = changes_of(answer.gains or (), saved) if answer else []
    page = render(
        request,
        "planner/public.html",
        {"form": form, "week": week_page, "changes": changes, "may_write": False, "hers": False},
    )
    # The frame of every page asks for the token of log-in forms; there is no such form here, so no cookie either.
    request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)
    return page
