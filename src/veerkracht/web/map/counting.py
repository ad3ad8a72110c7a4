"""For the figures: in which ring something holds a mother back, and which barrier of the method it is."""

from __future__ import annotations

from .domain import Effect
from .models import Factor, Layer


def hindrances_by_case(*, municipality_id: int) -> dict[int, set[tuple[str, str]]]:
    """By case the (ring, id of the method) of what hinders now. What only she may see is not counted."""
    rows = Factor.objects.filter(case__municipality=municipality_id, layer=Layer.NOW, only_hers=False)
    hindering = rows.exclude(effect=Effect.HELPS.value).order_by("pk")
    cases: dict[int, set[tuple[str, str]]] = {}
    for case_id, ring, seed in hindering.values_list("case", "ring", "seed"):
        cases.setdefault(case_id, set()).add((ring, seed))
    return cases
