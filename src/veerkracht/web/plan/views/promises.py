"""Promises: making, changing, her answer, done, taken away."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.map.queries import who_can_be_named
from veerkracht.web.people.authorize import require
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.words.promise import Clause, Reader

from .. import actions, queries
from ..domain import MUNICIPALITY_SIDE
from ..forms import AnswerForm, ProposalForm, StepForm
from ..models import Answer
from ..promise_words import as_read, promise_in_words, ticked_clauses
from .frame import edit, page_of, plan_now, short

PROPOSAL_TOKENS = uuid.UUID("5f3c7a52-6d0e-4c55-9f3e-2b8f0f6f1a77")


def _initial(row: Any, form: type[Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.base_fields if hasattr(row, name)}


@on_case("actie", get="create", post="create")
def make_promise(request: SignedInRequest, case: Case) -> HttpResponse:
    initial = {"owner": request.GET.get("wie", "")[:20], "goal_id": request.GET.get("doel", "")[:12]}
    hers = is_hers(request.user)
    if hers and request.POST.get("owner") in MUNICIPALITY_SIDE:
        return _ask_the_municipality(request, case)
    people = who_can_be_named(case=case, account=request.user)
    form = StepForm(
        request.POST or None, initial=initial, goals=plan_now(case).text.goals, people=people, hers=hers
    )
    message = (
        _t("De belofte staat erin.") if hers else _t("De belofte staat erin. Vraag wat zij ervan vindt.")
    )
    clauses = {"clauses": _ticked(request, case)}
    title = _t("Een belofte erbij")
    return edit(
        request, case, form, actions.make_promise, title=title, said=message, given=clauses, sentences_of=case
    )


def _ask_the_municipality(request: SignedInRequest, case: Case) -> HttpResponse:
    """She cannot promise for the municipality: what she sends is a proposal, which it owes an answer to."""
    # A token of its own: the same button of the klantmanager still makes the promise.
    once = uuid.uuid5(PROPOSAL_TOKENS, request.POST.get("once", ""))
    form = ProposalForm({"what": request.POST.get("what", ""), "once": str(once)}, hers=True)
    message = _t("Je vraag staat erin. De gemeente geeft binnen twee weken antwoord.")
    return edit(
        request, case, form, actions.add_proposal, title=_t("Vraag dit aan de gemeente"), said=message
    )


def _ticked(request: SignedInRequest, case: Case) -> tuple[Clause, ...]:
    typed, read_as = (request.POST.get(name, "").strip() for name in ("what", "read_as"))
    return ticked_clauses(typed, read_as, her_name=case.first_name, by=request.user)


@on_case("actie", post="create")
def promise_sentences(request: SignedInRequest, case: Case) -> HttpResponse:
    """How each side would read what is being typed; shown while typing, nothing of it is kept."""
    typed = request.POST.get("what", "").strip()[:500]
    sentences = as_read(
        typed,
        owner=request.POST.get("owner", ""),
        owner_name=request.POST.get("owner_name", "").strip(),
        klantmanager=plan_now(case).text.klantmanager,
        her_name=case.first_name,
        by=request.user,
    )
    page = {"case": case, "hers": is_hers(request.user), "typed": typed, "sentences": sentences}
    return render(request, "plan/_sentences.html", page)


@on_case("actie", post="update")
def word_promise(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    promise = queries.promise_of(case=case, promise_id=promise_id)
    read_as = request.POST.get("read_as", "")
    clauses = ticked_clauses(promise.what, read_as, her_name=case.first_name, by=request.user)
    return short(request, case, actions.word_promise, promise_id=promise_id, clauses=clauses)


@on_case("actie", get="update", post="update")
def change_promise(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    promise = queries.promise_of(case=case, promise_id=promise_id)
    require(request.user, "update", "belofte_eigen", case=case, obj=promise)
    form = StepForm(
        request.POST or None,
        initial=_initial(promise, StepForm),
        version=promise.version,
        goals=plan_now(case).text.goals,
        people=who_can_be_named(case=case, account=request.user),
        hers=is_hers(request.user),
    )
    return edit(
        request,
        case,
        form,
        actions.change_promise,
        title=_t("Belofte veranderen"),
        said=_t("De belofte is veranderd."),
        given={"promise_id": promise_id, "clauses": _ticked(request, case)},
        sentences_of=case,
        remove_url=reverse("plan:remove_promise", args=[case.public_id, promise_id]),
    )


@on_case("actie", get="update", post="update")
def answer_promise(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    promise = queries.promise_of(case=case, promise_id=promise_id)
    initial = _initial(promise, AnswerForm)
    if promise.answer == Answer.NONE:
        initial["answer"] = request.GET.get("antwoord", "")
    form = AnswerForm(
        request.POST or None, initial=initial, version=promise.version, hers=is_hers(request.user)
    )
    asked = promise_in_words(
        queries.facts_of(promise),
        klantmanager=plan_now(case).text.klantmanager,
        her_name=case.first_name,
        reader=Reader.ASKED if is_hers(request.user) else Reader.STAFF,
    )
    return edit(
        request,
        case,
        form,
        actions.answer_promise,
        title=_t("Het antwoord"),
        said=_t("Het antwoord is opgeslagen."),
        given={"promise_id": promise_id},
        template="plan/answer.html",
        intro=asked,
    )


@on_case("actie", post="update")
def mark_done(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    done_on = timezone.localdate() if request.POST.get("done") == "ja" else None
    return short(request, case, actions.say_done, promise_id=promise_id, done_on=done_on)


@on_case("actie", post="update")
def confirm_done(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    is_done = request.POST.get("done") == "ja"
    return short(request, case, actions.confirm_done, promise_id=promise_id, is_done=is_done)


@on_case("actie", get="delete", post="delete")
def remove_promise(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    if request.method == "POST":
        return short(request, case, actions.remove_promise, promise_id=promise_id)
    promise = queries.promise_of(case=case, promise_id=promise_id)
    require(request.user, "delete", "belofte_eigen", case=case, obj=promise)
    return render(
        request,
        "plan/remove.html",
        page_of(
            request,
            case,
            title=_t("Deze belofte weghalen"),
            what=promise.what,
            version=promise.version,
            explain=_t("De belofte verdwijnt uit het plan. In eerder vastgestelde versies blijft hij staan."),
        ),
    )
