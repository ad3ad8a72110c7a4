"""The page for when nothing can be saved: it needs no session and no database, and gives back what was typed.

A full disk, a locked or unreachable database, a log-in that ended, or somebody else who was first: whatever broke,
the text is on the answer and one press sends it again.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _t

from veerkracht.web.record.models import Conflict
from veerkracht.web.record.queries import last_writer
from veerkracht.web.record.write_faults import Fault, fault_of

_NEVER = frozenset({"csrfmiddlewaretoken", "password", "again", "present", "code"})
_BOOKKEEPING = frozenset({"once", "was", "seen_version", "hash", "token"})
_CODE = re.compile(r"[a-z0-9_:.\-]*")  # what a choice or a button sends


class LoggedOut(Exception):
    """The log-in ended in another window, and what was typed here came without one."""


class TooBusy(Exception):
    """More people ask than can be answered now."""


@dataclass(frozen=True)
class TypedField:
    """One field as it was sent. `label` is what its form calls it; empty when forms differ in that."""

    name: str
    value: str

    @property
    def is_text(self) -> bool:
        """Somebody wrote it: it is shown to be read and copied, be it one word."""
        if self.name in _BOOKKEEPING or not self.value.strip():
            return False
        return self.name in _typed_by_people() or not _CODE.fullmatch(self.value)

    @property
    def label(self) -> str:
        labels = _typed_by_people().get(self.name, frozenset())
        return next(iter(labels)) if len(labels) == 1 else ""

    @property
    def is_long(self) -> bool:
        return len(self.value) > 80 or "\n" in self.value


@functools.cache
def _typed_by_people() -> dict[str, frozenset[str]]:
    """The names of all fields in which people type, over all forms of the program, with their labels."""
    fields_by_table: dict[str, frozenset[str]] = {}
    for form in _subclasses(forms.Form):
        for name, field in getattr(form, "base_fields", {}).items():
            if isinstance(field.widget, forms.TextInput | forms.Textarea):
                fields_by_table[name] = fields_by_table.get(name, frozenset()) | {str(field.label or "")}
    return fields_by_table


def _subclasses(form: type[forms.Form]) -> Iterator[type[forms.Form]]:
    for child in form.__subclasses__():
        yield child
        yield from _subclasses(child)


def typed_fields(request: HttpRequest) -> list[TypedField]:
    if request.method != "POST":
        return []
    return [
        TypedField(name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in _NEVER
    ]


def reason(error: BaseException, *, account: object) -> str:
    """What is wrong, in a sentence for whoever was typing; never the error's own words.

    Args:
        account: who was typing, or None when that cannot be read any more: then nobody is addressed.
    """
    if isinstance(error, Conflict):
        return _who_was_first(error, account)
    if isinstance(error, LoggedOut | SessionInterrupted):
        return _t("De inlog is intussen gestopt, bijvoorbeeld in een ander venster. Log daar eerst weer in.")
    if isinstance(error, TooBusy):
        return _t(
            "Het is nu druk: er zijn meer mensen dan de server aankan. Probeer het over een minuut nog eens."
        )
    says = {
        Fault.FULL: _t("De server kan nu niets bewaren: de schijf is vol. De gemeente moet dat herstellen."),
        Fault.READ_ONLY: _t("De server mag nu niets bewaren. De gemeente moet dat herstellen."),
        Fault.LOCKED: _t("De server is nu even met iets anders bezig. Dat is meestal zo voorbij."),
    }
    fault = fault_of(error) if isinstance(error, DatabaseError) else Fault.UNREACHABLE
    return says.get(fault, _t("De server is nu even niet bereikbaar."))


def _who_was_first(conflict: Conflict, account: object) -> str:
    writer = last_writer(conflict.current)
    if writer is None:
        sentence = _t("Dit is net veranderd.")
    elif writer != getattr(account, "pk", None):
        sentence = _t("Iemand anders heeft dit net veranderd.")
    elif getattr(account, "is_staff_member", True):
        sentence = _t("Dit heeft u net zelf veranderd, in een ander venster.")
    else:
        sentence = _t("Dit heb je net zelf veranderd, in een ander venster.")
    return f"{sentence} {_t('Kijk eerst hoe het er nu staat.')}"


def not_saved(request: HttpRequest, error: BaseException) -> HttpResponse:
    """409 when somebody was first, 403 when the log-in ended, 503 when the database cannot be used."""
    fields = typed_fields(request)
    page = render_to_string(
        "ui/not_saved.html",
        {
            "why": reason(error, account=_account_seen(request)),
            "fields": fields,
            "texts": [field for field in fields if field.is_text],
            "path": request.path,
            "token": get_token(request),
            "log_in": reverse("people:log_in") if isinstance(error, LoggedOut | SessionInterrupted) else "",
        },
    )
    response = HttpResponse(page, status=_status(error))
    response["Cache-Control"] = "no-store"
    if response.status_code == 503:
        response["Retry-After"] = "30"
    return response


def _status(error: BaseException) -> int:
    if isinstance(error, Conflict):
        return 409
    return 403 if isinstance(error, LoggedOut | SessionInterrupted) else 503


def _account_seen(request: HttpRequest) -> object:
    """Who is logged in, as far as that was read before something broke; asking now could break again."""
    return getattr(request, "_cached_user", None)


def is_about_saving(error: BaseException | None) -> bool:
    return isinstance(error, DatabaseError | Conflict)


def fault_behind(interrupted: SessionInterrupted) -> BaseException:
    """The database's own error when the session could not be written; else the log-in really ended elsewhere."""
    error: BaseException | None = interrupted
    while error is not None:
        if isinstance(error, DatabaseError) and fault_of(error) is not Fault.REFUSED:
            return error
        error = error.__context__
    return interrupted
