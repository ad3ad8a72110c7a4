"""Hours needed: how many hours a week at a wage are enough for something she names, for one wage or several."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import calculate

from .amounts import cents, euros, in_hours
from .budget_line import BudgetLine, budget_line
from .situation import Facts, Offer, present

INDEPENDENT, OUT_OF_BIJSTAND, AS_NOW, MORE = "zelfstandig", "uit_bijstand", "zoveel_als_nu", "meer"
GOALS: dict[str, str] = {
    INDEPENDENT: "om met je eigen werk op de grens van economische zelfstandigheid te komen",
    OUT_OF_BIJSTAND: "om geen bijstand meer nodig te hebben",
    AS_NOW: "om minstens zoveel over te houden als nu",
    MORE: "om {more} per maand meer over te houden dan nu",
}
ALSO = ("netto_inkomen_uit_werk", "norm_economische_zelfstandigheid", "ontvangen_bijstand")
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
    sentence: str


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
) -> tuple[HoursNeeded, ...]:
    """Hours a week for each goal at this wage; `more` is the amount a month for the last one."""
    line = budget_line(facts, day, offer, most_hours, also=ALSO)
    now = present(facts, day, travel_now)
    found = calculate(book(), now.day, now.values, ("besteedbaar_inkomen",))
    left_now = float(found.known["besteedbaar_inkomen"]) - travel_now
    goals = [INDEPENDENT, AS_NOW, *([MORE] if more else [])]
    if facts.get("maanden_bijstand") != 0:
        goals.insert(1, OUT_OF_BIJSTAND)
    tests = reached(line, left_now, more)
    return tuple(needed(line, goal, tests[goal], more) for goal in goals)


def reached(line: BudgetLine, left_now: float, more: float) -> dict[str, Callable[[int], bool]]:
    """For each goal: does it hold in this point?"""
    own, norm, bijstand = (line.columns[name] for name in ALSO)
    return {
        INDEPENDENT: lambda at: own[at] >= norm[at] - MARGIN,
        OUT_OF_BIJSTAND: lambda at: bijstand[at] < MARGIN,
        AS_NOW: lambda at: line.disposable[at] >= left_now - MARGIN,
        MORE: lambda at: line.disposable[at] >= left_now + more - MARGIN,
    }


def needed(line: BudgetLine, goal: str, holds: Callable[[int], bool], more: float) -> HoursNeeded:
    points = [holds(at) for at in range(len(line.hours))]
    first = line.hours[points.index(True)] if True in points else None
    fails = [at for at, well in enumerate(points) if not well]
    start = fails[-1] + 1 if fails else 0
    hours = line.hours[start] if start < len(points) else None
    return HoursNeeded(goal, hours, first, sentence(line, goal, hours, first, more))


def sentence(line: BudgetLine, goal: str, hours: float | None, first: float | None, more: float) -> str:
    wanted = GOALS[goal].format(more=euros(more))
    wage = cents(line.offer.hourly_wage)
    if hours is None:
        most = f"{line.hours[-1]:g}"
        return f"Met een uurloon van {wage} is {most} uur per week nog niet genoeg {wanted}."
    if hours == 0:
        return f"Ook zonder uren werk is het genoeg {wanted}."
    said = f"Met een uurloon van {wage} is {in_hours(hours)} per week genoeg {wanted}."
    if first is not None and first < hours:
        said += (
            f" Het kan ook al bij {in_hours(first)}, maar daarna is er een stuk waar het weer lager wordt."
        )
    return said


def table(
    facts: Facts,
    day: dt.date,
    wages: Sequence[tuple[str, float]],
    more: float = 0.0,
    offer: Offer | None = None,
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
            ),
        )
        for label, wage in wages
    )
