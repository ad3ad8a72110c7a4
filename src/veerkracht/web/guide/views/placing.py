"""Her words find a place: every button works on its own page, and in place where there is JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.map.queries import who_can_be_named
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.plan.actions import answer_promise
from veerkracht.web.plan.domain import SIDES, PromiseFacts
from veerkracht.web.plan.promise_words import first_name
from veerkracht.web.plan.queries import promise_of
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.forms import EditForm

from .. import actions, queries
from ..forms import PlaceOnMapForm, QuoteEditForm, TablePromiseForm
from ..models import Quote, Talk, TalkState
from .table import in_two_weeks, named, table_of
from .talks import page_of, seen_version

ANSWERS = ("agree", "disagree", "think")


def _back(case: Case, talk: Talk, quote_id: int) -> str:
    name = "guide:talk" if talk.state == TalkState.RUNNING else "guide:wrap_up"
    return reverse(name, args=[case.public_id, talk.pk]) + f"#woorden-{quote_id}"


def _show(
    request: SignedInRequest, case: Case, quote: Quote, panel: str = "", form: Any = None
) -> HttpResponse:
    """The sentence with what is being asked about it: in place, or on a page of its own; done: back to the talk."""
    back = _back(case, quote.talk, quote.pk)
    status = 422 if form is not None and form.errors else 200
    if request.htmx:
        page = {"case": case, "talk": quote.talk, "quote": quote, "panel": panel, "form": form, "back": back}
        page |= {"just_placed": not panel, "apart": quote.talk.state == TalkState.ENDED}
        page |= {"on_table": not panel and not page["apart"], **named(case, request.user)}
        if page["apart"]:
            page |= after_the_talk(case, quote.talk)
        elif not panel:
            page |= table_of(request, case, quote.talk)
        return render(request, "guide/_quote_in_place.html", page, status=status)
    if not panel:
        return redirect(back)
    page = page_of(request, case, talk=quote.talk, quote=quote, panel=panel, form=form)
    page |= named(case, request.user)
    return render(request, "guide/place.html", {**page, "back": back, "just_placed": False}, status=status)


def after_the_talk(case: Case, talk: Talk) -> dict[str, Any]:
    """What follows from where her words went: the promises to answer, and what a signature would be bound to."""
    return {
        "sides": _by_side(queries.promises_of(talk=talk, case=case, day=timezone.localdate())),
        "klantmanager": klantmanager_of(case=case, day=timezone.localdate()),
        "hash": queries.report_text(talk=talk, case=case).hash,
    }


def _by_side(promises: Sequence[PromiseFacts]) -> list[tuple[str, list[PromiseFacts]]]:
    """Ours first, hers last, as in every letter."""
    sides = [(side, [promise for promise in promises if promise.side == side]) for side in SIDES]
    return [(side, found) for side, found in sides if found]


def _quote(case: Case, talk_id: int, quote_id: int) -> Quote:
    return queries.quote_of(talk=queries.open_talk_of(case=case, talk_id=talk_id), quote_id=quote_id)


def _act(
    request: SignedInRequest, case: Case, quote: Quote, act: Callable[..., Quote], **values: Any
) -> HttpResponse:
    try:
        act(by=request.user, case=case, talk_id=quote.talk_id, quote_id=quote.pk, **values)
    except AlreadyDone:
        pass  # the first copy did it
    except Conflict:
        messages.warning(request, _t("Hier is net iets aan veranderd. Zo staat het er nu."))
    return _show(request, case, _quote(case, quote.talk_id, quote.pk))


def _act_on(
    request: SignedInRequest, case: Case, quote: Quote, form: EditForm, panel: str, act: Callable[..., Quote]
) -> HttpResponse:
    """Show the form, or do what it says."""
    if request.method != "POST" or not form.is_valid():
        return _show(request, case, quote, panel, form)
    return _act(request, case, quote, act, seen_version=form.cleaned_data["seen_version"], **form.values)


@on_case("werkaantekening_professional", get="list", post="create")
def change_quote(request: SignedInRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    form = QuoteEditForm(request.POST or None, initial={"words": quote.words}, version=quote.version)
    return _act_on(request, case, quote, form, "guide/_edit_quote.html", actions.change_quote)


@on_case("werkaantekening_professional", get="list", post="create")
def place_on_map(request: SignedInRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    people = who_can_be_named(case=case, account=request.user)
    form = PlaceOnMapForm(
        request.POST or None, initial={"text": quote.words}, version=quote.version, people=people
    )
    return _act_on(request, case, quote, form, "guide/_to_map.html", actions.place_on_map)


@on_case("werkaantekening_professional", get="list", post="create")
def place_in_plan(request: SignedInRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    initial = {"what": quote.words, "due_on": in_two_weeks()}
    form = TablePromiseForm(
        request.POST or None,
        initial=initial,
        version=quote.version,
        klantmanager=first_name(quote.talk.led_by.name),
        auto_id="woorden_%s",
    )
    return _act_on(request, case, quote, form, "guide/_to_plan.html", actions.promise_from)


@on_case("werkaantekening_professional", post="create")
def as_wish(request: SignedInRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    return _act(request, case, quote, actions.wish_from, seen_version=seen_version(request))


@on_case("werkaantekening_professional", post="create")
def put_aside(request: SignedInRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    return _act(
        request,
        case,
        quote,
        actions.put_aside,
        destination=request.POST.get("destination", "?")[:12],
        seen_version=seen_version(request),
    )


@on_case("werkaantekening_professional", post="create")
def take_back(request: SignedInRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote = _quote(case, talk_id, quote_id)
    place = request.POST.get("place", "")
    return _act(
        request,
        case,
        quote,
        actions.take_back,
        place_id=int(place) if place.isdecimal() and len(place) < 12 else 0,
        seen_version=seen_version(request),
    )


@on_case("werkaantekening_professional", post="create")
def place_person(request: SignedInRequest, case: Case, talk_id: int, quote_id: int) -> HttpResponse:
    quote, name = _quote(case, talk_id, quote_id), request.POST.get("name", "")[:60]
    return _act(request, case, quote, actions.place_person, name=name, seen_version=seen_version(request))


@on_case("actie", post="update")
def answer(request: SignedInRequest, case: Case, talk_id: int, promise_id: int) -> HttpResponse:
    """Her answer at the table, one button each: to the very words that stood there."""
    talk = queries.talk_of(case=case, talk_id=talk_id)
    promise_of(case=case, promise_id=promise_id)
    pressed = request.POST.get("answer", "")
    if pressed in ANSWERS:
        try:
            answer_promise(
                by=request.user,
                case=case,
                answer=pressed,
                promise_id=promise_id,
                seen_version=seen_version(request),
            )
        except Conflict:
            messages.warning(request, _t("Deze belofte is net veranderd. Lees die nog een keer."))
    if request.htmx:
        page = page_of(request, case, talk=talk, apart=False, **after_the_talk(case, talk))
        return render(request, "guide/_answers.html", page)
    return redirect(reverse("guide:wrap_up", args=[case.public_id, talk_id]) + "#beloften")
