"""Writes of the facts that belong to no other page: which of two statements is right."""

from __future__ import annotations

from django.http import Http404

from veerkracht.household.unknown import NOT_ASKED
from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.record.models import Conflict

from .domain.differences import differences_of
from .models import HouseholdFacts, SaidOn
from .writing import hold, state


@action("facts.settled", allow=("update", "weekplan"))
def settle(*, by: Account, case: Case, path: str, right: str, seen_version: int) -> HouseholdFacts:
    """Say which of two statements is right, `money` or `week`; the other goes.

    Raises:
        Conflict: something was said since the question was read.
        Http404: the two do not differ (any more), or money's statement has no place in the week.
    """
    held = hold(case=case)
    if held.book.version != seen_version:
        raise Conflict(held.book)
    children = [str(child.pk) for child in case.household.children.order_by("pk")]
    difference = next((one for one in differences_of(held.facts, children) if one.path == path), None)
    if difference is None or (right == "money" and difference.kept_as_money_says is None):
        raise Http404
    values = {path: NOT_ASKED}
    if right == "money":
        values |= difference.kept_as_money_says or {}
    return state(held, by=by, page=SaidOn.FACTS, values=values)
