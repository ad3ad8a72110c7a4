"""What the pages of training share."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page


def training_url(case: Case) -> str:
    return reverse("training:training", args=[case.public_id])


def training_page(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    usual = {"back": training_url(case), "remove_url": "", "sub": ""}
    return case_page(request, case, tab="training:training", **{**usual, **context})
