"""A list that is read in again: what it adds to a case, and what it would change that somebody typed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _t

from veerkracht.web.record.models import Conflict

from .acting import note
from .caseload_import.rows import Ask, Match, PersonRow
from .dutch_names import bare, digits, same_person
from .models import Account, Case, Child

LABELS = {"first_name": "voornaam", "last_name": "achternaam", "phone": "telefoon", "address": "adres"}


def own_cases(*, account: Account) -> dict[tuple[str, dt.date | None], Case]:
    """The cases of this account by person, with their children: two queries."""
    cases = Case.objects.visible_to(account).prefetch_related("household__children")
    return {same_person(case.first_name, case.last_name, case.born_on): case for case in cases}


def compare(case: Case, row: PersonRow) -> Match:
    """What is empty is filled; what is there and differs is a question; what the file leaves empty stays."""
    fills: dict[str, str] = {}
    asks: list[Ask] = []
    for column, label in LABELS.items():
        current, in_file = getattr(case, column), getattr(row, column)
        if in_file and not current:
            fills[column] = in_file
        elif in_file and _differs(column, current, in_file):
            asks.append(Ask(column, label, current, in_file))
    known = {(bare(child.first_name), child.born_on) for child in case.household.children.all()}
    children = [child for child in row.children if (bare(child.first_name), child.born_on) not in known]
    return Match(case_id=case.pk, version=case.version, fills=fills, asks=asks, children=children)


def _differs(column: str, current: str, in_file: str) -> bool:
    if column == "phone":
        return digits(current) != digits(in_file)
    return " ".join(current.split()) != " ".join(in_file.split())


def bring_up_to_date(by: Account, row: PersonRow, *, replace: bool) -> None:
    """Write what the row adds, and what it changes where the reader said so; each case has its own line of history.

    Raises:
        Conflict: somebody changed the case since the list was looked at.
    """
    match = row.match
    assert match is not None
    case = Case.objects.visible_to(by).get(pk=match.case_id)
    values: dict[str, Any] = dict(match.fills)
    if replace:
        values |= {ask.column: ask.in_file for ask in match.asks}
    if values:
        names = {name: values.get(name, getattr(case, name)) for name in ("first_name", "last_name", "phone")}
        case = case.change(match.version, **values, **case.look_up_columns(**names))
        note("people.case_changed", by, case, case, None)
    elif case.version != match.version:
        raise Conflict(case)
    for child in match.children:
        added = Child.objects.create(
            household=case.household, first_name=child.first_name, born_on=child.born_on
        )
        note("people.child_added", by, case, added, None)


def changed_meanwhile() -> str:
    return _t("Dit dossier veranderde intussen. Lees het bestand opnieuw in.")
