"""Her words find a place: every button works on its own page, and in place where there is JavaScript."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.plan.actions import answer_promise
from veerkracht.web.plan.forms import PromiseForm
from veerkracht.web.plan.queries import promise_of
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.forms import EditForm

from .. import actions, queries
from ..forms import MapForm, QuoteEditForm
from ..models import Quote, Talk, TalkState
from .talks import page_of, seen_version

PROMISE_DAYS = 14
ANSWERS = ("agree", "disagree", "think")


def _back(case: Case, talk: Talk, quote_id: int) -> str:
    name = "guide:talk" if talk.state == TalkState.RUNNING else "guide:wrap_up"
    return reverse(name, args=[case.public_id, talk.pk]) + f"#woorden-{quote_id}"


def _show(request: HttpRequest, case: Case, quote: Quote, panel: str = "", form: Any = None) -> HttpResponse:
    """The sentence with what is being asked about it: in place, or on a page of its own; done: back to the talk."""
    back = _back(case, quote.talk, quote.pk)
    status = 422 if form is not None and form.errors else 200
    if request.htmx:
        page = {"case": case, "talk": quote.talk, "quote": quote, "panel": panel, "form": form, "back": back}
        page |= {"just_placed": not panel, "apart": quote.talk.state == TalkState.ENDED}
        if page["apart"]:
            page |= after_the_talk(case, quote.talk)
        return render(request, "guide/_quote_in_place.html", page, status=status)
    if not panel:
        return redirect(back)
    page = page_of(request, case, talk=quote.talk, quote=quote, panel=panel, form=form)
    return render(request, "guide/place.html", {**page, "back": back, "just_placed": False}, status=status)


def after_the_talk(case: Case, talk: Talk) -> dict[str, Any]:
    """What follows from where her words went: the promises to answer, and what a signature would be bound to."""
    return {
        "promises": queries.promises_of(talk=talk, case=case, day=timezone.localdate()),
        "hash": queries.report_text(talk=talk, case=case).hash,
    }


def _quote(case: Case, talk_id: int, quote_id: int) -> Quote:
    return queries.quote_of(talk=queries.open_talk_of(case=case, talk_id=talk_id), quote_id=quote_id)


def _act(
    request: HttpRequest, case: Case, quote: Quote, act: Callable[..., Quote], **given: Any
) -> HttpResponse:
    try:
        act(by=request.user, case=case, talk_id=quote.talk_id, quote_id=quote.pk, **given)
    except AlreadyDone:
        pass  # the first copy did it
    except Conflict:
        messages.warning(request, _t("Hier is net iets aan veranderd. Zo staat het er nu."))
    return _show(request, case, _quote(case, quote.talk_id, quote.pk))


def _act_on(
    request: HttpRequest, case: Case, quote: Quote, form: EditForm, panel: str, act: Callable[..., Quote]
) -> HttpResponse:
    """Show the form, or do what it says."""
    if request.method != "POST" or not form.is_valid():
        return _show(request, case, quote, panel, form)
    return _act(request, case, quote, act, seen_version=form.cleaned_data["seen_version"], **form.values)


@on_case("werkaantekening_professional", get="list", post="create")
def change_quote(request: HttpRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    form = QuoteEditForm(request.POST or None, initial={"words": quote.words}, version=quote.version)
    return _act_on(request, case, quote, form, "guide/_edit_quote.html", actions.change_quote)


@on_case("werkaantekening_professional", get="list", post="create")
def place_on_map(request: HttpRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    form = MapForm(request.POST or None, initial={"text": quote.words}, version=quote.version)
    return _act_on(request, case, quote, form, "guide/_to_map.html", actions.place_on_map)


@on_case("werkaantekening_professional", get="list", post="create")
def place_in_plan(request: HttpRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    in_two_weeks = timezone.localdate() + dt.timedelta(days=PROMISE_DAYS)
    initial = {"what": quote.words, "due_on": in_two_weeks}
    form = PromiseForm(request.POST or None, initial=initial, version=quote.version)
    return _act_on(request, case, quote, form, "guide/_to_plan.html", actions.promise_from)


@on_case("werkaantekening_professional", post="create")
def as_wish(request: HttpRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    return _act(request, case, quote, actions.wish_from, seen_version=seen_version(request))


@on_case("werkaantekening_professional", post="create")
def put_aside(request: HttpRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    given = {"destination": request.POST.get("destination", "?")[:12], "seen_version": seen_version(request)}
    return _act(request, case, quote, actions.put_aside, **given)


@on_case("werkaantekening_professional", post="create")
def take_back(request: HttpRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    return _act(request, case, quote, actions.take_back, seen_version=seen_version(request))


@on_case("actie", post="update")
def answer(request: HttpRequest, case: Case, talk_id: int, promise_id: int) -> HttpResponse:
    """Her answer at the table, one button each: to the very words that stood there."""
    queries.talk_of(case=case, talk_id=talk_id)
    promise_of(case=case, promise_id=promise_id)
    said = request.POST.get("answer", "")
    given = {"promise_id": promise_id, "seen_version": seen_version(request)}
    if said in ANSWERS:
        try:
            answer_promise(by=request.user, case=case, answer=said, **given)
        except Conflict:
            messages.warning(request, _t("Deze afspraak is net veranderd. Lees hem nog een keer."))
    return redirect(reverse("guide:wrap_up", args=[case.public_id, talk_id]) + "#afspraken")
