"""What the pages after the start share."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from veerkracht.web.people.doors import SignedInRequest
from veerkracht.web.people.models import Case
from veerkracht.web.people.pages import case_page


def aftercare_url(case: Case) -> str:
    return reverse("aftercare:aftercare", args=[case.public_id])


def aftercare_page(request: SignedInRequest, case: Case, **context: Any) -> dict[str, Any]:
    usual = {"back": aftercare_url(case), "sub": ""}
    return case_page(request, case, tab="aftercare:aftercare", **{**usual, **context})
