"""What of the map moves when two cases of one person become one."""

from __future__ import annotations

from veerkracht.web.people.merging import move_rows
from veerkracht.web.people.models import Case

from .models import Between, Factor, Node, Snapshot


def join_maps(keep: Case, double: Case) -> None:
    """One map stays one map: it moves whole where there was none. Maps of other days are a list."""
    if move_rows(Node, keep=keep, double=double):
        move_rows(Between, keep=keep, double=double)
        move_rows(Factor, keep=keep, double=double)
    move_rows(Snapshot, keep=keep, double=double, is_list=True)
