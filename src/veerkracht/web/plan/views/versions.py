"""Fixed versions: making one, reading one, her answer, and two beside each other."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.method import library
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..forms import HerWordsForm
from ..page import compared
from .frame import page_of, plan_now, plan_url


@on_case("trajectplan_vastgesteld", get="create", post="create")
def fix_plan(request: SignedInRequest, case: Case) -> HttpResponse:
    if request.method == "POST" and _fix(request, case):
        return redirect(plan_url(case))
    plan = plan_now(case)
    mirror = [] if is_hers(request.user) else [item.text for item in library.items("BT")]
    page = page_of(request, case, plan=plan, text=plan.text, mirror=mirror, **_money(request, case))
    return render(request, "plan/fix.html", page)


def _fix(request: SignedInRequest, case: Case) -> bool:
    """Whether there is a version of what was shown; says what happened."""
    try:
        actions.fix_plan(by=request.user, case=case, shown_hash=request.POST.get("hash", ""))
        messages.success(request, _t("Het plan is vastgesteld. Nu is het aan haar om ja te zeggen."))
    except actions.AlreadyFixed as found:
        says = _t("Dit plan is net al vastgesteld, precies zo, als versie %(number)s.")
        messages.info(request, says % {"number": found.current.number})
    except Conflict:
        messages.warning(request, _t("Het plan is net veranderd. Lees het nog een keer samen door."))
        return False
    return True


@on_case("trajectplan_vastgesteld", get="read", post="approve")
def fixed_plan(request: SignedInRequest, case: Case, number: int) -> HttpResponse:
    form = HerWordsForm(request.POST if request.method == "POST" else None) if is_hers(request.user) else None
    if request.method == "POST":
        if form is None:
            raise Http404  # nobody gives it for her
        if form.is_valid():
            return _answer(request, case, number, form.cleaned_data["her_words"])
    fixed = queries.fixed_plan(case=case, number=number)
    versions = queries.versions_of(case=case)
    others = [each for each in versions if each.number != number]
    return render(
        request,
        "plan/fixed.html",
        page_of(
            request,
            case,
            fixed=fixed,
            text=fixed.text,
            form=form,
            is_newest=versions[0].number == number,
            others=others,
            **_money(request, case),
        ),
    )


def _money(request: SignedInRequest, case: Case) -> dict[str, bool]:
    """A fixed plan reaches more people than the money pages do; they do not see the sums in it."""
    return {"sees_money": authorize(request.user, "read", "rekenscenario", case=case)}


def _answer(request: SignedInRequest, case: Case, number: int, words: str) -> HttpResponse:
    declines = request.POST.get("stand") == "no"
    act = actions.decline_plan if declines else actions.confirm_plan
    message = (
        _t("Je antwoord staat erbij. Je klantmanager ziet het.")
        if declines
        else _t("Je hebt ja gezegd tegen dit plan.")
    )
    try:
        shown_hash = request.POST.get("hash", "")
        act(by=request.user, case=case, number=number, shown_hash=shown_hash, her_words=words)
        messages.success(request, message)
    except AlreadyDone:
        pass  # she said yes before; the plan says so
    except Conflict:
        messages.warning(request, _t("Er is een nieuwere versie. Lees die eerst."))
    return redirect(plan_url(case))


@on_case("trajectplan_vastgesteld", get="read")
def compare(request: SignedInRequest, case: Case, number: int) -> HttpResponse:
    """A version beside another one (`?met=2`), or beside the plan as it stands now."""
    old = queries.fixed_plan(case=case, number=number)
    other = request.GET.get("met", "")
    if other and not (other.isdecimal() and len(other) < 7):
        raise Http404
    new = queries.fixed_plan(case=case, number=int(other)) if other else None
    text = new.text if new else plan_now(case).text
    return render(
        request,
        "plan/compare.html",
        page_of(
            request,
            case,
            old=old,
            new=new,
            sections=compared(old.text, text, **_money(request, case)),
            others=[v for v in queries.versions_of(case=case) if v.number != number],
            day=timezone.localdate(),
        ),
    )
