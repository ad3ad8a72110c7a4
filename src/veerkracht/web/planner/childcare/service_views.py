"""Childcare: choosing its kind, telling it, changing it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.ui.slots import filled

from ..domain.saved_week import SERVICE, SERVICE_DEFAULTS
from ..domain.usual import usual_price
from ..frame import url_of, week_page
from ..models import PartKind
from ..part_pages import facts_for, told_more
from ..queries import WeekFacts
from .service_forms import TYPES, ServiceForm


@on_case("weekplan", get="update")
def choose_service(request: SignedInRequest, case: Case) -> HttpResponse:
    types = [(f"{url_of(case, 'add_service', type_)}", label) for type_, label in TYPES.items()]
    return render(
        request,
        "planner/choose.html",
        week_page(
            request, case, "week", types=types, finders=filled("care_ways", account=request.user, case=case)
        ),
    )


@on_case("weekplan", get="update", post="update")
def add_service(request: SignedInRequest, case: Case, care_type: str) -> HttpResponse:
    if care_type not in TYPES:
        raise Http404
    week = facts_for(request, case)
    price = usual_price(care_type, week.saved.day)
    facts = {**SERVICE, **SERVICE_DEFAULTS[care_type], "rate": price, "name": "", "state": ""}
    return _service(request, case, week, care_type, "", facts)


@on_case("weekplan", get="update", post="update")
def service(request: SignedInRequest, case: Case, service_key: str) -> HttpResponse:
    week, key = facts_for(request, case), service_key
    if not week.saved.has("service", key):
        raise Http404
    facts = week.saved.service(key)
    return _service(request, case, week, facts["type"], key, facts)


def _service(
    request: SignedInRequest, case: Case, week: WeekFacts, type_: str, key: str, facts: Any
) -> HttpResponse:
    taken = {str(s["name"]).strip().casefold() for k, s in week.saved.services().items() if k != key}
    taken |= {kid.name.casefold() for kid in week.saved.kids}
    make = partial(
        ServiceForm,
        type_=type_,
        kids=week.saved.kids,
        taken=frozenset(taken),
        people=() if key else week.on_map,
        avoided=week.saved.avoided,
        nameless=case.address_is_secret and type_ != "informeel",
    )
    return told_more(
        request,
        case,
        week,
        make,
        kind=PartKind.SERVICE,
        key=key,
        facts=facts,
        title=str(TYPES[type_]).capitalize(),
    )
