"""Pages about who helps her: the list, one helper, and her own word on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save

from . import actions, queries
from .forms import HelperForm, NotRightForm, RiskForm
from .frame import around_url, chain_page, pressed
from .handover_queries import handovers_of
from .handover_showing import lines_of
from .models import HerView
from .showing import with_sends
from .table_queries import tables_of


@on_case("hulpverlener", get="list")
def around(request: SignedInRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    facts = queries.around_her(case=case, account=request.user, day=day)
    ties = with_sends(facts.ties, account=request.user, case=case)
    handovers = [lines_of(each, hers=is_hers(request.user)) for each in handovers_of(case=case)]
    more = {"risks": queries.risks_of(case=case, day=day), "tables": tables_of(case=case)}
    page = chain_page(request, case, around=facts, ties=ties, handovers=handovers, **more)
    return render(request, "chain/around.html", page)


def _form(request: SignedInRequest, case: Case, **given: Any) -> HelperForm:
    return HelperForm(
        request.POST or None,
        hers=is_hers(request.user),
        places=queries.who_it_can_be(case=case, account=request.user),
        partners=queries.partner_accounts(case=case),
        **given,
    )


@on_case("hulpverlener", get="create", post="create")
def add_helper(request: SignedInRequest, case: Case) -> HttpResponse:
    form = _form(request, case)
    if request.method == "POST":
        answer = save(
            request,
            form,
            actions.add_helper,
            then=around_url(case),
            said=_t("Dit staat op de lijst."),
            case=case,
        )
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=_t("Iemand die helpt"), remove_url="")
    return render(request, "chain/form.html", page)


@on_case("hulpverlener", get="update", post="update")
def change_helper(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    helper = queries.helper_of(case=case, helper_id=helper_id)
    initial = {name: getattr(helper, name) for name in HelperForm.base_fields if hasattr(helper, name)}
    form = _form(request, case, initial=initial, version=helper.version)
    if request.method == "POST":
        given: dict[str, Any] = {"case": case, "helper_id": helper_id, "said": _t("De lijst is aangepast.")}
        answer = save(request, form, actions.change_helper, then=around_url(case), **given)
        if answer:
            return answer
    remove_url = reverse("chain:remove_helper", args=[case.public_id, helper_id])
    page = chain_page(
        request, case, form=form, title=helper.name, remove_url=is_hers(request.user) and remove_url
    )
    return render(request, "chain/form.html", page)


@on_case("hulpverlener", get="delete", post="delete")
def not_right(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    """What she says is not right; nothing else of it changes."""
    helper = queries.helper_of(case=case, helper_id=helper_id)
    form = NotRightForm(request.POST or None, initial={"her_words": helper.her_words}, version=helper.version)
    if request.method == "POST":
        given = {"case": case, "helper_id": helper_id, "her_view": HerView.WRONG}
        said = _t("Jij zei: dit klopt niet. Dat staat er nu bij.")
        answer = save(request, form, actions.say_whether_right, then=around_url(case), said=said, **given)
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=_t("Wat klopt er niet?"), remove_url="")
    return render(request, "chain/form.html", page)


@on_case("hulpverlener", post="delete")
def right(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    given = {"case": case, "helper_id": helper_id, "her_view": HerView.RIGHT}
    says = _t("Jij zei: dit klopt.")
    return pressed(request, actions.say_whether_right, says=says, back=around_url(case), **given)


@on_case("hulpverlener", post="update")
def contact_today(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    said = _t("Contact van vandaag staat erbij.")
    given = {"case": case, "helper_id": helper_id, "on": timezone.localdate()}
    return pressed(request, actions.note_helper_contact, says=said, back=around_url(case), **given)


@on_case("hulpverlener", get="delete", post="delete")
def remove_helper(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    helper = queries.helper_of(case=case, helper_id=helper_id)
    if request.method == "POST":
        said = _t("Deze persoon staat niet meer op je lijst.")
        given = {"case": case, "helper_id": helper_id}
        return pressed(request, actions.remove_helper, says=said, back=around_url(case), **given)
    return render(request, "chain/remove.html", chain_page(request, case, helper=helper))


@on_case("hulpverlener", get="create", post="create")
def add_risk(request: SignedInRequest, case: Case) -> HttpResponse:
    form = RiskForm(request.POST or None)
    if request.method == "POST":
        said = _t("Dit staat zes weken van tevoren op Vandaag.")
        answer = save(request, form, actions.add_risk, then=around_url(case), said=said, case=case)
        if answer:
            return answer
    page = chain_page(request, case, form=form, title=_t("Er gaat iets veranderen"), remove_url="")
    return render(request, "chain/form.html", page)


@on_case("hulpverlener", post="update")
def remove_risk(request: SignedInRequest, case: Case, risk_id: int) -> HttpResponse:
    given = {"case": case, "risk_id": risk_id}
    says = _t("Dit staat er niet meer bij.")
    return pressed(request, actions.remove_risk, says=says, back=around_url(case), **given)
