"""Days, clock times and the grid of a quarter of an hour.

A moment is a whole number of minutes after midnight.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Kind = Literal["school", "holiday"]

KINDS: Final[tuple[Kind, ...]] = ("school", "holiday")
DAYS: Final = ("ma", "di", "wo", "do", "vr")
ALL_DAYS: Final = (*DAYS, "za", "zo")
DAY_NAMES: Final = {
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
    "za": "zaterdag",
    "zo": "zondag",
}
GRID: Final = 15
MIDNIGHT: Final = 24 * 60

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")


class TimeBlock(NamedTuple):
    """A fixed piece of a day, such as school or the course."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        return self.end - self.start


def minutes_of(text: str) -> int | None:
    """Minutes after midnight of a text such as "08:30"; None when it is not a clock time."""
    if not _CLOCK.fullmatch(text):
        return None
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def clock(minutes: int) -> str:
    """The other way round: 510 → "08:30"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def up_to_grid(minutes: int) -> int:
    return -(-minutes // GRID) * GRID


def down_to_grid(minutes: int) -> int:
    return minutes // GRID * GRID


def hours(minutes: int) -> float:
    """Hours with two decimals, as they are shown."""
    return round(minutes / 60, 2)
