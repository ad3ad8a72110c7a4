"""Writes about people: opening a case, its facts, its children, and who works with her."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from veerkracht.web.record.models import Conflict

from .acting import action, note
from .assigning import assign_own, end_own
from .authorize import require
from .caseload_import.rows import PersonRow
from .double_actions import hold
from .models import Account, Assignment, AssignmentKind, Case, Child, Household, Municipality
from .queries import child_of
from .reimport import bring_up_to_date
from .taken_off import put_back_rows, take_off, taken_off_with


@action("people.case_opened", allow=("create", "zaak_openen"))
def open_case(
    *, by: Account, first_name: str, last_name: str, born_on: dt.date | None = None, phone: str = ""
) -> Case:
    """Open a case; whoever opens it is her klantmanager from today."""
    return _new_case(by, first_name=first_name, last_name=last_name, born_on=born_on, phone=phone)


@action("people.caseload_imported", allow=("create", "zaak_openen"))
def import_caseload(
    *, by: Account, rows: Sequence[PersonRow], replace: frozenset[int] = frozenset()
) -> Municipality:
    """Open a case for every new row, bring the known ones up to date, all or none; each has its own history.

    Args:
        replace: the numbers of the rows whose text goes over what was typed before.
    """
    for row in rows:
        if row.mistakes:
            continue
        if row.match:
            bring_up_to_date(by, row, replace=row.number in replace)
            continue
        if row.for_team_lead:
            _hold(by, row)
            continue
        case = _new_case(
            by,
            first_name=row.first_name,
            last_name=row.last_name,
            born_on=row.born_on,
            phone=row.phone,
            address=row.address,
        )
        Child.objects.bulk_create(
            Child(household=case.household, first_name=c.first_name, born_on=c.born_on) for c in row.children
        )
        note("people.case_opened", by, case, case, None)
    return by.municipality


def _hold(by: Account, row: PersonRow) -> None:
    held = hold(
        by,
        first_name=row.first_name,
        last_name=row.last_name,
        born_on=row.born_on,
        phone=row.phone,
        address=row.address,
        children=[(child.first_name, child.born_on) for child in row.children],
    )
    note("people.person_held", by, None, held, None)


def _new_case(by: Account, **facts: Any) -> Case:
    household = Household.objects.create(municipality=by.municipality)
    case = Case.objects.create(municipality=by.municipality, household=household, **facts)
    Assignment.objects.create(case=case, account=by, starts_on=timezone.localdate())
    return case


@action("people.case_changed", allow=("update", "persoonsgegevens_kern"))
def change_case(
    *,
    by: Account,
    case: Case,
    seen_version: int,
    first_name: str,
    last_name: str,
    born_on: dt.date | None,
    phone: str,
    address: str,
    address_is_secret: bool,
) -> Case:
    if case.address_is_secret and not address:
        address = case.address
    return case.change(
        seen_version,
        first_name=first_name,
        last_name=last_name,
        **case.look_up_columns(first_name, last_name, phone),
        born_on=born_on,
        phone=phone,
        address=address,
        address_is_secret=address_is_secret,
    )


@action("people.child_added", allow=("create", "huishouden_kinderen"))
def add_child(*, by: Account, case: Case, first_name: str, born_on: dt.date) -> Child:
    return Child.objects.create(household=case.household, first_name=first_name, born_on=born_on)


@action("people.child_added", allow=("create", "huishouden_kinderen"))
def add_children(*, by: Account, case: Case, children: Sequence[tuple[str, dt.date]]) -> Case:
    """The children of a household in one go, all or none."""
    rows = [Child(household=case.household, first_name=name, born_on=born_on) for name, born_on in children]
    Child.objects.bulk_create(rows)
    return case


@action("people.child_changed", allow=("update", "huishouden_kinderen"))
def change_child(
    *, by: Account, case: Case, child_id: int, seen_version: int, first_name: str, born_on: dt.date
) -> Child:
    return child_of(case=case, child_id=child_id).change(seen_version, first_name=first_name, born_on=born_on)


@action("people.child_removed", allow=("delete", "huishouden_kinderen"))
def remove_child(*, by: Account, case: Case, child_id: int, seen_version: int) -> None:
    """Off every page; put back with everything tied to it for thirty days."""
    child = child_of(case=case, child_id=child_id)
    if Child.objects.select_for_update().filter(pk=child.pk, version=seen_version).first() is None:
        raise Conflict(child)
    take_off(child, case=case, by=by, kind="huishouden_kinderen", title=child.first_name)


@action("people.put_back", allow=("create", "huishouden_kinderen"))
def put_back(*, by: Account, case: Case, taken_id: int) -> Case:
    """Undo a removal: a child, or somebody on the map.

    Raises:
        Http404: it is not there any more, or this account may not write such a thing.
    """
    taken = taken_off_with(case_id=case.pk, hers=by.pk == case.account_id, taken_id=taken_id)
    require(by, "create", taken.kind, case=case)
    put_back_rows(taken)
    return case


@action("people.assigned", allow=("create", "toewijzing"))
def assign(
    *,
    by: Account,
    public_id: str,
    account_id: int,
    kind: str,
    starts_on: dt.date,
    ends_on: dt.date | None = None,
) -> Assignment:
    """Give a case to a klantmanager of the same municipality; a new own klantmanager ends the old one the day before.

    Raises:
        Http404: no such case or klantmanager here.
    """
    # One at a time: two team leads who arrange the same case get two lines of history, not an error.
    cases = Case.objects.select_for_update().filter(municipality=by.municipality_id, public_id=public_id)
    case = cases.order_by("pk").first()
    account = Account.objects.filter(
        municipality=by.municipality_id, pk=account_id, role="klantmanager", is_active=True
    ).first()
    if case is None or account is None:
        raise Http404
    if kind == AssignmentKind.OWN:
        end_own(case, starts_on)
    return Assignment.objects.create(
        case=case, account=account, kind=kind, starts_on=starts_on, ends_on=ends_on
    )


@action("people.handed_over", allow=("create", "toewijzing"))
def hand_over(
    *, by: Account, from_id: int, account_id: int, starts_on: dt.date, public_ids: Sequence[str] | None = None
) -> Account:
    """People somebody guides go to a colleague from this day; each case gets a line of its own.

    Args:
        public_ids: the numbers of who goes; None: everybody. All of them go, or nobody.

    Raises:
        Http404: no such klantmanagers here, the same one twice, or one of these is not guided by the first.
    """
    klantmanagers = Account.objects.filter(municipality=by.municipality_id, role="klantmanager")
    giver = klantmanagers.filter(pk=from_id).exclude(pk=account_id).first()
    taker = klantmanagers.filter(pk=account_id, is_active=True).first()
    if giver is None or taker is None:
        raise Http404
    own = Assignment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=starts_on), account=giver, kind=AssignmentKind.OWN
    )
    cases = Case.objects.select_for_update().filter(pk__in=own.values("case")).order_by("pk")
    going = [case for case in cases if public_ids is None or case.public_id in public_ids]
    if public_ids is not None and len(going) != len(set(public_ids)):
        raise Http404
    for case in going:
        assignment = assign_own(case=case, account=taker, starts_on=starts_on)
        note("people.assigned", by, case, assignment, None)
    return giver
