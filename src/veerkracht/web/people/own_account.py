"""Everybody's own log-in: password, sessions on other devices, recovery codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.record.editing import save
from veerkracht.web.ui.forms import Form

from . import account_actions, oidc, recovery_codes, second_factor, sessions
from .doors import SignedInRequest, signed_in
from .forms import PasswordForm
from .models import Account
from .pages import is_hers

_RECENT = 10 * 60  # seconds after the log-in in which the password is not asked a second time


class ConfirmForm(Form):
    """The present password again, for what would let somebody else in later."""

    present = forms.CharField(
        label=_("Het wachtwoord van nu"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: SignedInRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account: Account = request.user
        if timezone.now().timestamp() - request.session.get("since", 0) < _RECENT:
            del self.fields["present"]

    def clean_present(self) -> str:
        if not self.account.has_usable_password():
            raise forms.ValidationError(
                _t("U hebt geen wachtwoord. Log opnieuw in en doe dit binnen tien minuten.")
            )
        if not self.account.check_password(self.cleaned_data["present"]):
            raise forms.ValidationError(_t("Dit is niet het wachtwoord van nu. Typ het nog een keer."))
        return ""


def own_page(request: SignedInRequest, **context: Any) -> dict[str, Any]:
    """In her own frame for her, with `je`; in the frame of staff for everybody else."""
    hers = is_hers(request.user)
    frame: dict[str, Any] = {"layout": "ui/mine.html" if hers else "ui/app.html", "hers": hers, "tabs": []}
    return {**frame, "back": reverse("people:own_account"), **context}


def ask_password(
    request: SignedInRequest, title: str, *, hidden: tuple[str, str] = ("", "")
) -> HttpResponse | None:
    """A page that asks for the password of now, or None when it was given here or at a log-in just now."""
    form = ConfirmForm(request.POST if "present" in request.POST else None, request=request)
    if "present" not in form.fields or form.is_valid():
        return None
    page = own_page(request, form=form, title=title, hidden=hidden)
    return render(request, "people/ask_password.html", page)


@signed_in("account_eigen", get="read")
def own_account(request: SignedInRequest) -> HttpResponse:
    account = request.user
    page = own_page(
        request,
        sessions=sessions.open_sessions(account=account, own_key=request.session.session_key),
        is_coupled=second_factor.is_coupled(account),
        codes_left=recovery_codes.codes_left(account),
        may_link=oidc.is_on() and account.is_staff_member and not hasattr(account, "single_sign_on"),
        passkeys=list(account.passkeys.order_by("pk")),
    )
    return render(request, "people/own_account.html", {**page, "back": reverse("home")})


@signed_in("account_eigen", get="read", post="update")
def own_password(request: SignedInRequest) -> HttpResponse:
    form = PasswordForm(request.POST or None, account=request.user)
    if request.method == "POST":
        message = _t("Het nieuwe wachtwoord is opgeslagen. Andere apparaten zijn uitgelogd.")
        answer = save(
            request,
            form,
            account_actions.choose_password,
            then=reverse("people:own_account"),
            said=message,
            own_key=request.session.session_key or "",
        )
        if answer:
            request.user.refresh_from_db()
            update_session_auth_hash(request, request.user)
            return answer
    return render(request, "people/own_password.html", own_page(request, form=form))


@signed_in("account_eigen", post="update")
def end_session(request: SignedInRequest) -> HttpResponse:
    """One other device, or all of them. Later than ten minutes after the log-in the password is asked first."""
    handle = request.POST.get("sessie", "")
    if asked := ask_password(request, _t("Apparaat uitloggen"), hidden=("sessie", handle)):
        return asked
    if handle:
        sessions.end_session(by=request.user, handle=handle)
    else:
        sessions.end_other_sessions(by=request.user, own_key=request.session.session_key or "")
    messages.success(request, _t("Uitgelogd."))
    return redirect("people:own_account")


@signed_in("account_eigen", get="read", post="update")
def own_recovery_codes(request: SignedInRequest) -> HttpResponse:
    """The codes are on the answer to this form only."""
    form = ConfirmForm(request.POST if request.method == "POST" else None, request=request)
    codes: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid() and second_factor.is_coupled(request.user):
        codes = recovery_codes.make_recovery_codes(by=request.user).new_codes
    left = recovery_codes.codes_left(request.user)
    page = own_page(
        request, form=form, codes=codes, left=left, is_coupled=second_factor.is_coupled(request.user)
    )
    return render(request, "people/recovery_codes.html", page)
