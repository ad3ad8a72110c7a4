"""What is not right about an amount: said by one, answered by another."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain import numbers
from ..domain.outcome import NOW, Column
from ..frame import money_page, sends_of
from ..now.views import column_named, money_shown
from .forms import DoubtAnswerForm, DoubtForm


@on_case("financieel_beeld", get="create", post="create")
def doubt(request: SignedInRequest, case: Case, quantity: str) -> HttpResponse:
    _, money = money_shown(request, case)
    if money.outcome is None:
        return redirect("purse:money", case.public_id)
    column = column_named(money, request.GET.get("kolom", NOW))
    amount = about_amount((column, *money.outcome.columns), quantity)
    form = DoubtForm(request.POST or None)
    page = money_page(request, case, form=form, about=amount, column=column)
    if request.method == "POST":
        message = (
            _t("Dank je wel. Je klantmanager leest het hier.")
            if is_hers(request.user)
            else _t("Het staat erbij.")
        )
        answer = save(request, form, actions.doubt, then=page["back"], said=message, case=case, **amount)
        if answer:
            return answer
    return render(request, "purse/doubt.html", page)


def about_amount(columns: tuple[Column, ...], quantity: str) -> dict[str, str]:
    """Which amount it is about, and what stood there: in the first of these columns that has it.

    Raises:
        Http404: the page shows no such amount.
    """
    for column in columns:
        month = column.picture
        for line in (*month.lines, *month.local, *month.costs):
            if line.name == quantity:
                amount = f"{column.title}: {numbers.euro(line.amount, cents=True)} per maand"
                return {"quantity": quantity, "label": line.label, "shown": amount}
    raise Http404


@on_case("financieel_beeld", get="update", post="update")
def answer_doubt(request: SignedInRequest, case: Case, doubt_id: int) -> HttpResponse:
    raised = queries.doubt_of(case=case, doubt_id=doubt_id)
    form = DoubtAnswerForm(request.POST or None, initial={"answer": raised.answer}, version=raised.version)
    sends = sends_of(request, case, _t("Zoekt uit of dit bedrag klopt: %s.") % raised.label)
    page = money_page(request, case, form=form, doubt=raised, sends=sends)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.answer_doubt,
            then=page["back"],
            said=_t("Het antwoord staat erbij."),
            case=case,
            doubt_id=doubt_id,
        )
        if answer:
            return answer
    return render(request, "purse/answer.html", page)
