"""The report of a talk, what she says about it, and the copy for the case system."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case, signed_in
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..forms import AdditionForm, HeardForm, RemarkForm, WrapUpForm
from ..models import Talk, TalkState
from ..report_copy import as_docx, as_text
from .placing import after_the_talk
from .table import named
from .talks import page_of, talks_url

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report_url(case: Case, talk_id: int) -> str:
    return reverse("guide:report", args=[case.public_id, talk_id])


@on_case("gespreksverslag", post="create")
def sign(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    there = report_url(case, talk_id)
    if queries.talk_of(case=case, talk_id=talk_id).state == TalkState.SIGNED:
        return redirect(there)  # the first click did it
    form = WrapUpForm(request.POST)
    if not form.is_valid():
        return wrap_up_page(request, case, queries.open_talk_of(case=case, talk_id=talk_id), form, status=422)
    try:
        actions.sign_report(
            by=request.user,
            case=case,
            talk_id=talk_id,
            shown_hash=request.POST.get("hash", ""),
            seen=form.cleaned_data["seen"],
        )
    except Conflict:
        messages.warning(
            request, _t("De woorden zijn net veranderd. Lees ze nog een keer en onderteken dan.")
        )
        return wrap_up_page(request, case, queries.open_talk_of(case=case, talk_id=talk_id), form, status=409)
    if form.next_talk:
        actions.plan_talk(by=request.user, case=case, **form.next_talk)
    messages.success(request, _said_when_signed(case))
    return redirect("plan:letter", case.public_id) if "letter" in request.POST else redirect(there)


def _said_when_signed(case: Case) -> str:
    """Who has no log-in of her own reads it on paper."""
    if case.account_id is None:
        return _t("Het verslag is ondertekend. Geef %s de brief mee.") % case.first_name
    return _t("Het verslag is ondertekend. %s kan het nu lezen en erop antwoorden.") % case.first_name


@on_case("werkaantekening_professional", get="list")
def wrap_up(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    """After the talk: where do her words go, what did you see, and then the letter."""
    talk = queries.talk_of(case=case, talk_id=talk_id)
    if talk.state == TalkState.SIGNED:
        return redirect(report_url(case, talk_id))
    draft = queries.draft_of(talk=talk, account=request.user, field="seen")
    return wrap_up_page(request, case, talk, WrapUpForm(initial={"seen": draft}))


def wrap_up_page(
    request: SignedInRequest, case: Case, talk: Talk, form: WrapUpForm, status: int = 200
) -> HttpResponse:
    quotes = queries.quotes_of(talk=talk)
    homeless = [quote for quote in quotes if not quote.destination and not quote.places.all()]
    return render(
        request,
        "guide/wrap_up.html",
        page_of(
            request,
            case,
            talk=talk,
            homeless=homeless,
            placed=[quote for quote in quotes if quote not in homeless],
            panel="",
            just_placed=False,
            form=form,
            may_sign=talk.led_by_id == request.user.pk and talk.state == "ended",
            apart=False,
            **named(case, request.user),
            **after_the_talk(case, talk),
        ),
        status=status,
    )


@on_case("gespreksverslag", get="read")
def report(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    written = queries.report_of(case=case, talk_id=talk_id)
    hers = is_hers(request.user)
    draft = queries.draft_of(talk=written.talk, account=request.user, field="reaction") if hers else ""
    page = page_of(
        request,
        case,
        report=written,
        talk=written.talk,
        remark_form=RemarkForm(initial={"words": draft}),
        addition_form=AdditionForm(),
        may_add=written.signed_by_id == request.user.pk,
        between_us=[] if hers else queries.between_us(talk=written.talk),
    )
    return render(request, "guide/report.html", page)


@on_case("gespreksverslag", post="approve")
def confirm(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    try:
        shown_hash = request.POST.get("hash", "")
        actions.confirm_report(by=request.user, case=case, talk_id=talk_id, shown_hash=shown_hash)
        messages.success(request, _t("Je hebt je woorden ondertekend."))
    except Conflict:
        messages.warning(request, _t("Er is iets veranderd. Lees het verslag nog een keer."))
    return redirect(report_url(case, talk_id))


@on_case("reactie_moeder_op_verslag", get="create", post="create")
def remark(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    queries.report_row(case=case, talk_id=talk_id)
    form = RemarkForm(request.POST or None)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.write_remark,
            then=report_url(case, talk_id),
            case=case,
            talk_id=talk_id,
            said=_t("Jouw reactie staat nu naast het verslag."),
        )
        if answer:
            return answer
    page = page_of(request, case, form=form, title=_t("Wat zeg jij ervan?"))
    return render(request, "guide/form.html", {**page, "back": report_url(case, talk_id)})


@on_case("gespreksverslag", get="create", post="create")
def addition(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    queries.report_row(case=case, talk_id=talk_id)
    form = AdditionForm(request.POST or None)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.add_to_report,
            then=report_url(case, talk_id),
            case=case,
            talk_id=talk_id,
            said=_t("Uw aanvulling staat erbij, met uw naam."),
        )
        if answer:
            return answer
    page = page_of(request, case, form=form, title=_t("Aanvulling"))
    return render(request, "guide/form.html", {**page, "back": report_url(case, talk_id)})


@on_case("werkaantekening_professional", get="list")
def copy(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    written = queries.report_of(case=case, talk_id=talk_id)
    page = page_of(
        request, case, talk=written.talk, text=as_text(written, queries.after_talk(case=case, report=written))
    )
    return render(request, "guide/copy.html", {**page, "back": report_url(case, talk_id)})


@on_case("werkaantekening_professional", get="list")
def docx(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    found = queries.report_of(case=case, talk_id=talk_id)
    content = as_docx(found, queries.after_talk(case=case, report=found))
    headers = {"Content-Disposition": 'attachment; filename="verslag.docx"'}
    return HttpResponse(content, content_type=DOCX, headers=headers)


@on_case("gehoord", get="create", post="create")
def heard(request: SignedInRequest, case: Case, talk_id: int) -> HttpResponse:
    talk = queries.talk_of(case=case, talk_id=talk_id)
    heard_words = queries.heard_of(case=case).get(talk_id)
    initial = {"face": heard_words.face, "words": heard_words.words} if heard_words else {}
    if not initial and request.GET.get("gezicht", "") in ("1", "2", "3", "4"):
        initial = {"face": request.GET["gezicht"]}
    form = HeardForm(request.POST or None, initial=initial)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.say_heard,
            then=talks_url(case),
            case=case,
            talk_id=talk_id,
            said=_t("Dank je wel. Alleen jij ziet wat je hier zei."),
        )
        if answer:
            return answer
    return render(request, "guide/heard.html", page_of(request, case, form=form, talk=talk))


@signed_in("gehoord_gemiddelde", get="read")
def team_heard(request: SignedInRequest) -> HttpResponse:
    average = queries.heard_in_team(account=request.user)
    return render(request, "guide/team_heard.html", {"average": average})
