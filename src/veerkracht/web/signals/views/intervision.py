"""Talking cases over with colleagues: a card without persons on the table, and what they give back."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.method import library
from veerkracht.web.guide.queries import own_card
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, keeps_nothing, signed_in
from veerkracht.web.people.queries import names_near
from veerkracht.web.record.editing import save

from .. import intervision_actions as actions
from ..domain.recognising import recognised
from ..forms import CardReplyForm
from ..intervision_queries import shared_card, shared_cards
from ..words import clue_in_words


@signed_in("intervisiecasus", get="list")
def table(request: SignedInRequest) -> HttpResponse:
    page = {
        "cards": shared_cards(account=request.user),
        "may_write": authorize(request.user, "create", "intervisiecasus"),
        "questions": library.items("S"),
    }
    return render(request, "signals/intervision.html", page)


@signed_in("intervisiecasus", get="create", post="create")
def share_card(request: SignedInRequest, card_id: int) -> HttpResponse:
    """An own card, once more as colleagues will read it, with what could be recognised."""
    card = own_card(account=request.user, card_id=card_id)
    if request.method == "POST":
        actions.share_card(by=request.user, card_id=card_id)
        messages.success(
            request, _t("Het kaartje ligt op tafel, zonder uw naam. Uw eigen kaartje blijft bij u.")
        )
        return redirect("signals:intervision")
    text = "\n".join((card.situation, card.tried, card.system, card.question))
    clues = recognised(text, names=names_near(account=request.user))
    page = {"shared": card, "clues": [(clue.words, clue_in_words(clue.clue)) for clue in clues]}
    return render(request, "signals/share_card.html", page)


@keeps_nothing
@signed_in("intervisiecasus", get="create", post="create")
def reply(request: SignedInRequest, shared_id: uuid.UUID) -> HttpResponse:
    card = shared_card(account=request.user, shared_id=shared_id)
    form, then = CardReplyForm(request.POST or None), reverse("signals:intervision")
    if request.method == "POST":
        said = _t("Uw reactie staat erbij, zonder naam.")
        answer = save(request, form, actions.reply_to_card, then=then, said=said, shared_id=shared_id)
        if answer:
            return answer
    page = {"form": form, "back": then, "title": card.question, "layout": "ui/app.html"}
    return render(request, "signals/form.html", page)


@signed_in("intervisiecasus", post="create")
def take_off(request: SignedInRequest, shared_id: uuid.UUID) -> HttpResponse:
    actions.take_card_off(by=request.user, shared_id=shared_id)
    messages.success(request, _t("Het kaartje is van tafel."))
    return redirect("signals:intervision")
