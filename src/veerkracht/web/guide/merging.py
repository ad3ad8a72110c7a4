"""What of the talks moves when two cases of one person become one."""

from __future__ import annotations

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import AgendaPoint, ContactNote, Talk


def join_talks(keep: Case, double: Case) -> None:
    """All talks, with their words and reports, stand in one row."""
    for model in (Talk, ContactNote, AgendaPoint):
        move_rows(model, keep=keep, double=double, is_list=True)
