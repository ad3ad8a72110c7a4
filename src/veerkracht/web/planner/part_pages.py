"""The page of one part of the week: shown, saved, and refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from . import actions
from .forms import WeekPartForm
from .frame import url_of, week_page
from .queries import WeekFacts, week_of

MakeForm = Callable[..., WeekPartForm]


def facts_for(request: SignedInRequest, case: Case) -> WeekFacts:
    return week_of(case=case, account=request.user, day=timezone.localdate())


def told_once(
    request: SignedInRequest,
    case: Case,
    week: WeekFacts,
    make: MakeForm,
    *,
    kind: str,
    key: str = "",
    facts: Any,
    title: str,
    page: str = "week",
    then: str = "",
    intro: str = "",
    remove_url: str = "",
    **context: Any,
) -> HttpResponse:
    """The page of a part of which there is one: shown with what we count with until it is told."""
    form = make(request.POST or None, facts=facts, version=week.version(kind, key))
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.tell_part,
            then=then or url_of(case, page),
            said=_t("Opgeslagen. De week is opnieuw uitgerekend."),
            case=case,
            kind=kind,
            key=key,
        )
        if answer:
            return answer
    return render(
        request,
        "planner/form.html",
        week_page(request, case, page, form=form, title=title, remove_url=remove_url, intro=intro, **context),
    )


def told_more(
    request: SignedInRequest,
    case: Case,
    week: WeekFacts,
    make: MakeForm,
    *,
    kind: str,
    key: str,
    facts: Any,
    title: str,
    page: str = "week",
    then: str = "",
) -> HttpResponse:
    """The page of a part of which there may be several; an empty `key` is a new one."""
    if key and (kind, key) not in week.saved.parts:
        raise Http404
    form = make(request.POST or None, facts=facts, version=week.version(kind, key) if key else None)
    if request.method == "POST":
        answer = save(
            request,
            form,
            partial(actions.change_part, key=key) if key else actions.add_part,
            then=then or url_of(case, page),
            said=_t("Opgeslagen. De week is opnieuw uitgerekend."),
            case=case,
            kind=kind,
        )
        if answer:
            return answer
    remove_url = url_of(case, f"remove_{kind}", key) if key else ""
    return render(
        request,
        "planner/form.html",
        week_page(request, case, page, form=form, title=title, remove_url=remove_url, intro=""),
    )
