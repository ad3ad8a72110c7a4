"""The report of a talk, what she says about it, and the copy for the case system."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case, signed_in
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..copy import as_docx, as_text
from ..forms import AdditionForm, HeardForm, RemarkForm, SeenForm
from ..models import Talk, TalkState
from .placing import after_the_talk
from .talks import page_of, talks_url

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report_url(case: Case, talk_id: int) -> str:
    return reverse("guide:report", args=[case.public_id, talk_id])


@on_case("gespreksverslag", post="create")
def sign(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    if queries.talk_of(case=case, talk_id=talk_id).state == TalkState.SIGNED:
        return redirect(report_url(case, talk_id))  # the first click did it
    form = SeenForm(request.POST)
    if not form.is_valid():
        return wrap_up_page(request, case, queries.open_talk_of(case=case, talk_id=talk_id), form, status=422)
    try:
        given = {
            "talk_id": talk_id,
            "shown_hash": request.POST.get("hash", ""),
            "seen": form.cleaned_data["seen"],
        }
        actions.sign_report(by=request.user, case=case, **given)
    except Conflict:
        messages.warning(
            request, _t("De woorden zijn net veranderd. Lees ze nog een keer en onderteken dan.")
        )
        return wrap_up_page(request, case, queries.open_talk_of(case=case, talk_id=talk_id), form, status=409)
    messages.success(
        request, _t("Het verslag is ondertekend. %s kan het nu lezen en erop antwoorden.") % case.first_name
    )
    return redirect(report_url(case, talk_id))


@on_case("werkaantekening_professional", get="list")
def wrap_up(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    """After the talk: where do her words go, what did you see, and then the letter."""
    talk = queries.talk_of(case=case, talk_id=talk_id)
    if talk.state == TalkState.SIGNED:
        return redirect(report_url(case, talk_id))
    draft = queries.draft_of(talk=talk, account=request.user, field="seen")
    return wrap_up_page(request, case, talk, SeenForm(initial={"seen": draft}))


def wrap_up_page(
    request: HttpRequest, case: Case, talk: Talk, form: SeenForm, status: int = 200
) -> HttpResponse:
    page: dict[str, Any] = {
        "talk": talk,
        "quotes": queries.quotes_of(talk=talk),
        "panel": "",
        "just_placed": False,
        "form": form,
        "may_sign": talk.led_by_id == request.user.pk and talk.state == "ended",
        "apart": False,
        **after_the_talk(case, talk),
    }
    return render(request, "guide/wrap_up.html", page_of(request, case, **page), status=status)


@on_case("gespreksverslag", get="read")
def report(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    found = queries.report_of(case=case, talk_id=talk_id)
    hers = is_hers(request.user)
    draft = queries.draft_of(talk=found.talk, account=request.user, field="reaction") if hers else ""
    page = page_of(
        request,
        case,
        report=found,
        talk=found.talk,
        remark_form=RemarkForm(initial={"words": draft}),
        addition_form=AdditionForm(),
        may_add=found.signed_by_id == request.user.pk,
        between_us=[] if hers else queries.between_us(talk=found.talk),
    )
    return render(request, "guide/report.html", page)


@on_case("gespreksverslag", post="approve")
def confirm(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    try:
        shown = request.POST.get("hash", "")
        actions.confirm_report(by=request.user, case=case, talk_id=talk_id, shown_hash=shown)
        messages.success(request, _t("Jouw woorden zijn door jou ondertekend."))
    except Conflict:
        messages.warning(request, _t("Er is iets veranderd. Lees het verslag nog een keer."))
    return redirect(report_url(case, talk_id))


@on_case("reactie_moeder_op_verslag", get="create", post="create")
def remark(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    queries.report_row(case=case, talk_id=talk_id)
    form = RemarkForm(request.POST or None)
    if request.method == "POST":
        given = {"case": case, "talk_id": talk_id, "said": _t("Jouw reactie staat nu naast het verslag.")}
        answer = save(request, form, actions.write_remark, then=report_url(case, talk_id), **given)
        if answer:
            return answer
    page = page_of(request, case, form=form, title=_t("Wat zeg jij ervan?"))
    return render(request, "guide/form.html", {**page, "back": report_url(case, talk_id)})


@on_case("gespreksverslag", get="create", post="create")
def addition(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    queries.report_row(case=case, talk_id=talk_id)
    form = AdditionForm(request.POST or None)
    if request.method == "POST":
        given = {"case": case, "talk_id": talk_id, "said": _t("Uw aanvulling staat erbij, met uw naam.")}
        answer = save(request, form, actions.add_to_report, then=report_url(case, talk_id), **given)
        if answer:
            return answer
    page = page_of(request, case, form=form, title=_t("Aanvulling"))
    return render(request, "guide/form.html", {**page, "back": report_url(case, talk_id)})


@on_case("werkaantekening_professional", get="list")
def copy(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    found = queries.report_of(case=case, talk_id=talk_id)
    page = page_of(request, case, talk=found.talk, text=as_text(found))
    return render(request, "guide/copy.html", {**page, "back": report_url(case, talk_id)})


@on_case("werkaantekening_professional", get="list")
def docx(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    content = as_docx(queries.report_of(case=case, talk_id=talk_id))
    headers = {"Content-Disposition": 'attachment; filename="verslag.docx"'}
    return HttpResponse(content, content_type=DOCX, headers=headers)


@on_case("gehoord", get="create", post="create")
def heard(request: HttpRequest, case: Case, talk_id: int) -> HttpResponse:
    talk = queries.talk_of(case=case, talk_id=talk_id)
    said = queries.heard_of(case=case).get(talk_id)
    initial = {"face": said.face, "words": said.words} if said else {}
    if not initial and request.GET.get("gezicht", "") in ("1", "2", "3", "4"):
        initial = {"face": request.GET["gezicht"]}
    form = HeardForm(request.POST or None, initial=initial)
    if request.method == "POST":
        given = {
            "case": case,
            "talk_id": talk_id,
            "said": _t("Dank je wel. Alleen jij ziet wat je hier zei."),
        }
        answer = save(request, form, actions.say_heard, then=talks_url(case), **given)
        if answer:
            return answer
    return render(request, "guide/heard.html", page_of(request, case, form=form, talk=talk))


@signed_in("gehoord_gemiddelde", get="read")
def team_heard(request: HttpRequest) -> HttpResponse:
    average = queries.heard_in_team(account=request.user)
    return render(request, "guide/team_heard.html", {"average": average})
