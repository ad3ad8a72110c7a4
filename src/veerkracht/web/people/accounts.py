"""Pages about accounts: the functional administrator's list, and everybody's own password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.record.editing import save

from . import account_actions, queries, second_yes
from .doors import signed_in
from .forms import AccountForm, PasswordForm
from .models import Account


@signed_in("gebruikersbeheer", get="list")
def account_list(request: HttpRequest) -> HttpResponse:
    return render(request, "people/accounts.html", {"accounts": queries.accounts(account=request.user)})


@signed_in("gebruikersbeheer", get="create", post="create")
def make_account(request: HttpRequest) -> HttpResponse:
    """The first password is shown once, on the answer to this form, and stored nowhere readable."""
    form = AccountForm(request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        made = account_actions.make_account(by=request.user, **form.values)
    return render(request, "people/make_account.html", {"form": form, "made": made})


@signed_in("gebruikersbeheer", get="update", post="update")
def change_account(request: HttpRequest, account_id: int) -> HttpResponse:
    """A new first password, coupling the app again, stop or start; what takes a second yes is asked first."""
    other = queries.account_of(account=request.user, account_id=account_id)
    wanted = request.POST.get("wat", "")
    agreed = _agreed(request, other)
    changed = asked = None
    if wanted in _TAKES_A_YES and wanted not in agreed:
        asked = second_yes.ask_account_change(by=request.user, account_id=other.pk, deed=wanted)
    elif wanted in _DEEDS:
        changed = _DEEDS[wanted](by=request.user, account_id=other.pk)
    context = {"other": changed or asked or other, "changed": changed, "asked": asked}
    context |= {"agreed": _agreed(request, other), "is_unmade": second_yes.is_unmade(other)}
    context["back"] = reverse("people:accounts")
    return render(request, "people/change_account.html", context)


_TAKES_A_YES = {"wachtwoord", "app", "account"}
_DEEDS = {
    "wachtwoord": account_actions.give_new_password,
    "app": account_actions.forget_second_factor,
    "account": account_actions.open_account,
    "stop": account_actions.stop_account,
    "start": account_actions.start_account,
}


def _agreed(request: HttpRequest, other: Account) -> set[str]:
    """The deeds this administrator asked for and the team lead agreed to."""
    rows = second_yes.open_requests(account=other).filter(asked_by=request.user, is_agreed=True)
    return set(rows.values_list("deed", flat=True))


@signed_in("gebruikersbeheer", post="approve")
def answer_account_change(request: HttpRequest, account_request_id: int) -> HttpResponse:
    answers = {"ja": True, "nee": False}
    answer = request.POST.get("antwoord", "")
    if answer in answers:
        second_yes.answer_account_change(
            by=request.user, account_request_id=account_request_id, is_agreed=answers[answer]
        )
        messages.success(request, _t("Uw antwoord is opgeslagen."))
    else:
        messages.warning(request, _t("Kies ja of nee."))
    return redirect("people:waiting_for_you")


@signed_in("account_eigen", get="read", post="update")
def own_password(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(request.POST or None, account=request.user)
    if request.method == "POST":
        said = _t("Het nieuwe wachtwoord is opgeslagen.")
        answer = save(request, form, account_actions.choose_password, then=reverse("home"), said=said)
        if answer:
            request.user.refresh_from_db()
            update_session_auth_hash(request, request.user)
            return answer
    return render(request, "people/own_password.html", {"form": form, "back": reverse("home")})


def first_password_first(request: HttpRequest) -> HttpResponse | None:
    """Whoever still has a first password chooses an own one before anything else."""
    may_pass = {reverse("people:own_password"), reverse("people:log_out"), reverse("people:still_here")}
    if request.user.password_is_temporary and request.path not in may_pass:
        return redirect("people:own_password")
    return None
