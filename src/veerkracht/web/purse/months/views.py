"""The page Maanden, one of its months, and the work that is taken over into it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.situation import first_day_of_work
from ..frame import money_page
from .forms import TakeOverForm
from .page import (
    NOW,
    Work,
    arranged,
    events_for,
    months_page,
    shown_events,
    supposed_events,
    work_choices,
    works_of,
)


@on_case("rekenscenario", get="read")
def months(request: SignedInRequest, case: Case) -> HttpResponse:
    purse, today = queries.purse_of(case=case), timezone.localdate()
    noted, chosen = queries.events_of(case=case), request.GET.get("met", "")
    works = works_of(purse, queries.kept_scenarios(case=case), today)
    work = None if noted else next((one for one in works if one.key == chosen), None)
    events = supposed_events(works, purse, chosen, today) if work else [] if chosen == NOW else noted
    page_of_months = replace(
        months_page(purse, events, today), events=shown_events(noted, purse.person, today)
    )
    form = None if noted or not works else take_over_form(None, works, purse, today, chosen)
    page = money_page(
        request,
        case,
        shown=page_of_months,
        choices=work_choices(noted, works, purse, chosen, months_url(case), today),
        supposed=supposed(work, today) if work else "",
        arrange=arranged(page_of_months.ledger, case, request.user, today) if page_of_months.ledger else [],
        form=form,
    )
    return render(request, "purse/months.html", page)


def supposed(work: Work, today: dt.date) -> str:
    """That these months rest on something that is not agreed."""
    return _t("Als het werk van %(work)s doorgaat. Dat is nog niet opgeschreven.") % {
        "work": work.short(first_day_of_work(today))
    }


@on_case("rekenscenario", get="read")
def month(request: SignedInRequest, case: Case, month: str) -> HttpResponse:
    """All payments of one month."""
    page_of_months = months_page(
        queries.purse_of(case=case), queries.events_of(case=case), timezone.localdate()
    )
    row = next((one for one in page_of_months.rows if one.key == month), None)
    if row is None:
        raise Http404
    return render(request, "purse/month.html", money_page(request, case, row=row, url=months_url(case)))


@on_case("rekenscenario", get="create", post="create")
def take_over(request: SignedInRequest, case: Case) -> HttpResponse:
    """The work that was looked at becomes what will happen."""
    purse, today = queries.purse_of(case=case), timezone.localdate()
    works = works_of(purse, queries.kept_scenarios(case=case), today)
    form = take_over_form(request.POST or None, works, purse, today)
    if request.method == "POST":
        form.events = partial(events_for, works, purse)
        answer = save(
            request,
            form,
            actions.take_over,
            then=months_url(case),
            case=case,
            said=_t("Het werk staat erin."),
        )
        if answer:
            return answer
    page = money_page(request, case, form=form, works=works, url=months_url(case))
    return render(request, "purse/take_over.html", page)


def take_over_form(
    data: object, works: list[Work], purse: queries.SavedPurse, today: dt.date, chosen: str = ""
) -> TakeOverForm:
    choices = [(one.key, one.label) for one in works]
    keys = [one.key for one in works]
    work = chosen if chosen in keys else next(iter(keys), "")
    first = {"work": work, "on": first_day_of_work(today)}
    initial = {**first, "pay_day": purse.of("betaaldag_loon")}
    return TakeOverForm(data, choices=choices, today=today, initial=initial)


def months_url(case: Case) -> str:
    return reverse("purse:months", args=[case.public_id])
