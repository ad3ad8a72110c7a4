"""The childcare finder: centres laid over her week, and one press that puts one into week and money."""

from __future__ import annotations

import contextlib
import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.planner import actions as planner_actions
from veerkracht.web.planner.queries import WeekFacts, week_of
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from .care_page import facts_of_centre, finder_page
from .domain.centre_week import CentreWeek, laid_over
from .models import CareCentre, YesNo
from .queries import centre_of


@on_case("weekplan", get="read")
def find_care(request: SignedInRequest, case: Case) -> HttpResponse:
    finder = finder_page(case=case, account=request.user)
    may_write = authorize(request.user, "update", "weekplan", case=case)
    page = case_page(request, case, tab="offers:for_case", finder=finder, may_write=may_write)
    return render(request, "offers/find_care.html", page)


@on_case("weekplan", post="create")
def put_in_week(request: SignedInRequest, case: Case, centre_id: int) -> HttpResponse:
    """The centre becomes a care of the week; money reads the same facts. Nothing is signed up for by it."""
    chosen = _chosen(request, case, centre_id)
    if chosen.over.replaces:
        return redirect("offers:replace_care", case.public_id, centre_id)
    with contextlib.suppress(AlreadyDone):
        planner_actions.add_part(
            by=request.user,
            case=case,
            once=_token(request.POST.get("once", "")),
            kind="service",
            facts=chosen.over.facts,
        )
    messages.success(request, _put(chosen.centre))
    return redirect("planner:week", case.public_id)


@on_case("weekplan", get="update", post="update")
def replace_care(request: SignedInRequest, case: Case, centre_id: int) -> HttpResponse:
    """Instead of a care of the same kind: shown first, because what stood there goes."""
    chosen = _chosen(request, case, centre_id)
    key = chosen.over.replaces
    if not key:
        raise Http404
    if request.method == "POST":
        return _replace(request, case, chosen)
    page = case_page(
        request,
        case,
        tab="offers:for_case",
        centre=chosen.centre,
        before=chosen.week.saved.service(key),
        version=chosen.week.version("service", key),
        over=chosen.over,
    )
    return render(request, "offers/replace_care.html", page)


@dataclass(frozen=True, kw_only=True)
class _Chosen:
    centre: CareCentre
    week: WeekFacts
    over: CentreWeek


def _chosen(request: SignedInRequest, case: Case, centre_id: int) -> _Chosen:
    """A centre that can go into week and money as it is.

    Raises:
        Http404: it stopped, is not in the register, or there is no child for it: then money would say too much.
    """
    centre, day = centre_of(account=request.user, centre_id=centre_id), timezone.localdate()
    week = week_of(case=case, account=request.user, day=day)
    over = laid_over(week.saved, facts_of_centre(centre))
    stopped = centre.stopped_on is not None and centre.stopped_on <= day
    if over is None or stopped or centre.registered != YesNo.YES or centre.euros_per_hour is None:
        raise Http404
    return _Chosen(centre=centre, week=week, over=over)


def _replace(request: SignedInRequest, case: Case, chosen: _Chosen) -> HttpResponse:
    try:
        planner_actions.change_part(
            by=request.user,
            case=case,
            kind="service",
            key=chosen.over.replaces,
            seen_version=seen_version(request),
            facts=chosen.over.facts,
        )
        messages.success(request, _put(chosen.centre))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde deze opvang net. Zo staat het er nu."))
        return redirect("offers:find_care", case.public_id)
    return redirect("planner:week", case.public_id)


def _put(centre: CareCentre) -> str:
    says = _t(
        "%(name)s staat nu in de week en in het geld. Er is nog niemand aangemeld. Weghalen kan hieronder."
    )
    return says % {"name": centre.name}


def _token(text: str) -> uuid.UUID | None:
    with contextlib.suppress(ValueError):
        return uuid.UUID(text)
    return None
