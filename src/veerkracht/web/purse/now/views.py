"""The page Geld, one of its rows, and one amount step by step."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers

from .. import queries
from ..domain.outcome import NOW, Column
from ..frame import links_of, money_page
from .page import MoneyPage, first_words, look_of, money_of, row_opened
from .steps import all_steps, label_of


def money_shown(request: SignedInRequest, case: Case) -> tuple[queries.SavedPurse, MoneyPage]:
    day, purse = timezone.localdate(), queries.purse_of(case=case)
    looked_at = look_of(request.GET, purse.answers, purse.person, day)
    return purse, money_of(purse.answers, purse.person, looked_at, day)


@on_case("rekenscenario", get="read")
def money(request: SignedInRequest, case: Case) -> HttpResponse:
    purse, calculated = money_shown(request, case)
    page = money_page(
        request,
        case,
        money=calculated,
        headline=first_words(calculated, "" if is_hers(request.user) else case.first_name),
        begun=queries.is_begun(purse),
        doubts=queries.doubts_of(case=case),
        kept=queries.kept_scenarios(case=case),
        links=links_of(case),
        keep=calculated.looked_at.address,
    )
    return render(request, "purse/money.html", page)


def column_named(money: MoneyPage, key: str) -> Column:
    """The column an address names.

    Raises:
        Http404: there is no such column, or the sum cannot be made.
    """
    columns = money.outcome.columns if money.outcome else ()
    for column in columns:
        if column.key == key:
            return column
    raise Http404


@on_case("rekenscenario", get="read")
def row(request: SignedInRequest, case: Case, quantity: str) -> HttpResponse:
    _, money = money_shown(request, case)
    if money.outcome is None:
        return redirect("purse:money", case.public_id)
    page = money_page(
        request, case, keep=money.looked_at.address, links=links_of(case), **row_shown(money, quantity)
    )
    return render(request, "purse/row.html", page)


def row_shown(money: MoneyPage, quantity: str) -> dict[str, Any]:
    """What stands under one row.

    Raises:
        Http404: the page has no such row.
    """
    try:
        row_, under = row_opened(money.outcome, quantity)  # type: ignore[arg-type]
    except KeyError as error:
        raise Http404 from error
    return {"row": row_, "opened": under, "money": money}


@on_case("rekenscenario", get="read")
def steps(request: SignedInRequest, case: Case, quantity: str) -> HttpResponse:
    _, money = money_shown(request, case)
    if money.outcome is None:
        return redirect("purse:money", case.public_id)
    column = column_named(money, request.GET.get("kolom", NOW))
    page = money_page(request, case, keep=money.looked_at.address, **steps_shown(money, column, quantity))
    return render(request, "purse/steps.html", page)


def steps_shown(money: MoneyPage, column: Column, quantity: str) -> dict[str, Any]:
    """One amount from the amount down to the facts.

    Raises:
        Http404: the law has no such amount.
    """
    try:
        tree = all_steps(column.scenario, quantity)
    except KeyError as error:
        raise Http404 from error
    return {
        "steps": tree,
        "column": column,
        "label": label_of(quantity),
        "rules": money.rules,
        "day": money.day,
    }
