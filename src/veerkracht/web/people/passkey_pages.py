"""Making and removing one's own passkeys, and the log-in with one."""

from __future__ import annotations

from typing import Any

import structlog
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import LineField

from . import passkey_log_in as passkeys
from .code_tries import note_wrong_code, tried_too_often
from .doors import SignedInRequest, public, signed_in
from .log_in_pages import enter
from .own_account import ConfirmForm, ask_password, own_page

log = structlog.get_logger("veerkracht")


class PasskeyForm(ConfirmForm):
    name = LineField(
        label=_("Een naam voor dit apparaat"), max_length=60, help_text=_("Bijvoorbeeld: mijn telefoon.")
    )
    credential = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20_000)

    def __init__(self, *args: Any, request: SignedInRequest, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.request = request
        self.made: dict[str, Any] | None = None

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors:
            self.made = passkeys.verified_registration(self.request, values["credential"])
            if self.made is None:
                self.add_error(None, _t("Het apparaat maakte geen passkey. Probeer het nog een keer."))
        return values


@signed_in("account_eigen", get="read", post="update")
def own_passkeys(request: SignedInRequest) -> HttpResponse:
    form = PasskeyForm(request.POST if request.method == "POST" else None, request=request)
    if request.method == "POST" and form.is_valid():
        assert form.made is not None
        passkeys.add_passkey(by=request.user, name=form.cleaned_data["name"], **form.made)
        messages.success(request, _t("De passkey is opgeslagen."))
        return redirect("people:own_account")
    page = own_page(request, form=form, options=passkeys.options_to_make(request))
    return render(request, "people/passkeys.html", page)


@signed_in("account_eigen", post="update")
def remove_passkey(request: SignedInRequest, passkey_id: int) -> HttpResponse:
    if asked := ask_password(request, _t("Passkey weghalen")):
        return asked
    passkeys.remove_passkey(by=request.user, passkey_id=passkey_id)
    messages.success(request, _t("De passkey is weg. Haal hem ook op het apparaat zelf weg."))
    return redirect("people:own_account")


@public("the way in with a passkey: asks the browser, and checks what it signed")
def enter_with_passkey(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("people:log_in")
    if tried_too_often(request):
        return render(request, "people/tried_too_often.html", status=429)
    if "credential" not in request.POST:
        return HttpResponse(passkeys.options_to_enter(request), content_type="application/json")
    account = passkeys.account_with_passkey(request, request.POST["credential"])
    if account is None:
        note_wrong_code(request)
        log.warning("passkey_refused")
        messages.warning(request, _t("Deze passkey past hier niet. Log in met een wachtwoord."))
        return redirect("people:log_in")
    return enter(request, account)
