"""Her five pages, the page that explains Sluit, and her one-tap answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.chain.employer import replies_of
from veerkracht.web.chain.silence_queries import waiting_for_her
from veerkracht.web.map.around_her import around_her
from veerkracht.web.people.doors import SignedInRequest, on_own_case
from veerkracht.web.people.models import Case
from veerkracht.web.plan import actions as plan_actions
from veerkracht.web.plan.her_plan import her_plan
from veerkracht.web.planner.her_week import her_week
from veerkracht.web.purse.her_money import her_money
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.web.signals.queries import answers_for_her
from veerkracht.web.ui.slots import filled

from .actions import choose_cover_word
from .cover import has_cover_word
from .forms import CoverWordForm
from .frame import her_page
from .new_since import new_since
from .queries import start_of

ANSWERS = {
    "agree": _("Je zei ja. Dat staat nu in je plan."),
    "disagree": _("Je zei nee. Dat is goed. Je uitkering verandert daar niet door."),
    "think": _("Je denkt erover na. Neem de tijd."),
}


@on_own_case("trajectplan_concept", get="read")
def start(request: SignedInRequest, case: Case) -> HttpResponse:
    begin = start_of(case=case, account=request.user, day=timezone.localdate())
    circle = around_her(case=case, account=request.user, klantmanager=begin.plan.klantmanager)
    near, fresh = circle[0].lines[:3], new_since(request, case)
    waits = waiting_for_her(case=case, day=timezone.localdate())
    page = her_page(request, case, "start", begin=begin, near=near, fresh=fresh, chain_waits=waits)
    page["answers"] = answers_for_her(case=case, account=request.user, day=timezone.localdate())
    return render(request, "mine/start.html", page)


@on_own_case("trajectplan_concept", get="read")
def plan(request: SignedInRequest, case: Case) -> HttpResponse:
    hers = her_plan(case=case, day=timezone.localdate())
    return render(request, "mine/plan.html", her_page(request, case, "plan", plan=hers))


@on_own_case("actie", post="update")
def answer(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    """Yes, no or "I am thinking about it", to these very words."""
    pressed = request.POST.get("answer", "")
    if pressed not in ANSWERS:
        return HttpResponseBadRequest()
    return _one_tap(
        request,
        case,
        plan_actions.answer_promise,
        message=str(ANSWERS[pressed]),
        promise_id=promise_id,
        answer=pressed,
    )


@on_own_case("actie", post="update")
def done(request: SignedInRequest, case: Case, promise_id: int) -> HttpResponse:
    """Whether somebody did what was promised: she says so, and nobody's lateness is wiped out by it."""
    is_done = request.POST.get("done") == "ja"
    message = _t("Jij zei: dit is gedaan.") if is_done else _t("Jij zei: nog niet. Dat staat nu in het plan.")
    return _one_tap(
        request, case, plan_actions.confirm_done, message=message, promise_id=promise_id, is_done=is_done
    )


def _one_tap(
    request: SignedInRequest, case: Case, act: Callable[..., Any], *, message: str, **arguments: Any
) -> HttpResponse:
    try:
        act(by=request.user, case=case, seen_version=seen_version(request), **arguments)
        messages.success(request, message)
    except Conflict:
        messages.warning(request, _t("Dit veranderde net. Zo staat het er nu."))
    return redirect("mine:plan")


@on_own_case("rekenscenario", get="read")
def money(request: SignedInRequest, case: Case) -> HttpResponse:
    hers = her_money(case=case, day=timezone.localdate())
    return render(request, "mine/money.html", her_page(request, case, "money", money=hers))


@on_own_case("weekplan", get="read")
def week(request: SignedInRequest, case: Case) -> HttpResponse:
    today = timezone.localdate()
    hers = her_week(case=case, account=request.user, day=today)
    wanted = request.GET.get("dag", "")
    day = hers.day(wanted, today) if hers else None
    replies = replies_of(case=case, account=request.user, day=today)
    return render(
        request, "mine/week.html", her_page(request, case, "week", week=hers, day=day, replies=replies)
    )


@on_own_case("systeemkaart", get="read")
def around(request: SignedInRequest, case: Case) -> HttpResponse:
    klantmanager = her_plan(case=case, day=timezone.localdate()).klantmanager
    folds = around_her(case=case, account=request.user, klantmanager=klantmanager)
    return render(request, "mine/around.html", her_page(request, case, "", folds=folds))


@on_own_case("persoonsgegevens_kern", get="read")
def more(request: SignedInRequest, case: Case) -> HttpResponse:
    rows = filled("more_rows", case=case)
    return render(request, "mine/more.html", her_page(request, case, "", more_rows=rows))


@on_own_case("persoonsgegevens_kern", get="read")
def closing(request: SignedInRequest, case: Case) -> HttpResponse:
    return render(request, "mine/closing.html", her_page(request, case, ""))


@on_own_case("persoonsgegevens_kern", get="read", post="read")
def cover_word(request: SignedInRequest, case: Case) -> HttpResponse:
    form = CoverWordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        choose_cover_word(by=request.user, word=form.cleaned_data["word"], once=form.cleaned_data["once"])
        messages.success(request, _t("Je woord is bewaard. Probeer het meteen een keer uit."))
        return redirect("mine:more")
    page = her_page(request, case, "", form=form, chosen=has_cover_word(request.user))
    return render(request, "mine/cover_word.html", page, status=422 if form.errors else 200)
