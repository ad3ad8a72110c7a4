"""The page where a colleague uses the two halves of a code to choose a password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import Form, LineField

from .access_code import count_wrong_half, half_right, open_access, request_with
from .account_request import AccountRequest
from .code_tries import note_wrong_code, tried_too_often
from .doors import public
from .models import Account, plain


class AccessForm(Form):
    login = LineField(label=_("Inlognaam"), max_length=150)
    first = LineField(
        label=_("Eerste helft van de code"), max_length=40, help_text=_("Bijvoorbeeld ABCD-2345.")
    )
    second = LineField(label=_("Tweede helft van de code"), max_length=40)
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        max_length=200,
        strip=False,
        help_text=_("Minstens twaalf tekens. Een korte zin is goed te onthouden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nog een keer"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    account: Account | None = None
    half_right: AccountRequest | None = None

    @property
    def halves(self) -> tuple[str, str]:
        return self.cleaned_data["first"], self.cleaned_data["second"]

    def clean(self) -> dict[str, Any]:
        """The code first: without a right one the page does not say which log-in names exist."""
        values = super().clean() or self.cleaned_data
        if not {"login", "first", "second"} <= values.keys():
            return values
        named = Account.objects.filter(login=plain(values["login"])).first()
        if request_with(account=named, halves=self.halves) is None:
            self.half_right = half_right(account=named, halves=self.halves)
            self.add_error("first", _t(WRONG_CODE))
            return values
        self.account = named
        if values.get("password") and values.get("again") != values["password"]:
            self.add_error("again", _t("Dit is niet twee keer hetzelfde. Typ het wachtwoord nog een keer."))
        try:
            validate_password(values.get("password", ""), named)
        except forms.ValidationError as error:
            self.add_error("password", error)
        return values


WRONG_CODE = (
    "Deze inlognaam en deze twee helften horen niet bij elkaar, of de code werkt niet meer. "
    "Kijk elk teken na, of vraag een nieuwe code."
)


@public("a colleague without a password yet: the two halves of the code are the ground")
def access(request: HttpRequest) -> HttpResponse:
    form = AccessForm(request.POST or None)
    if request.method == "POST":
        if tried_too_often(request):
            return render(request, "people/tried_too_often.html", status=429)
        if form.is_valid() and _open(form):
            messages.success(request, _t("Het is gelukt. Log nu in met uw eigen wachtwoord."))
            return redirect("people:log_in")
        if form.account is None:
            note_wrong_code(request)
        if form.half_right is not None:
            count_wrong_half(by=None, account_request=form.half_right)
    return render(request, "people/access.html", {"form": form})


def _open(form: AccessForm) -> bool:
    try:
        open_access(by=None, account=form.account, halves=form.halves, password=form.cleaned_data["password"])
    except Http404:
        form.add_error("first", _t("Deze code is net gebruikt. Vraag een nieuwe code."))
        return False
    return True
