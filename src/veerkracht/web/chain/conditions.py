"""The condition of the matrix the chain brings: what is said at the table by who has no log-in of her own."""

from __future__ import annotations

from typing import Any

from veerkracht.web.people.authorize import condition
from veerkracht.web.people.models import Account, AccountRole, Case


@condition("without_account")
def is_without_account(account: Account, case: Case | None, obj: Any) -> bool:
    return account.role == AccountRole.KLANTMANAGER and case is not None and case.account_id is None
