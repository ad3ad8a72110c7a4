"""Pay slips beside what was expected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.money.ledger.days import add_months, first_of
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.record.editing import save

from .. import actions, queries
from ..domain.ledger import ledger_of
from ..domain.outcome import NotEnough
from ..domain.payment_words import month_name
from ..frame import money_page
from ..models import PaySlip
from .forms import SLIPS_BACK, SlipForm
from .page import SlipComparison, Wages, compared


@on_case("financieel_beeld", get="read")
def slips(request: SignedInRequest, case: Case) -> HttpResponse:
    rows = queries.slips_of(case=case)
    compared_slips = beside(case, rows)
    page = money_page(request, case, slips=compared_slips)
    return render(request, "purse/slips.html", page)


def beside(case: Case, rows: Sequence[PaySlip]) -> list[tuple[PaySlip, SlipComparison | None]]:
    """Each slip with its forecast, or without one where no forecast can be made."""
    if not rows:
        return []
    purse, events = queries.purse_of(case=case), queries.events_of(case=case)
    since = min(row.month for row in rows)
    try:
        ledger = ledger_of(purse.answers, purse.person, events, timezone.localdate(), since)
    except NotEnough:
        return [(row, None) for row in rows]
    wage = purse.of("uurloon")
    return [(row, compared(Wages(ledger, row.month, wage), row.net, row.hours)) for row in rows]


@on_case("financieel_beeld", get="create", post="create")
def note_slip(request: SignedInRequest, case: Case) -> HttpResponse:
    form = slip_form(request, case)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.note_slip,
            then=slips_url(case),
            case=case,
            said=_t("De loonstrook staat erin."),
        )
        if answer:
            return answer
    return slip_page(request, case, form, None)


@on_case("financieel_beeld", get="update", post="update")
def change_slip(request: SignedInRequest, case: Case, slip_id: int) -> HttpResponse:
    row = queries.slip_of(case=case, slip_id=slip_id)
    form = slip_form(request, case, row)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.change_slip,
            then=slips_url(case),
            case=case,
            slip_id=slip_id,
            said=_t("Opgeslagen."),
        )
        if answer:
            return answer
    return slip_page(request, case, form, row)


@on_case("financieel_beeld", post="delete")
def remove_slip(request: SignedInRequest, case: Case, slip_id: int) -> HttpResponse:
    actions.remove_slip(by=request.user, case=case, slip_id=slip_id)
    return redirect(slips_url(case))


def slip_page(request: SignedInRequest, case: Case, form: SlipForm, row: PaySlip | None) -> HttpResponse:
    page = money_page(request, case, form=form, slip=row)
    return render(request, "purse/slip.html", page | {"back": slips_url(case)})


def slip_form(request: SignedInRequest, case: Case, row: PaySlip | None = None) -> SlipForm:
    """The months of the past year that have no slip yet, and that of this slip."""
    taken = {one.month for one in queries.slips_of(case=case) if row is None or one.pk != row.pk}
    first = first_of(timezone.localdate())
    months = [add_months(first, -back) for back in range(SLIPS_BACK + 1)]
    if row and row.month not in months:
        months.append(row.month)
    choices = [(f"{one:%Y-%m}", month_name(one)) for one in months if one not in taken]
    initial: dict[str, Any] = {"month": choices[0][0]} if choices else {}
    if row:
        initial = {"month": f"{row.month:%Y-%m}", "net": row.net, "hours": row.hours}
    return SlipForm(
        request.POST or None, months=choices, initial=initial, version=row.version if row else None
    )


def slips_url(case: Case) -> str:
    return reverse("purse:slips", args=[case.public_id])
