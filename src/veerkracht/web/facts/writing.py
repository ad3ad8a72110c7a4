"""How the pages write facts: inside their own action, so that one form is one write and one event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from veerkracht.web.people.authorize import require
from veerkracht.web.people.models import Account, Case

from .domain.values import to_json
from .fields import object_of
from .models import HouseholdFacts, SaidOn, Situation, Statement
from .queries import SavedFacts, facts_of

__all__ = ["Held", "HouseholdFacts", "SaidOn", "Situation", "hold", "state", "withdraw"]


@dataclass(frozen=True)
class Held:
    """The facts as they are while nobody else can write them."""

    book: HouseholdFacts
    facts: SavedFacts


def hold(*, case: Case) -> Held:
    """Hold the facts of this case until the transaction of the action ends, and read them."""
    HouseholdFacts.objects.get_or_create(case=case, defaults={"version": 0})
    book = HouseholdFacts.objects.select_for_update().get(case=case)
    return Held(book, facts_of(case=case))


def state(
    held: Held, *, by: Account, page: SaidOn, values: Mapping[str, Any], situation: str = Situation.NOW
) -> HouseholdFacts:
    """Write these values by path; what is the same already keeps who said it. Made within an action that holds.

    Raises:
        Http404: the account may not write one of these fields.
    """
    book = held.book.change(held.book.version)
    for kind in sorted({object_of(path) for path in values}):
        require(by, "update", kind, case=book.case)
    source = {"said_on_page": page, "said_by": by, "said_at": timezone.now(), "revision": book.version}
    new: list[Statement] = []
    for path, value in values.items():
        stands = held.facts.rows.get((path, str(situation)))
        fact = {"case": book.case, "path": path, "situation": situation}
        if stands is None:
            new.append(Statement(**fact, value=to_json(value), **source))
        elif stands.value != value:
            Statement.objects.filter(**fact).update(value=to_json(value), **source)
    Statement.objects.bulk_create(new)
    return book


def withdraw(held: Held, *, roots: tuple[str, ...]) -> Held:
    """Take away everything below these roots. Made within an action that holds."""
    rows = Statement.objects.filter(case=held.book.case).order_by("pk")
    gone = [row.pk for row in rows if row.path.startswith(roots)]
    Statement.objects.filter(pk__in=gone).delete()
    return Held(held.book.change(held.book.version), held.facts)
