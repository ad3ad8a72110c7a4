"""Who helps her, on her own pages: the same list, with her word on it in one tap."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.chain import actions
from veerkracht.web.chain.handover_queries import handovers_of
from veerkracht.web.chain.handover_showing import lines_of
from veerkracht.web.chain.queries import around_her
from veerkracht.web.chain.share_showing import share_lines
from veerkracht.web.chain.silence_queries import her_words
from veerkracht.web.people.doors import SignedInRequest, on_own_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from .frame import her_page


@on_own_case("hulpverlener", get="list")
def helping(request: SignedInRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    handovers = [lines_of(each, hers=True) for each in handovers_of(case=case)]
    shares = [line for line in share_lines(case=case, hers=True, day=day) if line.waits or line.is_open]
    context: dict[str, Any] = {
        "around": around_her(case=case, account=request.user, day=day),
        "handovers": [line for line in handovers if line.row.state != "withdrawn"],
        "shares": shares,
        "late_words": her_words(case=case, day=day),
    }
    return render(request, "mine/helping.html", her_page(request, case, "", **context))


@on_own_case("hulpverlener", post="delete")
def helper_is_right(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    """Her yes to what stands there of a helper."""
    try:
        actions.say_whether_right(
            by=request.user,
            case=case,
            helper_id=helper_id,
            her_view="right",
            seen_version=seen_version(request),
        )
        messages.success(request, _t("Jij zei: dit klopt."))
    except Conflict:
        messages.warning(request, _t("Dit veranderde net. Zo staat het er nu."))
    return redirect("mine:helping")
