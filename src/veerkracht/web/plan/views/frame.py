"""What every page of the plan shares: the frame, one way to edit, one way for a button without a form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.forms import Form

from .. import queries
from ..queries import PlanFacts
from .readability import hints_for, watch


def plan_url(case: Case) -> str:
    return reverse("plan:plan", args=[case.public_id])


def page_of(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    return case_page(request, case, tab="plan:plan", **{"back": plan_url(case), **context})


def plan_now(case: Case) -> PlanFacts:
    return queries.plan_of(case=case, day=timezone.localdate())


def edit(
    request: SignedInRequest,
    case: Case,
    form: Form,
    act: Callable[..., Any],
    *,
    title: str,
    said: str,
    given: dict[str, Any] | None = None,
    template: str = "plan/form.html",
    **context: Any,
) -> HttpResponse:
    """Show a form, or save it and go back to the plan. "Leesbaarheid" shows it again with suggestions."""
    hints = None
    if request.method == "POST":
        if "leesbaarheid" in request.POST:
            hints = hints_for(form)
        else:
            answer = save(request, form, act, then=plan_url(case), said=said, case=case, **(given or {}))
            if answer:
                return answer
    page = {
        "title": title,
        "form": watch(form),
        "hints": hints,
        "remove_url": "",
        "intro": "",
        "sentences_of": None,
    }
    page |= context
    return render(request, template, page_of(request, case, **page))


def short(request: SignedInRequest, case: Case, act: Callable[..., Any], **given: Any) -> HttpResponse:
    """A button without a form: nothing was typed, so a conflict only needs the fresh page and a sentence."""
    try:
        act(by=request.user, case=case, seen_version=seen_version(request), **given)
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    return redirect(plan_url(case))
