"""Take out of the database what is to be erased, table by table; and again after a restore."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from veerkracht.web.people.erasing import case_numbers, case_with, erase_person
from veerkracht.web.people.models import Case
from veerkracht.web.record.erasing import erase_happenings, was_erased, write_erased
from veerkracht.web.signals.joining import forget_tickets

from .personal_data import personal_tables
from .tombstones import PART, WHOLE, Tombstone, add_tombstone, tombstones

# The person goes last, whole; the answer to who asked for it stays, without the case.
_NOT_BY_ROW = ("people.Case", "people.Account", "people.Child", "privacy.DataRequest")
KEPT_BY_LAW = "besluiten"
ERASED = "privacy.erased"


def delete_rows(rows: QuerySet[Model]) -> int:
    """Gives how many rows of this table went; what hangs on them goes too."""
    numbers = list(rows.values_list("pk", flat=True))
    rows.model._base_manager.using("default").filter(pk__in=numbers).delete()
    return len(numbers)


def erase(*, case: Case, scope: str) -> int:
    """Part of an action or of the daily job: everything, or all but what the law says is kept. Gives how many rows.

    A case that was joined to this one goes along.
    """
    stone = Tombstone(
        case_id=case.pk,
        public_id=case.public_id,
        account_id=case.account_id,
        scope=scope,
        erased_at=timezone.now(),
    )
    add_tombstone(stone)
    return _erase(case, scope)


def _erase(case: Case, scope: str) -> int:
    ids, case_id, municipality_id, count = case_numbers(case=case), case.pk, case.municipality_id, 0
    for table in personal_tables():
        is_asked = scope == WHOLE or table.term != KEPT_BY_LAW
        if is_asked and table.label not in _NOT_BY_ROW:
            count += delete_rows(table.rows(ids))
    count += forget_tickets(case_ids=ids)
    if scope == WHOLE:
        count += erase_person(case=case)
        erase_happenings(case_ids=ids)
    write_erased(kind=ERASED, case_id=case_id, municipality_id=municipality_id)
    return count


def apply_tombstones() -> int:
    """After a restore: erase again whoever was erased after that backup was made. Gives how many cases.

    Raises:
        BrokenRegister: the register was tampered with; nothing was erased.
    """
    count = 0
    for stone in list(tombstones()):
        case = case_with(case_id=stone.case_id, public_id=stone.public_id)
        if case is None:
            continue
        if stone.scope == PART and was_erased(kind=ERASED, case_id=case.pk, since=stone.erased_at):
            continue
        with transaction.atomic():
            _erase(case, stone.scope)
        count += 1
    return count
