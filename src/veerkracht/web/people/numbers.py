"""Numbers and names for who may know that something happened, and nothing of whom."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404
from django.utils.translation import gettext as _t

from .models import PERSONAL_ROLES, Account, Case


def number_of(*, account: Account, public_id: str) -> int:
    """The case with this number in the municipality of this account, whatever its standing.

    Raises:
        Http404: there is none.
    """
    number = Case.objects.filter(municipality=account.municipality_id, public_id=public_id).values_list(
        "pk", flat=True
    )
    if not number:
        raise Http404
    return number[0]


def public_ids(*, case_ids: Iterable[int]) -> dict[int, str]:
    return dict(Case.objects.filter(pk__in=set(case_ids)).values_list("pk", "public_id"))


def account_names(*, municipality_id: int) -> dict[int, str]:
    """Everybody with an account in the municipality, stopped or not; of who is guided only that it was she herself."""
    rows = (
        Account.objects.filter(municipality=municipality_id)
        .order_by("name")
        .values_list("pk", "name", "role")
    )
    return {pk: _t("zijzelf") if role in PERSONAL_ROLES else name for pk, name, role in rows}


def staff_names(*, municipality_id: int) -> dict[int, str]:
    """Who works for the municipality or the chain, by name."""
    rows = Account.objects.filter(municipality=municipality_id).exclude(role__in=PERSONAL_ROLES)
    return dict(rows.order_by("name").values_list("pk", "name"))
