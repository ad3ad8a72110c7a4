"""What can happen to a household, one dataclass a kind. Field names are those of the JSON form in `docs/money.md`.

An event counts from its day on. What a field leaves out stays as it was.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from .household import Block, Exemption, Ground, PayMonth

PaidCare = Literal["dagopvang", "bso", "gastouder"]


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happens on a day."""

    on: dt.date


@dataclass(frozen=True, kw_only=True)
class JobStarts(Event):
    """A job begins. Hours a week, EUR an hour without holiday allowance, travel in EUR a month."""

    hours: float
    hourly_wage: float
    pay_day: int | None = None
    pay: Literal["monthly", "four_weekly"] | None = None
    first_pay_on: dt.date | None = None
    pay_month: PayMonth | None = None
    travel: float | None = None
    days: tuple[Block, ...] = ()


@dataclass(frozen=True, kw_only=True)
class JobEnds(Event):
    """The first day without work."""


@dataclass(frozen=True, kw_only=True)
class HoursChange(Event):
    """Hours, wage or pay day change; None leaves each as it was."""

    hours: float | None = None
    hourly_wage: float | None = None
    pay_day: int | None = None
    pay: Literal["monthly", "four_weekly"] | None = None
    first_pay_on: dt.date | None = None
    pay_month: PayMonth | None = None
    travel: float | None = None


@dataclass(frozen=True, kw_only=True)
class BijstandStarts(Event):
    """Bijstand begins (again): the day of the report."""


@dataclass(frozen=True, kw_only=True)
class BijstandEnds(Event):
    """Bijstand ends."""


@dataclass(frozen=True, kw_only=True)
class ChildcareStarts(Event):
    """Childcare of a child begins; the child counted from 1, hours a month, EUR an hour."""

    child: int
    care: PaidCare
    hours_per_month: float
    hourly_rate: float


@dataclass(frozen=True, kw_only=True)
class ChildcareChanges(Event):
    """Childcare of a child changes."""

    child: int
    care: PaidCare
    hours_per_month: float
    hourly_rate: float


@dataclass(frozen=True, kw_only=True)
class ChildcareEnds(Event):
    """Childcare of a child ends."""

    child: int


@dataclass(frozen=True, kw_only=True)
class ExemptionStarts(Event):
    """An exemption of wage begins."""

    regime: Exemption


@dataclass(frozen=True, kw_only=True)
class ExemptionEnds(Event):
    """The exemption ends."""


@dataclass(frozen=True, kw_only=True)
class ChildBirthday(Event):
    """A child of whom only the age is known becomes a year older."""

    child: int


@dataclass(frozen=True, kw_only=True)
class ChildBorn(Event):
    """A child is born."""


@dataclass(frozen=True, kw_only=True)
class PartnerJoins(Event):
    """A partner comes to live with her; wage in EUR a year, holiday allowance included."""

    wage: float
    pay_day: int | None = None
    childcare_ground: Ground | None = None


@dataclass(frozen=True, kw_only=True)
class PartnerLeaves(Event):
    """The partner leaves."""


@dataclass(frozen=True, kw_only=True)
class RentChanges(Event):
    """Rent and service costs in EUR a month."""

    rent: float
    service_costs: float | None = None


@dataclass(frozen=True, kw_only=True)
class OtherIncomeChanges(Event):
    """Other income begins, changes or (0) stops, in EUR a month."""

    amount: float
    taxed: bool | None = None
    pay_day: int | None = None
    type: str | None = None
    gross: bool | None = None


@dataclass(frozen=True, kw_only=True)
class WwStarts(Event):
    """WW begins; the wage on which it rests in EUR a month."""

    wage: float
    pay_day: int | None = None


@dataclass(frozen=True, kw_only=True)
class SharedCareStarts(Event):
    """The other parent cares for a child on part of the days; who receives kinderbijslag."""

    child: int
    kinderbijslag: str
    days_per_year: int


@dataclass(frozen=True, kw_only=True)
class DebtStarts(Event):
    """A debt with instalments; amount in EUR, instalment in EUR a month."""

    name: str
    amount: float
    instalment: float
    pay_day: int | None = None


@dataclass(frozen=True, kw_only=True)
class CostStarts(Event):
    """A fixed cost begins or changes, in EUR a month."""

    name: str
    amount: float
    pay_day: int | None = None


@dataclass(frozen=True, kw_only=True)
class CostEnds(Event):
    """A fixed cost stops."""

    name: str


@dataclass(frozen=True, kw_only=True)
class OneOff(Event):
    """A single bill (below zero) or receipt, in EUR."""

    name: str
    amount: float


@dataclass(frozen=True, kw_only=True)
class EstimatePassedOn(Event):
    """She tells Dienst Toeslagen what her income of the year will be, in EUR."""

    income: float


EVENTS: dict[str, type[Event]] = {
    "job_starts": JobStarts,
    "job_ends": JobEnds,
    "hours_change": HoursChange,
    "bijstand_starts": BijstandStarts,
    "bijstand_ends": BijstandEnds,
    "childcare_starts": ChildcareStarts,
    "childcare_changes": ChildcareChanges,
    "childcare_ends": ChildcareEnds,
    "exemption_starts": ExemptionStarts,
    "exemption_ends": ExemptionEnds,
    "child_birthday": ChildBirthday,
    "child_born": ChildBorn,
    "partner_joins": PartnerJoins,
    "partner_leaves": PartnerLeaves,
    "rent_changes": RentChanges,
    "other_income_changes": OtherIncomeChanges,
    "ww_starts": WwStarts,
    "shared_care_starts": SharedCareStarts,
    "debt_starts": DebtStarts,
    "cost_starts": CostStarts,
    "cost_ends": CostEnds,
    "one_off": OneOff,
    "estimate_passed_on": EstimatePassedOn,
}
"""The name of each kind in the JSON form."""
