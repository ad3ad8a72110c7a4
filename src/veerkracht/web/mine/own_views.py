"""Her own plan and what she can: one question at a time, save and stop anywhere, brought in item by item."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_own_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict

from . import own_actions
from .forms import OwnAnswerForm, StrengthForm
from .frame import her_page
from .own_papers import booklet_pdf, strengths_docx, strengths_pdf
from .own_plan import answer_row, next_after, own_texts, question_of, strength_of, strengths_of

_KIND = "prive_notitie_moeder"


@on_own_case(_KIND, get="read")
def own_plan(request: SignedInRequest, case: Case) -> HttpResponse:
    texts = own_texts(account=request.user)
    page = her_page(request, case, "", texts=texts, strengths=strengths_of(account=request.user))
    return render(request, "mine/own_plan.html", page)


@on_own_case(_KIND, get="read", post="update")
def own_question(request: SignedInRequest, case: Case, code: str) -> HttpResponse:
    """One question. Save and go on, or save and stop."""
    question, row = question_of(code), answer_row(account=request.user, code=code)
    initial = {"words": row.words, "ticked": row.ticked} if row else {}
    form = OwnAnswerForm(
        request.POST or None, initial=initial, version=row.version if row else None, question=question
    )
    if request.method == "POST":
        following = next_after(code) if "verder" in request.POST else None
        then = reverse("mine:own_question", args=[following.code]) if following else reverse("mine:own_plan")
        answer = save(
            request, form, own_actions.write_own_answer, then=then, said=_t("Bewaard."), question=code
        )
        if answer:
            return answer
    page = her_page(request, case, "", form=form, question=question, following=next_after(code))
    return render(request, "mine/own_question.html", page, status=422 if form.errors else 200)


@on_own_case(_KIND, post="share")
def bring(request: SignedInRequest, case: Case, code: str) -> HttpResponse:
    """This answer goes along to her klantmanager; or no longer."""
    brings = request.POST.get("mee") == "ja"
    own_actions.bring_in(by=request.user, case=case, question=code, brings=brings)
    messages.success(
        request, _t("Je klantmanager kan dit nu lezen.") if brings else _t("Dit is weer van jou alleen.")
    )
    return redirect("mine:own_plan")


@on_own_case(_KIND, get="read")
def booklet(request: SignedInRequest, case: Case) -> HttpResponse:
    return _file(booklet_pdf(), "application/pdf", "pdf")


def _file(content: bytes, kind: str, ending: str) -> HttpResponse:
    """A name that tells nothing to who sees it on her telephone."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = (
        f'attachment; filename="overzicht-{timezone.localdate():%Y-%m-%d}.{ending}"'
    )
    return answer


@on_own_case(_KIND, get="read")
def strengths(request: SignedInRequest, case: Case) -> HttpResponse:
    page = her_page(request, case, "", strengths=strengths_of(account=request.user))
    return render(request, "mine/strengths.html", page)


@on_own_case(_KIND, get="read", post="update")
def strength(request: SignedInRequest, case: Case, strength_id: int | None = None) -> HttpResponse:
    row = strength_of(account=request.user, strength_id=strength_id) if strength_id else None
    names = [name for name in StrengthForm.base_fields if hasattr(row, name)]
    form = StrengthForm(
        request.POST or None,
        initial={name: getattr(row, name) for name in names},
        version=row.version if row else None,
    )
    if request.method == "POST":
        then, said = reverse("mine:strengths"), _t("Bewaard.")
        answer = save(
            request, form, own_actions.write_strength, then=then, said=said, strength_id=strength_id
        )
        if answer:
            return answer
    page = her_page(request, case, "", form=form, strength=row)
    return render(request, "mine/strength.html", page, status=422 if form.errors else 200)


@on_own_case(_KIND, post="share")
def bring_strength(request: SignedInRequest, case: Case, strength_id: int) -> HttpResponse:
    brings = request.POST.get("mee") == "ja"
    own_actions.bring_strength(by=request.user, case=case, strength_id=strength_id, brings=brings)
    messages.success(
        request, _t("Je klantmanager kan dit nu lezen.") if brings else _t("Dit is weer van jou alleen.")
    )
    return redirect("mine:strengths")


@on_own_case(_KIND, post="delete")
def remove_strength(request: SignedInRequest, case: Case, strength_id: int) -> HttpResponse:
    try:
        own_actions.remove_strength(
            by=request.user, strength_id=strength_id, seen_version=seen_version(request)
        )
        messages.success(request, _t("Weggegooid."))
    except Conflict:
        messages.warning(request, _t("Dit veranderde net in een ander venster. Het staat er nog."))
    return redirect("mine:strengths")


@on_own_case(_KIND, get="export")
def strengths_file(request: SignedInRequest, case: Case, ending: str) -> HttpResponse:
    """To take along: a PDF, or a document she can change herself."""
    hers = strengths_of(account=request.user)
    if ending == "docx":
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return _file(strengths_docx(case=case, strengths=hers), kind, ending)
    return _file(strengths_pdf(case=case, strengths=hers), "application/pdf", "pdf")
