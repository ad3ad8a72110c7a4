"""What the pages of the budget share: the frame, and a press or a form that may be refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.editing import save
from veerkracht.web.ui.forms import Form

from .domain import EntryRefused
from .words import refusal_sentence


def budget_url(case: Case) -> str:
    return reverse("budget:budget", args=[case.public_id])


def budget_page(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    usual = {"back": budget_url(case), "sub": "", "takes_files": False}
    return case_page(request, case, tab="budget:budget", **{**usual, **context})


def saved_entry(
    request: SignedInRequest, form: Form, act: Callable[..., Any], *, then: str, said: str, **values: Any
) -> HttpResponse | None:
    """As `save`; an entry that does not fit is a mistake of the form, with the sentence on how to mend it."""
    try:
        return save(request, form, act, then=then, said=said, **values)
    except EntryRefused as error:
        field = "cents" if "cents" in form.fields else None
        form.add_error(field, refusal_sentence(error))
        return None


def pressed(
    request: SignedInRequest, act: Callable[..., Any], *, says: str, case: Case, **values: Any
) -> HttpResponse:
    act(by=request.user, case=case, **values)
    messages.success(request, says)
    return redirect(budget_url(case))


def proof_thrown_away() -> str:
    return _t("Bekeken. Het bestand is weggegooid; alleen wie keek en wanneer blijft staan.")
