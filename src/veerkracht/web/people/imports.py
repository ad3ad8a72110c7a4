"""A checked caseload between its two pages: signed, compressed, carried by the browser and not by the server."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterable

from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext as _t

from .caseload_import.children import ChildRow
from .caseload_import.rows import PersonRow
from .caseload_import.tables import Caseload, read_caseload
from .doubles import elsewhere
from .dutch_names import same_person
from .models import Account
from .reimport import changed_meanwhile, compare, own_cases

_SALT = "people.caseload"
_MAX_AGE = 3600  # seconds


def checked_caseload(account: Account, content: bytes) -> Caseload:
    """The rows of a file with what is wrong in each, doubles included.

    Raises:
        UnreadableFile: when it is no table of people.
    """
    caseload = read_caseload(content, timezone.localdate(), account.name)
    mark_doubles(account, caseload.rows)
    return caseload


def mark_doubles(account: Account, rows: Iterable[PersonRow]) -> None:
    """Hold back rows that stand twice in the table, or whom this klantmanager has already."""
    rows = list(rows)
    people = [same_person(row.first_name, row.last_name, row.born_on) for row in rows]
    known, colleagues = own_cases(account=account), elsewhere(account=account, people=people)
    dates: dict[str, set[dt.date | None]] = {}
    for name, born_on in [*known, *people]:
        dates.setdefault(name, set()).add(born_on)
    numbers: dict[tuple[str, dt.date | None], int] = {}
    for row, person in zip(rows, people, strict=True):
        if person in known:
            row.match = compare(known[person], row)
        elif len(dates[person[0]]) > 1 and None in dates[person[0]]:
            row.mistakes.append(_t("Er is nog iemand met deze naam. Vul bij beiden de geboortedatum in."))
        if person in numbers:
            row.mistakes.append(_t("Dezelfde persoon staat ook op rij %(row)s.") % {"row": numbers[person]})
        row.for_team_lead = person in colleagues and not row.mistakes
        numbers.setdefault(person, row.number)


def token_of(account: Account, rows: list[PersonRow]) -> str:
    """The good rows and a token of their own, for this account alone."""
    good = [dataclasses.asdict(row) for row in rows if not row.mistakes]
    for row in good:
        match = row.pop("match")
        row["seen"] = [match["case_id"], match["version"]] if match else None
        row["born_on"] = row["born_on"].isoformat() if row["born_on"] else None
        row["children"] = [[c["first_name"], c["born_on"].isoformat()] for c in row["children"]]
    once = str(uuid.uuid4())
    return signing.dumps({"rows": good, "once": once}, salt=f"{_SALT}.{account.pk}", compress=True)


def rows_from_token(account: Account, token: str) -> tuple[list[PersonRow], uuid.UUID]:
    """The rows again, checked once more against the people this account has by now, and what makes them once.

    Raises:
        signing.BadSignature: changed on the way, of another account, or older than an hour.
    """
    rows, seen = [], []
    held = signing.loads(token, salt=f"{_SALT}.{account.pk}", max_age=_MAX_AGE)
    for row in held["rows"]:
        row["born_on"] = dt.date.fromisoformat(row["born_on"]) if row["born_on"] else None
        row["children"] = [ChildRow(name, dt.date.fromisoformat(day)) for name, day in row["children"]]
        seen.append(row.pop("seen"))
        rows.append(PersonRow(**row))
    mark_doubles(account, rows)
    for row, was in zip(rows, seen, strict=True):
        if ([row.match.case_id, row.match.version] if row.match else None) != was:
            row.mistakes.append(changed_meanwhile())
    return rows, uuid.UUID(held["once"])
