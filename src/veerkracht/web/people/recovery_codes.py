"""Making and using recovery codes."""

from __future__ import annotations

import secrets

from django.contrib.auth.hashers import check_password, make_password
from django.http import Http404
from django.utils import timezone

from .acting import action
from .models import _ALPHABET, Account, RecoveryCode

HOW_MANY, SIGNS = 10, 10  # 49 bits each


def signs_of(code: str) -> str:
    return "".join(c for c in code.upper() if c.isalnum())


def codes_left(account: Account) -> int:
    return account.recovery_codes.filter(used_at=None).count()


@action("people.recovery_codes_made", allow=("update", "account_eigen"))
def make_recovery_codes(*, by: Account) -> Account:
    """Ten new codes in `new_codes`, to show once; the old ones stop working."""
    by.recovery_codes.all().delete()
    codes = ["".join(secrets.choice(_ALPHABET) for _ in range(SIGNS)) for _ in range(HOW_MANY)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=by, code_hash=make_password(code)) for code in codes
    )
    by.new_codes = tuple(f"{code[:5]}-{code[5:]}" for code in codes)
    return by


# No cell of the matrix: whoever does this is half logged in. Password and code are the ground.
@action("people.recovery_code_used", allow=None)
def use_recovery_code(*, by: None, account: Account, code: str) -> Account:
    """Use one up.

    Raises:
        Http404: there is no such code, or it was used.
    """
    unused = RecoveryCode.objects.filter(account=account, used_at=None)
    right = next((row for row in unused if check_password(signs_of(code), row.code_hash)), None)
    if right is None or not unused.filter(pk=right.pk).update(used_at=timezone.now()):
        raise Http404
    return account
