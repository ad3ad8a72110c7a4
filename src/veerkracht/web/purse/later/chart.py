"""The paths as a drawing: a line for each with its band, numbers at the ends; the template only writes it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain import numbers
from ..now.chart import ChartSheet, Mark, scale
from .paths import Walked

WIDE = ChartSheet(860, 380, right=48)
NARROW = ChartSheet(380, 340, left=62, right=40)
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
    sheet: ChartSheet
    lines: tuple[PathLine, ...]
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    title: str
    description: str

    @property
    def axis_y(self) -> int:
        return self.sheet.floor + 22

    @property
    def number_x(self) -> int:
        return self.sheet.end + 20


def later_chart(paths: Sequence[Walked], sheet: ChartSheet) -> LaterChart:
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

    lines = []
    for path in paths:
        middle = [(x_of(at), y_of(year.disposable)) for at, year in enumerate(path.path.years)]
        top = [(x_of(at), y_of(year.high)) for at, year in enumerate(path.path.years)]
        below = [(x_of(at), y_of(year.low)) for at, year in enumerate(path.path.years)]
        lines.append(
            PathLine(path.number, points(middle), points([*top, *below[::-1]]), tuple(middle), middle[-1][1])
        )
    every = 2 if len(years) > 6 and sheet is NARROW else 1
    ticks = range(round((high - low) / step) + 1)
    return LaterChart(
        sheet,
        spread(lines),
        tuple(Mark(x_of(at), floor, str(year.year)) for at, year in enumerate(years) if at % every == 0),
        tuple(Mark(sheet.left, y_of(low + n * step), numbers.euro(low + n * step)) for n in ticks),
        "Wat er per maand te besteden is, elk jaar, voor elk pad",
        told(paths),
    )


def points(pairs: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in pairs)


def spread(lines: Sequence[PathLine]) -> tuple[PathLine, ...]:
    """The numbers at the ends never on top of each other, in the order of the lines."""
    placed: dict[int, PathLine] = {}
    last = float("-inf")
    for line in sorted(lines, key=lambda each: each.end_y):
        y = max(line.end_y, last + APART)
        placed[line.number] = PathLine(line.number, line.line, line.band, line.dots, round(y, 1))
        last = y
    return tuple(placed[one.number] for one in lines)


def told(paths: Sequence[Walked]) -> str:
    """The drawing for who does not see it."""
    parts = []
    for path in paths:
        first, last = path.path.years[0], path.path.years[-1]
        parts.append(
            f"{path.name}: van {numbers.euro(first.disposable)} in {first.year} naar "
            f"{numbers.euro(last.disposable)} in {last.year}"
        )
    return "Te besteden per maand. " + "; ".join(parts) + ". De tabel eronder geeft elk jaar."
