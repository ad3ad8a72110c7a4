"""Telling, changing and taking away one part of the week."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict

from .. import actions
from ..domain import words
from ..domain.family import service_ids
from ..domain.names import course_name, offer_names
from ..domain.told import COURSE, LIMITS, MODES, PER_LEG, SERVICE, SERVICE_DEFAULTS, YEAR, Told, child_default
from ..forms import (
    ChildForm,
    CourseForm,
    LegModesForm,
    LimitsForm,
    ServiceForm,
    TravelForm,
    YearForm,
)
from ..forms.base import PartForm
from ..forms.service import TYPES
from ..models import PartKind
from ..queries import WeekFacts, week_of
from ..showing import url_of, week_page

MakeForm = Callable[..., PartForm]


def facts_for(request: HttpRequest, case: Case) -> WeekFacts:
    return week_of(case=case, account=request.user, day=timezone.localdate())


def told_once(
    request: HttpRequest,
    case: Case,
    week: WeekFacts,
    make: MakeForm,
    *,
    kind: str,
    key: str = "",
    facts: Any,
    title: str,
    page: str = "week",
    **context: Any,
) -> HttpResponse:
    """The page of a part of which there is one: shown with what we count with until it is told."""
    form = make(request.POST or None, facts=facts, version=week.version(kind, key))
    if request.method == "POST":
        given = {
            "case": case,
            "kind": kind,
            "key": key,
            "said": _t("Opgeslagen. De week is opnieuw uitgerekend."),
        }
        answer = save(request, form, actions.tell_part, then=url_of(case, page), **given)
        if answer:
            return answer
    remove_url = context.pop("remove_url", "")
    shown = {"form": form, "title": title, "remove_url": remove_url, "intro": "", **context}
    return render(request, "planner/form.html", week_page(request, case, page, **shown))


def told_more(
    request: HttpRequest,
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
    if key and (kind, key) not in week.told.parts:
        raise Http404
    form = make(request.POST or None, facts=facts, version=week.version(kind, key) if key else None)
    if request.method == "POST":
        given = {"case": case, "kind": kind, "said": _t("Opgeslagen. De week is opnieuw uitgerekend.")}
        act = actions.change_part if key else actions.add_part
        more = {"key": key} if key else {}
        answer = save(request, form, act, then=then or url_of(case, page), **given, **more)
        if answer:
            return answer
    remove_url = url_of(case, f"remove_{kind}", key) if key else ""
    shown = {"form": form, "title": title, "remove_url": remove_url, "intro": ""}
    return render(request, "planner/form.html", week_page(request, case, page, **shown))


@on_case("weekplan", get="update", post="update")
def child(request: HttpRequest, case: Case, child_id: int) -> HttpResponse:
    week, key = facts_for(request, case), str(child_id)
    kid = next((kid for kid in week.told.kids if kid.key == key), None)
    if kid is None:
        raise Http404
    facts = {**child_default(kid), **week.told.kid(kid)}
    title = _t("De dagen van %(name)s") % {"name": kid.name}
    return told_once(request, case, week, ChildForm, kind=PartKind.CHILD, key=key, facts=facts, title=title)


@on_case("weekplan", get="update", post="update")
def limits(request: HttpRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    title = _t("Jouw grenzen") if is_hers(request.user) else _t("Haar of zijn grenzen")
    facts = {**LIMITS, **week.told.limits}
    return told_once(request, case, week, LimitsForm, kind=PartKind.LIMITS, facts=facts, title=title)


@on_case("weekplan", get="update", post="update")
def travel(request: HttpRequest, case: Case, mode: str) -> HttpResponse:
    if mode not in MODES:
        raise Http404
    week = facts_for(request, case)
    labels = words.leg_labels(week.told)
    secret = _t("Dit adres is geheim. Deze tijden staan alleen hier, nooit op een afdruk of in een beeld.")
    return told_once(
        request,
        case,
        week,
        lambda *a, **k: TravelForm(*a, legs=labels, **k),
        kind=PartKind.TRAVEL,
        key=mode,
        facts=words.travel_facts(week.told, mode),
        modes=_ways(case, mode),
        title=_t("Reistijden: %(mode)s") % {"mode": words.MODES[mode]},
        intro=secret if case.address_is_secret else "",
    )


@on_case("weekplan", get="update", post="update")
def leg_modes(request: HttpRequest, case: Case) -> HttpResponse:
    """By bus to work and on foot to school: a choice for each journey that is otherwise than usual."""
    week = facts_for(request, case)
    make = partial(LegModesForm, legs=words.leg_labels(week.told), usual=words.MODES[week.told.mode])
    return told_once(
        request,
        case,
        week,
        make,
        kind=PartKind.TRAVEL,
        key=PER_LEG,
        title=_t("Per reis kiezen"),
        facts=week.told.one(PartKind.TRAVEL, {}, PER_LEG),
        modes=_ways(case, PER_LEG),
        intro=_t("Alleen wat anders is dan meestal. De minuten staan bij het vervoer zelf."),
    )


def _ways(case: Case, current: str) -> list[tuple[str, str, bool]]:
    """The pages about travel: one for each way of going, and the choice for each journey."""
    found = [(words.MODES[mode], url_of(case, "travel", mode), mode == current) for mode in MODES]
    return [*found, (_t("per reis kiezen"), url_of(case, "leg_modes"), current == PER_LEG)]


@on_case("weekplan", get="update", post="update")
def course(request: HttpRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    facts = {**COURSE, **week.told.course}
    title = _t("Les of cursus")
    remove = url_of(case, "remove_course") if week.told.has("course") else ""
    given = {"facts": facts, "title": title, "remove_url": remove}
    make = partial(CourseForm, nameless=case.address_is_secret)
    return told_once(request, case, week, make, kind=PartKind.COURSE, **given)


@on_case("weekplan", get="update", post="update")
def change_year(request: HttpRequest, case: Case) -> HttpResponse:
    week = facts_for(request, case)
    facts = {**YEAR, **week.told.year}
    title = _t("Waar het jaar mee rekent")
    return told_once(request, case, week, YearForm, kind=PartKind.YEAR, facts=facts, title=title, page="year")


@on_case("weekplan", get="update")
def choose_service(request: HttpRequest, case: Case) -> HttpResponse:
    types = [(f"{url_of(case, 'add_service', type_)}", label) for type_, label in TYPES.items()]
    return render(request, "planner/choose.html", week_page(request, case, "week", types=types))


@on_case("weekplan", get="update", post="update")
def add_service(request: HttpRequest, case: Case, care_type: str) -> HttpResponse:
    if care_type not in TYPES:
        raise Http404
    week = facts_for(request, case)
    facts = {**SERVICE, **SERVICE_DEFAULTS[care_type], "name": "", "state": ""}
    return _service(request, case, week, care_type, "", facts)


@on_case("weekplan", get="update", post="update")
def service(request: HttpRequest, case: Case, service_key: str) -> HttpResponse:
    week, key = facts_for(request, case), service_key
    if not week.told.has("service", key):
        raise Http404
    facts = week.told.service(key)
    return _service(request, case, week, facts["type"], key, facts)


def _service(
    request: HttpRequest, case: Case, week: WeekFacts, type_: str, key: str, facts: Any
) -> HttpResponse:
    taken = {str(s["name"]).strip().casefold() for k, s in week.told.services().items() if k != key}
    taken |= {kid.name.casefold() for kid in week.told.kids}
    given = {"type_": type_, "kids": week.told.kids, "taken": frozenset(taken)}
    given |= {"avoided": week.told.avoided, "nameless": case.address_is_secret and type_ != "informeel"}
    title = str(TYPES[type_]).capitalize()
    return told_more(
        request,
        case,
        week,
        lambda *a, **k: ServiceForm(*a, **given, **k),
        kind=PartKind.SERVICE,
        key=key,
        facts=facts,
        title=title,
    )


@on_case("weekplan", get="update", post="update")
def remove_course(request: HttpRequest, case: Case) -> HttpResponse:
    return _remove(request, case, PartKind.COURSE, "")


@on_case("weekplan", get="update", post="update")
def remove_block(request: HttpRequest, case: Case, block_key: str) -> HttpResponse:
    return _remove(request, case, PartKind.BLOCK, block_key)


@on_case("weekplan", get="update", post="update")
def remove_service(request: HttpRequest, case: Case, service_key: str) -> HttpResponse:
    return _remove(request, case, PartKind.SERVICE, service_key)


@on_case("weekplan", get="update", post="update")
def remove_offer(request: HttpRequest, case: Case, offer_key: str) -> HttpResponse:
    return _remove(request, case, PartKind.OFFER, offer_key, page="offers")


def _called(told: Told, kind: PartKind, key: str) -> str:
    """How the part that goes is called."""
    names = {PartKind.SERVICE: service_ids, PartKind.OFFER: offer_names}
    if kind in names:
        return names[kind](told)[key]
    return course_name(told) if kind == PartKind.COURSE else str(kind.label)


def _remove(request: HttpRequest, case: Case, kind: PartKind, key: str, page: str = "week") -> HttpResponse:
    week, back = facts_for(request, case), url_of(case, page)
    if (kind, key) not in week.told.parts:
        raise Http404
    if request.method != "POST":
        what = _called(week.told, kind, key)
        shown = {"what": what, "seen": week.version(kind, key), "back": back}
        return render(request, "planner/remove.html", week_page(request, case, page, **shown))
    try:
        given = {"kind": kind, "key": key, "seen_version": seen_version(request)}
        actions.remove_part(by=request.user, case=case, **given)
        messages.success(request, _t("Dit staat niet meer in de week."))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Kijk eerst hoe het er nu staat."))
    return redirect(back)
