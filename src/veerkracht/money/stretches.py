"""The budget line as stretches: where an extra hour brings much, little or nothing, and which article causes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .budget_line import STEP, BudgetLine
from .causes import Cause, causes

LESS, HARDLY, LITTLE, HALF, MOST = "less", "hardly", "little", "half", "most"
BELOW = ((0.15, HARDLY), (0.35, LITTLE), (0.65, HALF))
"""Shares of the gross wage of the extra hour. Ours, to call a number by a kind; not from a law."""
NOISE = 0.5
"""Euros a month: the law rounds allowances down to whole euros, so less than this is not a fall."""
CLIFF = 15.0
"""A fall of more euros a month than this stands by itself."""
SMALL = 2.0
"""Hours: a stretch up to this long joins its neighbour when together they are of one kind."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """From some hours to more: what an extra hour leaves on average, in euros a month and of what gross."""

    start: float
    stop: float
    kind: str
    per_hour: float
    gross_per_hour: float
    causes: tuple[Cause, ...]
    fall: float
    """What there is less at the end than at the start, in euros a month; below zero where there is more."""
    is_last: bool


def stretches(line: BudgetLine) -> tuple[Stretch, ...]:
    """The line as a few stretches."""
    span = round(1 / STEP)
    cuts = [0]
    whole = [line.at(float(h)) for h in range(int(line.hours[-1]) + 1)]
    kinds = [kind_of(line, a, b) for a, b in zip(whole, whole[1:], strict=False)]
    for place in range(1, len(kinds)):
        if kinds[place] != kinds[place - 1]:
            cuts.append(place)
    joined = smooth(
        [(cut * span, after * span) for cut, after in zip(cuts, [*cuts[1:], len(kinds)], strict=True)], line
    )
    return tuple(stretch(line, start, stop, stop == whole[-1]) for start, stop in joined)


def kind_of(line: BudgetLine, start: int, stop: int) -> str:
    """How much of each extra hour is left between two points."""
    left = per_hour(line, start, stop)
    if left < -NOISE:
        return LESS
    share = left / line.gross_per_hour if line.gross_per_hour else 0.0
    return next((kind for below, kind in BELOW if share < below), MOST)


def per_hour(line: BudgetLine, start: int, stop: int) -> float:
    return (line.disposable[stop] - line.disposable[start]) / (line.hours[stop] - line.hours[start])


def smooth(pieces: Sequence[tuple[int, int]], line: BudgetLine) -> list[tuple[int, int]]:
    """Put neighbours together that differ only by the law's own rounding; a real fall stays by itself."""
    joined: list[tuple[int, int]] = []
    for start, stop in pieces:
        if joined:
            before, middle = joined[-1]
            same = kind_of(line, before, middle) == kind_of(line, start, stop)
            small = min(middle - before, stop - start) <= round(SMALL / STEP)
            cliff = falls(line, before, middle) or falls(line, start, stop)
            larger = (before, middle) if middle - before >= stop - start else (start, stop)
            if (same or (small and kind_of(line, before, stop) == kind_of(line, *larger))) and not cliff:
                joined[-1] = before, stop
                continue
        joined.append((start, stop))
    return joined


def falls(line: BudgetLine, start: int, stop: int) -> bool:
    return line.disposable[stop] < line.disposable[start] - CLIFF


def stretch(line: BudgetLine, start: int, stop: int, is_last: bool) -> Stretch:
    kind = kind_of(line, start, stop)
    why = causes(line, start, stop) if kind != MOST else ()
    return Stretch(
        start=line.hours[start],
        stop=line.hours[stop],
        kind=kind,
        per_hour=per_hour(line, start, stop),
        gross_per_hour=line.gross_per_hour,
        causes=why,
        fall=line.disposable[start] - line.disposable[stop],
        is_last=is_last,
    )
