"""What stops more hours: relax one class of limits at a time; what gives hours binds.

To relax a class is to take it away: contract days become five, opening hours the whole day, travel no
time at all. If no class alone gives hours, pairs that do
are "samen bindend".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from veerkracht.week.days import Memo
from veerkracht.week.family import Family, Service
from veerkracht.week.solver import solve
from veerkracht.week.times import DAYS, GRID, MIDNIGHT, Kind

ConstraintCode = Literal[
    "contract_days",
    "open_days",
    "opening_hours",
    "school_gate",
    "alone",
    "course",
    "travel",
    "work_window",
    "minimum_shift",
    "leave_after",
    "home_by",
    "load_per_day",
    "load_per_week",
    "work_days",
    "paid_per_day",
    "paid_per_week",
]


@dataclass(frozen=True, kw_only=True)
class Constraint:
    """A class of limits. `subject` is the service or the child it is of, else empty; `own` marks the mother's own."""

    code: ConstraintCode
    subject: str = ""
    own: bool = False
    relax: Callable[[Family], Family]

    @property
    def id(self) -> str:
        return f"{self.code}:{self.subject}" if self.subject else self.code


@dataclass(frozen=True)
class Binding:
    """One class, or two together, and the paid minutes its relaxing gives."""

    constraints: tuple[Constraint, ...]
    minutes: int


def binding(family: Family, kind: Kind, memo: Memo | None = None) -> list[Binding]:
    """What binds, most minutes first; two classes together where none alone does."""
    memo = {} if memo is None else memo
    week = solve(family, kind, memo)
    base = 0 if week is None else week.paid
    classes = list(constraints(family, kind))
    for size in (1, 2):
        bindings = [
            Binding(group, _relaxed(family, kind, group, memo) - base)
            for group in combinations(classes, size)
        ]
        bindings = [item for item in bindings if item.minutes > 0]
        if bindings:
            return sorted(bindings, key=lambda binding_: -binding_.minutes)
    return []


def _relaxed(family: Family, kind: Kind, group: tuple[Constraint, ...], memo: Memo) -> int:
    for constraint in group:
        family = constraint.relax(family)
    week = solve(family, kind, memo)
    return 0 if week is None else week.paid


def constraints(family: Family, kind: Kind) -> Iterator[Constraint]:
    """Every class of limits of this family in this kind of week."""
    present = {child.id for child in family.children if not child.deceased}
    for service in family.services:
        if present.intersection(service.children):
            yield from _of_service(service, kind)
    yield Constraint(code="school_gate", relax=_open_gate)
    for child in family.children:
        if child.own_way and not child.deceased:
            yield Constraint(code="alone", subject=child.id, own=True, relax=_alone(child.id))
    if any(family.course_on(day, kind) for day in DAYS):
        yield Constraint(code="course", relax=_no_course)
    yield Constraint(code="travel", relax=_no_travel)
    yield from _employer()
    yield from _own()


def _of_service(service: Service, kind: Kind) -> Iterator[Constraint]:
    id_ = service.id
    changes: list[tuple[ConstraintCode, Callable[[Service], Service]]] = [
        (
            "contract_days",
            lambda s: replace(s, contract_days={**s.contract_days, kind: len(DAYS)}),
        ),
        ("open_days", lambda s: replace(s, open_days=frozenset(DAYS))),
        ("opening_hours", lambda s: replace(s, open=0, close=MIDNIGHT, latest_drop=MIDNIGHT)),
    ]
    for code, change in changes:
        yield Constraint(code=code, subject=id_, relax=_on_service(id_, change))


def _on_service(id_: str, change: Callable[[Service], Service]) -> Callable[[Family], Family]:
    return lambda family: replace(
        family, services=tuple(change(s) if s.id == id_ else s for s in family.services)
    )


def _open_gate(family: Family) -> Family:
    return replace(family, gate_before=MIDNIGHT, gate_after=MIDNIGHT)


def _alone(id_: str) -> Callable[[Family], Family]:
    return lambda family: replace(
        family,
        children=tuple(
            replace(c, alone_after_school=MIDNIGHT, alone_in_holiday=MIDNIGHT) if c.id == id_ else c
            for c in family.children
        ),
    )


def _no_travel(family: Family) -> Family:
    return replace(family, travel_buffer=0, travel=tuple(leg._replace(minutes=0) for leg in family.travel))


def _no_course(family: Family) -> Family:
    return replace(family, course={})


def _employer() -> Iterator[Constraint]:
    limits: list[tuple[ConstraintCode, dict[str, int]]] = [
        ("work_window", {"work_from": 0, "work_to": MIDNIGHT}),
        ("minimum_shift", {"minimum_shift": GRID}),
    ]
    for code, changes in limits:
        yield Constraint(code=code, relax=_on_parent(changes))


def _own() -> Iterator[Constraint]:
    limits: list[tuple[ConstraintCode, dict[str, int]]] = [
        ("leave_after", {"leave_after": 0}),
        ("home_by", {"home_by": MIDNIGHT}),
        ("load_per_day", {"maximum_load_per_day": MIDNIGHT}),
        ("load_per_week", {"maximum_load_per_week": 7 * MIDNIGHT}),
        ("work_days", {"maximum_work_days": len(DAYS)}),
        ("paid_per_day", {"maximum_paid_per_day": MIDNIGHT}),
        ("paid_per_week", {"maximum_paid_per_week": 7 * MIDNIGHT}),
    ]
    for code, changes in limits:
        yield Constraint(code=code, own=True, relax=_on_parent(changes))


def _on_parent(changes: dict[str, int]) -> Callable[[Family], Family]:
    return lambda family: replace(family, parent=replace(family.parent, **changes))
