"""Pages of the joint table: plan one, the agenda, one duty with one owner, and the minutes in her words."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save

from . import table_actions as actions
from .frame import around_url, chain_page
from .models import JointTable
from .table_forms import DutyForm, MinutesForm, TableForm
from .table_queries import agenda_of, table_of


def _url(case: Case, table_id: int) -> str:
    return reverse("chain:table", args=[case.public_id, table_id])


@on_case("gezamenlijke_tafel", get="create", post="create")
def plan_table(request: SignedInRequest, case: Case) -> HttpResponse:
    form = TableForm(request.POST or None)
    if request.method == "POST":
        said = _t("De tafel staat erin. De agenda is al gevuld met wat openstaat.")
        answer = save(
            request, form, actions.plan_table, then=lambda made: _after(case, made), said=said, case=case
        )
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=_t("Iedereen aan tafel"), remove_url="")
    return render(request, "chain/form.html", page)


def _after(case: Case, made: JointTable | None) -> str:
    """To the table itself; after the same form sent twice, to the list it stands on."""
    return _url(case, made.pk) if made else around_url(case)


@on_case("gezamenlijke_tafel", get="read")
def table(request: SignedInRequest, case: Case, table_id: int) -> HttpResponse:
    row, day = table_of(case=case, table_id=table_id), timezone.localdate()
    agenda = agenda_of(case=case, account=request.user, table=row, day=day)
    return render(request, "chain/table.html", chain_page(request, case, table=row, agenda=agenda))


@on_case("gezamenlijke_tafel", get="update", post="update")
def agree_duty(request: SignedInRequest, case: Case, table_id: int) -> HttpResponse:
    row, back = table_of(case=case, table_id=table_id), _url(case, table_id)
    agenda = agenda_of(case=case, account=request.user, table=row, day=timezone.localdate())
    helpers = [(f"helper:{each.pk}", each.name) for each in agenda.helpers]
    form = DutyForm(request.POST or None, helpers=helpers, hers=is_hers(request.user))
    if request.method == "POST":
        said = _t("Dit staat nu in het plan, bij één iemand.")
        answer = save(request, form, actions.agree_duty, then=back, said=said, case=case, table_id=table_id)
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=_t("Wie doet wat?"), remove_url="", back=back)
    return render(request, "chain/form.html", page)


@on_case("gezamenlijke_tafel", get="update", post="update")
def write_minutes(request: SignedInRequest, case: Case, table_id: int) -> HttpResponse:
    row, back = table_of(case=case, table_id=table_id), _url(case, table_id)
    initial = {"minutes": row.minutes, "what_stops": row.what_stops}
    form = MinutesForm(request.POST or None, initial=initial, version=row.version)
    if request.method == "POST":
        said = _t("Het verslag staat erin, in haar woorden.")
        if is_hers(request.user):
            said = _t("Het verslag staat erin, in jouw woorden.")
        answer = save(
            request, form, actions.write_minutes, then=back, said=said, case=case, table_id=table_id
        )
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=_t("Verslag"), remove_url="", back=back)
    return render(request, "chain/form.html", page)


@on_case("gezamenlijke_tafel", post="update")
def mend_tie(request: SignedInRequest, case: Case, table_id: int, between_id: int) -> HttpResponse:
    actions.mend_tie(by=request.user, case=case, table_id=table_id, between_id=between_id)
    messages.success(request, _t("Op de kaart staat nu: zij praten met elkaar."))
    return redirect(_url(case, table_id))


@on_case("gezamenlijke_tafel", post="update")
def stop_helper(request: SignedInRequest, case: Case, table_id: int, helper_id: int) -> HttpResponse:
    actions.stop_helper(by=request.user, case=case, table_id=table_id, helper_id=helper_id)
    messages.success(request, _t("Dit stopt vanaf vandaag."))
    return redirect(_url(case, table_id))
