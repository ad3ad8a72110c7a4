"""The team lead's yes, part or no on a wish: a page that leads nowhere into the case."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.ui.slots import filled

from . import actions
from .forms import BudgetDecisionForm
from .frame import saved_entry
from .queries import AskedWish, asked_wish, decided_wishes


@signed_in("teamleiderbesluit", get="read", post="approve")
def decide_wish(request: SignedInRequest, wish_id: int) -> HttpResponse:
    asked = _looked_at(request, wish_id)
    form = BudgetDecisionForm(
        request.POST or None,
        version=asked.wish.version,
        cost=asked.wish.cost_cents,
        spent=asked.balance.spent,
    )
    if request.method == "POST":
        said = _t("Uw besluit staat erin, met de reden. Zij en haar klantmanager lezen het.")
        then = reverse("people:waiting_for_you")
        answer = saved_entry(request, form, actions.decide_wish, then=then, said=said, wish_id=wish_id)
        if answer:
            return answer
    page = {
        "asked": asked,
        "form": form,
        "back": reverse("people:waiting_for_you"),
        "day": timezone.localdate(),
    }
    return render(request, "budget/decide.html", page)


def _looked_at(request: SignedInRequest, wish_id: int) -> AskedWish:
    """One wish, and a line in the log of who looked at her."""
    asked = asked_wish(account=request.user, wish_id=wish_id, day=timezone.localdate())
    request.looked_at = (asked.wish.case_id, "teamleiderbesluit", request.user.role)  # type: ignore[attr-defined]
    return asked


@signed_in("teamleiderbesluit", get="list")
def decided(request: SignedInRequest) -> HttpResponse:
    """What this account decided, to take again when something changed."""
    page = {
        "wishes": decided_wishes(account=request.user),
        "others": [row for rows in filled("decided_before", account=request.user) for row in rows],
        "back": reverse("people:waiting_for_you"),
    }
    return render(request, "budget/decided.html", page)
