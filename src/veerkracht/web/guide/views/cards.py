"""Conversation cards on paper: the method belongs to everybody who is logged in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from veerkracht.documents.render import Pdf
from veerkracht.method.items import RINGS
from veerkracht.method.library import questions, rings
from veerkracht.web.people.doors import SignedInRequest, on_case, signed_in
from veerkracht.web.people.models import Case

from .. import queries
from ..deck import deck_of_talk, whole_deck
from ..domain.questions import shown


def _answer(pdf: Pdf) -> HttpResponse:
    headers = {"Content-Disposition": 'inline; filename="kaarten.pdf"'}
    return HttpResponse(pdf.content, content_type="application/pdf", headers=headers)


@signed_in("regels_en_bedragen", get="list")
def cards(request: SignedInRequest) -> HttpResponse:
    counted = [(ring, len(questions(ring.id))) for ring in rings()]
    return render(request, "guide/cards.html", {"rings": counted, "total": len(questions())})


@signed_in("regels_en_bedragen", get="read")
def deck(request: SignedInRequest) -> HttpResponse:
    ring = next((one for one in RINGS if one == request.GET.get("ring")), None)
    return _answer(whole_deck(ring, author=request.user.municipality.name))


@on_case("werkaantekening_professional", get="list")
def talk_deck(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    chosen = [question.id for question in shown(talk.questions, alone=talk.alone)]
    if not chosen:
        return redirect("guide:cards")
    return _answer(deck_of_talk(chosen, author=case.municipality.name))
