"""What one change would give: levers, and pairs of levers.

Order of the list: the system first (provider, employer, school), then the network, her own limits last;
within that the most hours first. Her own limits are computed, so that nobody has to guess, and never
proposed.

Decided where the text of the model leaves room:
- one more contracted day is looked at in school weeks only, and not for holiday care (as in the golden
  results);
- opening earlier exists for a service that has an `open`, closing later for one that has a `close`;
- "15 min nearer, not under 5 min" never makes a leg longer than it was;
- a week that cannot be followed counts as 0 hours;
- a lever is proposed when it gives hours and is not one of her own limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from veerkracht.week.days import Memo
from veerkracht.week.family import WORK, Family, OtherParent, Service
from veerkracht.week.lever import ENDINGS, Gain, Group, Lever, LeverCode, LeverPair
from veerkracht.week.solver import solve
from veerkracht.week.times import DAYS, MIDNIGHT, Kind, TimeBlock

OPENING_TYPES = ("dagopvang", "gastouder", "bso", "voorschoolse_opvang")
WORTH_A_PAIR = 4 * 60
NEARER, NEAREST = 15, 5


def levers(family: Family, kind: Kind) -> list[Lever]:
    """Every lever of this family, in a fixed order."""
    all_levers = [*_providers(family, kind), *_network(family), *_courses(family), *_employer()]
    return [*all_levers, *_own_limits()]


def paid_minutes(family: Family, kind: Kind, memo: Memo) -> int:
    week = solve(family, kind, memo)
    return 0 if week is None else week.paid


def gains(family: Family, kind: Kind, memo: Memo | None = None) -> list[Gain]:
    """Each lever with its gain: system first, own limits last, most minutes first."""
    memo = {} if memo is None else memo
    base = paid_minutes(family, kind, memo)
    all_gains = [
        Gain(lever, paid_minutes(lever.apply(family), kind, memo) - base) for lever in levers(family, kind)
    ]
    order: list[Group] = ["system", "network", "own"]
    return sorted(all_gains, key=lambda gain: (order.index(gain.lever.group), -gain.minutes))


def pairs(family: Family, kind: Kind, single: list[Gain], memo: Memo | None = None) -> list[LeverPair]:
    """Two levers that each give less than four hours and together at least four."""
    memo = {} if memo is None else memo
    base = paid_minutes(family, kind, memo)
    small = [gain for gain in single if gain.lever.group != "own" and gain.minutes < WORTH_A_PAIR]
    small.sort(key=lambda gain: -gain.minutes)
    all_pairs: list[LeverPair] = []
    for index, first in enumerate(small):
        changed = first.lever.apply(family)
        for second in small[index + 1 :]:
            minutes = paid_minutes(second.lever.apply(changed), kind, memo) - base
            if minutes >= WORTH_A_PAIR:
                all_pairs.append(LeverPair(first.lever, second.lever, minutes))
    return sorted(all_pairs, key=lambda pair: -pair.minutes)


def _providers(family: Family, kind: Kind) -> Iterator[Lever]:
    for service in family.services:
        informal = service.type == "informeel"
        opens = service.type in OPENING_TYPES
        if kind == "school" and (informal or opens):
            yield _of_service(
                service,
                "one_more_day",
                _one_more_day,
                owner="netwerkpersoon" if informal else "kinderopvang",
                ring="micro" if informal else "meso/exo",
                group="network" if informal else "system",
            )
        if opens and service.close is not None:
            yield _of_service(service, "closes_later", _closes_later)
        if opens and service.open is not None:
            yield _of_service(service, "opens_earlier", _opens_earlier)


def _of_service(
    service: Service,
    code: LeverCode,
    change: Callable[[Service], Service],
    *,
    owner: str = "kinderopvang",
    ring: str = "exo",
    group: Group = "system",
) -> Lever:
    return Lever(
        id=f"{service.id}{ENDINGS[code]}",
        code=code,
        owner=owner,
        ring=ring,
        group=group,
        apply=_on_service(service.id, change),
        service=service.id,
    )


def _on_service(id_: str, change: Callable[[Service], Service]) -> Callable[[Family], Family]:
    def apply(family: Family) -> Family:
        services = tuple(change(service) if service.id == id_ else service for service in family.services)
        return replace(family, services=services)

    return apply


def _one_more_day(service: Service) -> Service:
    days = {**service.contract_days, "school": min(service.contract_days["school"] + 1, len(DAYS))}
    return replace(service, contract_days=days)


def _closes_later(service: Service) -> Service:
    return replace(service, close=min((service.close or 0) + 30, MIDNIGHT))


def _opens_earlier(service: Service) -> Service:
    return replace(service, open=max((service.open or 0) - 30, 0))


def _network(family: Family) -> Iterator[Lever]:
    for trusted in family.possible.trusted:
        yield Lever(
            id=trusted.service.id,
            code="trusted_person",
            owner=trusted.owner,
            ring="micro",
            group="network",
            apply=partial(_with_service, service=trusted.service),
            service=trusted.service.id,
            children=trusted.service.children,
        )
    for other in family.possible.other_parent:
        if other.safe:
            yield Lever(
                id=other.id,
                code="other_parent",
                owner=other.owner,
                ring="micro",
                group="network",
                apply=partial(_with_other_parent, other=other),
                children=other.children,
                days=tuple(day for day in DAYS if day in other.days),
            )


def _with_service(family: Family, service: Service) -> Family:
    return replace(family, services=(*family.services, service))


def _with_other_parent(family: Family, other: OtherParent) -> Family:
    """The days hold every week, school week or holiday week."""
    children = tuple(
        replace(
            child, other_parent_days={k: days | other.days for k, days in child.other_parent_days.items()}
        )
        if child.id in other.children
        else child
        for child in family.children
    )
    return replace(family, children=children)


def _courses(family: Family) -> Iterator[Lever]:
    for option in family.possible.courses:
        yield Lever(
            id=option.id,
            code="other_course_times",
            owner=option.owner,
            ring="exo",
            group="system",
            apply=partial(_with_course, course=option.course),
        )


def _with_course(family: Family, course: Mapping[str, TimeBlock]) -> Family:
    return replace(family, course=course)


def _employer() -> Iterator[Lever]:
    changes: list[tuple[str, LeverCode, str, Callable[[Family], Family]]] = [
        ("work_15min_nearer", "work_nearer", "exo", _nearer),
        ("employer_grace_5min", "start_tolerance", "micro/exo", _five_minutes_later),
        ("short_shifts_2h", "shorter_shifts", "exo", _shorter_shifts),
        ("employer_window+60", "wider_work_hours", "exo", _wider_work_hours),
    ]
    for id_, code, ring, change in changes:
        yield Lever(id=id_, code=code, owner="werkgever", ring=ring, group="system", apply=change)


def _five_minutes_later(family: Family) -> Family:
    return replace(family, travel_buffer=max(family.travel_buffer - 5, 0))


def _shorter_shifts(family: Family) -> Family:
    return _parent(family, minimum_shift=min(family.parent.minimum_shift, 120))


def _wider_work_hours(family: Family) -> Family:
    parent = family.parent
    return _parent(
        family, work_from=max(parent.work_from - 60, 0), work_to=min(parent.work_to + 60, MIDNIGHT)
    )


def _own_limits() -> Iterator[Lever]:
    changes: list[tuple[str, LeverCode, Callable[[Family], Family]]] = [
        ("daily_load+1h", "longer_day", _longer_day),
        ("weekly_load+4h", "longer_week", _longer_week),
    ]
    for id_, code, change in changes:
        yield Lever(id=id_, code=code, owner="moeder", ring="individual", group="own", apply=change)


def _longer_day(family: Family) -> Family:
    return _parent(family, maximum_load_per_day=family.parent.maximum_load_per_day + 60)


def _longer_week(family: Family) -> Family:
    return _parent(family, maximum_load_per_week=family.parent.maximum_load_per_week + 240)


def _parent(family: Family, **changes: int) -> Family:
    return replace(family, parent=replace(family.parent, **changes))


def _nearer(family: Family) -> Family:
    travel = tuple(
        leg._replace(minutes=min(leg.minutes, max(leg.minutes - NEARER, NEAREST)))
        if WORK in (leg.start, leg.end)
        else leg
        for leg in family.travel
    )
    return replace(family, travel=travel)
