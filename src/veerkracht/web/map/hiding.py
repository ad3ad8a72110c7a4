"""What she may hide of her map. A row that is hidden is read by nobody; only its number and kind lead back to it."""

from __future__ import annotations

from veerkracht.web.people.models import Account, Case

from .models import Between, Factor, Node, OnMap
from .queries import visible

HIDEABLE: dict[str, type[Node] | type[Factor] | type[Between]] = {
    "node": Node,
    "factor": Factor,
    "between": Between,
}


def entries_to_hide(*, case: Case, account: Account) -> list[tuple[str, int, str]]:
    """Kind, row and words of what stands on her map now."""
    nodes = visible(Node, case=case, account=account).filter(origin=None)
    factors = visible(Factor, case=case, account=account).filter(origin=None)
    return [("node", row.pk, row.name) for row in nodes] + [("factor", row.pk, row.text) for row in factors]


def rows_of(*, case: Case, kind: str, pk: int) -> list[OnMap]:
    """The entry and what was copied of it to the map as wished."""
    return [row for row in HIDEABLE[kind].objects.filter(case=case) if pk in (row.pk, row.origin)]
