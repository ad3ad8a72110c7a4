"""What stops more hours: relax one class of limits at a time; what gives hours binds.

To relax a class is to take it away: contract days become five, opening hours the whole day, travel no
time at all. Each class says in one sentence what stops her. If no class alone gives hours, pairs that do
are "samen bindend".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from veerkracht.week.days import Memo
from veerkracht.week.family import Family, Service
from veerkracht.week.solver import solve
from veerkracht.week.times import DAYS, GRID, MIDNIGHT, Kind


@dataclass(frozen=True)
class Constraint:
    """A class of limits; `own` marks the mother's own."""

    id: str
    sentence: str
    own: bool
    relax: Callable[[Family], Family]


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
        found = [
            Binding(group, _relaxed(family, kind, group, memo) - base)
            for group in combinations(classes, size)
        ]
        found = [item for item in found if item.minutes > 0]
        if found:
            return sorted(found, key=lambda item: -item.minutes)
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
    yield Constraint(
        "school_gate", "de tijden waarop de school open is om te brengen en te halen", False, _open_gate
    )
    for child in family.children:
        if child.kind == "teen" and not child.deceased:
            yield Constraint(
                f"alone:{child.id}", f"hoe lang {child.id} alleen kan zijn", True, _alone(child.id)
            )
    if any(family.course_on(day, kind) for day in DAYS):
        yield Constraint("course", "de uren van de cursus", False, lambda f: replace(f, course={}))
    yield Constraint("travel", "de reistijden", False, _no_travel)
    yield from _employer()
    yield from _own()


def _of_service(service: Service, kind: Kind) -> Iterator[Constraint]:
    id_ = service.id
    yield Constraint(
        f"contract_days:{id_}",
        f"het aantal dagen bij {id_}",
        False,
        _on_service(id_, lambda s: replace(s, contract_days={**s.contract_days, kind: len(DAYS)})),
    )
    yield Constraint(
        f"open_days:{id_}",
        f"de dagen waarop {id_} open is",
        False,
        _on_service(id_, lambda s: replace(s, open_days=frozenset(DAYS))),
    )
    yield Constraint(
        f"opening_hours:{id_}",
        f"de openingstijden van {id_}",
        False,
        _on_service(id_, lambda s: replace(s, open=0, close=MIDNIGHT, latest_drop=MIDNIGHT)),
    )


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


def _employer() -> Iterator[Constraint]:
    limits = [
        ("work_window", "de uren waartussen werk mogelijk is", {"work_from": 0, "work_to": MIDNIGHT}),
        ("minimum_shift", "de kortste dienst die kan", {"minimum_shift": GRID}),
    ]
    for id_, sentence, changes in limits:
        yield Constraint(id_, sentence, False, _on_parent(changes))


def _own() -> Iterator[Constraint]:
    limits = [
        ("leave_after", "hoe vroeg van huis kan", {"leave_after": 0}),
        ("home_by", "hoe laat thuis moet", {"home_by": MIDNIGHT}),
        ("load_per_day", "de eigen grens voor een dag", {"maximum_load_per_day": MIDNIGHT}),
        ("load_per_week", "de eigen grens voor een week", {"maximum_load_per_week": 7 * MIDNIGHT}),
        ("work_days", "het aantal werkdagen", {"maximum_work_days": len(DAYS)}),
        ("paid_per_day", "het hoogste aantal betaalde uren op een dag", {"maximum_paid_per_day": MIDNIGHT}),
        (
            "paid_per_week",
            "het hoogste aantal betaalde uren in een week",
            {"maximum_paid_per_week": 7 * MIDNIGHT},
        ),
    ]
    for id_, sentence, changes in limits:
        yield Constraint(id_, sentence, True, _on_parent(changes))


def _on_parent(changes: dict[str, int]) -> Callable[[Family], Family]:
    return lambda family: replace(family, parent=replace(family.parent, **changes))
