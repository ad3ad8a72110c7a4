"""Handing a signal in: written, looked at once more, and then before a second reader."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.map.queries import map_of
from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, keeps_nothing, on_case, on_own_case, signed_in
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page, is_hers
from veerkracht.web.people.queries import names_near
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.recognising import recognised
from ..forms import HandInForm, ReopenForm
from ..words import clue_in_words

PREFILLED = ("wrong", "helps", "ring", "seed", "hours", "euros", "hearer", "hearer_name", "replaces")
SAYS = ("written", "goes")


def _form(request: SignedInRequest, *, case: Case | None) -> HandInForm:
    """What was typed; or, from a button of another page, a form with what stood there filled in."""
    hers = is_hers(request.user)
    if any(step in request.POST for step in SAYS) or "once" in request.POST:
        return HandInForm(request.POST, hers=hers, of_case=case is not None)
    start = {name: request.POST[name][:600] for name in PREFILLED if request.POST.get(name)}
    return HandInForm(initial=start, hers=hers, of_case=case is not None)


def _preview(form: HandInForm, names: Iterable[str]) -> dict[str, Any]:
    """The signal as others will read it, with what could be recognised in it."""
    words = {**form.cleaned_data, **form.values}
    text = "\n".join((words["wrong"], words["helps"], words["hearer_name"]))
    clues = [(clue.words, clue_in_words(clue.clue)) for clue in recognised(text, names=names)]
    hidden = [(name, "" if value is None or value is False else str(value)) for name, value in words.items()]
    return {"preview": words, "clues": clues, "hidden": hidden}


# The reading log says that the barriers were looked at, which is true: a line "signal" would lead back to her.
@keeps_nothing
@on_case("belemmering_kans", get="read", post="update")
def hand_in(request: SignedInRequest, case: Case) -> HttpResponse:
    hers = is_hers(request.user)
    back = reverse("signals:for_her") if hers else reverse("map:map", args=[case.public_id])
    then = reverse("signals:for_her" if hers else "signals:mine")
    page = case_page(request, case, tab="map:map", back=back)
    return _written(request, case, page, names=_names(request, case), then=then)


@keeps_nothing
@signed_in("beleidssignaal", get="create", post="create")
def hand_in_without(request: SignedInRequest) -> HttpResponse:
    """A signal about the work itself, or about many: of no case."""
    then = reverse("signals:mine")
    page = {"back": then, "hers": False, "layout": "ui/app.html"}
    return _written(request, None, page, names=names_near(account=request.user), then=then)


def _written(
    request: SignedInRequest, case: Case | None, page: dict[str, Any], *, names: Iterable[str], then: str
) -> HttpResponse:
    """The form, then the signal as others will read it, and only then it goes."""
    form = _form(request, case=case)
    page |= {"form": form, "preview": None}
    if form.is_bound and "change" not in request.POST and form.is_valid():
        if "goes" in request.POST:
            message = _sent(is_hers(request.user))
            return save(request, form, actions.hand_in, then=then, said=message, case=case) or redirect(then)
        page |= _preview(form, names)
    return render(request, "signals/hand_in.html", page)


def _names(request: SignedInRequest, case: Case) -> list[str]:
    """Of her, her children, and whoever stands on her map for this reader."""
    on_map = map_of(case=case, account=request.user).map.nodes
    children = [child.first_name for child in case.household.children.all()]
    return [
        case.first_name,
        case.last_name,
        *children,
        *(node.name for node in on_map if node.kind == "person"),
    ]


def _sent(hers: bool) -> str:
    if hers:
        return _t("Het is doorgegeven, zonder je naam. Iemand leest het eerst na.")
    return _t("Het signaal is doorgegeven. Een collega leest het eerst na, zonder te weten van wie het komt.")


@signed_in("beleidssignaal", get="read")
def mine(request: SignedInRequest) -> HttpResponse:
    day = timezone.localdate()
    page = {
        "signals": queries.signals_by(account=request.user, day=day),
        "may_write": authorize(request.user, "create", "beleidssignaal"),
        "to_read": len(queries.tickets_to_read(account=request.user)),
    }
    return render(request, "signals/mine.html", page)


@signed_in("beleidssignaal", post="read")
def withdraw(request: SignedInRequest, ticket_id: uuid.UUID) -> HttpResponse:
    actions.withdraw(by=request.user, ticket_id=ticket_id)
    messages.success(request, _t("Het signaal is teruggenomen. Niemand leest het meer."))
    return redirect("signals:mine")


@keeps_nothing
@signed_in("beleidssignaal", get="read", post="read")
def reopen(request: SignedInRequest, ticket_id: uuid.UUID) -> HttpResponse:
    """The giver is not content."""
    queries.topic_of_ticket(account=request.user, case=None, ticket_id=ticket_id)
    form = ReopenForm(request.POST or None)
    then = reverse("signals:mine")
    if request.method == "POST":
        message = _t("Het is opnieuw geopend. Er komt een nieuw antwoord.")
        answer = save(request, form, actions.reopen, then=then, said=message, ticket_id=ticket_id)
        if answer:
            return answer
    return render(
        request,
        "signals/form.html",
        {"form": form, "back": then, "title": _t("Nog niet goed"), "layout": "ui/app.html"},
    )


@on_own_case("beleidssignaal", get="read")
def for_her(request: SignedInRequest, case: Case) -> HttpResponse:
    signals = queries.signals_for_her(case=case, account=request.user, day=timezone.localdate())
    return render(request, "signals/for_her.html", case_page(request, case, tab="", signals=signals))


@keeps_nothing
@on_own_case("beleidssignaal", get="read", post="read")
def reopen_hers(request: SignedInRequest, case: Case, ticket_id: uuid.UUID) -> HttpResponse:
    queries.topic_of_ticket(account=request.user, case=case, ticket_id=ticket_id)
    form, then = ReopenForm(request.POST or None), reverse("signals:for_her")
    if request.method == "POST":
        message = _t("Het is weer open. Je krijgt een nieuw antwoord.")
        answer = save(request, form, actions.reopen, then=then, said=message, case=case, ticket_id=ticket_id)
        if answer:
            return answer
    page = case_page(request, case, tab="", form=form, back=then, title=_t("Nog niet goed?"))
    return render(request, "signals/form.html", page)


@on_own_case("beleidssignaal", post="read")
def withdraw_hers(request: SignedInRequest, case: Case, ticket_id: uuid.UUID) -> HttpResponse:
    actions.withdraw(by=request.user, case=case, ticket_id=ticket_id)
    messages.success(request, _t("Het is teruggenomen. Niemand leest het meer."))
    return redirect("signals:for_her")
