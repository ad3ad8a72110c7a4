"""Her own pages about others who want to know her: nobody of staff has these, and the address tells nothing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_own_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.editing import save

from . import peer_actions, peer_queries
from .peer_forms import AskParentForm, MessageForm, ParentProfileForm


def _page(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    return case_page(request, case, tab="", **{"back": reverse("offers:parents"), **context})


@on_own_case("oudercontact", get="read")
def parents(request: SignedInRequest, case: Case) -> HttpResponse:
    page = _page(
        request,
        case,
        profile=peer_queries.profile_of(case=case),
        contacts=peer_queries.contacts_of(case=case),
        others=peer_queries.parents_to_ask(case=case),
        message_form=MessageForm(),
    )
    return render(request, "offers/parents.html", page)


@on_own_case("oudercontact", get="update", post="update")
def profile(request: SignedInRequest, case: Case) -> HttpResponse:
    row = peer_queries.profile_of(case=case)
    initial = {"name": row.name, "words": row.words} if row else {}
    form = ParentProfileForm(request.POST or None, initial=initial, version=row.version if row else None)
    if request.method == "POST":
        then, said = (
            reverse("offers:parents"),
            _t("Anderen kunnen dit nu lezen. Je naam zien ze pas als jij ja zegt."),
        )
        answer = save(request, form, peer_actions.open_profile, then=then, said=said, case=case)
        if answer:
            return answer
    title = _t("Ik wil wel iets vertellen")
    return render(request, "offers/parent_form.html", _page(request, case, form=form, title=title, quoted=""))


@on_own_case("oudercontact", get="delete", post="delete")
def close(request: SignedInRequest, case: Case) -> HttpResponse:
    if request.method == "POST":
        peer_actions.close_profile(by=request.user, case=case)
        messages.success(request, _t("Je staat er niet meer in. Al je berichten hier zijn weg."))
        return redirect("offers:parents")
    return render(request, "offers/parent_close.html", _page(request, case))


@on_own_case("oudercontact", get="create", post="create")
def ask(request: SignedInRequest, case: Case, profile_id: int) -> HttpResponse:
    other = peer_queries.parent_to_ask(case=case, profile_id=profile_id)
    form = AskParentForm(request.POST or None)
    if request.method == "POST":
        then, said = reverse("offers:parents"), _t("Je vraag is binnen. De ander zegt ja of nee.")
        answer = save(
            request, form, peer_actions.ask_parent, then=then, said=said, case=case, profile_id=profile_id
        )
        if answer:
            return answer
    page = _page(request, case, form=form, title=_t("Vraag het"), quoted=other.words)
    return render(request, "offers/parent_form.html", page)


@on_own_case("oudercontact", post="update")
def answer(request: SignedInRequest, case: Case, contact_id: int) -> HttpResponse:
    is_yes = request.POST.get("antwoord") == "ja"
    try:
        peer_actions.answer_parent(by=request.user, case=case, contact_id=contact_id, is_yes=is_yes)
        messages.success(
            request, _t("Jullie kunnen elkaar nu schrijven.") if is_yes else _t("Jij zei nee. Dat is goed.")
        )
    except Http404:
        messages.warning(request, _t("Deze vraag is er niet meer."))
    return redirect("offers:parents")


@on_own_case("oudercontact", post="delete")
def stop(request: SignedInRequest, case: Case, contact_id: int) -> HttpResponse:
    try:
        peer_actions.stop_contact(by=request.user, case=case, contact_id=contact_id)
        messages.success(request, _t("Gestopt. Wat jullie schreven is weg."))
    except Http404:
        messages.warning(request, _t("Dit contact was al gestopt."))
    return redirect("offers:parents")


@on_own_case("oudercontact", post="update")
def write(request: SignedInRequest, case: Case, contact_id: int) -> HttpResponse:
    form, then = MessageForm(request.POST), reverse("offers:parents")
    peer_queries.contact_of(case=case, contact_id=contact_id)
    try:
        said = _t("Verstuurd.")
        answer = save(
            request,
            form,
            peer_actions.write_to_parent,
            then=then,
            said=said,
            case=case,
            contact_id=contact_id,
        )
    except Http404:
        messages.warning(request, _t("Dit contact is gestopt. Je bericht is niet verstuurd."))
        return redirect(then)
    return answer or render(
        request, "offers/parent_form.html", _page(request, case, form=form, title=_t("Je bericht"), quoted="")
    )
