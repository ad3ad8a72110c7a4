"""Her proposals, the answers of the municipality, and what she thinks of those."""

from __future__ import annotations

import contextlib

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.people.waiting import answer_on_the_spot
from veerkracht.web.record.actions import AlreadyDone
from veerkracht.web.record.editing import seen_version
from veerkracht.web.record.models import Conflict

from .. import actions, queries
from ..domain import exemption_card
from ..forms import HerReplyForm, ProposalForm, ReplyForm
from ..models import Reply
from .frame import edit, page_of, plan_url, short


@on_case("voorstel", get="create", post="create")
def add_proposal(request: SignedInRequest, case: Case) -> HttpResponse:
    form = ProposalForm(request.POST or None, hers=is_hers(request.user))
    message = _t("Het voorstel staat erin. De gemeente geeft binnen twee weken antwoord.")
    return edit(request, case, form, actions.add_proposal, title=_t("Een voorstel erbij"), said=message)


@on_case("voorstel", get="update", post="update")
def change_proposal(request: SignedInRequest, case: Case, proposal_id: int) -> HttpResponse:
    row = queries.proposal_of(case=case, proposal_id=proposal_id)
    hers = is_hers(request.user)
    form = ProposalForm(request.POST or None, initial={"what": row.what}, version=row.version, hers=hers)
    return edit(
        request,
        case,
        form,
        actions.change_proposal,
        title=_t("Voorstel veranderen"),
        said=_t("Het voorstel is veranderd."),
        given={"proposal_id": proposal_id},
        remove_url=reverse("plan:remove_proposal", args=[case.public_id, proposal_id]),
    )


@on_case("voorstel", get="approve", post="approve")
def reply_to(request: SignedInRequest, case: Case, proposal_id: int) -> HttpResponse:
    row = queries.proposal_of(case=case, proposal_id=proposal_id)
    initial = {"reply": row.reply, "reason": row.reason}
    form = ReplyForm(request.POST or None, initial=initial, version=row.version)
    title = _t("Antwoord van de gemeente")
    return edit(
        request,
        case,
        form,
        actions.reply_to,
        title=title,
        intro=row.what,
        said=_t("Het antwoord staat erin."),
        given={"proposal_id": proposal_id},
    )


@on_case("voorstel", post="approve")
def reply_at_once(request: SignedInRequest, case: Case, proposal_id: int) -> HttpResponse:
    """The answer from *Wacht op u*; without a reason it is none."""
    queries.proposal_of(case=case, proposal_id=proposal_id)  # one of another case is not there
    reply, reason = answer_on_the_spot(request)
    if reply not in (Reply.YES, Reply.PARTLY, Reply.NO) or not reason:
        messages.warning(request, _t("Kies een antwoord en schrijf erbij waarom."))
        return redirect("people:waiting_for_you")
    try:
        actions.reply_to(
            by=request.user,
            case=case,
            proposal_id=proposal_id,
            seen_version=seen_version(request),
            reply=reply,
            reason=reason,
        )
        messages.success(request, _t("Het antwoord staat erin. %s ziet het ook.") % case.first_name)
    except Conflict:
        messages.warning(request, _t("Iemand anders veranderde dit net. Zo staat het er nu."))
    return redirect("people:waiting_for_you")


@on_case("voorstel", get="update", post="update")
def answer_reply(request: SignedInRequest, case: Case, proposal_id: int) -> HttpResponse:
    row = queries.proposal_of(case=case, proposal_id=proposal_id)
    chosen = request.GET.get("antwoord", "")
    initial = {"her_answer": chosen or row.her_answer, "her_words": row.her_words, "again_on": row.again_on}
    form = HerReplyForm(
        request.POST or None, initial=initial, version=row.version, hers=is_hers(request.user)
    )
    return edit(
        request,
        case,
        form,
        actions.answer_reply,
        title=_t("Het antwoord"),
        said=_t("Het antwoord is opgeslagen."),
        given={"proposal_id": proposal_id},
        template="plan/answer.html",
        intro=row.reason,
    )


@on_case("voorstel", get="delete", post="delete")
def remove_proposal(request: SignedInRequest, case: Case, proposal_id: int) -> HttpResponse:
    if request.method == "POST":
        return short(request, case, actions.remove_proposal, proposal_id=proposal_id)
    row = queries.proposal_of(case=case, proposal_id=proposal_id)
    return render(
        request,
        "plan/remove.html",
        page_of(
            request,
            case,
            title=_t("Dit voorstel terugnemen"),
            what=row.what,
            version=row.version,
            explain=_t("Het voorstel verdwijnt uit het plan."),
        ),
    )


@on_case("voorstel", get="create", post="create")
def ask_exemption(request: SignedInRequest, case: Case) -> HttpResponse:
    card = exemption_card()
    if request.method == "POST":
        what = _t("Een tijd niet hoeven solliciteren (%(article)s)") % {"article": card.article}
        with contextlib.suppress(AlreadyDone):
            actions.ask_exemption(by=request.user, case=case, what=what)
        messages.success(request, _t("De vraag staat in het plan. De gemeente beslist en schrijft waarom."))
        return redirect(plan_url(case))
    return render(request, "plan/exemption.html", page_of(request, case, card=card))
