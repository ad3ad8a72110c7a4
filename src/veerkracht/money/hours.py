"""Hours needed: how many hours a week at a wage are enough for something she names, for one wage or several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .answer import spendable_in
from .budget_line import BudgetLine, budget_line
from .quantities import INDEPENDENCE
from .situation import Facts, Offer, aged, present

INDEPENDENT, OUT_OF_BIJSTAND, AS_NOW, MORE = "zelfstandig", "uit_bijstand", "zoveel_als_nu", "meer"
ALSO = (*INDEPENDENCE[:2], "ontvangen_bijstand")
MARGIN = 0.005
"""Half a cent: amounts are floats."""


@dataclass(frozen=True)
class HoursNeeded:
    """The fewest hours from which it holds and keeps holding; None where the line ends before.

    `first` is where it holds for the first time: lower than `hours` where a cliff lies between.
    """

    goal: str
    hours: float | None
    first: float | None


@dataclass(frozen=True)
class WageRow:
    """One row of the table: a wage, what she calls it, and the hours for each goal."""

    label: str
    hourly_wage: float
    needed: tuple[HoursNeeded, ...]


def hours_needed(
    facts: Facts,
    day: dt.date,
    offer: Offer,
    more: float = 0.0,
    most_hours: float = 40.0,
    travel_now: float = 0.0,
    starts_on: dt.date | None = None,
) -> tuple[HoursNeeded, ...]:
    """Hours a week for each goal at this wage; `more` is the amount a month for the last one.

    A comparison with now counts the local schemes that stop, and the ages on the day the work starts.
    """
    then = starts_on or day
    line = budget_line(aged(facts, day, then), then, offer, most_hours, also=ALSO, beside_local=True)
    left_now = spendable_in(present(facts, day, travel_now)).net
    goals = [INDEPENDENT, AS_NOW, *([MORE] if more else [])]
    if facts.get("maanden_bijstand") != 0:
        goals.insert(1, OUT_OF_BIJSTAND)
    tests = reached(line, left_now, more)
    return tuple(needed(line, goal, tests[goal]) for goal in goals)


def reached(line: BudgetLine, left_now: float, more: float) -> dict[str, Callable[[int], bool]]:
    """For each goal: does it hold in this point?"""
    own, norm, bijstand = (line.columns[name] for name in ALSO)
    net = line.net
    return {
        INDEPENDENT: lambda at: own[at] >= norm[at] - MARGIN,
        OUT_OF_BIJSTAND: lambda at: bijstand[at] < MARGIN,
        AS_NOW: lambda at: net[at] >= left_now - MARGIN,
        MORE: lambda at: net[at] >= left_now + more - MARGIN,
    }


def needed(line: BudgetLine, goal: str, holds: Callable[[int], bool]) -> HoursNeeded:
    points = [holds(at) for at in range(len(line.hours))]
    first = line.hours[points.index(True)] if True in points else None
    fails = [at for at, well in enumerate(points) if not well]
    start = fails[-1] + 1 if fails else 0
    hours = line.hours[start] if start < len(points) else None
    return HoursNeeded(goal, hours, first)


def table(
    facts: Facts,
    day: dt.date,
    wages: Sequence[tuple[str, float]],
    more: float = 0.0,
    offer: Offer | None = None,
    starts_on: dt.date | None = None,
    travel_now: float = 0.0,
) -> tuple[WageRow, ...]:
    """The same question for several wages: with this diploma so many hours, with that one so many."""
    basis = offer or Offer(0.0)
    return tuple(
        WageRow(
            label,
            wage,
            hours_needed(
                facts,
                day,
                Offer(wage, basis.care, basis.travel_per_work_hour, basis.travel_per_month),
                more,
                travel_now=travel_now,
                starts_on=starts_on,
            ),
        )
        for label, wage in wages
    )
