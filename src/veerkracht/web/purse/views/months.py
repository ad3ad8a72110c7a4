"""The page Maanden, one of its months, and the work that is taken over into it."""

from __future__ import annotations

import datetime as dt
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..event_forms import TakeOverForm
from ..months_showing import Work, arranged, events_for, months_page, works_of
from .whole import money_page


@on_case("rekenscenario", get="read")
def months(request: HttpRequest, case: Case) -> HttpResponse:
    purse, today = queries.purse_of(case=case), timezone.localdate()
    shown = months_page(purse, queries.events_of(case=case), today)
    works = works_of(purse, queries.kept_scenarios(case=case), today)
    form = None if shown.events or not works else take_over_form(None, works, purse, today)
    arrange = arranged(shown.ledger, case, request.user, today) if shown.ledger else []
    page = money_page(request, case, shown=shown, arrange=arrange, form=form)
    return render(request, "purse/months.html", page)


@on_case("rekenscenario", get="read")
def month(request: HttpRequest, case: Case, month: str) -> HttpResponse:
    """All payments of one month."""
    shown = months_page(queries.purse_of(case=case), queries.events_of(case=case), timezone.localdate())
    row = next((one for one in shown.rows if one.key == month), None)
    if row is None:
        raise Http404
    return render(request, "purse/month.html", money_page(request, case, row=row, url=months_url(case)))


@on_case("rekenscenario", get="create", post="create")
def take_over(request: HttpRequest, case: Case) -> HttpResponse:
    """The work that was looked at becomes what will happen."""
    purse, today = queries.purse_of(case=case), timezone.localdate()
    works = works_of(purse, queries.kept_scenarios(case=case), today)
    form = take_over_form(request.POST or None, works, purse, today)
    if request.method == "POST":
        form.events = partial(events_for, works, purse)
        given = {"case": case, "said": _t("Het werk staat erin.")}
        answer = save(request, form, actions.take_over, then=months_url(case), **given)
        if answer:
            return answer
    page = money_page(request, case, form=form, works=works, url=months_url(case))
    return render(request, "purse/take_over.html", page)


def take_over_form(data: object, works: list[Work], purse: queries.Purse, today: dt.date) -> TakeOverForm:
    """The month after next to begin with: what is agreed now seldom begins tomorrow."""
    choices = [(one.key, one.label) for one in works]
    first = {"work": works[0].key if works else "", "on": add_months(first_of(today), 2)}
    initial = {**first, "pay_day": purse.of("betaaldag_loon")}
    return TakeOverForm(data, choices=choices, today=today, initial=initial)


def months_url(case: Case) -> str:
    return reverse("purse:months", args=[case.public_id])
