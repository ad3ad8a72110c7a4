"""Times of work as an employer types them, one line a day: `ma 9.00-13.00`."""

from __future__ import annotations

import datetime as dt
import re

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_LINE = re.compile(
    rf"({'|'.join(DAYS)})[a-z]*\s+(\d{{1,2}})(?:[.:](\d{{2}}))?\s*(?:-|–|tot)\s*(\d{{1,2}})(?:[.:](\d{{2}}))?"
)
ADJUST_AFTER = dt.timedelta(weeks=6)
"""After so long at work both look whether it still fits."""

Time = tuple[str, str, str]


class UnreadableLine(ValueError):
    """A line that is no day with two times, the second later than the first. Carries the line."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def read_times(text: str) -> list[Time]:
    """Every line as (day, from, to), `HH:MM`.

    Raises:
        UnreadableLine: the first line that cannot be read.
    """
    return [_read(line) for line in text.lower().splitlines() if line.strip()]


def _read(line: str) -> Time:
    match = _LINE.fullmatch(line.strip())
    if match is None:
        raise UnreadableLine(line.strip())
    day, *numbers = match.groups(default="0")
    start, end = (int(numbers[n]) * 60 + int(numbers[n + 1]) for n in (0, 2))
    if int(numbers[1]) > 59 or int(numbers[3]) > 59 or not start < end <= 24 * 60:
        raise UnreadableLine(line.strip())
    return day, f"{start // 60:02}:{start % 60:02}", f"{end // 60:02}:{end % 60:02}"


def is_time_to_adjust(starts_on: dt.date | None, said_on: dt.date, day: dt.date) -> bool:
    """The work runs six weeks, and the last word about it is from before that."""
    if starts_on is None:
        return False
    return starts_on + ADJUST_AFTER <= day and said_on < starts_on + ADJUST_AFTER


def as_lines(times: list[Time]) -> str:
    return "\n".join(f"{day} {start}-{end}" for day, start, end in times)
