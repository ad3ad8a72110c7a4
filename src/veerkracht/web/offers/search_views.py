"""The offers that fit one person: from her map, a goal, a change of the week, or by topic."""

from __future__ import annotations

import contextlib
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page, is_hers
from veerkracht.web.record.actions import AlreadyDone

from .domain.topics import known_topic, topics
from .search_queries import AskedAbout, about_factor, about_goal, fitting_lines, taken_ids
from .taking_actions import take_offer


@on_case("passend_aanbod", get="read")
def for_case(request: SignedInRequest, case: Case) -> HttpResponse:
    topic = known_topic(request.GET.get("over", "")[:20])
    return _page(request, case, AskedAbout(topics=frozenset({topic.key} if topic else ())))


@on_case("passend_aanbod", get="read")
def for_factor(request: SignedInRequest, case: Case, factor_id: int) -> HttpResponse:
    return _page(request, case, about_factor(case=case, account=request.user, factor_id=factor_id))


@on_case("passend_aanbod", get="read")
def for_goal(request: SignedInRequest, case: Case, goal_id: int) -> HttpResponse:
    return _page(request, case, about_goal(case=case, goal_id=goal_id))


def _page(request: SignedInRequest, case: Case, asked: AskedAbout) -> HttpResponse:
    day = timezone.localdate()
    page = case_page(
        request,
        case,
        tab="offers:for_case",
        asked=asked,
        fitting=fitting_lines(case=case, account=request.user, asked=asked, day=day),
        taken=list(taken_ids(case=case, day=day).values()),
        topics=topics(),
        about=[topic.title for topic in topics() if topic.key in asked.topics],
        may_take=authorize(request.user, "create", "passend_aanbod", case=case),
        here=request.path,
    )
    return render(request, "offers/search.html", page)


@on_case("passend_aanbod", post="create")
def take(request: SignedInRequest, case: Case, offer_id: int) -> HttpResponse:
    """Into the plan, and back to where it was found."""
    with contextlib.suppress(AlreadyDone):
        take_offer(
            by=request.user,
            case=case,
            once=_token(request.POST.get("once", "")),
            offer_id=offer_id,
            factor_id=_number(request.POST.get("factor", "").removeprefix("factor:")),
            goal_id=_number(request.POST.get("doel", "")),
        )
    if is_hers(request.user):
        messages.success(request, _t("Je vraag staat erin. De gemeente geeft binnen twee weken antwoord."))
    else:
        says = _t("Dit staat in het plan als belofte. %(name)s ziet het ook, en zegt ja of nee.")
        messages.success(request, says % {"name": case.first_name})
    return redirect(_back(request, case))


def _back(request: SignedInRequest, case: Case) -> str:
    """The page it was found on; never an address of somebody else."""
    home, back = reverse("offers:for_case", args=[case.public_id]), request.POST.get("terug", "")[:200]
    return back if back.startswith(home) else home


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 12 else None


def _token(text: str) -> uuid.UUID | None:
    with contextlib.suppress(ValueError):
        return uuid.UUID(text)
    return None
