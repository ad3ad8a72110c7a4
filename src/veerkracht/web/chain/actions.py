"""Writes about who helps her. Nobody is added without it being said to her."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.people.taken_off import take_off
from veerkracht.web.record.models import Conflict

from .domain.silence import RiskKind
from .models import Helper, HerView, RiskMoment
from .queries import helper_of, partner_accounts, who_it_can_be
from .sending import word_to_her


@action("chain.helper_added", allow=("create", "hulpverlener"))
def add_helper(
    *, by: Account, case: Case, name: str, purpose: str, is_announced: bool = False, **more: Any
) -> Helper:
    """Put somebody on the list. `more`: the other fields of a helper.

    Raises:
        Http404: somebody else than she adds a helper and did not say it to her, or ties it to who is not of this case.
    """
    is_hers = by.pk == case.account_id
    if not (is_hers or is_announced):
        raise Http404
    _is_of_this_case(by, case, more)
    announced_on = None if is_hers else timezone.localdate()
    view = HerView.RIGHT if is_hers else HerView.NONE
    if not is_hers:
        word_to_her(case)
    return Helper.objects.create(
        case=case,
        name=name,
        purpose=purpose,
        added_by=by,
        announced_on=announced_on,
        her_view=view,
        **more,
    )


@action("chain.helper_changed", allow=("update", "hulpverlener"))
def change_helper(*, by: Account, case: Case, helper_id: int, seen_version: int, **values: Any) -> Helper:
    """Change what stands there. What she corrects herself is right; what somebody else changes she looks at again."""
    helper = helper_of(case=case, helper_id=helper_id)
    _is_of_this_case(by, case, values)
    view = HerView.RIGHT if by.pk == case.account_id else HerView.NONE
    return helper.change(seen_version, **values, her_view=view, her_words="")


@action("chain.helper_viewed", allow=("delete", "hulpverlener"))
def say_whether_right(
    *, by: Account, case: Case, helper_id: int, seen_version: int, her_view: str, her_words: str = ""
) -> Helper:
    """Her word on what stands there; hers alone, like taking it off."""
    helper = helper_of(case=case, helper_id=helper_id)
    return helper.change(seen_version, her_view=HerView(her_view), her_words=her_words)


@action("chain.contact_noted", allow=("update", "hulpverlener"))
def note_helper_contact(*, by: Account, case: Case, helper_id: int, seen_version: int, on: dt.date) -> Helper:
    """There was contact with this helper on that day."""
    return helper_of(case=case, helper_id=helper_id).change(seen_version, last_contact_on=on)


@action("chain.helper_removed", allow=("delete", "hulpverlener"))
def remove_helper(*, by: Account, case: Case, helper_id: int, seen_version: int) -> None:
    """Off her list; put back for thirty days."""
    helper = helper_of(case=case, helper_id=helper_id)
    if Helper.objects.select_for_update().filter(pk=helper.pk, version=seen_version).first() is None:
        raise Conflict(helper)
    take_off(helper, case=case, by=by, kind="hulpverlener", title=helper.name)


@action("chain.risk_added", allow=("create", "hulpverlener"))
def add_risk(*, by: Account, case: Case, kind: str, on: dt.date, words: str = "") -> RiskMoment:
    """Write down a change ahead, so that it stands on Vandaag in time."""
    return RiskMoment.objects.create(case=case, kind=RiskKind(kind), on=on, words=words, added_by=by)


@action("chain.risk_removed", allow=("update", "hulpverlener"))
def remove_risk(*, by: Account, case: Case, risk_id: int, seen_version: int) -> None:
    """It does not come, or it was written down wrong."""
    row = RiskMoment.objects.select_for_update().filter(case=case, pk=risk_id).first()
    if row is None:
        raise Http404
    if row.version != seen_version:
        raise Conflict(row)
    row.delete()


def _is_of_this_case(by: Account, case: Case, values: dict[str, Any]) -> None:
    """Only a place that stands on her own map or in her facts, and a partner of her own municipality."""
    linked, account_id = values.get("linked", ""), values.get("account_id")
    if linked and linked not in dict(who_it_can_be(case=case, account=by)):
        raise Http404
    if account_id and account_id not in {account.pk for account in partner_accounts(case=case)}:
        raise Http404
