"""Which properties of mothers are counted, in which tables, and in which quarter a day lies."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from veerkracht.disclosure.cube import CountedCase, Cube, Dimension
from veerkracht.disclosure.rule import SeriesKeys, record_key

UNKNOWN = "unknown"
AGES = (("under_25", 25), ("25_34", 35), ("35_44", 45), ("45_up", 200))
YOUNGEST = (("0_3", 4), ("4_11", 12), ("12_17", 18))
DURATIONS = (("under_1", 1), ("1_2", 3), ("3_up", 200))
RINGS = ("micro", "meso", "exo", "macro")
WHO_CARRIES = ("hers", "others", "nobody")
# What has a source in the program. What has none is named on the page, and not guessed.
RESULTS = ("work", "study", "language", "voluntary_work", "ladder", "system", "out_for_work")


def quarter_of(day: dt.date) -> str:
    return f"{day.year}-K{(day.month + 2) // 3}"


def quarter_before(day: dt.date) -> str:
    """The quarter that ended last."""
    first = day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
    return quarter_of(first - dt.timedelta(days=1))


def quarter_earlier(quarter: str, *, quarters: int) -> str:
    """So many quarters before this one; the words of quarters stand in the order of time."""
    year, number = (int(part) for part in quarter.split("-K"))
    whole = 4 * year + number - 1 - quarters
    return f"{whole // 4}-K{whole % 4 + 1}"


def series_of(municipality_ids: Iterable[int]) -> str:
    """What a joint series is called: by who is in it. No municipality's short name holds a colon."""
    return "samen:" + ",".join(map(str, sorted(municipality_ids)))


def band(years: float | None, bands: Iterable[tuple[str, int]]) -> str:
    """The name of the band a number of years lies in; unknown is a value of its own."""
    if years is None:
        return UNKNOWN
    return next((name for name, below in bands if years < below), UNKNOWN)


def years_between(first: dt.date | None, day: dt.date) -> float | None:
    return None if first is None else (day - first).days / 365.25


def cube_of(*, barriers: Iterable[str], topics: Iterable[str]) -> Cube:
    """The fixed list. Ring, the one dimension that tells something of her life, stands in two tables and no more."""
    return Cube(
        dimensions=(
            Dimension("age", (*(name for name, _ in AGES), UNKNOWN)),
            Dimension("youngest", (*(name for name, _ in YOUNGEST), UNKNOWN)),
            Dimension("duration", tuple(name for name, _ in DURATIONS)),
            Dimension("ring", RINGS),
            Dimension("barrier", tuple(sorted(barriers))),
            Dimension("topic", tuple(sorted(topics))),
            Dimension("carries", WHO_CARRIES),
            Dimension("result", RESULTS),
        ),
        pairs=(("ring", "youngest"), ("ring", "duration")),
    )


def digest_of(before: str, quarter: str, content: Mapping[str, Any]) -> str:
    """What a release is held by: made from the one before it and everything it says."""
    text = json.dumps([before, quarter, content], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprints(cases: list[CountedCase], keys: SeriesKeys) -> dict[str, str]:
    """By mother a digest of what is counted of her; both mean nothing without the keys."""
    prints = {}
    for case in cases:
        values = json.dumps({name: sorted(each) for name, each in case.values.items()}, sort_keys=True)
        salt = keys.record.hex()
        prints[str(record_key(keys, case.id))] = hashlib.sha256(f"{salt}{values}".encode()).hexdigest()[:16]
    return prints
