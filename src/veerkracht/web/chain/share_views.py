"""What is shared with whom: she gives, refuses and ends it; who works with her can only put it before her."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.authorize import authorize
from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.reach.gate import can_send
from veerkracht.web.record.editing import save

from . import link_actions, queries, share_actions, share_queries
from .employer import replies_of
from .frame import chain_page, pressed
from .links import NothingToSend
from .pieces import shareable_with
from .share_forms import ShareForm
from .share_showing import answer_lines, share_lines


def _url(case: Case) -> str:
    return reverse("chain:shares", args=[case.public_id])


@on_case("deeltoestemming", get="list")
def shares(request: SignedInRequest, case: Case) -> HttpResponse:
    day = timezone.localdate()
    lines = share_lines(case=case, hers=is_hers(request.user), day=day)
    page = chain_page(
        request,
        case,
        lines=lines,
        visits=share_queries.visits_of(case=case),
        answers=answer_lines(case=case, day=day),
        helpers=queries.helpers_of(case=case),
        replies=replies_of(case=case, account=request.user, day=day),
        decides=authorize(request.user, "approve", "deeltoestemming_antwoord", case=case),
        can_send=can_send(),
    )
    return render(request, "chain/shares.html", page)


@on_case("deeltoestemming_vraag", get="create", post="create")
def ask_share(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    helper = queries.helper_of(case=case, helper_id=helper_id)
    asked = request.GET.get("vraag", "")
    form = ShareForm(
        request.POST or None,
        choices=shareable_with(helper=helper, day=timezone.localdate()),
        question_id=int(asked) if asked.isdecimal() and len(asked) < 12 else None,
    )
    if request.method == "POST":
        said = (
            _t("Dit is gedeeld.")
            if is_hers(request.user)
            else _t("Dit ligt nu bij haar. Zij zegt ja of nee.")
        )
        given = {"case": case, "helper_id": helper_id}
        answer = save(request, form, share_actions.ask_share, then=_url(case), said=said, **given)
        if answer:
            return answer
    title = _t("Delen met %(who)s") % {"who": helper.name}
    return render(
        request, "chain/form.html", chain_page(request, case, form=form, title=title, remove_url="")
    )


@on_case("deeltoestemming_antwoord", post="approve")
def give(request: SignedInRequest, case: Case, share_id: int) -> HttpResponse:
    return _pressed(
        request, case, share_actions.give, _t("Dit is gedeeld, tot de dag die erbij staat."), share_id
    )


@on_case("deeltoestemming_antwoord", post="approve")
def refuse(request: SignedInRequest, case: Case, share_id: int) -> HttpResponse:
    return _pressed(
        request, case, share_actions.refuse, _t("Er is nee gezegd. Er wordt niets gedeeld."), share_id
    )


@on_case("deeltoestemming_antwoord", post="approve")
def withdraw(request: SignedInRequest, case: Case, share_id: int) -> HttpResponse:
    says = _t("Gestopt. De ander ziet er vanaf nu niets meer van.")
    return _pressed(request, case, share_actions.withdraw, says, share_id)


@on_case("deeltoestemming_antwoord", post="approve")
def confirm_piece(request: SignedInRequest, case: Case, answer_id: int) -> HttpResponse:
    is_done = request.POST.get("done") == "ja"
    says = _t("Er staat nu: dit klopt.") if is_done else _t("Er staat nu: nog niet gedaan.")
    given: dict[str, Any] = {"case": case, "answer_id": answer_id, "is_done": is_done}
    return pressed(request, share_actions.confirm_piece, says=says, back=_url(case), **given)


@on_case("deeltoestemming_vraag", post="create")
def send_link(request: SignedInRequest, case: Case, helper_id: int) -> HttpResponse:
    try:
        link_actions.send_link(by=request.user, case=case, helper_id=helper_id)
        messages.success(request, _t("De link is onderweg naar het e-mailadres dat erbij staat."))
    except NothingToSend:
        messages.warning(request, _t("Er is nog niets gedeeld met deze persoon, of er is geen e-mailadres."))
    return redirect(_url(case))


def _pressed(request: SignedInRequest, case: Case, act: Any, says: str, share_id: int) -> HttpResponse:
    return pressed(request, act, says=says, back=_url(case), case=case, share_id=share_id)
