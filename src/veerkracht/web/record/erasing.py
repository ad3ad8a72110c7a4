"""The record of somebody who is erased: her lines go, one line that it was done stays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .actions import note_event
from .models import Event


def erase_happenings(*, case_ids: Iterable[int]) -> None:
    Event.objects.filter(case_id__in=list(case_ids)).delete()


def write_erased(*, kind: str, case_id: int, municipality_id: int) -> None:
    """One line, in numbers: this case was erased. Nobody wrote it but the program."""
    note_event(kind=kind, actor=None, municipality_id=municipality_id, case_id=case_id, about=None, once=None)


def was_erased(*, kind: str, case_id: int, since: dt.datetime) -> bool:
    """Whether this database knows of an erasure of this case at that moment or later."""
    return Event.objects.filter(case_id=case_id, kind=kind, at__gte=since).exists()
