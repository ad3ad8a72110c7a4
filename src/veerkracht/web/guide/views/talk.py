"""The screen of the talk itself."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..domain import questions
from ..forms import QuoteForm
from ..models import Talk, TalkState
from .table import named, table_of
from .talks import page_of, seen_version


@on_case("werkaantekening_professional", post="create")
def start(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    actions.start_talk(by=request.user, case=case, talk_id=talk_id)
    return redirect("guide:talk", case.public_id, talk_id)


@on_case("werkaantekening_professional", get="list")
def screen(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """The one screen that is turned to her. Nothing of anybody else stands on it."""
    talk = queries.talk_of(case=case, talk_id=talk_id)
    if talk.state == TalkState.SIGNED:
        return redirect("guide:report", case.public_id, talk_id)
    if talk.state == TalkState.PLANNED:
        return redirect("guide:prepare", case.public_id, talk_id)
    words = queries.draft_of(talk=talk, account=request.user, field="quote") or _begun_with(request)
    return render(request, "guide/talk.html", _page(request, case, talk, QuoteForm(initial={"words": words})))


def _begun_with(request: SignedInRequest) -> str:
    """The card she chose, as the beginning of a sentence of her own; nothing of it is noted yet."""
    chosen = request.GET.get("kaart", "")[:4]
    return next((f"{title}: " for motive, title, _text in questions.motives() if motive == chosen), "")


def _page(request: SignedInRequest, case: Case, talk: Talk, form: QuoteForm) -> dict[str, Any]:
    return page_of(
        request,
        case,
        talk=talk,
        form=form,
        quotes=queries.quotes_of(talk=talk),
        panel="",
        just_placed=False,
        questions=questions.shown(talk.questions, alone=talk.alone),
        motives=questions.motives() if questions.DRAWS_HER in talk.questions else [],
        agenda=queries.open_agenda(case=case),
        **table_of(request, case, talk),
    )


@on_case("werkaantekening_professional", post="create")
def add_quote(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """One sentence more. Sent again after a lost connection it is still one sentence: its token says so."""
    form = QuoteForm(request.POST)
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    if not form.is_valid():
        return render(request, "guide/talk.html", _page(request, case, talk, form), status=422)
    try:
        quote = actions.add_quote(by=request.user, case=case, talk_id=talk_id, **form.values)
    except AlreadyDone as done:
        quote = queries.quote_of(talk=talk, quote_id=done.object_id or 0)
    if request.headers.get("X-Piece"):
        page = {"case": case, "talk": talk, "quote": quote, "panel": "", "just_placed": True}
        page |= named(case, request.user)
        return render(request, "guide/_quote.html", page)
    return redirect("guide:talk", case.public_id, talk_id)


@on_case("gespreksverslag", post="read")
def draft(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """What is being typed, kept on the server every few seconds."""
    talk = queries.talk_of(case=case, talk_id=talk_id)
    actions.keep_draft(
        by=request.user,
        about=request.user,
        case_of=case,
        talk=talk,
        field=request.POST.get("field", "")[:10],
        text=request.POST.get("text", ""),
    )
    if request.headers.get("X-Piece"):
        return HttpResponse(status=204)
    return redirect("guide:talks", case.public_id)


@on_case("werkaantekening_professional", post="create")
def alone(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    try:
        actions.set_alone(
            by=request.user,
            case=case,
            talk_id=talk_id,
            seen_version=seen_version(request),
            alone=request.POST.get("alone") == "ja",
        )
    except Conflict:
        messages.warning(request, _t("Dit gesprek is net veranderd. Kijk nog even en kies opnieuw."))
    to = "guide:prepare" if request.POST.get("from") == "prepare" else "guide:talk"
    return redirect(to, case.public_id, talk_id)


@on_case("werkaantekening_professional", post="create")
def end(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    actions.end_talk(by=request.user, case=case, talk_id=talk_id)
    return redirect("guide:wrap_up", case.public_id, talk_id)
