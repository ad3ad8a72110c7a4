"""What the childcare of a family costs: the contract days of the week, as the law wants to hear of them.

A month is a twelfth of the year: contract days × paid hours a day, in school weeks and in holiday weeks. A service that
looks after two children is paid for each of them. The children of the week and those of the facts are the same
children: the youngest are the toddlers, then come those at primary school, then the teenagers; children of one kind
stand in the same order in both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from veerkracht.household.problem import problem
from veerkracht.week.family import Family, Service, WeekChild, YearDays
from veerkracht.week.fields import BadInput

MONTHS = 12
SORTS = {
    "dagopvang": "dagopvang",
    "gastouder": "gastouder",
    "bso": "bso",
    "voorschoolse_opvang": "bso",
    "vakantieopvang": "bso",
}
KINDS = ("toddler", "school", "teen")
# Wide on purpose: only a contradiction is a mistake.
AGES: Mapping[str, tuple[int, int]] = {"toddler": (0, 6), "school": (3, 15), "teen": (9, 120)}
NEEDS_NO_CARE_FROM = 12
USUAL_YEAR = (40, 12)


class Contract(NamedTuple):
    """What is paid for one child at one service, in hours a month and euros an hour."""

    sort: str
    hours: float
    rate: float


Care = tuple[tuple[Contract, ...], ...]
"""The contracts of each child that lives, in the order of the family."""


def living(family: Family) -> list[WeekChild]:
    return [child for child in family.children if not child.deceased]


def care(family: Family) -> Care:
    return tuple(
        tuple(
            _contract(service, family.year)
            for service in family.services
            if child.id in service.children and service.type in SORTS and any(service.contract_days.values())
        )
        for child in living(family)
    )


def _contract(service: Service, year: YearDays | None) -> Contract:
    if service.paid_hours_per_day is None or service.hourly_rate is None:
        raise BadInput(problem("price_of_a_day_unknown", service.id))
    school, holiday = (year.school_weeks, year.holiday_weeks) if year else USUAL_YEAR
    days = service.contract_days["school"] * school + service.contract_days["holiday"] * holiday
    return Contract(SORTS[service.type], days * service.paid_hours_per_day / MONTHS, service.hourly_rate)


def who_is_who(family: Family, ages: Sequence[float]) -> list[int]:
    """For each child of the week its place among the children of the facts."""
    children = living(family)
    if len(children) > len(ages):
        raise BadInput(problem("more_children_in_the_week", "kinderen", week=len(children), facts=len(ages)))
    youngest_first = sorted(range(len(ages)), key=lambda place: ages[place])
    places: dict[str, int] = {}
    taken = 0
    for kind in KINDS:
        ids = [child.id for child in children if child.kind == kind]
        places |= zip(ids, sorted(youngest_first[taken : taken + len(ids)]), strict=True)
        taken += len(ids)
    for place in youngest_first[taken:]:
        if ages[place] < NEEDS_NO_CARE_FROM:
            raise BadInput(problem("child_not_in_the_week", "children", age=ages[place]))
    for child in children:
        _check_age(child, ages[places[child.id]])
    return [places[child.id] for child in children]


def _check_age(child: WeekChild, age: float) -> None:
    youngest, oldest = AGES[child.kind]
    if not youngest <= age <= oldest:
        raise BadInput(problem("age_fits_no_kind", child.id, kind=child.kind, age=age))


def as_facts(contracts: Sequence[Contract]) -> dict[str, Any]:
    """The childcare of one child in the words of the facts: the sort with most hours, all hours, the mean rate."""
    if not contracts:
        return {}
    hours = sum(contract.hours for contract in contracts)
    cost = sum(contract.hours * contract.rate for contract in contracts)
    most = max(contracts, key=lambda contract: contract.hours)
    rate = most.rate if is_one_tariff(contracts) else cost / hours
    return {"opvangsoort": most.sort, "opvanguren": hours, "uurtarief": rate}


def is_one_tariff(contracts: Sequence[Contract]) -> bool:
    return len({(contract.sort, contract.rate) for contract in contracts}) <= 1


def counted_cost(contracts: Sequence[Contract], highest: Mapping[str, float], most_hours: float) -> float:
    """What counts for the allowance when one child has several tariffs: each has its own highest rate."""
    hours = sum(contract.hours for contract in contracts)
    counted = sum(contract.hours * min(contract.rate, highest[contract.sort]) for contract in contracts)
    return counted * min(1.0, most_hours / hours) if hours else 0.0
