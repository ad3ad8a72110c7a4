"""The side that answers: what waits longest first, one topic with its words, and each step of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.forms import EditForm

from .. import actions, papers, queries
from ..domain.recognising import recognised
from ..domain.standing import NEXT
from ..forms import AnswerTopicForm, ForwardForm, JoinTopicsForm, SecondReadForm, TopicNameForm
from ..models import Hearer, TopicState
from ..words import clue_in_words


@signed_in("signaalantwoord", get="list")
def topics(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    lines = queries.topics_of(account=request.user, day=day)
    waiting = [line for line in lines if line.state in (TopicState.HEARD, TopicState.LOOKED_AT)]
    page = {
        "first": waiting[0] if waiting else None,
        "waiting": waiting[1:],
        "decided": [line for line in lines if line.state == TopicState.DECIDED],
        "done": [line for line in lines if line.state == TopicState.DONE],
        "late": sum(line.is_late for line in lines),
    }
    return render(request, "signals/topics.html", page)


@signed_in("signaalantwoord", get="read")
def topic(request: SignedInRequest, topic_id: int) -> HttpResponse:
    page = queries.topic_page(account=request.user, topic_id=topic_id, day=timezone.localdate())
    is_national = page.line.hearer == Hearer.NATIONAL
    context = {"topic": page, "may_step": bool(NEXT[page.line.state]), "is_national": is_national}
    return render(request, "signals/topic.html", context)


def _edit(
    request: SignedInRequest,
    form: EditForm,
    act: Callable[..., Any],
    *,
    topic_id: int,
    title: str,
    message: str,
) -> HttpResponse:
    then = reverse("signals:topic", args=[topic_id])
    if request.method == "POST":
        answer = save(request, form, act, then=then, said=message, topic_id=topic_id)
        if answer:
            return answer
    return render(request, "signals/answer.html", {"form": form, "back": then, "title": title})


@signed_in("signaalantwoord", get="update", post="update")
def take_step(request: SignedInRequest, topic_id: int) -> HttpResponse:
    row = queries.topic_of(account=request.user, topic_id=topic_id)
    if not NEXT[row.state]:
        raise Http404
    form = AnswerTopicForm(request.POST or None, state=row.state, version=row.version, initial={})
    message = _t("Dit lezen nu alle gevers.")
    return _edit(request, form, actions.take_step, topic_id=topic_id, title=row.title, message=message)


@signed_in("signaalantwoord", get="update", post="update")
def forward(request: SignedInRequest, topic_id: int) -> HttpResponse:
    row = queries.topic_of(account=request.user, topic_id=topic_id)
    initial = {"hearer": row.hearer, "hearer_name": row.hearer_name}
    form = ForwardForm(request.POST or None, version=row.version, initial=initial)
    title, message = (
        _t("Doorsturen naar wie dit kan veranderen"),
        _t("Doorgestuurd. De dag van het antwoord blijft."),
    )
    return _edit(request, form, actions.forward, topic_id=topic_id, title=title, message=message)


@signed_in("signaalantwoord", get="update", post="update")
def name_topic(request: SignedInRequest, topic_id: int) -> HttpResponse:
    row = queries.topic_of(account=request.user, topic_id=topic_id)
    form = TopicNameForm(request.POST or None, version=row.version, initial={"title": row.title})
    title, message = _t("Dit onderwerp een naam geven"), _t("De naam is veranderd.")
    return _edit(request, form, actions.name_topic, topic_id=topic_id, title=title, message=message)


@signed_in("signaalantwoord", get="update", post="update")
def join(request: SignedInRequest, topic_id: int) -> HttpResponse:
    row = queries.topic_of(account=request.user, topic_id=topic_id)
    lines = queries.topics_of(account=request.user, day=timezone.localdate())
    others = [
        (line.id, line.title) for line in lines if line.id != topic_id and line.state != TopicState.DONE
    ]
    form = JoinTopicsForm(request.POST or None, topics=others, version=row.version, initial={})
    then = reverse("signals:topics")
    if request.method == "POST":
        message = _t("Deze signalen staan nu bij elkaar.")
        answer = save(request, form, actions.join_topics, then=then, said=message, topic_id=topic_id)
        if answer:
            return answer
    page = {"form": form, "back": then, "title": _t("Bij elkaar leggen")}
    return render(request, "signals/answer.html", page)


@signed_in("signaalantwoord", post="update")
def take_apart(request: SignedInRequest, signal_id: uuid.UUID) -> HttpResponse:
    apart = actions.take_apart(by=request.user, signal_id=signal_id)
    messages.success(request, _t("Dit signaal staat nu apart, onder een eigen onderwerp."))
    return redirect("signals:topic", apart.pk)


@signed_in("signaalantwoord", get="read")
def letter(request: SignedInRequest, topic_id: int) -> HttpResponse:
    """A letter to the body concerned, ready to sign."""
    page = queries.topic_page(account=request.user, topic_id=topic_id, day=timezone.localdate())
    pdf = papers.letter_pdf(topic=page, account=request.user, day=timezone.localdate())
    headers = {"Content-Disposition": 'inline; filename="brief-signaal.pdf"'}
    return HttpResponse(pdf.content, content_type="application/pdf", headers=headers)


@signed_in("signaal_nalezen", get="list")
def to_read(request: SignedInRequest) -> HttpResponse:
    return render(request, "signals/to_read.html", {"signals": queries.tickets_to_read(account=request.user)})


def _read_over(request: SignedInRequest, form: SecondReadForm, ticket_id: uuid.UUID) -> None:
    try:
        actions.read_over(
            by=request.user,
            once=form.cleaned_data["once"],
            ticket_id=ticket_id,
            seen_version=seen_version(request),
            goes="back" not in request.POST,
            remark=form.cleaned_data["remark"],
        )
        messages.success(request, _t("Nagelezen. Dank u wel."))
    except Conflict:
        messages.warning(request, _t("Dit signaal is net veranderd. Lees het nog een keer."))


@signed_in("signaal_nalezen", get="read", post="approve")
def read_over(request: SignedInRequest, ticket_id: uuid.UUID) -> HttpResponse:
    signal = queries.signal_to_read(account=request.user, ticket_id=ticket_id)
    form, then = SecondReadForm(request.POST or None), reverse("signals:to_read")
    if request.method == "POST" and form.is_valid():
        _read_over(request, form, ticket_id)
        return redirect(then)
    text = "\n".join((signal.words.wrong, signal.words.helps, signal.hearer_name))
    clues = [(clue.words, clue_in_words(clue.clue)) for clue in recognised(text, names=())]
    label = Hearer(signal.hearer).label
    page = {"signal": signal, "form": form, "clues": clues, "hearer_label": label, "back": then}
    return render(request, "signals/read_over.html", page)
