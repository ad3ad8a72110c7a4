"""The rule: noise that belongs half to the cell and half to who is in it, rounding to five, and two minima.

Noise that follows who is in a cell averages out over quarters in which one mother comes and one goes; noise that
follows the cell shows a change of one. Half and half shows neither (Thompson, Broadfoot, Elazar 2013, with two keys).
"""

from __future__ import annotations

import hashlib
import hmac
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import exp, floor

LARGEST_NOISE = 5  # of each half
_FLATNESS = 0.1176  # maximum entropy with variance 4 and at most 5
ROUNDED_TO = 5
LEAST_TRUE, LEAST_SHOWN = 10, 15
LEAST_FOR_A_SHARE = 100  # in the whole
LONGEST_WEEK = 16.0  # hours of one mother that count in a sum
SUM_ROUNDED_TO = 25  # hours
MEAN_ROUNDED_TO = 5
LARGEST_CONTRIBUTION = 0.3


def noise_chances() -> list[float]:
    """The chance of each noise of one half, from -5 to 5: p ∝ exp(-0.1176 j²)."""
    weights = [exp(-_FLATNESS * j * j) for j in range(-LARGEST_NOISE, LARGEST_NOISE + 1)]
    return [weight / sum(weights) for weight in weights]


_STEPS = list(accumulate(noise_chances()))[:-1]


def _noise(chance: float) -> int:
    return bisect_right(_STEPS, chance) - LARGEST_NOISE


@dataclass(frozen=True)
class SeriesKeys:
    """The three keys of one municipality. They stand outside the database and never change while a series runs."""

    record: bytes
    member: bytes
    cell: bytes


def series_keys(master: str, municipality: str) -> SeriesKeys:
    """Each key from one secret, so that no two municipalities and no two purposes share one."""
    names = (f"{purpose}|{municipality}" for purpose in ("record", "member", "cell"))
    return SeriesKeys(*(_hmac(master.encode(), name) for name in names))


def record_key(keys: SeriesKeys, case_id: str) -> int:
    """A number that stands for one mother in the sums of the member key."""
    return int.from_bytes(_hmac(keys.record, case_id)[:8], "big")


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def _chance(key: bytes, text: str) -> float:
    """A number from 0 to 1, always the same for this text: 53 bits."""
    return (int.from_bytes(_hmac(key, text)[:8], "big") >> 11) / 2**53


@dataclass(frozen=True, kw_only=True)
class CountedCell:
    """One place in one table: what it is called in the series, and the record keys of who is in it."""

    series: str
    label: str
    members: Sequence[int]

    def chances(self, keys: SeriesKeys) -> tuple[float, float]:
        together = sum(self.members) % 2**64
        return _chance(keys.member, str(together)), _chance(keys.cell, f"{self.series}|{self.label}")

    def noise(self, keys: SeriesKeys) -> int:
        return sum(map(_noise, self.chances(keys)))


def cell_label(place: Iterable[tuple[str, str]]) -> str:
    """`dimension=value` pairs in a fixed order; the grand total has the empty label."""
    return "|".join(sorted(f"{dimension}={value}" for dimension, value in place))


def published_count(cell: CountedCell, keys: SeriesKeys) -> int | None:
    """The number that is shown; None is "minder dan 15 of niet getoond", which 0 to 19 can all be."""
    return shown_number(len(cell.members), noise=cell.noise(keys))


def shown_number(count: int, *, noise: int) -> int | None:
    if count < LEAST_TRUE:
        return None
    rounded = ROUNDED_TO * floor((count + noise) / ROUNDED_TO + 0.5)
    return rounded if rounded >= LEAST_SHOWN else None


def published_hours(cell: CountedCell, keys: SeriesKeys, hours: Sequence[float]) -> int | None:
    """The hours of all members together, in steps of 25; None when the count is not shown, or one has too much of it.

    Args:
        hours: of each member, in the order of `members`; more than 16 a week of one mother counts as 16.
    """
    clipped = [min(each, LONGEST_WEEK) for each in hours]
    together = sum(clipped)
    if published_count(cell, keys) is None or has_too_much_of_one(clipped):
        return None
    blur = sum(LONGEST_WEEK * (2 * chance - 1) for chance in cell.chances(keys))
    return max(0, SUM_ROUNDED_TO * floor((together + blur) / SUM_ROUNDED_TO + 0.5))


def has_too_much_of_one(amounts: Sequence[float]) -> bool:
    return max(amounts, default=0.0) > LARGEST_CONTRIBUTION * sum(amounts)


def published_mean(
    cell: CountedCell, keys: SeriesKeys, amounts: Sequence[float], *, most: float
) -> int | None:
    """The mean of all members in steps of 5; None under 100 in the published count, or when one has too much of it.

    Args:
        amounts: of each member, in the order of `members`; beyond `most` to either side of one mother counts as `most`.
    """
    count = published_count(cell, keys)
    clipped = [max(-most, min(each, most)) for each in amounts]
    largest, size = max(map(abs, clipped), default=0.0), sum(map(abs, clipped))
    if count is None or count < LEAST_FOR_A_SHARE or largest > LARGEST_CONTRIBUTION * size:
        return None
    blur = sum(most * (2 * chance - 1) for chance in cell.chances(keys))
    return MEAN_ROUNDED_TO * floor((sum(clipped) + blur) / count / MEAN_ROUNDED_TO + 0.5)


def published_share(part: int | None, whole: int | None) -> int | None:
    """Whole percents of two published numbers; None under 100 in the whole. Never of true counts."""
    if part is None or whole is None or whole < LEAST_FOR_A_SHARE:
        return None
    return min(100, floor(100 * part / whole + 0.5))
