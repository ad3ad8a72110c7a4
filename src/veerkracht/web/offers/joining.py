"""What of the offers moves when two cases of one person become one."""

from __future__ import annotations

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import GroupSeat, TakenOffer


def join_offers(keep: Case, double: Case) -> None:
    """What stands in her plan stands there still; contacts between mothers are never carried to another case."""
    theirs = GroupSeat.objects.filter(case=keep, left_on=None).values("offer")
    GroupSeat.objects.filter(case=double, left_on=None, offer__in=theirs).delete()
    move_rows(GroupSeat, keep=keep, double=double, is_list=True)
    move_rows(TakenOffer, keep=keep, double=double, is_list=True)
