"""At the table: the talk is the room, and the map, the money, the week and the plan are doors in it."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.map import actions as map_actions
from veerkracht.web.map.known_people import offered_people, person_of
from veerkracht.web.map.page import small_picture
from veerkracht.web.map.queries import map_of, spots_of
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.pages import tabs_of
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.promise_words import first_name, ticked_clauses
from veerkracht.web.record.actions import AlreadyDone

from .. import actions, queries
from ..domain.people_said import who_is
from ..forms import PersonForm, TablePromiseForm
from ..models import Talk
from .talks import page_of

DOORS = frozenset({"map:map", "purse:money", "planner:week", "plan:plan"})
PROMISE_DAYS = 14


@on_case("werkaantekening_professional", post="create")
def begin_talk(request: SignedInRequest, case: Case) -> HttpResponse:
    """One press from the case to the table: the talk that goes on, today's, or a new one."""
    talk = actions.begin_talk(by=request.user, case=case)
    return redirect("guide:talk", case.public_id, talk.pk)


def table_of(request: SignedInRequest, case: Case, talk: Talk) -> dict[str, Any]:
    """What lies on the table beside her words: the doors, the map, and what was promised so far."""
    drawn = map_of(case=case, account=request.user).map
    return {
        "doors": _doors(request, case),
        "picture": small_picture(drawn, "") if drawn.nodes else "",
        "offered": [one for one in offered_people(case=case, account=request.user) if one.same_as is None],
        **named(case, request.user),
        "person_form": PersonForm(),
        "promises": queries.promises_of(talk=talk, case=case, day=timezone.localdate()),
        "promise_form": TablePromiseForm(initial={"due_on": in_two_weeks()}, klantmanager=_leader(talk)),
        "klantmanager": klantmanager_of(case=case, day=timezone.localdate()),
        "minutes": talk.minutes(timezone.now()),
    }


def named(case: Case, account: Account) -> dict[str, Any]:
    """The names on her map by their row: who is named in her words, and with whom those words stand."""
    return {"names": {spot.pk: spot.name for spot in spots_of(case=case, account=account)}}


def _leader(talk: Talk) -> str:
    """How she knows whoever leads the talk."""
    return first_name(talk.led_by.name)


def in_two_weeks() -> dt.date:
    return timezone.localdate() + dt.timedelta(days=PROMISE_DAYS)


def _doors(request: SignedInRequest, case: Case) -> list[Any]:
    urls = {reverse(name, args=[case.public_id]) for name in DOORS}
    return [tab for tab in tabs_of(request.user, case, "") if tab.url in urls]


@on_case("systeemkaart_naaste", post="create")
def add_person(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """A name on the map without leaving the table: typed, or somebody the facts name already."""
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    key = request.POST.get("key", "")[:40]
    if key and person_of(case=case, key=key):
        map_actions.add_known_person(by=request.user, case=case, key=key)
        return _table(request, case, talk)
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _table(request, case, talk, person_form=form)
    with contextlib.suppress(AlreadyDone):
        who = who_is(form.cleaned_data["name"])
        map_actions.add_node(by=request.user, case=case, once=form.cleaned_data["once"], **who.values)
    return _table(request, case, talk)


@on_case("actie", post="create")
def make_promise(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """Something somebody takes on, written down at the table; her answer comes at the end of the talk."""
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    form = TablePromiseForm(request.POST, klantmanager=_leader(talk))
    if not form.is_valid():
        return _table(request, case, talk, promise_form=form)
    typed = form.cleaned_data["what"]
    clauses = ticked_clauses(typed, typed, her_name=case.first_name, by=request.user)
    with contextlib.suppress(AlreadyDone):
        plan_actions.make_promise(by=request.user, case=case, clauses=clauses, **form.values)
    return _table(request, case, talk)


def _table(request: SignedInRequest, case: Case, talk: Talk, **asked_again: Any) -> HttpResponse:
    """The table as it is now: in place, or back on the page of the talk; with a form that must be mended on it."""
    status = 422 if asked_again else 200
    page = page_of(request, case, talk=talk, **(table_of(request, case, talk) | asked_again))
    if request.htmx:
        return render(request, "guide/_table.html", {**page, "oob": False}, status=status)
    if not asked_again:
        return redirect(reverse("guide:talk", args=[case.public_id, talk.pk]) + "#tafel")
    return render(request, "guide/table.html", page, status=status)
