"""What an administrator changes about a colleague: details at once, the role with the yes of the team lead."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from veerkracht.web.record.editing import save
from veerkracht.web.ui.forms import Form, OneOfField

from . import account_actions, queries, second_yes
from .doors import SignedInRequest, signed_in
from .forms import STAFF_ROLES, AccountForm
from .models import Account


class DetailsForm(AccountForm):
    """What stands on letters and in lists; log-in name and role have their own way."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["login"], self.fields["role"]


class RoleForm(Form):
    role = OneOfField(label=_("Andere rol"), choices=STAFF_ROLES)

    def __init__(self, *args: Any, account: Account, guides: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account, self.guides = account, guides
        role = self.fields["role"]
        assert isinstance(role, OneOfField)
        role.choices = [choice for choice in STAFF_ROLES if choice[0] != account.role]

    def clean(self) -> dict[str, Any]:
        if self.guides:
            self.add_error(
                "role", _t("Deze collega begeleidt nog mensen. Laat de teamleider hen eerst doorgeven.")
            )
        return super().clean() or self.cleaned_data


@signed_in("gebruikersbeheer", get="update", post="update")
def change_details(request: SignedInRequest, account_id: int) -> HttpResponse:
    other = queries.account_of(account=request.user, account_id=account_id)
    back = reverse("people:change_account", args=[other.pk])
    now = {name: getattr(other, name) for name in ("name", "phone", "email", "working_days")}
    form = DetailsForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST":
        message = _t("De gegevens zijn opgeslagen.")
        answer = save(
            request, form, account_actions.change_details, then=back, said=message, account_id=other.pk
        )
        if answer:
            return answer
    return render(request, "people/account_details.html", {"form": form, "other": other, "back": back})


@signed_in("gebruikersbeheer", get="update", post="update")
def change_role(request: SignedInRequest, account_id: int) -> HttpResponse:
    other = queries.account_of(account=request.user, account_id=account_id)
    back = reverse("people:change_account", args=[other.pk])
    guides = second_yes.guides_somebody(other)
    form = RoleForm(request.POST if request.method == "POST" else None, account=other, guides=guides)
    if request.method == "POST":
        message = _t("De vraag ligt bij de teamleider, onder: Wacht op u.")
        answer = save(request, form, account_actions.ask_role, then=back, said=message, account_id=other.pk)
        if answer:
            return answer
    return render(request, "people/account_role.html", {"form": form, "other": other, "back": back})
