"""The self-scan of the year, its actions, and the evidence behind the three lenses."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.method import library
from veerkracht.method.items import EvidenceCard
from veerkracht.web.offers.queries import catalogue_balance
from veerkracht.web.offers.words import balance_page
from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..forms import ScanActionForm, ScanAnswerForm
from ..words import NO_SOURCE, RESEARCH


@signed_in("zelfscan", get="read")
def scan(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    lines = queries.scan_of(account=request.user, year=day.year)
    page = {
        "offers": balance_page(catalogue_balance(account=request.user, day=day)),
        "year": day.year,
        "today": day,
        "lines": [
            (library.item(line.question), line, _research(line.question), NO_SOURCE.get(line.question, ""))
            for line in lines
        ],
        "answered": sum(line.now is not None for line in lines),
        "late": queries.late_actions(account=request.user, day=day),
        "may_answer": request.user.role == "beleid",
    }
    return render(request, "policy/scan.html", page)


def _research(question: str) -> list[EvidenceCard]:
    return [card for card in library.evidence() if card.id in RESEARCH.get(question, ())]


@signed_in("zelfscan", get="update", post="update")
def answer(request: SignedInRequest, question: str) -> HttpResponse:
    year = timezone.localdate().year
    row = queries.answer_of(account=request.user, year=year, question=question)
    initial = {"how_far": row.how_far, "evidence": row.evidence} if row else {}
    form = ScanAnswerForm(request.POST or None, initial=initial, version=row.version if row else None)
    then = reverse("policy:scan")
    if request.method == "POST":
        done = save(
            request,
            form,
            actions.answer_question,
            then=then,
            said=_t("Het antwoord staat erin."),
            year=year,
            question=question,
        )
        if done:
            return done
    page = {"form": form, "back": then, "title": library.item(question).text}
    return render(request, "policy/form.html", page)


@signed_in("zelfscan", get="update", post="update")
def add_action(request: SignedInRequest, question: str) -> HttpResponse:
    queries.answer_of(account=request.user, year=timezone.localdate().year, question=question)
    form, then = ScanActionForm(request.POST or None), reverse("policy:scan")
    if request.method == "POST":
        said = _t("De actie staat erin, met een dag.")
        done = save(request, form, actions.add_action, then=then, said=said, question=question)
        if done:
            return done
    title = _t("Een actie bij: %(theme)s") % {"theme": library.item(question).theme}
    return render(request, "policy/form.html", {"form": form, "back": then, "title": title})


@signed_in("zelfscan", post="update")
def finish_action(request: SignedInRequest, action_id: int) -> HttpResponse:
    try:
        actions.finish_action(by=request.user, action_id=action_id, seen_version=seen_version(request))
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    return redirect("policy:scan")


@signed_in("bewijs", get="read")
def evidence(request: SignedInRequest) -> HttpResponse:
    page = {"lenses": library.items("L"), "cards": library.evidence()}
    return render(request, "policy/evidence.html", page)
