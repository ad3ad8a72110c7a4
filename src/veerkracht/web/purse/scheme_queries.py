"""Reads about the schemes of a municipality: what is reckoned with, and what is being written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404

from veerkracht.money.own_schemes import OwnScheme
from veerkracht.web.people.models import Account

from .models import MunicipalScheme

COPIED = tuple(name for name in OwnScheme.__dataclass_fields__ if name not in ("number", "municipality"))
"""The fields that a row and a scheme have in common."""


def schemes_in_force(*, municipality_id: int | None) -> tuple[Mapping[str, Any], ...] | None:
    """What a second person said yes to. None, in the demo alone: then the schemes of the example count."""
    rows = MunicipalScheme.objects.filter(municipality=municipality_id, in_force__isnull=False)
    agreed: tuple[Mapping[str, Any], ...] = tuple(row.in_force or {} for row in rows.order_by("pk"))
    return agreed if agreed or not settings.DEMO else None


def schemes_for_anybody() -> tuple[Mapping[str, Any], ...] | None:
    """On the page without a log-in, which asks no database: the example in the demo, else none."""
    return None if settings.DEMO else ()


def schemes_of(*, account: Account) -> QuerySet[MunicipalScheme]:
    return MunicipalScheme.objects.filter(municipality=account.municipality_id).order_by("name", "pk")


def schemes_to_agree(*, by: Account) -> QuerySet[MunicipalScheme]:
    """What waits for a second person: asked by somebody else, not answered yet."""
    rows = schemes_of(account=by).filter(asked_by__isnull=False, is_agreed=None)
    return rows.exclude(asked_by=by).select_related("asked_by")


def municipal_scheme(*, account: Account, scheme_id: int) -> MunicipalScheme:
    """One of the own municipality.

    Raises:
        Http404: there is none.
    """
    row = schemes_of(account=account).filter(pk=scheme_id).first()
    if row is None:
        raise Http404
    return row


def as_scheme(row: MunicipalScheme) -> OwnScheme:
    """A row as money reckons with it."""
    return OwnScheme(
        number=row.pk, municipality=row.municipality.name, **{name: getattr(row, name) for name in COPIED}
    )
