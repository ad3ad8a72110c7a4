"""Pages of her own budget: the whole of it, a wish, a spending and its receipt."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import is_hers
from veerkracht.web.record.editing import save, seen_version

from . import actions, queries
from .forms import BudgetWishForm, CorrectForm, DecisionWordsForm, ProofForm, SpendForm
from .frame import budget_page, budget_url, pressed, proof_thrown_away, saved_entry
from .proof_response import proof_response


@on_case("eigen_budget", get="list")
def budget(request: SignedInRequest, case: Case) -> HttpResponse:
    whole = queries.budget_of(case=case, day=timezone.localdate())
    template = "budget/hers.html" if is_hers(request.user) else "budget/budget.html"
    return render(request, template, budget_page(request, case, budget=whole))


@on_case("eigen_budget", get="create", post="create")
def ask_wish(request: SignedInRequest, case: Case) -> HttpResponse:
    hers = is_hers(request.user)
    form = BudgetWishForm(request.POST or None, hers=hers)
    if request.method == "POST":
        said = _t("Gevraagd. Binnen 2 weken is er een antwoord, met de reden.")
        answer = save(request, form, actions.ask_wish, then=budget_url(case), said=said, case=case)
        if answer:
            return answer
    title = _t("Dit wil ik vragen") if hers else _t("Een wens voor het eigen budget")
    return render(request, "budget/form.html", budget_page(request, case, form=form, title=title))


@on_case("eigen_budget", get="update", post="update")
def change_wish(request: SignedInRequest, case: Case, wish_id: int) -> HttpResponse:
    wish, hers = queries.wish_of(case=case, wish_id=wish_id), is_hers(request.user)
    initial = {name: getattr(wish, name) for name in BudgetWishForm.base_fields if hasattr(wish, name)}
    form = BudgetWishForm(request.POST or None, initial=initial, version=wish.version, hers=hers)
    if request.method == "POST":
        then, said = budget_url(case), _t("Opgeslagen.")
        answer = save(request, form, actions.change_wish, then=then, said=said, case=case, wish_id=wish_id)
        if answer:
            return answer
    page = budget_page(request, case, form=form, title=_t("De wens veranderen"))
    return render(request, "budget/form.html", page)


@on_case("eigen_budget", get="update", post="update")
def withdraw_wish(request: SignedInRequest, case: Case, wish_id: int) -> HttpResponse:
    wish = queries.wish_of(case=case, wish_id=wish_id)
    if request.method == "POST":
        says, version = _t("Niemand beslist hier nu nog over."), seen_version(request)
        return pressed(
            request, actions.withdraw_wish, says=says, case=case, wish_id=wish_id, seen_version=version
        )
    return render(request, "budget/withdraw.html", budget_page(request, case, wish=wish))


@on_case("eigen_budget", get="create", post="create")
def answer_decision(request: SignedInRequest, case: Case, wish_id: int) -> HttpResponse:
    """What she says of a decision."""
    wish = queries.wish_of(case=case, wish_id=wish_id)
    form = DecisionWordsForm(
        request.POST or None, initial={"her_words": wish.her_words}, version=wish.version
    )
    if request.method == "POST":
        then = budget_url(case)
        said = _t("Dit staat er nu bij, letter voor letter.")
        answer = save(
            request, form, actions.answer_decision, then=then, said=said, case=case, wish_id=wish_id
        )
        if answer:
            return answer
    title = _t("Wat vind jij ervan?") if is_hers(request.user) else _t("Wat vindt zij ervan?")
    return render(request, "budget/form.html", budget_page(request, case, form=form, title=title))


@on_case("budget_uitgave", get="create", post="create")
def spend(request: SignedInRequest, case: Case, wish_id: int) -> HttpResponse:
    wish = queries.wish_of(case=case, wish_id=wish_id)
    form = SpendForm(request.POST or None, request.FILES or None, initial={"on": timezone.localdate()})
    if request.method == "POST":
        then, said = budget_url(case), _t("De uitgave staat erin.")
        answer = saved_entry(request, form, actions.spend, then=then, said=said, case=case, wish_id=wish_id)
        if answer:
            return answer
    page = budget_page(request, case, form=form, title=_t("Uitgegeven"), sub=wish.what, takes_files=True)
    return render(request, "budget/form.html", page)


@on_case("budget_uitgave", get="update", post="update")
def correct(request: SignedInRequest, case: Case, line_id: int) -> HttpResponse:
    line = queries.spending_of(case=case, line_id=line_id)
    form = CorrectForm(request.POST or None)
    if request.method == "POST":
        then, said = budget_url(case), _t("Verbeterd. Het oude bedrag staat er nog bij.")
        answer = saved_entry(request, form, actions.correct, then=then, said=said, case=case, line_id=line_id)
        if answer:
            return answer
    page = budget_page(request, case, form=form, title=_t("Dit bedrag klopt niet"), sub=line.words)
    return render(request, "budget/form.html", page)


@on_case("budget_bewijs", get="create", post="create")
def bring_proof(request: SignedInRequest, case: Case, line_id: int) -> HttpResponse:
    line = queries.spending_of(case=case, line_id=line_id)
    form = ProofForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        then, said = budget_url(case), _t("De bon is binnen.")
        answer = save(request, form, actions.bring_proof, then=then, said=said, case=case, line_id=line_id)
        if answer:
            return answer
    page = budget_page(
        request, case, form=form, title=_t("Bon of rekening"), sub=line.words, takes_files=True
    )
    return render(request, "budget/form.html", page)


@on_case("budget_bewijs", get="read")
def proof(request: SignedInRequest, case: Case, line_id: int) -> HttpResponse:
    """The receipt itself, as long as nobody looked at it: to keep out of every cache."""
    return proof_response(*queries.proof_of(case=case, line_id=line_id))


@on_case("budget_bewijs", post="approve")
def check_proof(request: SignedInRequest, case: Case, line_id: int) -> HttpResponse:
    return pressed(request, actions.check_proof, says=proof_thrown_away(), case=case, line_id=line_id)


@on_case("budget_bewijs", post="delete")
def remove_proof(request: SignedInRequest, case: Case, line_id: int) -> HttpResponse:
    says = _t("De bon is weggegooid. Een andere brengen kan nog.")
    return pressed(request, actions.remove_proof, says=says, case=case, line_id=line_id)
