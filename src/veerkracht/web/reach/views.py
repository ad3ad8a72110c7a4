"""How to reach her, for who works with her; her own page stands with hers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest, on_case
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.editing import save

from . import actions
from .forms import SafeContactForm
from .gate import can_send
from .models import SafeContact
from .queries import masked, safe_contact_of, waiting_change


def contact_form(request: SignedInRequest, contact: SafeContact | None, day: dt.date) -> SafeContactForm:
    """The form over what is known; the address itself is never in it."""
    row = contact or SafeContact()
    names = [name for name in SafeContactForm.base_fields if hasattr(row, name) and name != "email"]
    return SafeContactForm(
        request.POST or None,
        initial={name: getattr(row, name) for name in names},
        version=contact.version if contact else None,
        has_email=bool(contact and contact.email_on(day)),
    )


def contact_page(contact: SafeContact | None, day: dt.date) -> dict[str, Any]:
    """What stands around the form: the address in a few letters, and what is about to change."""
    return {
        "can_send": can_send(),
        "address": masked(contact.email_on(day)) if contact else "",
        "next_address": _next_address(contact),
        "changes_on": waiting_change(contact=contact, day=day) if contact else None,
    }


def _next_address(contact: SafeContact | None) -> str:
    """Another address in a few letters, another number in its last two digits."""
    if contact is None:
        return ""
    return " ".join(
        filter(
            None, (masked(contact.next_email), f"…{contact.next_phone[-2:]}" if contact.next_phone else "")
        )
    )


@on_case("veilig_contact_instellingen", get="update", post="update")
def reach(request: SignedInRequest, case: Case) -> HttpResponse:
    contact, day = safe_contact_of(case=case), timezone.localdate()
    form = contact_form(request, contact, day)
    back = reverse("people:case", args=[case.public_id])
    if request.method == "POST":
        answer = save(request, form, actions.choose_contact, then=back, said=_t("Opgeslagen."), case=case)
        if answer:
            return answer
    page = case_page(request, case, tab="people:case", form=form, back=back, **contact_page(contact, day))
    return render(request, "reach/reach.html", page)


@on_case("veilig_contact_instellingen", post="update")
def keep_address(request: SignedInRequest, case: Case) -> HttpResponse:
    """The address of before stays."""
    if safe_contact_of(case=case):
        actions.stop_new_address(by=request.user, case=case)
        messages.success(request, _t("Het adres blijft zoals het was."))
    return redirect("reach:reach", case.public_id)
