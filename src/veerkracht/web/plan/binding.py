"""Promises bind who made them: the two conditions of the matrix that look at whose promise it is."""

from __future__ import annotations

from typing import Any

from veerkracht.web.people.authorize import condition
from veerkracht.web.people.models import Account, Case

from .domain import MUNICIPALITY_SIDE, PromiseFacts
from .models import Answer, Owner, Promise


def is_promised_by(account: Account, case: Case, promise: Promise | PromiseFacts) -> bool:
    """Hers is hers, the municipality's is the municipality's; of a third party: whoever wrote it down."""
    is_her = case.account_id is not None and account.pk == case.account_id
    if promise.owner == Owner.MOTHER:
        return is_her or case.account_id is None
    if promise.owner in MUNICIPALITY_SIDE:
        return not is_her
    return is_her == (promise.made_by_id is not None and promise.made_by_id == case.account_id)


@condition("own_promise")
def is_own_promise(account: Account, case: Case | None, obj: Any) -> bool:
    """What one promised oneself, or only wrote down for her and nobody said anything to yet."""
    if case is None or not isinstance(obj, Promise | PromiseFacts):
        return False
    is_still_a_question = obj.answer == Answer.NONE and obj.made_by_id == account.pk
    return is_promised_by(account, case, obj) or is_still_a_question


@condition("promise_of_others")
def is_promise_of_others(account: Account, case: Case | None, obj: Any) -> bool:
    """Something the other side promised: one may say whether it was kept, and nothing else."""
    if case is None or not isinstance(obj, Promise | PromiseFacts):
        return False
    return not is_promised_by(account, case, obj)
