"""What is known of a household, when two cases of one person become one."""

from __future__ import annotations

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import HouseholdFacts, Statement


def join_facts(keep: Case, double: Case) -> None:
    """Facts of two households are never mixed: they move where nothing was known yet."""
    if move_rows(HouseholdFacts, keep=keep, double=double):
        move_rows(Statement, keep=keep, double=double)
