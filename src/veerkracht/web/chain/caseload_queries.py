"""Reads for who leaves and for the colleague: packets to read, and packets that wait for a yes."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from veerkracht.web.people.models import Account, AccountRole
from veerkracht.web.people.queries import cases_of

from .domain.handover import HandoverState
from .handover_queries import offered_to
from .models import Handover


def to_read(*, account: Account) -> QuerySet[Handover]:
    """Packets of her or his own people for a colleague, not read and passed on yet."""
    rows = Handover.objects.filter(
        made_by=account,
        from_helper=None,
        to_account__role=AccountRole.KLANTMANAGER,
        state=HandoverState.WITH_HER,
        case__in=cases_of(account=account).values("pk"),
    )
    return rows.select_related("case", "to_account", "made_by", "from_helper", "to_helper").order_by("pk")


def offers_of(*, account: Account, giver_id: int) -> QuerySet[Handover]:
    """What one colleague offered to this klantmanager and waits for a yes."""
    return offered_to(account).filter(
        to_account=account, made_by=giver_id, from_helper=None, state=HandoverState.OFFERED
    )


MANY = 2


@dataclass(frozen=True, kw_only=True)
class OfferingColleague:
    """A colleague who offers several people at once."""

    account_id: int
    name: str
    count: int


def givers_to(account: Account) -> list[OfferingColleague]:
    rows = offered_to(account).filter(to_account=account, from_helper=None, state=HandoverState.OFFERED)
    counted = rows.order_by("made_by").values_list("made_by", "made_by__name").annotate(n=Count("pk"))
    return [
        OfferingColleague(account_id=pk, name=name, count=count)
        for pk, name, count in counted
        if count >= MANY
    ]


def waiting_for(account: Account) -> int:
    """How many handovers wait for a yes or no of this account."""
    return offered_to(account).filter(state=HandoverState.OFFERED).count()
