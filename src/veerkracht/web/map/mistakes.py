"""What a klantmanager put on her map by mistake: the one condition of the matrix about who put it there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from veerkracht.web.people.authorize import condition
from veerkracht.web.people.models import Account, AccountRole, Case
from veerkracht.web.record.queries import only_touched_by

DAYS = 30


@condition("own_mistake")
def is_own_mistake(account: Account, case: Case | None, obj: Any) -> bool:
    """Without the thing itself, at the door, it may still be one; the action asks again with it."""
    if account.role != AccountRole.KLANTMANAGER or obj is None or obj == account:
        return account.role == AccountRole.KLANTMANAGER
    since = timezone.now() - dt.timedelta(days=DAYS)
    kind = obj._meta.model_name
    return only_touched_by(account_id=account.pk, object_type=kind, object_id=obj.pk, since=since)
