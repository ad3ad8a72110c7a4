"""How one child can be looked after on a day on which the mother works or follows the course.

Decided where the text of the model leaves room:
- before-school care takes a child from its `open` until ten minutes before school; its `close` plays no
  part;
- a school child on a day without school is brought to and fetched from the same service;
- a trusted adult is a service of type `informeel`, so on a day without school the hours of `informeel`
  hold;
- a teen on a school day sets no limit to the morning, only to when the mother must be home.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from veerkracht.week.family import SCHOOL, Child, Family, Service
from veerkracht.week.routes import Stop
from veerkracht.week.times import Block, Kind

SCHOOL_HANDOVER_BRING, SCHOOL_HANDOVER_FETCH = 3, 5
BEFORE_SCHOOL_ENDS = 10
TODDLER_LAST_BRING_BEFORE_CLOSE = 60
HOLIDAY_OPEN, HOLIDAY_LATEST_DROP = 8 * 60, 10 * 60


class Arrangement(NamedTuple):
    """One way: what the mother must do for it, which services it uses, and when it wants her home.

    `before` and `after` are the services around school.
    """

    label: str
    bring: Stop | None = None
    fetch: Stop | None = None
    services: tuple[str, ...] = ()
    home_by: int | None = None
    before: str | None = None
    after: str | None = None


def has_school(child: Child, day: str, kind: Kind) -> Block | None:
    return child.school.get(day) if kind == "school" else None


def arrangements(family: Family, child: Child, day: str, kind: Kind) -> Iterator[Arrangement]:
    """All ways to have this child looked after without her; none means she cannot work that day."""
    if day in child.other_parent_days[kind]:
        yield Arrangement("other_parent")
    elif child.kind == "teen":
        yield _teen(family, child, day, kind)
    elif child.kind == "toddler":
        yield from map(_day_care, _usable(family, child, day, kind, "dagopvang", "gastouder"))
    elif (school := has_school(child, day, kind)) is not None:
        yield from _school_day(family, child, school, day, kind)
    else:
        yield from map(_whole_day, _usable(family, child, day, kind, "vakantieopvang", "informeel"))


def _usable(family: Family, child: Child, day: str, kind: Kind, *types: str) -> list[Service]:
    return [
        service
        for service in family.services
        if service.type in types
        and child.id in service.children
        and day in service.open_days
        and service.contract_days[kind] > 0
    ]


def _teen(family: Family, child: Child, day: str, kind: Kind) -> Arrangement:
    school = has_school(child, day, kind)
    if school is not None:
        return Arrangement("teen_school", home_by=school.end + child.own_travel + child.alone_after_school)
    return Arrangement("teen_alone", home_by=family.parent.leave_after + child.alone_in_holiday)


def _day_care(service: Service) -> Arrangement:
    opens, closes = _times(service)
    latest = closes - TODDLER_LAST_BRING_BEFORE_CLOSE if service.latest_drop is None else service.latest_drop
    return _both_ends(service, opens, latest, closes)


def _whole_day(service: Service) -> Arrangement:
    opens = HOLIDAY_OPEN if service.open is None else service.open
    latest = HOLIDAY_LATEST_DROP if service.latest_drop is None else service.latest_drop
    return _both_ends(service, opens, latest, _times(service)[1])


def _both_ends(service: Service, opens: int, latest: int, closes: int) -> Arrangement:
    bring = Stop(service.place, opens, latest, service.handover)
    fetch = Stop(service.place, opens, closes, service.handover)
    return Arrangement(service.id, bring, fetch, (service.id,))


def _school_day(family: Family, child: Child, school: Block, day: str, kind: Kind) -> Iterator[Arrangement]:
    """Each way to bring with each way to fetch."""
    gate_in = Stop(SCHOOL, school.start - family.gate_before, school.start, SCHOOL_HANDOVER_BRING)
    gate_out = Stop(SCHOOL, school.end, school.end + family.gate_after, SCHOOL_HANDOVER_FETCH)
    ways_in: list[tuple[Stop, str | None]] = [(gate_in, None)]
    for service in _usable(family, child, day, kind, "voorschoolse_opvang"):
        latest = school.start - BEFORE_SCHOOL_ENDS
        ways_in.append((Stop(service.place, _times(service)[0], latest, service.handover), service.id))
    ways_out: list[tuple[Stop, str | None]] = [(gate_out, None)]
    for service in _usable(family, child, day, kind, "bso", "informeel"):
        ways_out.append((Stop(service.place, school.end, _times(service)[1], service.handover), service.id))
    for bring, before in ways_in:
        for fetch, after in ways_out:
            used = tuple(id_ for id_ in (before, after) if id_ is not None)
            label = "+".join(part for part in (before, SCHOOL, after) if part is not None)
            yield Arrangement(label, bring, fetch, used, None, before, after)


def _times(service: Service) -> tuple[int, int]:
    """When it opens and closes; reading the family made sure that what is needed here is known."""
    return service.open or 0, service.close or 0
