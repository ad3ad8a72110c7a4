"""A code in two halves with which a colleague opens an account: one half of who asked, one of who agreed.

Nobody but the colleague has both. The halves stand nowhere in readable form but in the answer to whoever gets one.
"""

from __future__ import annotations

import datetime as dt
import secrets

from django.db.models import F
from django.http import Http404
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .account_request import AccountDeed, AccountRequest
from .acting import action
from .models import _ALPHABET, Account
from .second_factor import uncouple
from .sessions import end_sessions

VALID_DAYS = 14
MOST_WRONG = 10  # by somebody who holds one half: then it has to be asked again


def new_half() -> tuple[str, str]:
    """Eight signs to tell once (39 bits, on top of the other half) and the keyed hash to store."""
    signs = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}", _hash_of(signs)


def _hash_of(half: str) -> str:
    signs = "".join(c for c in half.upper() if c.isalnum())
    return salted_hmac("people.access_half", signs, algorithm="sha256").hexdigest()


def request_with(*, account: Account | None, halves: tuple[str, str]) -> AccountRequest | None:
    """The request both halves belong to, in either order; None when they open nothing today."""
    return next((row for row in _waiting(account) if _right(row, halves) == 2), None)


def half_right(*, account: Account | None, halves: tuple[str, str]) -> AccountRequest | None:
    """The request of which exactly one half is right: somebody who holds one is guessing the other."""
    return next((row for row in _waiting(account) if _right(row, halves) == 1), None)


def _waiting(account: Account | None) -> list[AccountRequest]:
    since = timezone.now() - dt.timedelta(days=VALID_DAYS)
    rows = AccountRequest.objects.filter(
        account=account, done_at=None, is_agreed=True, asked_at__gte=since, wrong_tries__lt=MOST_WRONG
    )
    usable = rows.exclude(asker_half="").exclude(agreer_half="").select_related("account")
    return [row for row in usable.order_by("pk") if row.account.is_active or row.deed == AccountDeed.ACCOUNT]


def _right(row: AccountRequest, halves: tuple[str, str]) -> int:
    return len({_hash_of(half) for half in halves} & {row.asker_half, row.agreer_half})


# No cell of the matrix: whoever does this is not logged in. The two halves are the ground.
@action("people.access_opened", allow=None)
def open_access(*, by: None, account: Account, halves: tuple[str, str], password: str) -> Account:
    """The colleague's own password; with a new account it starts to exist, with a lost telephone the app is forgotten.

    Every session of the account ends.

    Raises:
        Http404: the code stopped working in the meantime.
    """
    locked = Account.objects.select_for_update().get(pk=account.pk)
    row = request_with(account=locked, halves=halves)
    if row is None or not AccountRequest.objects.filter(pk=row.pk, done_at=None).update(
        done_at=timezone.now()
    ):
        raise Http404
    locked.set_password(password)
    if row.deed == AccountDeed.ACCOUNT:
        locked.is_active = True
    if row.deed == AccountDeed.APP:
        uncouple(locked)
    locked.save()
    end_sessions(locked)
    return locked


@action("people.access_half_tried", allow=None)
def count_wrong_half(*, by: None, account_request: AccountRequest) -> AccountRequest:
    """Somebody with one half guessed the other."""
    AccountRequest.objects.filter(pk=account_request.pk).update(wrong_tries=F("wrong_tries") + 1)
    return account_request
