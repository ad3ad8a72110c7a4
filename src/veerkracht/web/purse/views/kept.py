"""Sums that are kept, and what is not right about an amount."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save
from veerkracht.web.ui.slots import filled

from .. import actions, queries
from ..domain import numbers
from ..domain.explaining import steps_if_possible
from ..domain.outcome import NOW, Column
from ..domain.version import rules_version
from ..forms import DoubtAnswerForm, DoubtForm, KeepForm
from ..showing import Money
from .whole import column_named, money_page, money_shown


@on_case("rekenscenario", get="create", post="create")
def keep(request: HttpRequest, case: Case) -> HttpResponse:
    _, shown = money_shown(request, case)
    if shown.outcome is None or not shown.outcome.later:
        return redirect("purse:money", case.public_id)
    column = column_named(shown, request.GET.get("kolom", shown.outcome.later[0].key))
    form = KeepForm(request.POST or None, initial={"label": _t("%s werk") % column.title})
    page = money_page(request, case, form=form, column=column)
    if request.method == "POST":
        given = {"case": case, "said": _t("De som is bewaard."), **kept_values(shown, column)}
        answer = save(request, form, actions.keep_scenario, then=page["back"], **given)
        if answer:
            return answer
    return render(request, "purse/keep.html", page)


def kept_values(shown: Money, column: Column) -> dict[str, Any]:
    """What a plan or a letter may cite: facts, day, version of the rules, amounts."""
    lines = (*column.picture.lines, *column.picture.costs)
    return {
        "day": column.scenario.day,
        "rules": shown.rules,
        "hours": column.hours or 0.0,
        "hourly_wage": shown.look.wage,
        "facts": {"facts": column.scenario.facts, "travel": column.scenario.travel},
        "amounts": {
            "to_spend": column.to_spend,
            "more": column.more,
            "rows": [(line.name, line.label, line.amount) for line in lines],
        },
    }


@on_case("rekenscenario", get="read")
def kept(request: HttpRequest, case: Case, kept_id: int) -> HttpResponse:
    found = queries.kept_facts(case=case, kept_id=kept_id)
    page = money_page(
        request,
        case,
        kept=found,
        same_rules=found.rules == rules_version(),
        steps=steps_if_possible(found.scenario(), "besteedbaar_inkomen"),
        sends=[
            *filled("kept_sum", account=request.user, case=case, kept_id=kept_id),
            *sends_of(
                request,
                case,
                _t("Bespreekt de som “%(label)s”: %(amount)s per maand te besteden.")
                % {"label": found.label, "amount": numbers.euro(found.to_spend)},
            ),
        ],
    )
    return render(request, "purse/kept.html", page)


def sends_of(request: HttpRequest, case: Case, what: str) -> list[Any]:
    """What upper capabilities can make of it: a promise of her klantmanager."""
    return filled("send_to", account=request.user, case=case, owner="klantmanager", owner_name="", what=what)


@on_case("rekenscenario", post="delete")
def remove_kept(request: HttpRequest, case: Case, kept_id: int) -> HttpResponse:
    actions.remove_scenario(by=request.user, case=case, kept_id=kept_id)
    return redirect(money_page(request, case)["back"])


@on_case("financieel_beeld", get="create", post="create")
def doubt(request: HttpRequest, case: Case, quantity: str) -> HttpResponse:
    _, shown = money_shown(request, case)
    if shown.outcome is None:
        return redirect("purse:money", case.public_id)
    column = column_named(shown, request.GET.get("kolom", NOW))
    about = about_amount(column, quantity)
    form = DoubtForm(request.POST or None)
    page = money_page(request, case, form=form, about=about, column=column)
    if request.method == "POST":
        said = (
            _t("Dank je wel. Je klantmanager leest het hier.")
            if is_hers(request.user)
            else _t("Het staat erbij.")
        )
        answer = save(request, form, actions.doubt, then=page["back"], said=said, case=case, **about)
        if answer:
            return answer
    return render(request, "purse/doubt.html", page)


def about_amount(column: Column, quantity: str) -> dict[str, str]:
    """Which amount it is about, and what stood there.

    Raises:
        Http404: the page shows no such amount.
    """
    month = column.picture
    for line in (*month.lines, *month.local, *month.costs):
        if line.name == quantity:
            shown = f"{column.title}: {numbers.euro(line.amount, cents=True)} per maand"
            return {"quantity": quantity, "label": line.label, "shown": shown}
    raise Http404


@on_case("financieel_beeld", get="update", post="update")
def answer_doubt(request: HttpRequest, case: Case, doubt_id: int) -> HttpResponse:
    found = queries.doubt_of(case=case, doubt_id=doubt_id)
    form = DoubtAnswerForm(request.POST or None, initial={"answer": found.answer}, version=found.version)
    sends = sends_of(request, case, _t("Zoekt uit of dit bedrag klopt: %s.") % found.label)
    page = money_page(request, case, form=form, doubt=found, sends=sends)
    if request.method == "POST":
        given = {"case": case, "doubt_id": doubt_id, "said": _t("Het antwoord staat erbij.")}
        answer = save(request, form, actions.answer_doubt, then=page["back"], **given)
        if answer:
            return answer
    return render(request, "purse/answer.html", page)
