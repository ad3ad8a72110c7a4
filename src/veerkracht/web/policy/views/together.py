"""Publish together: what it means, who is asked, and the yes or no of the own municipality."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, signed_in
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict

from .. import together_actions, together_queries
from ..forms import ProposeCompanyForm
from ..together_models import Companion
from ..words import answer_words


@signed_in("samen_publiceren", get="read")
def company(request: SignedInRequest) -> HttpResponse:
    own = together_queries.own_companion(account=request.user)
    last = together_queries.last_company(account=request.user)
    page = {
        "company": own.company if own else None,
        "own": own,
        "lines": [(each.municipality.name, answer_words(each)) for each in _companions(own)],
        "ended": last if own is None else None,
        "possible": len(together_queries.possible_companions(account=request.user)),
        "may_ask": authorize(request.user, "create", "samen_publiceren"),
        "may_answer": authorize(request.user, "approve", "samen_publiceren"),
    }
    return render(request, "policy/company.html", page)


def _companions(own: Companion | None) -> list[Companion]:
    return list(own.company.companions.select_related("municipality")) if own else []


@signed_in("samen_publiceren", get="create", post="create")
def propose(request: SignedInRequest) -> HttpResponse:
    places = [(each.pk, each.name) for each in together_queries.possible_companions(account=request.user)]
    form, then = ProposeCompanyForm(request.POST or None, places=places), reverse("policy:company")
    if request.method == "POST":
        said = _t("Het voorstel ligt bij de teamleider van elke gemeente, ook bij die van u.")
        done = save(request, form, together_actions.propose_company, then=then, said=said)
        if done:
            return done
    page = {"form": form, "back": then, "title": _t("Samen cijfers uitgeven")}
    return render(request, "policy/form.html", page)


@signed_in("samen_publiceren", post="approve")
def answer(request: SignedInRequest) -> HttpResponse:
    says = request.POST.get("antwoord", "")
    if says not in ("ja", "nee"):
        messages.warning(request, _t("Kies ja of nee."))
        return redirect("policy:company")
    return _write(
        request,
        lambda: together_actions.answer_company(
            by=request.user, is_agreed=says == "ja", seen_version=seen_version(request)
        ),
    )


@signed_in("samen_publiceren", post="approve")
def stop(request: SignedInRequest) -> HttpResponse:
    version = seen_version(request)
    return _write(request, lambda: together_actions.stop_company(by=request.user, seen_version=version))


def _write(request: SignedInRequest, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
        messages.success(request, _t("Uw antwoord staat erin. De andere gemeenten lezen het ook."))
    except Conflict:
        messages.warning(request, _t("Een collega gaf net al antwoord. Zo staat het er nu."))
    return redirect("policy:company")
