"""The budget line: what is left a month at each number of hours a week, and what an extra hour adds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from veerkracht.household.remark import Remark
from veerkracht.law.catalogue import book
from veerkracht.law.engine.calculate import Answer, MissingFact, calculate
from veerkracht.law.engine.line import Columns, along

from .asking import ask_month
from .benefits import ww_along
from .own_schemes import RATIO, split_known, worth_along
from .quantities import LOCAL, PARTS, TO_SPEND, Part
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
    assumptions: tuple[Remark, ...]
    columns: Columns
    local: tuple[float, ...] = ()
    """What the schemes of the example municipality are worth in each point; not in `disposable`."""

    @property
    def net(self) -> tuple[float, ...]:
        """With those schemes: what every comparison with now is made of."""
        return tuple(a + b for a, b in zip(self.disposable, self.local, strict=True))

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
        return ask_month(self.day, facts, tuple(self.parts.keys() - {"reiskosten"}))


def budget_line(
    facts: Facts,
    day: dt.date,
    offer: Offer,
    most_hours: float = 40.0,
    with_local: bool = False,
    also: tuple[str, ...] = (),
    beside_local: bool = False,
) -> BudgetLine:
    """The line for one wage. With `with_local` the schemes of the example municipality count too, with
    `beside_local` they stand in `local`; `also` names other quantities of the law book to keep along the line, in
    `columns`."""
    full = scenario(facts, day, offer, most_hours)
    hours = tuple(STEP * step for step in range(round(most_hours / STEP) + 1))
    moving = moving_facts(facts, full, offer, hours)
    if "bruto_uitkering" in moving:
        # What is held back moves with the benefit, and is not nothing because the WW has ended at the last point.
        held = ("loonheffing_uitkering", "netto_uitkering")
        known = {name: value for name, value in full.values.items() if name not in held}
        full = replace(full, values=known)
    parts = (*PARTS, *(LOCAL if with_local and full.schemes is None else ()))
    local = known_local(full) if beside_local else ()
    own, at_income = split_known(full.schemes or (), full.day, full.values)
    ratio = (RATIO,) if at_income and beside_local else ()
    targets = [TO_SPEND, *(part.quantity for part in (*parts, *local)), *also, *ratio]
    columns = along(book(), full.day, full.values, moving, targets)
    amounts = {part.quantity: scaled(part, columns) for part in parts}
    amounts["reiskosten"] = tuple(-offer.travel_at(h) for h in hours)
    disposable = tuple(map(sum, zip(*amounts.values(), strict=True)))
    asked_for = {name: columns[name] for name in also}
    worth = [scaled(part, columns) for part in local]
    if own and beside_local:
        worth = [worth_along(own, full.values, {**columns, "loon": moving["loon"]})]
    schemes = tuple(map(sum, zip(*worth, strict=True))) if worth else (0.0,) * len(hours)
    return BudgetLine(
        full.day, offer, hours, disposable, amounts, moving, full.values, full.assumptions, asked_for, schemes
    )


def known_local(situation: Scenario) -> tuple[Part, ...]:
    """The schemes of the example municipality of which the facts say what they are worth; none beside her own."""
    parts: list[Part] = []
    if situation.schemes is not None:
        return ()
    for part in LOCAL:
        try:
            calculate(book(), situation.day, situation.values, (part.quantity,))
        except MissingFact:
            continue
        parts.append(part)
    return tuple(parts)


def scaled(part: Part, columns: Columns) -> tuple[float, ...]:
    return tuple(part.per_month * value for value in columns[part.quantity])


def moving_facts(facts: Facts, full: Scenario, offer: Offer, hours: tuple[float, ...]) -> Columns:
    """The wage, and where there is childcare the right to its allowance and the hours that follow the work."""
    per_hour = yearly_wage(1.0, offer.hourly_wage, full.day)
    moving: Columns = {"loon": [per_hour * h for h in hours]}
    if any(full.values.get("opvanguren", [])):
        other_ground = facts.get("heeft_recht_op_kinderopvangtoeslag") is True
        partner_has_one = full.values.get("heeft_recht_op_kinderopvangtoeslag") is not False
        moving["heeft_recht_op_kinderopvangtoeslag"] = [
            partner_has_one and (h > 0 or other_ground) for h in hours
        ]
    if (benefits := ww_along(facts, moving["loon"], full.day)) is not None:
        moving["bruto_uitkering"] = benefits
    if any(one.hours_per_work_hour for one in offer.care):
        moving["opvanguren"] = [care_hours(facts, offer, h, full) for h in hours]
    return moving


def care_hours(facts: Facts, offer: Offer, hours: float, full: Scenario) -> list[float]:
    hours_by_child = [0.0] * len(full.values["opvanguren"])
    for contract in offer.care:
        hours_by_child[contract.child] = contract.hours_at(hours)
    return hours_by_child
