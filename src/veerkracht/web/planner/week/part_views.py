"""Telling, changing and taking away one part of the week."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from .. import actions
from ..domain import words
from ..domain.family import service_ids
from ..domain.names import course_name, offer_names
from ..domain.saved_week import COURSE, LIMITS, MODES, PER_LEG, TRAVEL_MODE, SavedWeek, child_default
from ..frame import url_of, week_page
from ..models import PartKind
from ..part_pages import facts_for, told_once
from .forms import ChildDaysForm, CourseForm, LegModesForm, LimitsForm, TravelForm


@on_case("weekplan", get="update", post="update")
def child(request: SignedInRequest, case: Case, child_id: int) -> HttpResponse:
    week, key = facts_for(request, case), str(child_id)
    kid = next((kid for kid in week.saved.kids if kid.key == key), None)
    if kid is None:
        raise Http404
    facts = {**child_default(kid), **week.saved.kid(kid)}
    title = _t("De dagen van %(name)s") % {"name": kid.name}
    names = {other.key: other.name for other in week.saved.kids if other.key != key}
    schools = [(other, names[other], times) for other, times in week.saved.schools.items() if other != key]
    make = partial(ChildDaysForm, schools=schools)
    return told_once(request, case, week, make, kind=PartKind.CHILD, key=key, facts=facts, title=title)


@on_case("weekplan", get="update", post="update")
def limits(request: SignedInRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    title = _t("Jouw grenzen") if is_hers(request.user) else _t("Haar of zijn grenzen")
    facts = {**LIMITS, **week.saved.limits}
    return told_once(request, case, week, LimitsForm, kind=PartKind.LIMITS, facts=facts, title=title)


@on_case("weekplan", get="update", post="update")
def travel(request: SignedInRequest, case: Case, mode: str) -> HttpResponse:
    if mode not in MODES:
        raise Http404
    week = facts_for(request, case)
    labels = words.leg_labels(week.saved)
    secret = _t("Dit adres is geheim. Deze tijden staan alleen hier, nooit op een afdruk of in een beeld.")
    return told_once(
        request,
        case,
        week,
        lambda *a, **k: TravelForm(*a, legs=labels, **k),
        kind=PartKind.TRAVEL,
        key=mode,
        facts={**words.travel_facts(week.saved, mode), "usual": _is_usual(week.saved, mode)},
        modes=_ways(case, mode),
        title=_t("Reistijden: %(mode)s") % {"mode": words.MODES[mode]},
        intro=secret if case.address_is_secret else "",
    )


def _is_usual(saved: SavedWeek, mode: str) -> bool:
    """The way that was chosen; where nobody chose, the way whose minutes are being told."""
    return saved.mode == mode if saved.has(TRAVEL_MODE) else True


@on_case("weekplan", get="update", post="update")
def leg_modes(request: SignedInRequest, case: Case) -> HttpResponse:
    """By bus to work and on foot to school: a choice for each journey that is otherwise than usual."""
    week = facts_for(request, case)
    make = partial(LegModesForm, legs=words.leg_labels(week.saved), usual=words.MODES[week.saved.mode])
    return told_once(
        request,
        case,
        week,
        make,
        kind=PartKind.TRAVEL,
        key=PER_LEG,
        title=_t("Per reis kiezen"),
        facts=week.saved.one(PartKind.TRAVEL, {}, PER_LEG),
        modes=_ways(case, PER_LEG),
        intro=_t("Alleen wat anders is dan meestal. De minuten staan bij het vervoer zelf."),
    )


def _ways(case: Case, current: str) -> list[tuple[str, str, bool]]:
    """The pages about travel: one for each way of going, and the choice for each journey."""
    pages = [(words.MODES[mode], url_of(case, "travel", mode), mode == current) for mode in MODES]
    return [*pages, (_t("per reis kiezen"), url_of(case, "leg_modes"), current == PER_LEG)]


@on_case("weekplan", get="update", post="update")
def course(request: SignedInRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    facts = {**COURSE, **week.saved.course}
    title = _t("Les of cursus")
    remove = url_of(case, "remove_course") if week.saved.has("course") else ""
    make = partial(CourseForm, nameless=case.address_is_secret)
    return told_once(
        request, case, week, make, kind=PartKind.COURSE, facts=facts, title=title, remove_url=remove
    )


@on_case("weekplan", get="update", post="update")
def remove_course(request: SignedInRequest, case: Case) -> HttpResponse:
    return _remove(request, case, PartKind.COURSE, "")


@on_case("weekplan", get="update", post="update")
def remove_block(request: SignedInRequest, case: Case, block_key: str) -> HttpResponse:
    return _remove(request, case, PartKind.BLOCK, block_key)


@on_case("weekplan", get="update", post="update")
def remove_service(request: SignedInRequest, case: Case, service_key: str) -> HttpResponse:
    return _remove(request, case, PartKind.SERVICE, service_key)


@on_case("weekplan", get="update", post="update")
def remove_offer(request: SignedInRequest, case: Case, offer_key: str) -> HttpResponse:
    return _remove(request, case, PartKind.OFFER, offer_key, page="offers")


def _called(saved: SavedWeek, kind: PartKind, key: str) -> str:
    """How the part that goes is called."""
    names = {PartKind.SERVICE: service_ids, PartKind.OFFER: offer_names}
    if kind in names:
        return names[kind](saved)[key]
    return course_name(saved) if kind == PartKind.COURSE else str(kind.label)


def _remove(
    request: SignedInRequest, case: Case, kind: PartKind, key: str, page: str = "week"
) -> HttpResponse:
    week, back = facts_for(request, case), url_of(case, page)
    if (kind, key) not in week.saved.parts:
        raise Http404
    if request.method != "POST":
        what = _called(week.saved, kind, key)
        return render(
            request,
            "planner/remove.html",
            week_page(request, case, page, what=what, seen=week.version(kind, key), back=back),
        )
    try:
        actions.remove_part(
            by=request.user, case=case, kind=kind, key=key, seen_version=seen_version(request)
        )
        messages.success(request, _t("Dit staat niet meer in de week."))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Kijk eerst hoe het er nu staat."))
    return redirect(back)
