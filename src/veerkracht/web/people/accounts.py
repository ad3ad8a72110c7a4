"""Pages about accounts: the functional administrator's list, and everybody's own password."""

from __future__ import annotations

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.record.editing import save

from . import account_actions, queries
from .doors import signed_in
from .forms import AccountForm, PasswordForm


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
    """Three buttons: a new first password, coupling the app again, stop or start the account."""
    other = queries.account_of(account=request.user, account_id=account_id)
    deeds = {
        "wachtwoord": account_actions.give_new_password,
        "app": account_actions.forget_second_factor,
        "stop": account_actions.stop_account,
        "start": account_actions.start_account,
    }
    deed = deeds.get(request.POST.get("wat", ""))
    changed = deed(by=request.user, account_id=other.pk) if deed else None
    context = {"other": changed or other, "changed": changed, "back": reverse("people:accounts")}
    return render(request, "people/change_account.html", context)


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
