"""What happens to the money of a case: which kinds there are, and a form for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.money.ledger.events import KINDS
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.event_kinds import ABOUT
from ..domain.ledger import ImpossibleEvent, Noted, ledger_of
from ..domain.outcome import NotEnough
from ..frame import money_page
from .forms import EventForm, initial_of
from .views import months_url


@on_case("rekenscenario", get="create")
def event_kinds(request: SignedInRequest, case: Case) -> HttpResponse:
    groups: dict[str, list[tuple[str, str]]] = {}
    children = queries.purse_of(case=case).person.children
    for kind, description in ((k, a) for k, a in ABOUT.items() if children or "child" not in KINDS[k].fields):
        groups.setdefault(description.group, []).append((kind, description.title))
    page = money_page(request, case, groups=list(groups.items()), url=months_url(case))
    return render(request, "purse/event_kinds.html", page)


@on_case("rekenscenario", get="create", post="create")
def note_event(request: SignedInRequest, case: Case, event_kind: str) -> HttpResponse:
    if event_kind not in ABOUT:
        raise Http404
    form = form_of(request, case, event_kind)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.note_event,
            then=months_url(case),
            case=case,
            kind=event_kind,
            said=_t("Het staat erin. De maanden zijn opnieuw gerekend."),
        )
        if answer:
            return answer
    return event_page(request, case, form, event_kind, 0)


@on_case("rekenscenario", get="update", post="update")
def change_event(request: SignedInRequest, case: Case, event_id: int) -> HttpResponse:
    row = queries.event_of(case=case, event_id=event_id)
    form = form_of(request, case, row.kind, queries.noted(row))
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.change_event,
            then=months_url(case),
            case=case,
            event_id=event_id,
            said=_t("Opgeslagen. De maanden zijn opnieuw gerekend."),
        )
        if answer:
            return answer
    return event_page(request, case, form, row.kind, event_id)


@on_case("rekenscenario", post="delete")
def remove_event(request: SignedInRequest, case: Case, event_id: int) -> HttpResponse:
    actions.remove_event(by=request.user, case=case, event_id=event_id)
    return redirect(months_url(case))


def event_page(
    request: SignedInRequest, case: Case, form: EventForm, kind: str, event_id: int
) -> HttpResponse:
    page = money_page(request, case, form=form, about=ABOUT[kind], event_id=event_id)
    return render(request, "purse/event.html", page | {"back": months_url(case)})


def form_of(request: SignedInRequest, case: Case, kind: str, row: Noted | None = None) -> EventForm:
    purse, today = queries.purse_of(case=case), timezone.localdate()
    return EventForm(
        request.POST or None,
        kind=kind,
        children=purse.person.children,
        today=today,
        mistake=mistake_with(case, purse, kind, row),
        initial=initial_of(row.on, row.fields) if row else {},
        version=row.version if row else None,
    )


def mistake_with(
    case: Case, purse: queries.SavedPurse, kind: str, row: Noted | None
) -> Callable[[dt.date, dict[str, Any]], str]:
    """Why this event cannot stand among the others, in one sentence; empty where it can."""

    def mistake(on: dt.date, fields: dict[str, Any]) -> str:
        others = [one for one in queries.events_of(case=case) if row is None or one.id != row.id]
        new = Noted(on, kind, fields, row.id if row else 10**9)
        try:
            ledger_of(
                purse.answers,
                purse.person,
                sorted([*others, new], key=lambda e: (e.on, e.id)),
                timezone.localdate(),
            )
        except ImpossibleEvent as impossible:
            return impossible.sentence
        except NotEnough:
            return ""  # the page itself says what is missing; the event may be noted before that
        return ""

    return mistake
