"""Time that is kept free, as the week's own `protected`: she is with her children then, or by herself at home.

Nobody is asked which, so `with_children` is left out: either will do.
"""

from __future__ import annotations

from typing import Any

from veerkracht.week.times import DAYS, KINDS, Kind, clock, minutes_of

from .saved_week import SavedWeek

Span = tuple[int, int]


def protected_json(saved: SavedWeek) -> list[dict[str, Any]]:
    """The form that `veerkracht.week` reads."""
    return [
        {"day": day, "from": clock(start), "to": clock(end), "weeks": kind}
        for kind in KINDS
        for day in DAYS
        for start, end in _joined(protected_on(saved, kind, day))
    ]


def protected_on(saved: SavedWeek, kind: Kind, day: str) -> list[Span]:
    """What is kept free that day in this kind of week, in the order of the day."""
    return sorted(
        (_minutes(block["start"]), _minutes(block["end"]))
        for block in saved.many("block").values()
        if block["day"] == day and block["weeks"] in ("both", kind)
    )


def _joined(spans: list[Span]) -> list[Span]:
    """Spans that overlap as one: two appointments at once keep the same time free."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _minutes(text: str) -> int:
    return minutes_of(text) or 0
