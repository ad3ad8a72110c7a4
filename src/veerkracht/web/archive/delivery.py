"""Documents on their way to the case system: written down with what fixed them, given at once, tried again."""

from __future__ import annotations

import base64
import datetime as dt
from functools import partial

from django.db import transaction
from django.utils import timezone

from veerkracht.web.people.acting import action
from veerkracht.web.people.models import Account, Case
from veerkracht.web.ui.slots import filled

from .folder import CannotDeliver, Port, port
from .mdto import Document
from .models import Delivery, DeliveryKind

RETENTION_MONTHS = 120


def queue(case: Case, kind: str, key: str) -> None:
    """Part of the action that fixed it: it can no longer be forgotten. Given once that action stands on disk."""
    if port() is None:
        return
    row, _ = Delivery.objects.get_or_create(
        case=case, kind=kind, key=key, defaults={"made_at": timezone.now()}
    )
    transaction.on_commit(lambda: deliver(by=None, delivery_id=row.pk), robust=True)


# No cell of the matrix: nobody does this, the program does, for an action somebody was allowed.
@action("archive.delivered", allow=None)
def deliver(*, by: None, delivery_id: int) -> Delivery:
    """Give one document; what goes wrong stands with it until it has arrived."""
    row = Delivery.objects.select_for_update().select_related("case__municipality").get(pk=delivery_id)
    case_system = port()
    if row.delivered_at or case_system is None:
        return row
    row.attempts += 1
    try:
        _give(row, case_system)
        row.delivered_at, row.problem, row.content = timezone.now(), "", ""
    except CannotDeliver as error:
        row.problem = str(error)[:200]
    row.save()
    return row


def _give(row: Delivery, case_system: Port) -> None:
    if not row.content:
        content = next(iter(filled("document_content", case=row.case, kind=row.kind, key=row.key)), None)
        if content is None or content.problem:
            raise CannotDeliver(content.problem if content else "Dit stuk kan niet meer gemaakt worden.")
        row.content, row.ending = base64.b64encode(content.content).decode(), content.ending
    number = f"{row.case.public_id}-{row.kind}-{row.key}"
    case_system.put(
        Document(
            number=number,
            title=f"{DeliveryKind(row.kind).label.capitalize()} {row.key}, {row.case.public_id}",
            file_name=f"{number}.{row.ending}",
            content=base64.b64decode(row.content),
            ending=row.ending,
            made_at=row.made_at,
            municipality=row.case.municipality.name,
            retention_months=RETENTION_MONTHS,
        )
    )


def waiting(*, municipality_id: int) -> list[Delivery]:
    """What did not arrive yet, the oldest first."""
    rows = Delivery.objects.filter(case__municipality=municipality_id, delivered_at=None)
    return list(rows.select_related("case").order_by("pk"))


def carry_out(today: dt.date) -> int:
    """The daily job: try everything again that did not arrive. Gives how much did now."""
    numbers = list(Delivery.objects.filter(delivered_at=None).order_by("pk").values_list("pk", flat=True))
    return sum(deliver(by=None, delivery_id=number).delivered_at is not None for number in numbers)


@action("archive.tried_again", allow=("update", "aflevering"))
def try_again(*, by: Account) -> Account:
    """Somebody mended the folder and does not wait for tomorrow."""
    for row in waiting(municipality_id=by.municipality_id):
        transaction.on_commit(partial(deliver, by=None, delivery_id=row.pk), robust=True)
    return by
