"""People who may be in the municipality already: typed by one klantmanager, guided by another. The team lead decides.

Whoever typed learns only that the team lead looks: not with whom, nor whether it is the same person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404

from .dutch_names import same_person
from .models import Account, Assignment, AssignmentKind, Case, HeldPerson

Person = tuple[str, dt.date | None]


def elsewhere(*, account: Account, people: Iterable[Person]) -> dict[Person, int]:
    """Of these people those of whom a colleague has a case, with its id. Two queries, however many people."""
    born_on = {day for _, day in people if day is not None}
    mine = Case.objects.visible_to(account).values("pk")
    rows = Case.objects.filter(municipality=account.municipality_id, born_on__in=born_on).exclude(pk__in=mine)
    cases = rows.order_by("pk").values_list("pk", "first_name", "last_name", "born_on")
    return {same_person(first, last, day): pk for pk, first, last, day in cases}


def case_elsewhere(
    *, account: Account, first_name: str, last_name: str, born_on: dt.date | None
) -> int | None:
    person = same_person(first_name, last_name, born_on)
    return elsewhere(account=account, people=[person]).get(person)


@dataclass(frozen=True)
class PossibleDouble:
    """What the team lead sees: who was typed and by whom, and who works with the person it may be."""

    id: int
    name: str
    born_on: dt.date | None
    typed_by: str
    typed_on: dt.date
    public_id: str
    klantmanager: str


def possible_doubles(*, account: Account, day: dt.date) -> list[PossibleDouble]:
    """The people of this municipality that wait for an answer, oldest first."""
    waiting = HeldPerson.objects.filter(municipality=account.municipality_id, settled_at=None)
    rows = list(waiting.select_related("typed_by", "other").order_by("pk")[:200])
    own = Assignment.objects.active(day).filter(
        kind=AssignmentKind.OWN, case__in=[row.other_id for row in rows]
    )
    names = dict(own.values_list("case", "account__name"))
    return [_line(row, names.get(row.other_id or 0, "")) for row in rows]


def _line(row: HeldPerson, klantmanager: str) -> PossibleDouble:
    return PossibleDouble(
        row.pk,
        f"{row.first_name} {row.last_name}".strip(),
        row.born_on,
        row.typed_by.name,
        row.typed_at.date(),
        row.other.public_id if row.other else "",
        klantmanager,
    )


def held_person(*, account: Account, held_id: int) -> HeldPerson:
    """One person who waits for an answer in this municipality.

    Raises:
        Http404: no such person here.
    """
    rows = HeldPerson.objects.filter(municipality=account.municipality_id, pk=held_id)
    row = rows.select_related("typed_by").first()
    if row is None:
        raise Http404
    return row
