"""*Wat kan wel*: at which times of day, and how long at a stretch. Hers to say; never a reason why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from veerkracht.week.family import RosterBlock
from veerkracht.week.times import MIDNIGHT, clock, minutes_of

from .saved_week import Facts

PARTS: dict[str, tuple[int, int]] = {
    "morning": (0, 12 * 60),
    "afternoon": (12 * 60, 17 * 60),
    "evening": (17 * 60, MIDNIGHT),
}


@dataclass(frozen=True, kw_only=True)
class TooMuch:
    """A block of an offer that asks more than she can do now. `kind` is long or moment."""

    day: str
    kind: str
    minutes: int


def windows(able: Facts) -> tuple[tuple[int, int], ...]:
    """The stretches of a day she named, those that touch as one; the whole day when she named none."""
    joined: list[tuple[int, int]] = []
    for start, end in (PARTS[part] for part in PARTS if part in able.get("parts", ())):
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined) or ((0, MIDNIGHT),)


def limits_with(limits: Facts, able: Facts) -> dict[str, Any]:
    """The limits of the week, never wider than what she can do. The week keeps one shift a day, so its longest block
    is the longest day, and it looks for work between the first and the last stretch she named."""
    narrowed = dict(limits)
    if able.get("longest"):
        narrowed["paid_day"] = min(limits["paid_day"], able["longest"])
        narrowed["minimum_shift"] = min(limits["minimum_shift"], able["longest"])
    first, last = windows(able)[0][0], windows(able)[-1][1]
    start, end = max(_minutes(limits["work_from"]), first), min(_minutes(limits["work_to"]), last)
    if start < end:
        narrowed |= {"work_from": clock(start), "work_to": clock(end)}
    return narrowed


def _minutes(text: Any) -> int:
    return minutes_of(text) or 0


def too_much(able: Facts, blocks: Iterable[RosterBlock]) -> tuple[TooMuch, ...]:
    """Which blocks of an offer are longer than her longest, or at another time of day than she named."""
    stretches, longest = windows(able), able.get("longest")
    faults = []
    for block in blocks:
        length = block.block.end - block.block.start
        if longest and length > longest:
            faults.append(TooMuch(day=block.day, kind="long", minutes=length - longest))
        inside = max(_overlap(block, stretch) for stretch in stretches)
        if inside < length:
            faults.append(TooMuch(day=block.day, kind="moment", minutes=length - inside))
    return tuple(faults)


def _overlap(block: RosterBlock, stretch: tuple[int, int]) -> int:
    return max(0, min(block.block.end, stretch[1]) - max(block.block.start, stretch[0]))
