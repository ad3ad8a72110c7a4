"""The list of talks, planning one, and preparing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.method.items import RINGS
from veerkracht.method.library import rings
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page, is_hers
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..domain import questions
from ..forms import AgendaForm, TalkForm
from ..models import Talk


def talks_url(case: Case) -> str:
    return reverse("guide:talks", args=[case.public_id])


def page_of(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    """What every page of the guide about one person has."""
    return case_page(request, case, tab="guide:talks", back=talks_url(case), **context)


def seen_version(request: SignedInRequest) -> int:
    """The version a button without a form was made from; 0, which never fits, when it says nothing sensible."""
    seen = request.POST.get("seen_version", "")
    return int(seen) if seen.isdecimal() and len(seen) < 9 else 0


@on_case("gespreksverslag", get="read")
def talks(request: SignedInRequest, case: Case) -> HttpResponse:
    listed = queries.talks_of(case=case)
    page = page_of(
        request,
        case,
        to_come=[t for t in reversed(listed) if t.is_to_come],
        earlier=[t for t in listed if not t.is_to_come],
        agenda=queries.open_agenda(case=case),
        agenda_form=AgendaForm(),
        notes=queries.contact_notes_of(case=case),
        heard=set(queries.heard_of(case=case)) if is_hers(request.user) else set(),
    )
    return render(request, "guide/talks.html", page)


@on_case("afspraak", get="create", post="create")
def plan_talk(request: SignedInRequest, case: Case) -> HttpResponse:
    form = TalkForm(request.POST or None, initial={"on": timezone.localdate()}, version=1)
    if request.method == "POST":
        message = _t("Het gesprek staat gepland.")
        answer = save(request, form, _without_version, then=talks_url(case), said=message, case=case)
        if answer:
            return answer
    return render(request, "guide/form.html", page_of(request, case, form=form, title=_t("Gesprek plannen")))


def _without_version(*, seen_version: int, **values: Any) -> Talk:
    """A new talk has no version to have seen."""
    talk: Talk = actions.plan_talk(**values)
    return talk


@on_case("afspraak", get="update")
def moved_talk(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """The address of before a talk was called one."""
    return redirect("guide:change_talk", case.public_id, talk_id)


@on_case("afspraak", get="update", post="update")
def change_talk(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    talk = queries.talk_of(case=case, talk_id=talk_id)
    initial = {name: getattr(talk, name) for name in TalkForm.base_fields if hasattr(talk, name)}
    form = TalkForm(request.POST or None, initial=initial, version=talk.version)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.change_talk,
            then=talks_url(case),
            case=case,
            talk_id=talk_id,
            said=_t("Het gesprek is verzet."),
        )
        if answer:
            return answer
    return render(
        request, "guide/form.html", page_of(request, case, form=form, title=_t("Het gesprek verzetten"))
    )


@on_case("werkaantekening_professional", get="list")
def prepare(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    talk = queries.open_talk_of(case=case, talk_id=talk_id)
    preparation = queries.preparation(case=case, talk=talk, day=timezone.localdate())
    page = page_of(request, case, talk=talk, preparation=preparation, **_choosing(request, talk))
    return render(request, "guide/prepare.html", page)


def _choosing(request: SignedInRequest, talk: Talk) -> dict[str, Any]:
    """The chosen questions, and the part of the library that is open."""
    ring, words = request.GET.get("ring", ""), request.GET.get("zoek", "")[:60].strip()
    within = next((one for one in RINGS if one == ring), None)
    is_open = bool(within or words)
    return {
        "chosen": questions.shown(talk.questions, alone=talk.alone),
        "rings": rings(),
        "ring": within or "",
        "search": words,
        "library": questions.library(alone=talk.alone, ring=within, words=words) if is_open else [],
    }


@on_case("werkaantekening_professional", post="create")
def choose_questions(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    queries.talk_of(case=case, talk_id=talk_id)
    do, _, question = request.POST.get("do", "")[:20].partition(":")
    if do in ("add", "skip", "up", "down"):
        try:
            actions.choose_questions(
                by=request.user,
                case=case,
                do=do,
                talk_id=talk_id,
                seen_version=seen_version(request),
                question=question,
            )
        except Conflict:
            messages.warning(request, _t("De vragen zijn net veranderd. Zo staan ze er nu."))
    if request.htmx:
        talk = queries.talk_of(case=case, talk_id=talk_id)
        return render(
            request, "guide/_questions.html", page_of(request, case, talk=talk, **_choosing(request, talk))
        )
    return redirect(_way_back(request, case, talk_id))


def _way_back(request: SignedInRequest, case: Case, talk_id: int) -> str:
    """To the preparation where it was open, or to the talk itself."""
    if request.POST.get("from") == "talk":
        return reverse("guide:talk", args=[case.public_id, talk_id])
    query = request.GET.urlencode()
    return (
        reverse("guide:prepare", args=[case.public_id, talk_id]) + (f"?{query}" if query else "") + "#vragen"
    )
