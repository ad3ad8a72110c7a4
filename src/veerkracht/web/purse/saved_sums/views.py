"""Sums that are saved."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save
from veerkracht.web.ui.slots import filled

from .. import actions, queries
from ..domain import numbers
from ..domain.outcome import Column
from ..domain.version import rules_version
from ..frame import money_page, sends_of
from ..now.page import MoneyPage
from ..now.steps import steps_if_possible
from ..now.views import column_named, money_shown
from .forms import KeepForm


@on_case("rekenscenario", get="create", post="create")
def keep(request: SignedInRequest, case: Case) -> HttpResponse:
    _, money = money_shown(request, case)
    if money.outcome is None or not money.outcome.later:
        return redirect("purse:money", case.public_id)
    column = column_named(money, request.GET.get("kolom", money.outcome.later[0].key))
    form = KeepForm(request.POST or None, initial={"label": _t("%s werk") % column.title})
    page = money_page(request, case, form=form, column=column)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.keep_scenario,
            then=page["back"],
            case=case,
            said=_t("De som is bewaard."),
            **kept_values(money, column),
        )
        if answer:
            return answer
    return render(request, "purse/keep.html", page)


def kept_values(money: MoneyPage, column: Column) -> dict[str, Any]:
    """What a plan or a letter may cite: facts, day, version of the rules, amounts."""
    lines = (*column.picture.lines, *column.picture.costs)
    return {
        "day": money.day,
        "rules": money.rules,
        "hours": column.hours or 0.0,
        "hourly_wage": money.looked_at.wage,
        "facts": {"facts": column.scenario.facts, "travel": column.scenario.travel},
        "amounts": {
            "to_spend": column.to_spend,
            "more": column.more,
            "rows": [(line.name, line.label, line.amount) for line in lines],
        },
    }


@on_case("rekenscenario", get="read")
def kept(request: SignedInRequest, case: Case, kept_id: int) -> HttpResponse:
    saved_sum = queries.kept_facts(case=case, kept_id=kept_id)
    page = money_page(
        request,
        case,
        kept=saved_sum,
        same_rules=saved_sum.rules == rules_version(),
        steps=steps_if_possible(saved_sum.scenario(), "besteedbaar_inkomen"),
        sends=[
            *filled("kept_sum", account=request.user, case=case, kept_id=kept_id),
            *sends_of(
                request,
                case,
                _t("Bespreekt de som “%(label)s”: %(amount)s per maand te besteden.")
                % {"label": saved_sum.label, "amount": numbers.euro(saved_sum.to_spend)},
            ),
        ],
    )
    return render(request, "purse/kept.html", page)


@on_case("rekenscenario", post="delete")
def remove_kept(request: SignedInRequest, case: Case, kept_id: int) -> HttpResponse:
    actions.remove_scenario(by=request.user, case=case, kept_id=kept_id)
    return redirect(money_page(request, case)["back"])
