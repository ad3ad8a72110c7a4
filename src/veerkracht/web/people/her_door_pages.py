"""Pages of her own door: the klantmanager's code on paper, and the page where she uses it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.password_validation import validate_password
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.ui.forms import Form, LineField

from .code_tries import note_wrong_code, tried_too_often
from .doors import SignedInRequest, on_case, public
from .her_door import invitation_with, invite, open_her_door, renew_her_door
from .models import Account, Case, Invitation, NewCodeGround, plain
from .new_code import open_request
from .pages import case_page


class HerDoorForm(Form):
    code = LineField(
        label=_("De code die je kreeg"), max_length=40, help_text=_("Bijvoorbeeld ABCD-2345-EFGH.")
    )
    login = LineField(label=_("Kies een naam om mee in te loggen"), max_length=150)
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        max_length=200,
        strip=False,
        help_text=_("Minstens twaalf tekens. Een korte zin is goed te onthouden. Vertel het aan niemand."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Nog een keer"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    invitation: Invitation | None = None

    def clean(self) -> dict[str, Any]:
        """The code first: without a right one the page says nothing of which log-in names exist."""
        values = super().clean() or self.cleaned_data
        if "code" not in values:
            return values
        self.invitation = invitation_with(code=values["code"])
        if self.invitation is None:
            self.add_error(
                "code", _t("Deze code werkt niet (meer). Kijk elk teken na, of vraag een nieuwe code.")
            )
            return values
        self._check_own_choice(values, self.invitation.case)
        return values

    def _check_own_choice(self, values: dict[str, Any], case: Case) -> None:
        login = values["login"] = plain(values.get("login", ""))
        if login and Account.objects.filter(login=login).exclude(pk=case.account_id or 0).exists():
            self.add_error("login", _t("Deze naam bestaat al. Kies een andere."))
        if values.get("password") and values.get("again") != values["password"]:
            self.add_error("again", _t("Dit is niet twee keer hetzelfde. Typ het wachtwoord nog een keer."))
        try:
            validate_password(values.get("password", ""), Account(login=login, name=case.full_name))
        except forms.ValidationError as error:
            self.add_error("password", error)


@on_case("uitnodiging", get="create", post="create")
def invite_her(request: SignedInRequest, case: Case) -> HttpResponse:
    """The code is on the answer to this form only, to print or to read out."""
    invitation = None
    asked = open_request(case=case)
    is_ready = asked and asked.is_agreed and asked.asked_by_id == request.user.pk
    if request.method == "POST" and (case.account_id is None or is_ready):
        invitation = invite(by=request.user, case=case)
    door = request.build_absolute_uri(reverse("people:her_door"))
    page = case_page(
        request,
        case,
        tab="people:case",
        invitation=invitation,
        door=door,
        asked=asked,
        is_ready=is_ready,
        grounds=NewCodeGround.choices,
    )
    return render(request, "people/invite.html", page)


@public("her own door: she has no account yet, the code is the ground")
def her_door(request: HttpRequest) -> HttpResponse:
    form = HerDoorForm(request.POST or None)
    if request.method == "POST":
        if tried_too_often(request):
            return render(request, "people/tried_too_often.html", status=429)
        if form.is_valid() and _open(form):
            messages.success(request, _t("Het is gelukt. Log nu in met je eigen naam en wachtwoord."))
            return redirect("people:log_in")
        if form.invitation is None:
            note_wrong_code(request)
    return render(request, "people/her_door.html", {"form": form})


def _open(form: HerDoorForm) -> bool:
    typed = {name: form.cleaned_data[name] for name in ("code", "login", "password")}
    assert form.invitation is not None
    use_code = renew_her_door if form.invitation.renews else open_her_door
    try:
        use_code(by=None, case=form.invitation.case, **typed)
    except IntegrityError:
        form.add_error("login", _t("Deze naam bestaat al. Kies een andere."))
        return False
    except Http404:
        form.add_error("code", _t("Deze code is net gebruikt. Vraag een nieuwe code."))
        return False
    return True
