"""What was handed over to or shared with whoever is logged in; nothing leads from here to a case that is not theirs."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import roles_of
from veerkracht.web.people.doors import SignedInRequest, signed_in

from . import handover_actions as actions
from . import share_actions
from .caseload_queries import givers_to
from .frame import saved_step
from .handover_forms import AcceptForm, DeclineForm
from .handover_queries import given_by, offered_handover, offered_to
from .handover_showing import lines_of, timeline_of
from .models import Handover, Helper
from .piece_form import SHEET_ANSWERED, piece_form, sheet_page
from .share_forms import AskMoreForm
from .share_queries import helper_for, helpers_with, open_shares


@signed_in("gedeeld_met_mij", get="list")
def shared_with_me(request: SignedInRequest) -> HttpResponse:
    handovers = [lines_of(each, hers=False) for each in offered_to(request.user)]
    day = timezone.localdate()
    lists = [(each, open_shares(helper=each, day=day)) for each in helpers_with(request.user)]
    page = {
        "handovers": handovers,
        "given": [lines_of(each, hers=False) for each in given_by(request.user)],
        "givers": givers_to(request.user),
        "lists": [pair for pair in lists if pair[1]],
    }
    return render(request, "chain/shared_with_me.html", page)


@signed_in("gedeeld_stuk", get="read")
def received(request: SignedInRequest, handover_id: int) -> HttpResponse:
    row = _looked_at(request, handover_id)
    page = {"handover": lines_of(row, hers=False), "timeline": timeline_of(row)}
    return render(request, "chain/received.html", page)


@signed_in("gedeeld_stuk", get="read", post="update")
def accept(request: SignedInRequest, handover_id: int) -> HttpResponse:
    row = _looked_at(request, handover_id)
    form = AcceptForm(request.POST or None, version=row.version)
    said = _t("U nam dit aan. Kies samen met haar een dag voor het eerste gesprek.")
    return _answer(request, row, form, actions.accept, _t("Ja, ik neem dit aan"), said)


@signed_in("gedeeld_stuk", get="read", post="update")
def decline(request: SignedInRequest, handover_id: int) -> HttpResponse:
    row = _looked_at(request, handover_id)
    form = DeclineForm(request.POST or None, version=row.version)
    said = _t("Uw nee staat erin, met de reden. U ziet hier nu niets meer van haar.")
    return _answer(request, row, form, actions.decline, _t("Nee, dit kan ik niet aannemen"), said)


def _answer(
    request: SignedInRequest,
    row: Handover,
    form: AcceptForm | DeclineForm,
    act: object,
    title: str,
    said: str,
) -> HttpResponse:
    then = reverse("chain:shared_with_me")
    if request.method == "POST":
        answer = saved_step(request, form, act, then=then, said=said, handover_id=row.pk)  # type: ignore[arg-type]
        if answer:
            return answer
    back = reverse("chain:received", args=[row.pk])
    page = {"handover": lines_of(row, hers=False), "form": form, "title": title, "back": back}
    return render(request, "chain/received_answer.html", page)


def _looked_at(request: SignedInRequest, handover_id: int) -> Handover:
    """The handover, and a line in the log of who looked."""
    row = offered_handover(account=request.user, handover_id=handover_id)
    role = next(iter(sorted(roles_of(request.user, row.case))))
    request.looked_at = (row.case_id, "overdracht", role)  # type: ignore[attr-defined]
    return row


@signed_in("gedeeld_stuk", get="read")
def pieces(request: SignedInRequest, helper_id: int) -> HttpResponse:
    """Everything one person shares with whoever is logged in; 404 when there is nothing (any more)."""
    helper = _sharer(request, helper_id)
    shares = open_shares(helper=helper, day=timezone.localdate())
    if not shares:
        raise Http404
    return render(request, "chain/pieces.html", {"helper": helper, "shares": shares})


@signed_in("gedeeld_stuk", get="read", post="update")
def answer_piece(request: SignedInRequest, helper_id: int, share_id: int, promise_id: int) -> HttpResponse:
    helper, back = _sharer(request, helper_id), reverse("chain:pieces", args=[helper_id])
    page = piece_form(request, helper, share_id=share_id, promise_id=promise_id)
    if page is None:
        raise Http404
    if request.method == "POST":
        given = {"helper_id": helper_id, "share_id": share_id, "promise_id": promise_id}
        said = _t("Uw antwoord staat erin.")
        answer = saved_step(request, page["form"], share_actions.answer_piece, then=back, said=said, **given)
        if answer:
            return answer
    return render(request, "chain/piece_answer.html", {**page, "helper": helper, "back": back})


@signed_in("gedeeld_stuk", get="read", post="update")
def answer_sheet(request: SignedInRequest, helper_id: int, share_id: int) -> HttpResponse:
    """Her sheet for an employer with a log-in, and the form of his answer under it."""
    helper, back = _sharer(request, helper_id), reverse("chain:pieces", args=[helper_id])
    page = sheet_page(request, helper, share_id=share_id, day=timezone.localdate())
    if page is None:
        raise Http404
    if request.method == "POST":
        answer = saved_step(
            request,
            page["form"],
            share_actions.answer_sheet,
            then=back,
            said=str(SHEET_ANSWERED),
            helper_id=helper_id,
            share_id=share_id,
        )
        if answer:
            return answer
    return render(request, "chain/piece_answer.html", {**page, "helper": helper, "back": back})


@signed_in("gedeeld_stuk", get="read", post="update")
def ask_more(request: SignedInRequest, helper_id: int) -> HttpResponse:
    helper, back = _sharer(request, helper_id), reverse("chain:shared_with_me")
    form = AskMoreForm(request.POST or None)
    if request.method == "POST":
        given = {"helper_id": helper_id, "said": _t("Zij leest uw vraag en beslist.")}
        answer = saved_step(request, form, share_actions.ask_more, then=back, **given)  # type: ignore[arg-type]
        if answer:
            return answer
    page = {
        "form": form,
        "title": _t("Meer nodig?"),
        "helper": helper,
        "back": back,
        "piece": None,
        "shared": None,
    }
    return render(request, "chain/piece_answer.html", page)


def _sharer(request: SignedInRequest, helper_id: int) -> Helper:
    """In whose list this log-in stands, with a line in the log of who looked; nobody else's."""
    helper = helper_for(request.user, helper_id=helper_id)
    role = next(iter(sorted(roles_of(request.user, helper.case))))
    request.looked_at = (helper.case_id, "gedeeld_stuk", role)  # type: ignore[attr-defined]
    return helper
