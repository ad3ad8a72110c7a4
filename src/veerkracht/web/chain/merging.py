"""What of the chain moves when two cases of one person become one."""

from __future__ import annotations

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import Handover, Helper, JointTable, PieceLink, PieceVisit, RiskMoment, Share


def join_helpers(keep: Case, double: Case) -> None:
    """Everybody who helps stands in one list, and so does what was handed over or shared."""
    for model in (Helper, Handover, Share, PieceLink, PieceVisit, RiskMoment, JointTable):
        move_rows(model, keep=keep, double=double, is_list=True)
