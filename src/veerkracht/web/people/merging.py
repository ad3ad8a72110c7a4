"""Two cases of one person become one. Nothing is lost: what cannot move stays readable beside the case that stays.

The rule per table: it moves when the case that stays has none of it; lists that only grow are added together. Each
capability moves its own (slot `cases_merge`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Model
from django.http import Http404
from django.utils import timezone

from veerkracht.web.ui.slots import filled

from .acting import action, note
from .dutch_names import same_person
from .models import Account, Assignment, AssignmentKind, Case, Child, Turn
from .standing_models import TurnKind


@dataclass(frozen=True, kw_only=True)
class CaseOfPair:
    public_id: str
    klantmanager: str
    opened_on: dt.date
    has_log_in: bool


@dataclass(frozen=True, kw_only=True)
class CasePair:
    """Cases of what looks like one person: the same name and day of birth."""

    name: str
    born_on: dt.date
    cases: list[CaseOfPair]


def same_people(*, account: Account, day: dt.date) -> list[CasePair]:
    """Who stands in the municipality more than once, by name and day of birth. For the team lead."""
    there = Case.objects.filter(municipality=account.municipality_id, removed_on=None, merged_into=None)
    days = there.exclude(born_on=None).values("born_on").order_by().annotate(n=Count("pk")).filter(n__gt=1)
    groups: dict[tuple[str, dt.date | None], list[Case]] = {}
    for case in there.filter(born_on__in=days.values("born_on")).order_by("pk"):
        groups.setdefault(same_person(case.first_name, case.last_name, case.born_on), []).append(case)
    twice = [cases for cases in groups.values() if len(cases) > 1]
    own = Assignment.objects.active(day).filter(
        kind=AssignmentKind.OWN, case__in=[case.pk for cases in twice for case in cases]
    )
    names = dict(own.values_list("case", "account__name"))
    return [_pair(cases, names) for cases in twice]


def _pair(cases: list[Case], names: dict[int, str]) -> CasePair:
    lines = [
        CaseOfPair(
            public_id=case.public_id,
            klantmanager=names.get(case.pk, ""),
            opened_on=case.opened_on,
            has_log_in=case.account_id is not None,
        )
        for case in cases
    ]
    return CasePair(name=cases[0].full_name, born_on=cases[0].born_on or dt.date.min, cases=lines)


def move_rows(model: type[Model], *, keep: Case, double: Case, is_list: bool = False) -> int:
    """The rows of one table that move to the case that stays; gives how many."""
    rows = model._base_manager.filter(case=double)
    if not is_list and model._base_manager.filter(case=keep).exists():
        return 0
    return rows.update(case=keep)


@action("people.merged", allow=("update", "mogelijk_dubbel"))
def merge_cases(*, by: Account, keep_id: str, double_id: str) -> Case:
    """What can move goes to the case that stays; the other leaves every list, and stays readable beside it.

    Raises:
        Http404: not two different cases of one person in this municipality, or each has a log-in of its own.
    """
    keep, double = _both(by, keep_id, double_id)
    if keep.account_id and double.account_id:
        raise Http404
    filled("cases_merge", keep=keep, double=double)
    move_rows(Turn, keep=keep, double=double, is_list=True)
    _move_person(keep, double)
    double.change(double.version, merged_into=keep)
    Turn.objects.create(case=keep, kind=TurnKind.MERGED, on=timezone.localdate(), by=by)
    note("people.merged", by, double, double, None)
    return keep


def _both(by: Account, keep_id: str, double_id: str) -> tuple[Case, Case]:
    rows = Case.objects.select_for_update().filter(
        municipality=by.municipality_id, removed_on=None, merged_into=None, public_id__in=[keep_id, double_id]
    )
    cases = {case.public_id: case for case in rows.order_by("pk")}
    if len(cases) != 2:
        raise Http404
    keep, double = cases[keep_id], cases[double_id]
    if _person(keep) != _person(double):
        raise Http404
    return keep, double


def _person(case: Case) -> tuple[str, dt.date | None]:
    return same_person(case.first_name, case.last_name, case.born_on)


def _move_person(keep: Case, double: Case) -> None:
    """Children that are not there yet, what is not filled in yet, and her log-in."""
    there = {(child.first_name.casefold(), child.born_on) for child in keep.household.children.all()}
    if keep.household_id != double.household_id:
        for child in Child.objects.filter(household=double.household_id).order_by("pk"):
            if (child.first_name.casefold(), child.born_on) not in there:
                Child.objects.filter(pk=child.pk).update(household=keep.household_id)
    empty = {name: getattr(double, name) for name in ("phone", "address") if not getattr(keep, name)}
    values = {name: value for name, value in empty.items() if value}
    if "address" in values or double.address_is_secret:
        values["address_is_secret"] = keep.address_is_secret or double.address_is_secret
    if double.account_id:
        account, double.account = double.account, None
        double.save(update_fields=["account"])
        values["account"] = account
    if values:
        phone = str(values.get("phone", keep.phone))
        keep.change(keep.version, **values, **keep.look_up_columns(keep.first_name, keep.last_name, phone))


def merged_cases(*, case: Case) -> list[Case]:
    """The cases that were joined to this one, the oldest first."""
    return list(Case.objects.filter(merged_into=case).order_by("pk"))


def pair_of(pairs: Iterable[CasePair], *, keep_id: str, double_id: str) -> CasePair | None:
    """The pair in which both numbers stand."""
    wanted = {keep_id, double_id}
    return next((p for p in pairs if len(wanted) == 2 and wanted <= {c.public_id for c in p.cases}), None)
