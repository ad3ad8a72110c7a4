"""Taking part in a group, leaving it, and the word the day before."""

from __future__ import annotations

from django.http import Http404
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case

from .models import GroupSeat
from .queries import offer_of


@action("offers.group_joined", allow=("create", "groepsplek"))
def join_group(*, by: Account, case: Case, offer_id: int, wants_reminder: bool) -> GroupSeat:
    """A seat in a group that runs. Joined twice is once.

    Raises:
        Http404: no such group, or it does not run any more.
    """
    offer = offer_of(account=by, offer_id=offer_id)
    if not offer.is_group or not offer.runs_on(timezone.localdate()):
        raise Http404
    seat, is_new = GroupSeat.objects.get_or_create(
        case=case,
        offer=offer,
        left_on=None,
        defaults={"joined_on": timezone.localdate(), "wants_reminder": wants_reminder},
    )
    return seat if is_new else seat.change(seat.version, wants_reminder=wants_reminder)


@action("offers.group_left", allow=("delete", "groepsplek"))
def leave_group(*, by: Account, case: Case, offer_id: int) -> GroupSeat:
    """Raises Http404: she takes no part in it (any more)."""
    seat = GroupSeat.objects.filter(case=case, offer=offer_id, left_on=None).first()
    if seat is None:
        raise Http404
    return seat.change(seat.version, left_on=timezone.localdate(), wants_reminder=False)
