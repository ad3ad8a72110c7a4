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

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from veerkracht.week.days import Memo
from veerkracht.week.family import WORK, Family, OtherParent, Service
from veerkracht.week.solver import solve
from veerkracht.week.times import DAY_NAMES, DAYS, MIDNIGHT, Kind

Group = Literal["system", "network", "own"]

OPENING_TYPES = ("dagopvang", "gastouder", "bso", "voorschoolse_opvang")
WORTH_A_PAIR = 4 * 60
NEARER, NEAREST = 15, 5


@dataclass(frozen=True)
class Lever:
    """A change somebody could make. `ring` is where it lies, `owner` who can make it."""

    id: str
    owner: str
    ring: str
    group: Group
    sentence: str
    apply: Callable[[Family], Family]


@dataclass(frozen=True)
class Gain:
    """What a lever gives, in paid minutes a week."""

    lever: Lever
    minutes: int

    @property
    def proposed(self) -> bool:
        return self.lever.group != "own" and self.minutes > 0


@dataclass(frozen=True)
class Pair:
    a: Lever
    b: Lever
    minutes: int


def levers(family: Family, kind: Kind) -> list[Lever]:
    """Every lever of this family, in a fixed order."""
    found = [*_providers(family, kind), *_network(family), *_courses(family), *_employer()]
    return [*found, *_own_limits()]


def paid_minutes(family: Family, kind: Kind, memo: Memo) -> int:
    week = solve(family, kind, memo)
    return 0 if week is None else week.paid


def gains(family: Family, kind: Kind, memo: Memo | None = None) -> list[Gain]:
    """Each lever with its gain: system first, own limits last, most minutes first."""
    memo = {} if memo is None else memo
    base = paid_minutes(family, kind, memo)
    found = [
        Gain(lever, paid_minutes(lever.apply(family), kind, memo) - base) for lever in levers(family, kind)
    ]
    order: list[Group] = ["system", "network", "own"]
    return sorted(found, key=lambda gain: (order.index(gain.lever.group), -gain.minutes))


def pairs(family: Family, kind: Kind, single: list[Gain], memo: Memo | None = None) -> list[Pair]:
    """Two levers that each give less than four hours and together at least four."""
    memo = {} if memo is None else memo
    base = paid_minutes(family, kind, memo)
    small = [gain for gain in single if gain.lever.group != "own" and gain.minutes < WORTH_A_PAIR]
    small.sort(key=lambda gain: -gain.minutes)
    found: list[Pair] = []
    for index, first in enumerate(small):
        changed = first.lever.apply(family)
        for second in small[index + 1 :]:
            minutes = paid_minutes(second.lever.apply(changed), kind, memo) - base
            if minutes >= WORTH_A_PAIR:
                found.append(Pair(first.lever, second.lever, minutes))
    return sorted(found, key=lambda pair: -pair.minutes)


def _providers(family: Family, kind: Kind) -> Iterator[Lever]:
    for service in family.services:
        informal = service.type == "informeel"
        owner, ring = ("netwerkpersoon", "micro") if informal else ("kinderopvang", "meso/exo")
        if kind == "school" and (informal or service.type in OPENING_TYPES):
            yield Lever(
                f"{service.id}+1day", owner, ring, "network" if informal else "system",
                f"een dag meer bij {service.id}", _on_service(service.id, _one_more_day),
            )  # fmt: skip
        if service.type in OPENING_TYPES and service.close is not None:
            yield Lever(
                f"{service.id}_close+30", "kinderopvang", "exo", "system",
                f"{service.id} sluit een half uur later", _on_service(service.id, _closes_later),
            )  # fmt: skip
        if service.type in OPENING_TYPES and service.open is not None:
            yield Lever(
                f"{service.id}_open-30", "kinderopvang", "exo", "system",
                f"{service.id} opent een half uur eerder", _on_service(service.id, _opens_earlier),
            )  # fmt: skip


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
        service = trusted.service
        yield Lever(
            service.id, trusted.owner, "micro", "network",
            f"een vertrouwd persoon haalt {' en '.join(service.children)} op en past op, als beiden dat willen",
            lambda family, service=service: replace(family, services=(*family.services, service)),  # type: ignore[misc]
        )  # fmt: skip
    for other in family.possible.other_parent:
        if other.safe:
            yield Lever(
                other.id, other.owner, "micro", "network",
                f"{' en '.join(other.children)} op {' en '.join(DAY_NAMES[day] for day in DAYS if day in other.days)} "
                "bij de andere ouder, als beiden dat willen",
                lambda family, other=other: _with_other_parent(family, other),  # type: ignore[misc]
            )  # fmt: skip


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
            option.id, option.owner, "exo", "system", "de cursus op andere tijden",
            lambda family, course=option.course: replace(family, course=course),  # type: ignore[misc]
        )  # fmt: skip


def _employer() -> Iterator[Lever]:
    yield Lever(
        "work_15min_nearer", "werkgever", "exo", "system",
        "werk dat een kwartier dichterbij is (andere vacature, fiets of bus)", _nearer,
    )  # fmt: skip
    yield Lever(
        "employer_grace_5min", "werkgever", "micro/exo", "system",
        "de werkgever vindt vijf minuten later beginnen goed",
        lambda family: replace(family, travel_buffer=max(family.travel_buffer - 5, 0)),
    )  # fmt: skip
    yield Lever(
        "short_shifts_2h", "werkgever", "exo", "system", "diensten van twee uur mogen",
        lambda family: _parent(family, minimum_shift=min(family.parent.minimum_shift, 120)),
    )  # fmt: skip
    yield Lever(
        "employer_window+60", "werkgever", "exo", "system",
        "werken kan een uur eerder en een uur later",
        lambda family: _parent(
            family,
            work_from=max(family.parent.work_from - 60, 0),
            work_to=min(family.parent.work_to + 60, MIDNIGHT),
        ),
    )  # fmt: skip


def _own_limits() -> Iterator[Lever]:
    yield Lever(
        "daily_load+1h", "moeder", "individual", "own", "een uur meer op een dag",
        lambda family: _parent(family, maximum_load_per_day=family.parent.maximum_load_per_day + 60),
    )  # fmt: skip
    yield Lever(
        "weekly_load+4h", "moeder", "individual", "own", "vier uur meer in een week",
        lambda family: _parent(family, maximum_load_per_week=family.parent.maximum_load_per_week + 240),
    )  # fmt: skip


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
