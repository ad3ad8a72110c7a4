"""The second yes over accounts: what an administrator asks waits for the team lead."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from .account_request import AccountDeed, AccountRequest
from .acting import action
from .models import Account, AccountRole
from .queries import account_of

VALID_DAYS = 14

# Whoever has one of these says yes to something or sees people: made by two, never by the administrator alone.
MADE_BY_TWO = (AccountRole.KLANTMANAGER, AccountRole.TEAMLEIDER)


def needs_second_yes(*, municipality_id: int, role: str) -> bool:
    """The very first team lead is made by the administrator alone: nobody could say yes yet.

    A team lead who was stopped still counts: stopping her never makes the administrator alone again.
    """
    leads = Account.objects.filter(municipality=municipality_id, role=AccountRole.TEAMLEIDER)
    return role in MADE_BY_TWO and (role != AccountRole.TEAMLEIDER or leads.exists())


def open_requests(*, account: Account) -> QuerySet[AccountRequest]:
    """What was asked for this account in the last fourteen days, not refused and not done yet."""
    since = timezone.now() - dt.timedelta(days=VALID_DAYS)
    rows = AccountRequest.objects.filter(account=account, done_at=None, asked_at__gte=since)
    return rows.exclude(is_agreed=False)


def waiting_account_requests(*, by: Account) -> QuerySet[AccountRequest]:
    """What this team lead may answer: of the municipality, asked by somebody else, about somebody else."""
    rows = AccountRequest.objects.filter(account__municipality=by.municipality_id, is_agreed=None)
    rows = rows.exclude(asked_by=by).exclude(account=by)
    return rows.select_related("account", "asked_by").order_by("pk")


def is_unmade(account: Account) -> bool:
    """Asked for as a new account, and the second yes did not have its effect."""
    rows = AccountRequest.objects.filter(account=account, deed=AccountDeed.ACCOUNT)
    return rows.exists() and not rows.filter(done_at__isnull=False).exists()


@action("people.account_change_asked", allow=("update", "gebruikersbeheer"))
def ask_account_change(*, by: Account, account_id: int, deed: str) -> Account:
    account = account_of(account=by, account_id=account_id)
    if (deed == AccountDeed.ACCOUNT) != is_unmade(account):
        raise Http404
    if not open_requests(account=account).filter(deed=deed, asked_by=by).exists():
        AccountRequest.objects.create(account=account, deed=deed, asked_by=by)
    return account


@action("people.account_change_answered", allow=("approve", "gebruikersbeheer"))
def answer_account_change(*, by: Account, account_request_id: int, is_agreed: bool) -> Account:
    """The team lead's yes or no.

    Raises:
        Http404: no such request here, or not one she may answer.
    """
    row = waiting_account_requests(by=by).filter(pk=account_request_id).first()
    answer = {"answered_by": by, "is_agreed": is_agreed}
    if row is None or not AccountRequest.objects.filter(pk=row.pk, is_agreed=None).update(**answer):
        raise Http404
    return row.account


def spend_yes(*, by: Account, account: Account, deed: AccountDeed) -> None:
    """Part of the action that does it: the agreed request of this administrator has its effect once.

    Raises:
        Http404: nobody agreed to it.
    """
    agreed = open_requests(account=account).filter(deed=deed, asked_by=by, is_agreed=True)
    if not agreed.update(done_at=timezone.now()):
        raise Http404
