"""What a professional keeps for herself: the mirror, questions to oneself, cards for intervision.

None of these pages is about a case, so nobody's reading log or history mentions them.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.method import library as method
from veerkracht.web.people.doors import SignedInRequest, on_case, signed_in
from veerkracht.web.people.models import Case
from veerkracht.web.people.queries import names_near
from veerkracht.web.plan.queries import plan_of
from veerkracht.web.record.editing import save
from veerkracht.web.ui.slots import filled

from .. import actions, queries
from ..domain.reflection import swapped, topic_groups, topics
from ..forms import CardForm, MirrorForm, ReflectionForm
from .talks import page_of


@signed_in("bias_reflectie", get="list")
def mirror(request: SignedInRequest) -> HttpResponse:
    return render(request, "guide/mirror.html", {"mirror": queries.mirror_of(account=request.user)})


@signed_in("bias_reflectie", get="read", post="create")
def mirror_talk(request: SignedInRequest, talk_id: int) -> HttpResponse:
    talk = queries.own_talk(account=request.user, talk_id=talk_id)
    ticked = queries.ticks_of(account=request.user, talk=talk)
    form = MirrorForm(request.POST or None, initial={"factors": ticked})
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.tick_mirror,
            then=reverse("guide:mirror"),
            about=request.user,
            talk_id=talk_id,
            said=_t("Dit ziet u alleen zelf terug."),
        )
        if answer:
            return answer
    chosen = form["factors"].value() or []
    themes = [(name, method.items("F", theme=name)) for name in method.themes("F")]
    page: dict[str, Any] = {"talk": talk, "form": form, "themes": themes, "chosen": chosen}
    return render(request, "guide/mirror_talk.html", page)


@signed_in("bias_reflectie", get="list")
def reflections(request: SignedInRequest) -> HttpResponse:
    mine = queries.reflections_of(account=request.user)
    groups = [
        (group, [(topic, mine.get(topic.id, [])) for topic in group.topics]) for group in topic_groups()
    ]
    return render(request, "guide/reflections.html", {"groups": groups})


@signed_in("bias_reflectie", get="read", post="create")
def reflect(request: SignedInRequest, topic: str) -> HttpResponse:
    asked = topics().get(topic)
    if asked is None:
        return redirect("guide:reflections")
    form = ReflectionForm(request.POST or None)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.reflect,
            then=reverse("guide:reflections"),
            about=request.user,
            topic=topic,
            said=_t("Opgeschreven. Alleen u leest dit."),
        )
        if answer:
            return answer
    page = {"form": form, "title": asked.text, "back": reverse("guide:reflections")}
    return render(request, "guide/own_form.html", page)


@signed_in("bias_reflectie", post="delete")
def forget_reflection(request: SignedInRequest, reflection_id: int) -> HttpResponse:
    actions.forget_reflection(by=request.user, about=request.user, reflection_id=reflection_id)
    return redirect("guide:reflections")


@signed_in("bias_reflectie", get="list", post="create")
def cards(request: SignedInRequest) -> HttpResponse:
    form = CardForm(request.POST or None, names=names_near(account=request.user))
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.write_card,
            then=reverse("guide:intervision"),
            about=request.user,
            said=_t("Het kaartje is klaar om te printen."),
        )
        if answer:
            return answer
    page = {"form": form, "cards": queries.cards_of(account=request.user)}
    return render(request, "guide/intervision.html", page)


@signed_in("bias_reflectie", get="read", post="delete")
def card(request: SignedInRequest, card_id: int) -> HttpResponse:
    if request.method == "POST":
        actions.forget_card(by=request.user, about=request.user, card_id=card_id)
        return redirect("guide:intervision")
    own_card = queries.own_card(account=request.user, card_id=card_id)
    page = {"card": own_card, "sends": filled("send_card", account=request.user, card_id=card_id)}
    return render(request, "guide/card.html", page)


@on_case("werkaantekening_professional", get="list")
def swap(request: SignedInRequest, case: Case) -> HttpResponse:
    """The plan with man and woman changed places: only to read, nothing is stored."""
    plan = plan_of(case=case, day=timezone.localdate())
    lines = [plan.wish, *(promise.what for promise in plan.promises)]
    pairs = [(line, swapped(line)) for line in lines if line]
    return render(request, "guide/swap.html", page_of(request, case, pairs=pairs))
