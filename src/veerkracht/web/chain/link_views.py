"""The pages of a link. An address of ours that works and one that does not look the same until the code is right."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.code_tries import note_wrong_code, tried_too_often
from veerkracht.web.people.doors import public
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.forms import Form

from . import link_actions as actions
from .domain.handover import HandoverStep
from .domain.steps import StepRefused
from .handover_forms import AcceptForm, DeclineForm
from .handover_queries import given_by_helper, offered_to_helper
from .handover_showing import lines_of
from .links import live_link
from .models import Helper
from .piece_form import SHEET_ANSWERED, piece_form, sheet_page
from .share_forms import AskMoreForm, LinkCodeForm
from .share_queries import open_shares
from .words import refusal_sentence

OPEN, OPEN_UNTIL = "piece_link", "piece_link_until"
OPEN_SECONDS = 30 * 60
_WHY = "a helper without a log-in: the token in the mail and the code are the ground"


@public(_WHY)
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at it does nothing; the button mails a code, if the link works."""
    if request.method != "POST":
        return render(request, "chain/link.html", {"token": token})
    if tried_too_often(request):
        return render(request, "people/tried_too_often.html", status=429)
    try:
        actions.send_code(by=None, token=token)
    except Http404:
        note_wrong_code(request)
    return render(request, "chain/link_code.html", {"token": token, "form": LinkCodeForm()})


@public(_WHY)
def link_code(request: HttpRequest, token: str) -> HttpResponse:
    """The right code opens for half an hour; everything else gets one and the same page."""
    if request.method != "POST":
        return redirect("chain:link", token=token)
    if tried_too_often(request):
        return render(request, "people/tried_too_often.html", status=429)
    form = LinkCodeForm(request.POST)
    if form.is_valid() and _open(request, token, form.cleaned_data["code"]):
        return redirect("chain:link_opened")
    note_wrong_code(request)
    return _nothing(request)


def _open(request: HttpRequest, token: str, code: str) -> bool:
    try:
        tried = actions.try_code(by=None, token=token, code=code)
    except Http404:
        return False
    if tried.is_opened:
        request.session.cycle_key()
        request.session[OPEN], request.session[OPEN_UNTIL] = tried.pk, time.time() + OPEN_SECONDS
    return bool(tried.is_opened)


def _nothing(request: HttpRequest) -> HttpResponse:
    return render(request, "chain/link_dead.html", status=404)


def _opened_helper(request: HttpRequest) -> Helper | None:
    """Whose link is open in this browser: asked again on every request."""
    if request.session.get(OPEN_UNTIL, 0) < time.time():
        return None
    link = live_link(link_id=request.session.get(OPEN, 0))
    return link.helper if link else None


@public(_WHY)
def opened(request: HttpRequest) -> HttpResponse:
    helper = _opened_helper(request)
    if helper is None:
        return _nothing(request)
    shares = open_shares(helper=helper, day=timezone.localdate())
    handovers = [lines_of(each, hers=False) for each in offered_to_helper(helper)]
    given = [lines_of(each, hers=False) for each in given_by_helper(helper)]
    if not (shares or handovers or given):
        return _nothing(request)
    page = {"helper": helper, "shares": shares, "handovers": handovers, "given": given}
    return render(request, "chain/link_opened.html", page)


@public(_WHY)
def answer_piece(request: HttpRequest, share_id: int, promise_id: int) -> HttpResponse:
    helper = _opened_helper(request)
    page = helper and piece_form(request, helper, share_id=share_id, promise_id=promise_id)
    if not page:
        return _nothing(request)
    given = {"share_id": share_id, "promise_id": promise_id}
    return _form(request, page["form"], actions.answer_by_link, _t("Uw antwoord staat erin."), page, **given)


@public(_WHY)
def ask_more(request: HttpRequest) -> HttpResponse:
    if _opened_helper(request) is None:
        return _nothing(request)
    form = AskMoreForm(request.POST or None)
    page = {"form": form, "title": _t("Meer nodig?"), "piece": None, "shared": None}
    return _form(request, form, actions.ask_more_by_link, _t("Zij leest uw vraag en beslist."), page)


@public(_WHY)
def answer_sheet(request: HttpRequest, share_id: int) -> HttpResponse:
    """Her sheet, and the form of the employer under it."""
    helper, day = _opened_helper(request), timezone.localdate()
    page = helper and sheet_page(request, helper, share_id=share_id, day=day)
    if not page:
        return _nothing(request)
    says = str(SHEET_ANSWERED)
    return _form(request, page["form"], actions.answer_sheet_by_link, says, page, share_id=share_id)


@public(_WHY)
def handover(request: HttpRequest, handover_id: int, step: str) -> HttpResponse:
    helper = _opened_helper(request)
    row = offered_to_helper(helper).filter(pk=handover_id).first() if helper else None
    if row is None or step not in (HandoverStep.ACCEPT, HandoverStep.DECLINE):
        return _nothing(request)
    kind = AcceptForm if step == HandoverStep.ACCEPT else DeclineForm
    form = kind(request.POST or None, version=row.version)
    title = _t("Ja, ik neem dit aan") if kind is AcceptForm else _t("Nee, dit kan ik niet aannemen")
    page = {"form": form, "title": title, "piece": None, "shared": None}
    given = {"handover_id": handover_id, "step": step}
    return _form(request, form, _handing, _t("Uw antwoord staat erin."), page, **given)


def _handing(*, greeting: str = "", reason: str = "", **given: Any) -> Any:
    return actions.answer_handover(**given, words=greeting or reason)


@public(_WHY)
def close(request: HttpRequest) -> HttpResponse:
    request.session.pop(OPEN, None)
    return _nothing(request)


def _form(
    request: HttpRequest, form: Form, act: Callable[..., Any], says: str, page: dict[str, Any], **given: Any
) -> HttpResponse:
    """A form of whoever holds an open link: shown, or carried out once."""
    if request.method == "POST" and form.is_valid():
        if "seen_version" in form.fields:
            given["seen_version"] = form.cleaned_data["seen_version"]
        try:
            act(by=None, link_id=request.session[OPEN], **form.values, **given)
            messages.success(request, says)
        except Http404:
            return _nothing(request)
        except (StepRefused, Conflict) as error:
            messages.warning(
                request,
                refusal_sentence(error) if isinstance(error, StepRefused) else _t("Dit veranderde net."),
            )
        return redirect("chain:link_opened")
    return render(request, "chain/link_form.html", page, status=422 if form.errors else 200)
