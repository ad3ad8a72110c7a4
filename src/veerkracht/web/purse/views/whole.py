"""The page Geld, the page about hours, and one amount step by step."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page, is_hers

from .. import queries
from ..domain.explaining import all_steps, label_of
from ..domain.outcome import NOW, Column, headline
from ..hours import hours_of
from ..showing import Money, look_of, money_of


def money_page(request: HttpRequest, case: Case, **context: Any) -> dict[str, Any]:
    return case_page(
        request, case, tab="purse:money", back=reverse("purse:money", args=[case.public_id]), **context
    )


def money_shown(request: HttpRequest, case: Case) -> tuple[queries.Purse, Money]:
    day, purse = timezone.localdate(), queries.purse_of(case=case)
    look = look_of(request.GET, purse.answers, purse.person, day)
    return purse, money_of(purse.answers, purse.person, look, day)


@on_case("rekenscenario", get="read")
def money(request: HttpRequest, case: Case) -> HttpResponse:
    purse, shown = money_shown(request, case)
    page = money_page(
        request,
        case,
        money=shown,
        headline=headline(shown.outcome, "" if is_hers(request.user) else case.first_name)
        if shown.outcome
        else [],
        begun=queries.is_begun(purse),
        doubts=queries.doubts_of(case=case),
        kept=queries.kept_scenarios(case=case),
        links=links_of(case),
        keep=shown.look.address,
    )
    return render(request, "purse/money.html", page)


def links_of(case: Case) -> dict[str, str]:
    """Where the parts of the page lead; the public page has its own."""
    names = {"hours": "purse:hours", "steps": "purse:steps", "doubt": "purse:doubt", "part": "purse:part"}
    made = {"hours": reverse(names["hours"], args=[case.public_id])}
    made["keep"] = reverse("purse:keep", args=[case.public_id])
    for key in ("steps", "doubt", "part"):
        made[key] = reverse(names[key], args=[case.public_id, "x"]).removesuffix("x/")
    return made


@on_case("rekenscenario", get="read")
def hours(request: HttpRequest, case: Case) -> HttpResponse:
    day, purse = timezone.localdate(), queries.purse_of(case=case)
    look = look_of(request.GET, purse.answers, purse.person, day)
    shown = hours_of(purse.answers, purse.person, look, request.GET, day)
    page = money_page(request, case, hours=shown, links=links_of(case), keep=look.address)
    return render(request, "purse/hours.html", page)


def column_named(shown: Money, key: str) -> Column:
    """The column an address names.

    Raises:
        Http404: there is no such column, or the sum cannot be made.
    """
    columns = shown.outcome.columns if shown.outcome else ()
    for column in columns:
        if column.key == key:
            return column
    raise Http404


@on_case("rekenscenario", get="read")
def steps(request: HttpRequest, case: Case, quantity: str) -> HttpResponse:
    _, shown = money_shown(request, case)
    if shown.outcome is None:
        return redirect("purse:money", case.public_id)
    column = column_named(shown, request.GET.get("kolom", NOW))
    page = money_page(request, case, keep=shown.look.address, **steps_shown(shown, column, quantity))
    return render(request, "purse/steps.html", page)


def steps_shown(shown: Money, column: Column, quantity: str) -> dict[str, Any]:
    """One amount from the amount down to the facts.

    Raises:
        Http404: the law has no such amount.
    """
    try:
        found = all_steps(column.scenario, quantity)
    except KeyError as error:
        raise Http404 from error
    return {
        "steps": found,
        "column": column,
        "label": label_of(quantity),
        "rules": shown.rules,
        "day": shown.day,
    }
