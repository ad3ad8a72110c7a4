"""To whom help can go: colleagues of the municipality, and helpers who can answer."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.models import Account, AccountRole, Case
from veerkracht.web.people.queries import accounts_with_role, klantmanager_of

from .models import Helper
from .queries import helpers_of


def can_answer(helper: Helper) -> bool:
    """With a log-in or an e-mail address; without either a yes would never come. Nobody's help goes to an employer."""
    if helper.account and helper.account.role == AccountRole.WERKGEVER:
        return False
    return bool(helper.account_id or helper.email)


def colleagues_of(*, case: Case) -> list[Account]:
    """The klantmanagers of the municipality but the one who guides her now."""
    own = klantmanager_of(case=case, day=timezone.localdate())
    rows = accounts_with_role(municipality_id=case.municipality_id, role=AccountRole.KLANTMANAGER)
    return [account for account in rows if own is None or account.pk != own.id]


def receivers_of(*, case: Case) -> list[tuple[str, str]]:
    """Key and name: `account:3` or `helper:7`."""
    accounts = [(f"account:{each.pk}", each.name) for each in colleagues_of(case=case)]
    helpers = [(f"helper:{each.pk}", each.name) for each in helpers_of(case=case) if can_answer(each)]
    return [*helpers, *accounts]


def fellow_of(account: Account, *, account_id: int) -> Account:
    """Another klantmanager of the same municipality.

    Raises:
        Http404: there is none with this number.
    """
    for each in fellows(account):
        if each.pk == account_id:
            return each
    raise Http404


def fellows(account: Account) -> list[Account]:
    rows = accounts_with_role(municipality_id=account.municipality_id, role=AccountRole.KLANTMANAGER)
    return [each for each in rows if each.pk != account.pk]
