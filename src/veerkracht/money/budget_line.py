"""The budget line: what is left a month at each number of hours a week, and what an extra hour adds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, calculate

from .points import Columns, along_together
from .quantities import LOCAL, PARTS, Part
from .situation import Facts, Offer, Scenario, scenario, yearly_wage

STEP = 0.25
"""A quarter of an hour a week: 161 points from 0 to 40."""


@dataclass(frozen=True)
class BudgetLine:
    """One point for each quarter of an hour. `parts` sum to `disposable`, which is after travel to work."""

    day: dt.date
    offer: Offer
    hours: tuple[float, ...]
    disposable: tuple[float, ...]
    parts: dict[str, tuple[float, ...]]
    moving: Columns
    values: dict[str, Any]
    assumptions: tuple[str, ...]
    columns: Columns

    @property
    def gross_per_hour(self) -> float:
        """What one hour a week more adds to the gross wage of a month, holiday allowance included."""
        return yearly_wage(1.0, self.offer.hourly_wage, self.day) / 12

    @property
    def marginal(self) -> tuple[float, ...]:
        """What an extra hour leaves from each point on, in euros a month for an hour a week."""
        span = round(1 / STEP)
        return tuple(b - a for a, b in zip(self.disposable, self.disposable[span:], strict=False))

    def at(self, hours: float) -> int:
        """The index of the point with these hours."""
        return round(hours / STEP)

    def answer_at(self, index: int) -> Answer:
        """Every value of the law book in one point, to explain it or to compare it with another."""
        facts = {**self.values, **{name: column[index] for name, column in self.moving.items()}}
        targets = ("besteedbaar_inkomen", *self.parts.keys() - {"reiskosten"})
        return calculate(book(), self.day, facts, targets)


def budget_line(
    facts: Facts,
    day: dt.date,
    offer: Offer,
    most_hours: float = 40.0,
    with_local: bool = False,
    also: tuple[str, ...] = (),
) -> BudgetLine:
    """The line for one wage. With `with_local` the schemes of the example municipality count too; `also` names
    other quantities of the law book to keep along the line, in `columns`."""
    full = scenario(facts, day, offer, most_hours)
    hours = tuple(STEP * step for step in range(round(most_hours / STEP) + 1))
    moving = moving_facts(facts, full, offer, hours)
    parts = (*PARTS, *(LOCAL if with_local else ()))
    targets = ["besteedbaar_inkomen", *(part.quantity for part in parts), *also]
    columns = along_together(full.day, full.values, moving, targets)
    amounts = {part.quantity: scaled(part, columns) for part in parts}
    amounts["reiskosten"] = tuple(-offer.travel_at(h) for h in hours)
    disposable = tuple(map(sum, zip(*amounts.values(), strict=True)))
    kept = {name: columns[name] for name in also}
    return BudgetLine(
        full.day, offer, hours, disposable, amounts, moving, full.values, full.assumptions, kept
    )


def scaled(part: Part, columns: Columns) -> tuple[float, ...]:
    return tuple(part.per_month * value for value in columns[part.quantity])


def moving_facts(facts: Facts, full: Scenario, offer: Offer, hours: tuple[float, ...]) -> Columns:
    """The wage, and where there is childcare the right to its allowance and the hours that follow the work."""
    per_hour = yearly_wage(1.0, offer.hourly_wage, full.day)
    moving: Columns = {"loon": [per_hour * h for h in hours]}
    if any(full.values.get("opvanguren", [])):
        other_ground = facts.get("heeft_recht_op_kinderopvangtoeslag") is True
        moving["heeft_recht_op_kinderopvangtoeslag"] = [h > 0 or other_ground for h in hours]
    if any(one.hours_per_work_hour for one in offer.care):
        moving["opvanguren"] = [care_hours(facts, offer, h, full) for h in hours]
    return moving


def care_hours(facts: Facts, offer: Offer, hours: float, full: Scenario) -> list[float]:
    found = [0.0] * len(full.values["opvanguren"])
    for one in offer.care:
        found[one.child] = one.hours_at(hours)
    return found
