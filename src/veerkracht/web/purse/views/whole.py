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
from ..domain.outcome import NOW, Column
from ..hours import hours_of
from ..places import places_of
from ..schemes import schemes_of
from ..showing import Money, first_words, look_of, money_of, row_opened


def money_page(request: HttpRequest, case: Case, **context: Any) -> dict[str, Any]:
    """The frame of every page of Geld: her name, the tabs, the parts of Geld beside each other."""
    back = reverse("purse:money", args=[case.public_id])
    places = places_of(case, request.resolver_match.url_name)
    return case_page(request, case, tab="purse:money", back=back, places=places, **context)


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
        headline=first_words(shown, "" if is_hers(request.user) else case.first_name),
        begun=queries.is_begun(purse),
        doubts=queries.doubts_of(case=case),
        kept=queries.kept_scenarios(case=case),
        links=links_of(case),
        keep=shown.look.address,
    )
    return render(request, "purse/money.html", page)


def links_of(case: Case) -> dict[str, str]:
    """Where the parts of the page lead; the public page has its own."""
    given = [case.public_id]
    made = {key: reverse(f"purse:{key}", args=given) for key in ("hours", "keep", "schemes")}
    for key in ("row", "steps", "doubt", "part"):
        made[key] = reverse(f"purse:{key}", args=[*given, "x"]).removesuffix("x/")
    return made


@on_case("rekenscenario", get="read")
def hours(request: HttpRequest, case: Case) -> HttpResponse:
    day, purse = timezone.localdate(), queries.purse_of(case=case)
    look = look_of(request.GET, purse.answers, purse.person, day)
    shown = hours_of(purse.answers, purse.person, look, request.GET, day)
    page = money_page(request, case, hours=shown, links=links_of(case), keep=look.address)
    return render(request, "purse/hours.html", page)


@on_case("rekenscenario", get="read")
def schemes(request: HttpRequest, case: Case) -> HttpResponse:
    purse = queries.purse_of(case=case)
    found = schemes_of(purse.answers, purse.person, timezone.localdate())
    return render(
        request, "purse/schemes.html", money_page(request, case, schemes=found, links=links_of(case))
    )


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
def row(request: HttpRequest, case: Case, quantity: str) -> HttpResponse:
    _, shown = money_shown(request, case)
    if shown.outcome is None:
        return redirect("purse:money", case.public_id)
    page = money_page(
        request, case, keep=shown.look.address, links=links_of(case), **row_shown(shown, quantity)
    )
    return render(request, "purse/row.html", page)


def row_shown(shown: Money, quantity: str) -> dict[str, Any]:
    """What stands under one row.

    Raises:
        Http404: the page has no such row.
    """
    try:
        found, under = row_opened(shown.outcome, quantity)  # type: ignore[arg-type]
    except KeyError as error:
        raise Http404 from error
    return {"row": found, "opened": under, "money": shown}


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
