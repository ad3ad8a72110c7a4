"""Writes about people who may be in the municipality already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone

from .acting import action
from .doubles import case_elsewhere, held_person
from .models import Account, Assignment, Case, Child, HeldPerson, Household


@action("people.person_held", allow=("create", "zaak_openen"))
def hold_person(
    *, by: Account, first_name: str, last_name: str, born_on: dt.date | None = None, phone: str = ""
) -> HeldPerson:
    """Keep what was typed until the team lead has looked; no case is opened."""
    return hold(by, first_name=first_name, last_name=last_name, born_on=born_on, phone=phone)


def hold(
    by: Account,
    *,
    first_name: str,
    last_name: str,
    born_on: dt.date | None,
    phone: str,
    address: str = "",
    children: Sequence[tuple[str, dt.date]] = (),
) -> HeldPerson:
    """The row of the team lead; typing the same person again while it waits is the same row."""
    other = case_elsewhere(account=by, first_name=first_name, last_name=last_name, born_on=born_on)
    row, _ = HeldPerson.objects.get_or_create(
        municipality=by.municipality,
        typed_by=by,
        other_id=other,
        settled_at=None,
        first_name=first_name,
        last_name=last_name,
        born_on=born_on,
        defaults={
            "phone": phone,
            "address": address,
            "children": [[name, day.isoformat()] for name, day in children],
        },
    )
    return row


@action("people.double_settled", allow=("update", "mogelijk_dubbel"))
def settle_double(*, by: Account, held_id: int, is_same: bool) -> HeldPerson:
    """The team lead's answer: the same person (nothing is opened) or somebody else (her case is opened after all)."""
    row = held_person(account=by, held_id=held_id)
    waiting = HeldPerson.objects.filter(pk=row.pk, settled_at=None)
    if waiting.update(settled_at=timezone.now(), settled_by=by, is_same=is_same) and not is_same:
        _open(row)
    return row


def _open(row: HeldPerson) -> None:
    household = Household.objects.create(municipality=row.municipality)
    case = Case.objects.create(
        municipality=row.municipality,
        household=household,
        first_name=row.first_name,
        last_name=row.last_name,
        born_on=row.born_on,
        phone=row.phone,
        address=row.address,
    )
    Assignment.objects.create(case=case, account=row.typed_by, starts_on=timezone.localdate())
    for name, day in row.children:
        Child.objects.create(household=household, first_name=name, born_on=dt.date.fromisoformat(day))
