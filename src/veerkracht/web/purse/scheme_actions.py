"""Writes about the schemes of a municipality: nothing of them counts before a second person said yes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.money.own_schemes import as_fact
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account
from veerkracht.web.record.models import Conflict

from .models import MunicipalScheme
from .scheme_queries import as_scheme, municipal_scheme, schemes_to_agree


@dataclass(frozen=True, kw_only=True)
class SchemeFields:
    """What stands in the form of a scheme."""

    name: str
    euros: float
    per: str
    pay_month: int | None
    each: str
    youngest: int
    oldest: int
    most_percent: float | None
    low_income_months: int | None
    beside: str
    article: str
    since: dt.date
    until: dt.date | None

    @property
    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


NOT_ASKED: dict[str, Any] = {
    "asked_by": None,
    "asked_on": None,
    "answered_by": None,
    "answered_on": None,
    "is_agreed": None,
}


@action("purse.scheme_written", allow=("create", "regels_en_bedragen"))
def write_scheme(*, by: Account, fields: SchemeFields) -> MunicipalScheme:
    """A draft; nobody reckons with it."""
    return MunicipalScheme.objects.create(municipality=by.municipality, **fields.columns)


@action("purse.scheme_changed", allow=("update", "regels_en_bedragen"))
def change_scheme(*, by: Account, scheme_id: int, seen_version: int, fields: SchemeFields) -> MunicipalScheme:
    """Change the draft. What was agreed before stays in force until the change is agreed as well.

    Raises:
        Conflict: somebody saved a newer version.
    """
    row = municipal_scheme(account=by, scheme_id=scheme_id)
    return row.change(seen_version, **fields.columns, **NOT_ASKED)


@action("purse.scheme_asked", allow=("update", "regels_en_bedragen"))
def ask_second_yes(*, by: Account, scheme_id: int, seen_version: int) -> MunicipalScheme:
    """Lay the draft before a second person.

    Raises:
        Conflict: somebody saved a newer version.
    """
    row = municipal_scheme(account=by, scheme_id=scheme_id)
    asked = {**NOT_ASKED, "asked_by": by, "asked_on": timezone.localdate()}
    return row.change(seen_version, **asked)


@action("purse.scheme_answered", allow=("approve", "regels_en_bedragen"))
def answer_scheme(*, by: Account, scheme_id: int, seen_version: int, is_agreed: bool) -> MunicipalScheme:
    """The second person's yes or no, about the version that was shown. With a yes it counts.

    Raises:
        Http404: it does not wait for this person.
        Conflict: somebody saved a newer version.
    """
    row = schemes_to_agree(by=by).filter(pk=scheme_id).first()
    if row is None:
        raise Http404
    answered: dict[str, Any] = {
        "answered_by": by,
        "answered_on": timezone.localdate(),
        "is_agreed": is_agreed,
    }
    if is_agreed:
        if row.version != seen_version:
            raise Conflict(row)
        answered["in_force"] = as_fact(as_scheme(row))
    return row.change(seen_version, **answered)


@action("purse.scheme_removed", allow=("update", "regels_en_bedragen"))
def remove_scheme(*, by: Account, scheme_id: int, seen_version: int) -> MunicipalScheme:
    """Take away a draft that nobody ever said yes to; what counts gets a last day instead.

    Raises:
        Http404: it counts.
        Conflict: somebody saved a newer version.
    """
    row = municipal_scheme(account=by, scheme_id=scheme_id)
    if row.in_force is not None:
        raise Http404
    if row.version != seen_version:
        raise Conflict(row)
    number = row.pk
    row.delete()
    row.pk = number
    return row
