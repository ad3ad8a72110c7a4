"""The paths as a drawing: a line for each with its band, numbers at the ends; the template only writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import numbers
from .chart import Mark, Sheet, scale
from .later_paths import Walked

WIDE = Sheet(860, 380, right=48)
NARROW = Sheet(380, 340, left=62, right=40)
APART = 24
"""How far the numbers at the ends of the lines stand from each other, at least."""


@dataclass(frozen=True)
class PathLine:
    """One path: its line, the band around it, its dots, and where its number stands."""

    number: int
    line: str
    band: str
    dots: tuple[tuple[float, float], ...]
    end_y: float


@dataclass(frozen=True)
class LaterChart:
    sheet: Sheet
    lines: tuple[PathLine, ...]
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    title: str
    told: str

    @property
    def axis_y(self) -> int:
        return self.sheet.floor + 22

    @property
    def number_x(self) -> int:
        return self.sheet.end + 20


def later_chart(paths: Sequence[Walked], sheet: Sheet) -> LaterChart:
    """All paths on one sheet."""
    years = paths[0].path.years
    edges = [amount for one in paths for year in one.path.years for amount in (year.low, year.high)]
    low, high, step = scale(edges)
    floor = sheet.floor
    wide = sheet.end - sheet.left

    def x_of(place: int) -> float:
        return round(sheet.left + wide * (place + 0.5) / len(years), 1)

    def y_of(amount: float) -> float:
        return round(floor - (floor - sheet.top) * (amount - low) / (high - low), 1)

    made = []
    for one in paths:
        middle = [(x_of(at), y_of(year.disposable)) for at, year in enumerate(one.path.years)]
        top = [(x_of(at), y_of(year.high)) for at, year in enumerate(one.path.years)]
        below = [(x_of(at), y_of(year.low)) for at, year in enumerate(one.path.years)]
        made.append(
            PathLine(one.number, points(middle), points([*top, *below[::-1]]), tuple(middle), middle[-1][1])
        )
    every = 2 if len(years) > 6 and sheet is NARROW else 1
    ticks = range(round((high - low) / step) + 1)
    return LaterChart(
        sheet,
        spread(made),
        tuple(Mark(x_of(at), floor, str(year.year)) for at, year in enumerate(years) if at % every == 0),
        tuple(Mark(sheet.left, y_of(low + n * step), numbers.euro(low + n * step)) for n in ticks),
        "Wat er per maand te besteden is, elk jaar, voor elk pad",
        told(paths),
    )


def points(pairs: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in pairs)


def spread(lines: Sequence[PathLine]) -> tuple[PathLine, ...]:
    """The numbers at the ends never on top of each other, in the order of the lines."""
    found: dict[int, PathLine] = {}
    last = float("-inf")
    for one in sorted(lines, key=lambda each: each.end_y):
        y = max(one.end_y, last + APART)
        found[one.number] = PathLine(one.number, one.line, one.band, one.dots, round(y, 1))
        last = y
    return tuple(found[one.number] for one in lines)


def told(paths: Sequence[Walked]) -> str:
    """The drawing for who does not see it."""
    parts = []
    for one in paths:
        first, last = one.path.years[0], one.path.years[-1]
        parts.append(
            f"{one.name}: van {numbers.euro(first.disposable)} in {first.year} naar "
            f"{numbers.euro(last.disposable)} in {last.year}"
        )
    return "Te besteden per maand. " + "; ".join(parts) + ". De tabel eronder geeft elk jaar."
