"""What of the week moves when two cases of one person become one."""

from __future__ import annotations

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import CareCheck, Part, WorkSheet


def join_weeks(keep: Case, double: Case) -> None:
    """Two weeks are never mixed: each part moves where there was none of its kind."""
    for model in (Part, WorkSheet, CareCheck):
        move_rows(model, keep=keep, double=double)
