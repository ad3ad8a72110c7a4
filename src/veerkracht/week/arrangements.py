"""How one child can be looked after on a day on which the mother works or follows the course.

Decided where the text of the model leaves room:
- before-school care takes a child from its `open` until ten minutes before school; its `close` plays no
  part;
- a school child on a day without school is brought to and fetched from the same service;
- a trusted adult is a service of type `informeel`, so on a day without school the hours of `informeel`
  hold;
- who goes alone sets no limit to the morning of a school day, only to when the mother must be home; a younger child
  that goes alone may still be fetched from care.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from veerkracht.week.family import SCHOOL, Family, Service, WeekChild
from veerkracht.week.routes import Stop
from veerkracht.week.times import Kind, TimeBlock

SCHOOL_HANDOVER_BRING, SCHOOL_HANDOVER_FETCH = 3, 5
BEFORE_SCHOOL_ENDS = 10
TODDLER_LAST_BRING_BEFORE_CLOSE = 60
HOLIDAY_OPEN, HOLIDAY_LATEST_DROP = 8 * 60, 10 * 60


End = tuple[Stop | None, str | None]
"""How a school day begins or ends: the stop it asks of her, and the service that has the child then."""


class CareArrangement(NamedTuple):
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


def has_school(child: WeekChild, day: str, kind: Kind) -> TimeBlock | None:
    return child.school.get(day) if kind == "school" else None


def arrangements(family: Family, child: WeekChild, day: str, kind: Kind) -> Iterator[CareArrangement]:
    """All ways to have this child looked after without her; none means she cannot work that day."""
    if day in child.other_parent_days[kind]:
        yield CareArrangement("other_parent")
    elif child.own_way:
        yield _alone(family, child, day, kind)
        if child.kind != "teen":
            yield from _care_of_who_goes_alone(family, child, day, kind)
    elif child.kind == "toddler":
        yield from map(_day_care, usable(family, child, day, kind, "dagopvang", "gastouder"))
    elif (school := has_school(child, day, kind)) is not None:
        yield from _school_day(family, child, school, day, kind)
    else:
        yield from map(_whole_day, usable(family, child, day, kind, "vakantieopvang", "informeel"))


def usable(family: Family, child: WeekChild, day: str, kind: Kind, *types: str) -> list[Service]:
    return [
        service
        for service in family.services
        if service.type in types
        and child.id in service.children
        and day in service.open_days
        and service.contract_days[kind] > 0
    ]


def _care_of_who_goes_alone(
    family: Family, child: WeekChild, day: str, kind: Kind
) -> Iterator[CareArrangement]:
    """A younger child that goes alone may still be fetched from care after school, or be there on a free day."""
    school = has_school(child, day, kind)
    if school is None:
        yield from map(_whole_day, usable(family, child, day, kind, "vakantieopvang", "informeel"))
        return
    for fetch, after in ways_home(family, child, school, day, kind):
        if after is not None:
            yield CareArrangement(f"{SCHOOL}+{after}", None, fetch, (after,), None, None, after)


def _alone(family: Family, child: WeekChild, day: str, kind: Kind) -> CareArrangement:
    school = has_school(child, day, kind)
    if school is not None:
        return CareArrangement(
            "teen_school", home_by=school.end + child.own_travel + child.alone_after_school
        )
    return CareArrangement("teen_alone", home_by=family.parent.leave_after + child.alone_in_holiday)


def _day_care(service: Service) -> CareArrangement:
    opens, closes = _times(service)
    latest = closes - TODDLER_LAST_BRING_BEFORE_CLOSE if service.latest_drop is None else service.latest_drop
    return _both_ends(service, opens, latest, closes)


def _whole_day(service: Service) -> CareArrangement:
    opens = HOLIDAY_OPEN if service.open is None else service.open
    latest = HOLIDAY_LATEST_DROP if service.latest_drop is None else service.latest_drop
    return _both_ends(service, opens, latest, _times(service)[1])


def _both_ends(service: Service, opens: int, latest: int, closes: int) -> CareArrangement:
    bring = Stop(service.place, opens, latest, service.handover)
    fetch = Stop(service.place, opens, closes, service.handover)
    return CareArrangement(service.id, bring, fetch, (service.id,))


def _school_day(
    family: Family, child: WeekChild, school: TimeBlock, day: str, kind: Kind
) -> Iterator[CareArrangement]:
    """Each way to bring with each way to fetch."""
    home = ways_home(family, child, school, day, kind)
    for bring in ways_there(family, child, school, day, kind):
        for fetch in home:
            yield around_school(bring, fetch)


def around_school(bring: End, fetch: End) -> CareArrangement:
    """A school day from how it begins and how it ends."""
    before, after = bring[1], fetch[1]
    services = tuple(id_ for id_ in (before, after) if id_ is not None)
    label = "+".join(part for part in (before, SCHOOL, after) if part is not None)
    return CareArrangement(label, bring[0], fetch[0], services, None, before, after)


def ways_there(family: Family, child: WeekChild, school: TimeBlock, day: str, kind: Kind) -> list[End]:
    """To the gate, or to care before school."""
    ends: list[End] = [
        (Stop(SCHOOL, school.start - family.gate_before, school.start, SCHOOL_HANDOVER_BRING), None)
    ]
    for service in usable(family, child, day, kind, "voorschoolse_opvang"):
        latest = school.start - BEFORE_SCHOOL_ENDS
        ends.append((Stop(service.place, _times(service)[0], latest, service.handover), service.id))
    return ends


def ways_home(family: Family, child: WeekChild, school: TimeBlock, day: str, kind: Kind) -> list[End]:
    """From the gate, or from care after school."""
    ends: list[End] = [
        (Stop(SCHOOL, school.end, school.end + family.gate_after, SCHOOL_HANDOVER_FETCH), None)
    ]
    for service in usable(family, child, day, kind, "bso", "informeel"):
        ends.append((Stop(service.place, school.end, _times(service)[1], service.handover), service.id))
    return ends


def _times(service: Service) -> tuple[int, int]:
    """When it opens and closes; reading the family made sure that what is needed here is known."""
    return service.open or 0, service.close or 0
