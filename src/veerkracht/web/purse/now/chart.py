"""The line as a drawing: where everything stands on the sheet, so that the template only writes it down."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from veerkracht.money.budget_line import BudgetLine
from veerkracht.money.stretches import HARDLY, LESS, Stretch

from ..domain import numbers
from ..domain.outcome import Outcome

To = Callable[[float], float]
STEPS = (25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 50_000, 200_000)
LINES = 5


@dataclass(frozen=True)
class ChartSheet:
    """The size of a drawing, with the room its words need around it."""

    width: int
    height: int
    left: int = 66
    right: int = 22
    top: int = 34
    bottom: int = 50
    every: int = 4

    @property
    def floor(self) -> int:
        return self.height - self.bottom

    @property
    def tall(self) -> int:
        return self.floor - self.top

    @property
    def label_x(self) -> int:
        """Where the words of the upright end."""
        return self.left - 8

    @property
    def end(self) -> int:
        return self.width - self.right


WIDE, NARROW = ChartSheet(860, 360), ChartSheet(380, 320, left=62, right=16, every=8)


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    words: str


@dataclass(frozen=True)
class Point:
    """A number of hours of the page: its sign on the line, and its words where they do not hide the line."""

    x: float
    y: float
    label: str
    amount: str
    label_y: float
    anchor: str
    is_now: bool

    @property
    def left(self) -> float:
        return self.x - 7

    @property
    def above(self) -> float:
        return self.y - 7


@dataclass(frozen=True)
class Chart:
    sheet: ChartSheet
    path: str
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    flat: tuple[tuple[float, float], ...]
    points: tuple[Point, ...]
    lowest: str
    title: str
    description: str

    @property
    def axis_y(self) -> int:
        return self.sheet.floor + 20

    @property
    def unit_y(self) -> int:
        return self.sheet.height - 5


def chart_of(outcome: Outcome, sheet: ChartSheet) -> Chart:
    """The line with the hours of the page on it; stretches with hardly anything more are hatched."""
    line = outcome.line
    low, high, step = scale(line.disposable)
    floor, most = sheet.floor, line.hours[-1]

    def x_of(hours: float) -> float:
        return round(sheet.left + (sheet.end - sheet.left) * hours / most, 1)

    def y_of(amount: float) -> float:
        return round(floor - (floor - sheet.top) * (amount - low) / (high - low), 1)

    path = " ".join(
        f"{x_of(h)},{y_of(a)}" for h, a in list(zip(line.hours, line.disposable, strict=True))[::2]
    )
    ticks = range(0, round((high - low) / step) + 1)
    return Chart(
        sheet,
        path,
        tuple(Mark(x_of(h), floor, str(h)) for h in range(0, int(most) + 1, sheet.every)),
        tuple(Mark(sheet.left, y_of(low + n * step), numbers.euro(low + n * step)) for n in ticks),
        flat_of(outcome.stretches, x_of),
        points_of(outcome, x_of, y_of, sheet),
        numbers.euro(low),
        "Wat er per maand te besteden is bij elk aantal uren werk per week",
        told(outcome),
    )


def scale(amounts: Sequence[float]) -> tuple[float, float, float]:
    """Round numbers for the upright: from where, to where, in which steps."""
    low, high = min(amounts), max(amounts)
    step = next((s for s in STEPS if (high - low) / s <= LINES), STEPS[-1])
    start = math.floor(low / step) * step
    return start, max(math.ceil(high / step) * step, start + step), step


def flat_of(stretches: Sequence[Stretch], x_of: To) -> tuple[tuple[float, float], ...]:
    """Where an extra hour brings hardly anything, as pieces of the sheet; neighbours together."""
    flat: list[tuple[float, float]] = []
    for stretch in stretches:
        if stretch.kind in (HARDLY, LESS):
            if flat and flat[-1][1] == stretch.start:
                flat[-1] = flat[-1][0], stretch.stop
            else:
                flat.append((stretch.start, stretch.stop))
    return tuple((x_of(a), round(x_of(b) - x_of(a), 1)) for a, b in flat)


def points_of(outcome: Outcome, x_of: To, y_of: To, sheet: ChartSheet) -> tuple[Point, ...]:
    """Words above the line and never on top of each other: each next one a step higher when they are close."""
    points: list[Point] = []
    for column in sorted((c for c in outcome.columns if c.hours is not None), key=lambda c: c.hours or 0):
        x, y = x_of(column.hours or 0), y_of(column.to_spend)
        label_y = max(y - 18, sheet.top + 22)
        if points and x - points[-1].x < 120 and abs(label_y - points[-1].label_y) < 42:
            label_y = max(points[-1].label_y - 42, sheet.top + 22)
        anchor = "start" if x < sheet.left + 60 else "end" if x > sheet.width - 90 else "middle"
        title = f"nu, {numbers.hours(column.hours or 0)}" if column.is_now else column.title
        points.append(Point(x, y, title, numbers.euro(column.to_spend), label_y, anchor, column.is_now))
    return tuple(points)


def told(outcome: Outcome) -> str:
    """The drawing for who does not see it."""
    parts = [
        f"{'nu' if c.is_now else c.title}: {numbers.euro(c.to_spend)}"
        for c in outcome.columns
        if c.hours is not None
    ]
    return "Te besteden per maand. " + ", ".join(parts) + ". De tabel eronder geeft elk vierde uur."


def table_of(line: BudgetLine, every: float = 4.0) -> list[tuple[str, float, float | None]]:
    """Hours, what there is to spend, and what each hour from there to the next row leaves."""
    hours = [every * n for n in range(int(line.hours[-1] / every) + 1)]
    left = [line.disposable[line.at(h)] for h in hours]
    more = [(b - a) / every for a, b in zip(left, left[1:], strict=False)]
    return [
        (numbers.hours(h), amount, more[place] if place < len(more) else None)
        for place, (h, amount) in enumerate(zip(hours, left, strict=True))
    ]
