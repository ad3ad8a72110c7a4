"""What happens to tickets when two cases become one, and when somebody is erased."""

from __future__ import annotations

from collections.abc import Iterable

from veerkracht.web.people.models import Case

from .models import Ticket
from .sealing import holder_digests


def join_tickets(keep: Case, double: Case) -> None:
    """Part of the action that makes two cases of one person one: she keeps the way to every answer."""
    tickets = Ticket.objects.filter(holder__in=holder_digests(double))
    tickets.update(holder=holder_digests(keep)[0])


def forget_tickets(*, case_ids: Iterable[int]) -> int:
    """Part of an erasure: the way from her to what she gave goes. The signal never held a way to her."""
    digests = [digest for case_id in case_ids for digest in holder_digests(case_id)]
    return Ticket.objects.filter(holder__in=digests).delete()[0]
