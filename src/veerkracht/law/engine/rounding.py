"""The law's own rounding and the look-up of a bracket: the only library functions a rule may call.

Built on floor, because Python's `round` goes to the even neighbour and a compiled one need not.
The margin keeps a sum like 961.035, which a float holds a hair too low, on the side the law puts it.
"""

from __future__ import annotations

from bisect import bisect_right
from math import ceil, floor

from .units import Table

MARGIN = 1e-7


def naar_beneden(bedrag: float, stap: float) -> float:
    """Down to a multiple of `stap`."""
    return multiple(floor(bedrag / stap + MARGIN), stap)


def naar_boven(bedrag: float, stap: float) -> float:
    """Up to a multiple of `stap`."""
    return multiple(ceil(bedrag / stap - MARGIN), stap)


def rekenkundig(bedrag: float, stap: float) -> float:
    """To the nearest multiple of `stap`, halves upward."""
    return multiple(floor(bedrag / stap + 0.5 + MARGIN), stap)


def multiple(times: int, stap: float) -> float:
    """`times * stap`, exact to the last bit for cents."""
    return times / (1 / stap) if stap < 1 else times * stap


def opzoeken(tabel: Table, waarde: float) -> float:
    """The amount in the bracket that `waarde` falls in; below the first threshold the first bracket counts."""
    i = max(0, bisect_right(tabel.thresholds, waarde) - 1)
    return tabel.bases[i] + tabel.rates[i] * (waarde - tabel.thresholds[i])
