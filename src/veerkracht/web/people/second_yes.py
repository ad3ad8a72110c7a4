"""The second yes over accounts: what an administrator asks waits for the team lead, and gives each half a code."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from .access_code import new_half
from .account_request import AccountDeed, AccountRequest
from .acting import action
from .models import Account, AccountRole, Assignment
from .queries import account_of
from .sessions import end_sessions

VALID_DAYS = 14


def open_requests(*, account: Account) -> QuerySet[AccountRequest]:
    """What was asked for this account in the last fourteen days, not refused and not done yet."""
    since = timezone.now() - dt.timedelta(days=VALID_DAYS)
    rows = AccountRequest.objects.filter(account=account, done_at=None, asked_at__gte=since)
    return rows.exclude(is_agreed=False)


def waiting_account_requests(*, by: Account) -> QuerySet[AccountRequest]:
    """What this team lead may answer: of the municipality, asked by somebody else, about somebody else."""
    since = timezone.now() - dt.timedelta(days=VALID_DAYS)
    rows = AccountRequest.objects.filter(
        account__municipality=by.municipality_id, is_agreed=None, asked_at__gte=since
    )
    rows = rows.exclude(asked_by=by).exclude(account=by)
    return rows.select_related("account", "asked_by").order_by("pk")


def is_unmade(account: Account) -> bool:
    """Asked for as a new account, and its code was not used yet."""
    rows = AccountRequest.objects.filter(account=account, deed=AccountDeed.ACCOUNT)
    return rows.exists() and not rows.filter(done_at__isnull=False).exists()


def has_lead(account: Account) -> bool:
    """Whether there is a team lead who may say yes about this account; never the one it is about."""
    leads = Account.objects.filter(
        municipality=account.municipality_id, role=AccountRole.TEAMLEIDER, is_active=True
    )
    return leads.exclude(pk=account.pk).exists()


def guides_somebody(account: Account) -> bool:
    """Somebody would disappear from the team lead's sight if this klantmanager became something else."""
    return Assignment.objects.active(timezone.localdate()).filter(account=account).exists()


@action("people.account_change_asked", allow=("update", "gebruikersbeheer"))
def ask_account_change(*, by: Account, account_id: int, deed: str) -> Account:
    """Ask the team lead; asking again while she has not answered is the same request, afterwards a new one.

    Raises:
        Http404: a stopped account is started first; a new account is made once.
    """
    account = account_of(account=by, account_id=account_id)
    unmade = is_unmade(account)
    if (
        deed == AccountDeed.ROLE
        or (deed == AccountDeed.ACCOUNT) != unmade
        or not (account.is_active or unmade)
    ):
        raise Http404
    earlier = open_requests(account=account).filter(deed=deed)
    if not earlier.filter(asked_by=by, is_agreed=None).exists():
        earlier.update(is_agreed=False)
        AccountRequest.objects.create(account=account, deed=deed, asked_by=by)
    return account


@action("people.account_change_answered", allow=("approve", "gebruikersbeheer"))
def answer_account_change(*, by: Account, account_request_id: int, is_agreed: bool) -> AccountRequest:
    """The team lead's yes or no. With a yes the request carries her `half` of the code, to be told once.

    Raises:
        Http404: no such request here, or not one she may answer.
    """
    row = waiting_account_requests(by=by).filter(pk=account_request_id).first()
    if row is None:
        raise Http404
    return _answer(row, by=by, is_agreed=is_agreed)


@action("people.account_change_answered", allow=None)
def agree_at_the_server(*, by: None, account: Account) -> AccountRequest:
    """The second yes where no team lead can give one: by whoever runs the server, on its command line.

    Raises:
        ValueError: nothing waits, or a team lead can answer it.
    """
    waiting = open_requests(account=account).filter(is_agreed=None, asked_by__isnull=False).first()
    if waiting is None:
        raise ValueError("Voor deze inlognaam wacht er niets op een tweede ja.")
    if has_lead(account):
        raise ValueError("Er is een teamleider die dit kan beantwoorden, onder: Wacht op u.")
    return _answer(waiting, by=None, is_agreed=True)


def _answer(row: AccountRequest, *, by: Account | None, is_agreed: bool) -> AccountRequest:
    if row.deed == AccountDeed.ROLE:
        return _answer_role(row, by=by, is_agreed=is_agreed)
    half, hashed = new_half() if is_agreed else ("", "")
    if not AccountRequest.objects.filter(pk=row.pk, is_agreed=None).update(
        answered_by=by, is_agreed=is_agreed, agreer_half=hashed
    ):
        raise Http404
    row.is_agreed, row.half = is_agreed, half
    return row


def _answer_role(row: AccountRequest, *, by: Account | None, is_agreed: bool) -> AccountRequest:
    """Another role takes no code: it is there with the yes, unless people were assigned in the meantime."""
    if is_agreed and guides_somebody(row.account):
        raise Http404
    if not AccountRequest.objects.filter(pk=row.pk, is_agreed=None).update(
        answered_by=by, is_agreed=is_agreed, done_at=timezone.now()
    ):
        raise Http404
    if is_agreed:
        Account.objects.filter(pk=row.account_id).update(role=row.wanted_role)
        end_sessions(row.account)
    return row


@action("people.access_half_made", allow=("update", "gebruikersbeheer"))
def make_own_half(*, by: Account, account_id: int, deed: str) -> AccountRequest:
    """The asker's `half` of an agreed request; an earlier one of the same request stops working.

    Raises:
        Http404: nobody agreed to it, or somebody else asked.
    """
    account = account_of(account=by, account_id=account_id)
    rows = open_requests(account=account).filter(deed=deed, asked_by=by, is_agreed=True)
    row = rows.exclude(agreer_half="").select_for_update().first()
    if row is None:
        raise Http404
    row.half, row.asker_half = new_half()
    row.save()
    return row
