"""The page for when nothing can be saved: it needs no session and no database, and gives back what was typed.

A full disk, a locked or unreachable database, or somebody else who was first: whatever broke, the text is on the
answer and one press sends it again.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext as _t

from veerkracht.web.record.models import Conflict

_NEVER = frozenset({"csrfmiddlewaretoken", "password", "again", "present", "code"})
_DISK = ("full", "disk", "no space", "readonly", "read-only")


@dataclass(frozen=True)
class TypedField:
    """One field as it was sent. `is_text`: somebody wrote it, so it is shown to be read and copied."""

    name: str
    value: str

    @property
    def is_text(self) -> bool:
        return " " in self.value.strip() and self.name not in ("was", "once")


def typed_fields(request: HttpRequest) -> list[TypedField]:
    if request.method != "POST":
        return []
    return [
        TypedField(name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in _NEVER
    ]


def reason(error: BaseException) -> str:
    """What is wrong, in a sentence for whoever was typing; never the error's own words."""
    if isinstance(error, Conflict):
        return _t(
            "Iemand anders, of uzelf in een ander venster, veranderde dit net. Kijk eerst hoe het er nu staat."
        )
    if any(word in str(error).lower() for word in _DISK):
        return _t("De server kan nu niets bewaren. Uw gemeente moet dat herstellen.")
    return _t("De server is nu even niet bereikbaar.")


def not_saved(request: HttpRequest, error: BaseException) -> HttpResponse:
    """409 when somebody was first, 503 when the database cannot be used."""
    fields = typed_fields(request)
    page = render_to_string(
        "ui/not_saved.html",
        {
            "why": reason(error),
            "fields": fields,
            "texts": [field for field in fields if field.is_text],
            "path": request.path,
            "token": get_token(request),
        },
    )
    response = HttpResponse(page, status=409 if isinstance(error, Conflict) else 503)
    response["Cache-Control"] = "no-store"
    if not isinstance(error, Conflict):
        response["Retry-After"] = "30"
    return response


def is_about_saving(error: BaseException | None) -> bool:
    return isinstance(error, DatabaseError | Conflict)
