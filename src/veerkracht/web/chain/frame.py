"""What the pages of the chain share: the frame around them, and one press that takes a step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page
from veerkracht.web.record.editing import save, seen_version
from veerkracht.web.record.models import Conflict
from veerkracht.web.ui.forms import Form

from .domain.steps import StepRefused
from .words import refusal_sentence


def around_url(case: Case) -> str:
    return reverse("chain:around", args=[case.public_id])


def chain_page(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    """The context of a page of the chain; `back` is the list unless the page says another way."""
    return case_page(request, case, tab="chain:around", **{"back": around_url(case), **context})


def pressed(
    request: HttpRequest, act: Callable[..., Any], *, says: str, back: str, **given: Any
) -> HttpResponse:
    """A button: nothing was typed, so a conflict or a refused step only needs the fresh page and a sentence."""
    try:
        act(by=request.user, seen_version=seen_version(request), **given)
        messages.success(request, says)
    except Conflict:
        messages.warning(request, _t("Dit veranderde net. Zo staat het er nu."))
    except StepRefused as error:
        messages.warning(request, refusal_sentence(error))
    return redirect(back)


def saved_step(
    request: HttpRequest, form: Form, act: Callable[..., Any], *, then: str, said: str, **given: Any
) -> HttpResponse | None:
    """As `record.editing.save`, for a step that may not fit (any more): then the page says so."""
    try:
        return save(request, form, act, then=then, said=said, **given)
    except StepRefused as error:
        messages.warning(request, refusal_sentence(error))
        return redirect(then)
