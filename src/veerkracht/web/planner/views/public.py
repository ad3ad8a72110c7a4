"""A first look at a week without log-in. The answers travel in the form and are kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _t
from django.views.decorators.csrf import csrf_exempt

from veerkracht.web.people.doors import public

from ..domain.changes import Change, changes_of
from ..forms.public import USUAL, PublicWeekForm
from ..showing import Shown, shown_week

KEPT_NOWHERE = "a calculation with what is typed in, nobody's data: nothing is stored, no cookie is set"


# Without a cookie there is nothing to forge, and there is nothing here to change.
@csrf_exempt
@public(KEPT_NOWHERE)
def week(request: HttpRequest) -> HttpResponse:
    form = PublicWeekForm(request.POST) if request.method == "POST" else PublicWeekForm(initial=USUAL)
    shown: Shown | None = None
    changes: list[Change] = []
    if form.is_bound and form.is_valid():
        told = form.told()
        shown, found = shown_week(told, "school", _t("Jij"))
        changes = changes_of(found.gains, told) if found else []
    page = render(
        request, "planner/public.html", {"form": form, "week": shown, "changes": changes, "may_write": False}
    )
    # The frame of every page asks for the token of log-in forms; there is no such form here, so no cookie either.
    request.META.pop("CSRF_COOKIE_NEEDS_UPDATE", None)
    return page
