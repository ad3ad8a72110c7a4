"""Whether the parts of a family agree; a contradiction is named, never solved by a guess.

Decided where the texts leave room:
- a place is unreachable when there is no way to it from home that leaves out work, or none from it to
  work or the course that leaves out home; a single leg that is missing is no mistake, it just cannot be
  made;
- school and course contradict each other when the course keeps her from the school gate and nobody named
  in the family could bring or fetch the child instead; if somebody could, the week is computed, and may
  turn out infeasible.
"""

from __future__ import annotations

from collections.abc import Iterable

from veerkracht.household.problem import Problem, problem
from veerkracht.week.family import COURSE, HOME, SCHOOL, WORK, Family, ProtectedTime, Service, WeekChild
from veerkracht.week.fields import BadInput, Where
from veerkracht.week.times import TimeBlock


def check(family: Family) -> None:
    for check_part in (
        _ids,
        _parent,
        _children,
        _services,
        _travel,
        _places,
        _course_against_school,
        _protected,
    ):
        check_part(family)


def _protected(family: Family) -> None:
    legs = family.legs()
    for number, protected in enumerate(family.protected, 1):
        where, day, block = ("protected", number), protected.day, protected.block
        if (HOME, protected.place) not in legs:
            raise BadInput(
                problem(
                    "no_way_to_protected",
                    where=where,
                    weekday=day,
                    block=block,
                    start=HOME,
                    end=protected.place,
                )
            )
        for other in family.protected[number:]:
            if _overlap_each_week(protected, other):
                raise BadInput(
                    problem("protected_overlaps", where=where, weekday=day, block=block, other=other.block)
                )


def _overlap_each_week(block: ProtectedTime, other: ProtectedTime) -> bool:
    every_week = block.every == other.every == 1 and block.day == other.day
    return every_week and bool(block.weeks & other.weeks) and _overlaps(block.block, other.block)


def _overlaps(first: TimeBlock, other: TimeBlock) -> bool:
    return first.start < other.end and other.start < first.end


def _helpers(family: Family) -> list[Service]:
    return [*family.services, *(trusted.service for trusted in family.possible.trusted)]


def _ids(family: Family) -> None:
    _unique("child_twice", [child.id for child in family.children])
    possible = family.possible
    others = [*(o.id for o in possible.other_parent), *(c.id for c in possible.courses)]
    _unique("service_twice", [*(service.id for service in _helpers(family)), *others])
    known = {child.id for child in family.children}
    naming = [(("services", service.id), service.children) for service in _helpers(family)]
    naming += [(("other_parent", other.id), other.children) for other in possible.other_parent]
    for who, children in naming:
        for child in children:
            if child not in known:
                raise BadInput(problem("names_no_child", where=who, child=child, known=tuple(sorted(known))))


def _unique(code: str, ids: list[str]) -> None:
    for id_ in ids:
        if ids.count(id_) > 1:
            raise BadInput(problem(code, id_))


def _parent(family: Family) -> None:
    parent = family.parent
    if parent.leave_after >= parent.home_by:
        raise BadInput(problem("home_before_leaving", "parent", start=parent.leave_after, end=parent.home_by))
    if parent.work_from >= parent.work_to:
        raise BadInput(
            problem("work_ends_before_it_starts", "parent", start=parent.work_from, end=parent.work_to)
        )


def _children(family: Family) -> None:
    for child in family.children:
        if child.kind == "toddler" and child.school:
            raise BadInput(problem("toddler_at_school", child.id))


def _services(family: Family) -> None:
    for service in _helpers(family):
        if service.open is not None and service.close is not None and service.open >= service.close:
            raise BadInput(
                problem("closes_before_it_opens", service.id, start=service.open, end=service.close)
            )
        latest = service.latest_drop
        early = latest is not None and service.open is not None and latest < service.open
        if latest is not None and (early or (service.close is not None and latest > service.close)):
            raise BadInput(problem("latest_drop_outside", service.id, moment=latest))


def _travel(family: Family) -> None:
    seen: set[tuple[str, str]] = set()
    for leg in family.travel:
        if leg.start == leg.end:
            raise BadInput(problem("way_to_itself", "travel", start=leg.start, end=leg.end))
        if leg[:2] in seen:
            raise BadInput(problem("way_twice", "travel", start=leg.start, end=leg.end))
        seen.add(leg[:2])


def _needed_places(family: Family) -> dict[str, Where]:
    """Every place where a child may have to be brought or fetched, and for whom."""
    present = {child.id: child for child in family.children if not child.deceased}
    places: dict[str, Where] = {}
    for child in present.values():
        if child.school and not child.own_way:
            places.setdefault(SCHOOL, ("children", child.id))
    for service in _helpers(family):
        if any(child in present for child in service.children):
            places.setdefault(service.place, ("services", service.id))
    return places


def _places(family: Family) -> None:
    legs = family.legs()
    skeleton = [(HOME, WORK)]
    if family.course:
        skeleton += [(HOME, COURSE), (COURSE, WORK)]
    for start, end in skeleton:
        if (start, end) not in legs:
            raise BadInput(problem("no_way", "travel", start=start, end=end))
    onward = {WORK, COURSE} if family.course else {WORK}
    for place, who in _needed_places(family).items():
        if place not in _reached({HOME}, legs, without=onward) | onward:
            raise BadInput(problem("no_way_from_home", "travel", start=HOME, end=place, where=who))
        if place not in _reached(onward, legs, without={HOME}) | {HOME}:
            raise BadInput(problem("no_way_to_work", "travel", start=place, end=WORK, where=who))


def _reached(start: Iterable[str], legs: dict[tuple[str, str], int], without: set[str]) -> set[str]:
    reached = set(start)
    grows = True
    while grows:
        more = {
            end for (begin, end) in legs if begin in reached and end not in reached and end not in without
        }
        grows = bool(more)
        reached |= more
    return reached


def _course_against_school(family: Family) -> None:
    for child in family.children:
        if child.own_way or child.deceased:
            continue
        for day, course in family.course.items():
            school = child.school.get(day)
            if school is None or _other_way(family, child, day):
                continue
            before = course.start < school.start - family.gate_before
            after = course.end > school.end + family.gate_after
            if before and not _named(family, child, day, "voorschoolse_opvang"):
                raise BadInput(_overlap("course_keeps_from_bringing", child, day, course, school))
            if after and not _named(family, child, day, "bso", "informeel"):
                raise BadInput(_overlap("course_keeps_from_fetching", child, day, course, school))


def _other_way(family: Family, child: WeekChild, day: str) -> bool:
    """Whether the other parent has, or could have, the child; or the course could be at other times."""
    possible = family.possible
    could = any(
        other.safe and child.id in other.children and day in other.days for other in possible.other_parent
    )
    return day in child.other_parent_days["school"] or could or bool(possible.courses)


def _named(family: Family, child: WeekChild, day: str, *types: str) -> bool:
    return any(
        service.type in types and child.id in service.children and day in service.open_days
        for service in _helpers(family)
    )


def _overlap(code: str, child: WeekChild, day: str, course: TimeBlock, school: TimeBlock) -> Problem:
    return problem(code, child.id, weekday=day, course=course, school=school)
