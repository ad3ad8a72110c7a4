"""Two conditions of the matrix: that what is read is without a person by how it is stored."""

from __future__ import annotations

from typing import Any

from veerkracht.web.people.authorize import condition
from veerkracht.web.people.models import Account, AccountRole, Case


@condition("anonymised")
def _anonymised(account: Account, case: Case | None, obj: Any) -> bool:
    """Staff, towards signals: a signal holds no person, and what still could is only shown to a second reader."""
    return account.is_staff_member


@condition("kpi")
def _kpi(account: Account, case: Case | None, obj: Any) -> bool:
    """Towards no case at all: lists of what is without a person, and counts that went through the rule."""
    return case is None and account.role in (AccountRole.BELEID, AccountRole.TEAMLEIDER, AccountRole.FG)
