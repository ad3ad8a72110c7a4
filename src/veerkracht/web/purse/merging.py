"""What of the money moves when two cases of one person become one."""

from __future__ import annotations

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import Doubt, KeptScenario, MoneyEvent, PartAnswers, PaySlip


def join_purses(keep: Case, double: Case) -> None:
    """Answers of two sheets are never mixed: they move where there was nothing. Kept sums and doubts are lists."""
    for model in (PartAnswers, MoneyEvent, PaySlip):
        move_rows(model, keep=keep, double=double)
    for of_a_list in (KeptScenario, Doubt):
        move_rows(of_a_list, keep=keep, double=double, is_list=True)
