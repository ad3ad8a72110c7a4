"""The pages of the plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page, is_hers
from veerkracht.web.people.queries import klantmanager_of
from veerkracht.web.record.editing import save
from veerkracht.web.record.models import Conflict

from . import actions, queries
from .forms import AnswerForm, PromiseForm, WishForm
from .letter import LetterNotPossible, letter_of
from .models import Answer, Promise


def _plan_url(case: Case) -> str:
    return reverse("plan:plan", args=[case.public_id])


def _page(request: HttpRequest, case: Case, **context: Any) -> dict[str, Any]:
    context = {"promise": None, "back": _plan_url(case), **context}
    return case_page(request, case, tab="plan:plan", **context)


@on_case("trajectplan_concept", get="read")
def plan(request: HttpRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    page = _page(
        request,
        case,
        plan=queries.plan_of(case=case, day=day),
        klantmanager=klantmanager_of(case=case, day=day),
    )
    return render(request, "plan/plan.html", page)


@on_case("trajectplan_concept", get="update", post="update")
def write_wish(request: HttpRequest, case: Case) -> HttpResponse:
    plan = queries.plan_of(case=case, day=timezone.localdate())
    form = WishForm(request.POST or None, initial={"wish": plan.wish}, version=plan.version)
    if request.method == "POST":
        said = _t("De wens is opgeslagen.")
        answer = save(request, form, actions.write_wish, then=_plan_url(case), said=said, case=case)
        if answer:
            return answer
    return render(request, "plan/form.html", _page(request, case, form=form, title=_t("De wens")))


@on_case("actie", get="create", post="create")
def make_promise(request: HttpRequest, case: Case) -> HttpResponse:
    form = PromiseForm(request.POST or None, initial={"owner": request.GET.get("wie", "")[:20]})
    if request.method == "POST":
        said = _t("De afspraak staat erin. Vraag wat zij ervan vindt.")
        answer = save(request, form, actions.make_promise, then=_plan_url(case), said=said, case=case)
        if answer:
            return answer
    return render(request, "plan/form.html", _page(request, case, form=form, title=_t("Een afspraak erbij")))


def _initial(promise: Promise, form: type[PromiseForm | AnswerForm]) -> dict[str, Any]:
    return {name: getattr(promise, name) for name in form.base_fields if hasattr(promise, name)}


@on_case("actie", get="update", post="update")
def change_promise(request: HttpRequest, case: Case, promise_id: int) -> HttpResponse:
    promise = queries.promise_of(case=case, promise_id=promise_id)
    form = PromiseForm(request.POST or None, initial=_initial(promise, PromiseForm), version=promise.version)
    if request.method == "POST":
        given = {"case": case, "promise_id": promise_id, "said": _t("De afspraak is veranderd.")}
        answer = save(request, form, actions.change_promise, then=_plan_url(case), **given)
        if answer:
            return answer
    page = _page(request, case, form=form, title=_t("Afspraak veranderen"), promise=promise)
    return render(request, "plan/form.html", page)


@on_case("actie", get="update", post="update")
def answer_promise(request: HttpRequest, case: Case, promise_id: int) -> HttpResponse:
    promise = queries.promise_of(case=case, promise_id=promise_id)
    initial = _initial(promise, AnswerForm)
    if promise.answer == Answer.NONE:
        initial["answer"] = request.GET.get("antwoord", "")
    form = AnswerForm(
        request.POST or None, initial=initial, version=promise.version, hers=is_hers(request.user)
    )
    if request.method == "POST":
        given = {"case": case, "promise_id": promise_id, "said": _t("Het antwoord is opgeslagen.")}
        answer = save(request, form, actions.answer_promise, then=_plan_url(case), **given)
        if answer:
            return answer
    return render(
        request, "plan/answer.html", _page(request, case, form=form, promise=queries.facts_of(promise))
    )


@on_case("actie", post="update")
def mark_done(request: HttpRequest, case: Case, promise_id: int) -> HttpResponse:
    done_on = timezone.localdate() if request.POST.get("done") == "ja" else None
    return _short(request, case, actions.mark_done, promise_id, done_on=done_on)


@on_case("actie", get="delete", post="delete")
def remove_promise(request: HttpRequest, case: Case, promise_id: int) -> HttpResponse:
    if request.method == "POST":
        return _short(request, case, actions.remove_promise, promise_id)
    promise = queries.facts_of(queries.promise_of(case=case, promise_id=promise_id))
    return render(request, "plan/remove.html", _page(request, case, promise=promise))


def _short(request: HttpRequest, case: Case, act: Any, promise_id: int, **given: Any) -> HttpResponse:
    """A button without a form: nothing was typed, so a conflict only needs the fresh page and a sentence."""
    seen = request.POST.get("seen_version", "")
    try:
        version = int(seen) if seen.isdecimal() and len(seen) < 9 else 0
        act(by=request.user, case=case, promise_id=promise_id, seen_version=version, **given)
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde deze afspraak net. Zo staat hij er nu."))
    return redirect(_plan_url(case))


@on_case("trajectplan_vastgesteld", get="create", post="create")
def fix_plan(request: HttpRequest, case: Case) -> HttpResponse:
    if request.method == "POST":
        try:
            actions.fix_plan(by=request.user, case=case, shown_hash=request.POST.get("hash", ""))
            messages.success(request, _t("Het plan is vastgesteld. Nu is het aan haar om ja te zeggen."))
            return redirect(_plan_url(case))
        except Conflict:
            messages.warning(request, _t("Het plan is net veranderd. Lees het nog een keer samen door."))
    plan = queries.plan_of(case=case, day=timezone.localdate())
    return render(request, "plan/fix.html", _page(request, case, plan=plan, text=plan.text))


@on_case("trajectplan_vastgesteld", get="read", post="approve")
def fixed_plan(request: HttpRequest, case: Case, number: int) -> HttpResponse:
    if request.method == "POST":
        try:
            shown = request.POST.get("hash", "")
            actions.confirm_plan(by=request.user, case=case, number=number, shown_hash=shown)
            messages.success(request, _t("Je hebt ja gezegd tegen dit plan."))
        except Conflict:
            messages.warning(request, _t("Er is een nieuwere versie. Lees die eerst."))
        return redirect(_plan_url(case))
    fixed = queries.fixed_plan(case=case, number=number)
    return render(request, "plan/fixed.html", _page(request, case, fixed=fixed, text=fixed.text))


@on_case("trajectplan_concept", get="read")
def letter(request: HttpRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    try:
        pdf = letter_of(case=case, plan=queries.plan_of(case=case, day=day), day=day)
    except LetterNotPossible as error:
        return render(request, "plan/no_letter.html", _page(request, case, why=str(error)), status=422)
    # A file name that tells nothing to who looks over a shoulder or into a downloads folder.
    headers = {"Content-Disposition": 'inline; filename="brief.pdf"'}
    return HttpResponse(pdf.content, content_type="application/pdf", headers=headers)
