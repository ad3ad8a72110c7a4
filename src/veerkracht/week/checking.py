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

from veerkracht.week.family import COURSE, HOME, SCHOOL, WORK, Child, Family, Protected, Service
from veerkracht.week.fields import BadInput
from veerkracht.week.times import DAY_NAMES, Block, clock


def check(family: Family) -> None:
    for look in (_ids, _parent, _children, _services, _travel, _places, _course_against_school, _protected):
        look(family)


def _protected(family: Family) -> None:
    legs = family.legs()
    for number, protected in enumerate(family.protected, 1):
        where = f"Blok {number} in `protected` ({DAY_NAMES[protected.day]} {_times(protected.block)})"
        if (HOME, protected.place) not in legs:
            raise BadInput(
                f"{where}: in `travel` ontbreekt de reistijd tussen {HOME} en {protected.place}; vul die in."
            )
        for other in family.protected[number:]:
            if _overlap_each_week(protected, other):
                raise BadInput(
                    f"{where} valt samen met het blok van {_times(other.block)}; maak er één blok van of pas de "
                    "tijden aan."
                )


def _overlap_each_week(block: Protected, other: Protected) -> bool:
    every_week = block.every == other.every == 1 and block.day == other.day
    return every_week and bool(block.weeks & other.weeks) and _overlaps(block.block, other.block)


def _overlaps(first: Block, other: Block) -> bool:
    return first.start < other.end and other.start < first.end


def _times(block: Block) -> str:
    return f"{clock(block.start)}–{clock(block.end)}"


def _helpers(family: Family) -> list[Service]:
    return [*family.services, *(trusted.service for trusted in family.possible.trusted)]


def _ids(family: Family) -> None:
    _unique("Kind", [child.id for child in family.children])
    possible = family.possible
    others = [*(o.id for o in possible.other_parent), *(c.id for c in possible.courses)]
    _unique("Opvang of mogelijkheid", [*(service.id for service in _helpers(family)), *others])
    known = {child.id for child in family.children}
    naming = [(f"Opvang {service.id}", service.children) for service in _helpers(family)]
    naming += [(f"Andere ouder {other.id}", other.children) for other in possible.other_parent]
    for who, children in naming:
        for child in children:
            if child not in known:
                raise BadInput(
                    f"{who} noemt kind {child!r}, dat niet bij de kinderen staat; "
                    f"bekend: {', '.join(sorted(known)) or 'geen'}."
                )


def _unique(what: str, ids: list[str]) -> None:
    for id_ in ids:
        if ids.count(id_) > 1:
            raise BadInput(f"{what} {id_!r} komt twee keer voor; geef elk een eigen id.")


def _parent(family: Family) -> None:
    parent = family.parent
    if parent.leave_after >= parent.home_by:
        raise BadInput(
            f"`parent`: `home_by` ({clock(parent.home_by)}) moet later zijn dan `leave_after` "
            f"({clock(parent.leave_after)})."
        )
    if parent.work_from >= parent.work_to:
        raise BadInput(
            f"`parent`: `work_to` ({clock(parent.work_to)}) moet later zijn dan `work_from` "
            f"({clock(parent.work_from)})."
        )


def _children(family: Family) -> None:
    for child in family.children:
        if child.kind == "toddler" and child.school:
            raise BadInput(
                f"Kind {child.id} is een peuter (`toddler`) met schooltijden; kies `school` of haal ze weg."
            )


def _services(family: Family) -> None:
    for service in _helpers(family):
        if service.open is not None and service.close is not None and service.open >= service.close:
            raise BadInput(
                f"Opvang {service.id} sluit om {clock(service.close)}, niet later dan de opening om "
                f"{clock(service.open)}; pas `open` of `close` aan."
            )
        latest = service.latest_drop
        early = latest is not None and service.open is not None and latest < service.open
        if latest is not None and (early or (service.close is not None and latest > service.close)):
            raise BadInput(
                f"Opvang {service.id}: `latest_drop` ({clock(latest)}) moet tussen `open` en `close` liggen."
            )


def _travel(family: Family) -> None:
    seen: set[tuple[str, str]] = set()
    for leg in family.travel:
        if leg.start == leg.end:
            raise BadInput(
                f"`travel` heeft een reis van {leg.start} naar {leg.end}; haal die weg, daar is geen reis."
            )
        if leg[:2] in seen:
            raise BadInput(
                f"`travel` heeft de reis van {leg.start} naar {leg.end} twee keer; laat er één staan."
            )
        seen.add(leg[:2])


def _needed_places(family: Family) -> dict[str, str]:
    """Every place where a child may have to be brought or fetched, and for whom."""
    present = {child.id: child for child in family.children if not child.deceased}
    places: dict[str, str] = {}
    for child in present.values():
        if child.kind == "school" and child.school:
            places.setdefault(SCHOOL, f"kind {child.id}")
    for service in _helpers(family):
        if any(child in present for child in service.children):
            places.setdefault(service.place, f"opvang {service.id}")
    return places


def _places(family: Family) -> None:
    legs = family.legs()
    skeleton = [(HOME, WORK)]
    if family.course:
        skeleton += [(HOME, COURSE), (COURSE, WORK)]
    for start, end in skeleton:
        if (start, end) not in legs:
            raise BadInput(f"In `travel` ontbreekt de reistijd tussen {start} en {end}; vul die in.")
    onward = {WORK, COURSE} if family.course else {WORK}
    for place, who in _needed_places(family).items():
        if place not in _reached({HOME}, legs, without=onward) | onward:
            raise BadInput(
                f"In `travel` ontbreekt een reistijd van {HOME} naar {place} (nodig voor {who}); vul die in."
            )
        if place not in _reached(onward, legs, without={HOME}) | {HOME}:
            raise BadInput(
                f"In `travel` ontbreekt een reistijd tussen {place} en {WORK} (nodig voor {who}); vul die in."
            )


def _reached(start: Iterable[str], legs: dict[tuple[str, str], int], without: set[str]) -> set[str]:
    found = set(start)
    grows = True
    while grows:
        more = {end for (begin, end) in legs if begin in found and end not in found and end not in without}
        grows = bool(more)
        found |= more
    return found


def _course_against_school(family: Family) -> None:
    for child in family.children:
        if child.kind != "school" or child.deceased:
            continue
        for day, course in family.course.items():
            school = child.school.get(day)
            if school is None or _other_way(family, child, day):
                continue
            before = course.start < school.start - family.gate_before
            after = course.end > school.end + family.gate_after
            if before and not _named(family, child, day, "voorschoolse_opvang"):
                raise BadInput(_overlap(child, day, course, school, "brengen"))
            if after and not _named(family, child, day, "bso", "informeel"):
                raise BadInput(_overlap(child, day, course, school, "halen"))


def _other_way(family: Family, child: Child, day: str) -> bool:
    """Whether the other parent has, or could have, the child; or the course could be at other times."""
    possible = family.possible
    could = any(
        other.safe and child.id in other.children and day in other.days for other in possible.other_parent
    )
    return day in child.other_parent_days["school"] or could or bool(possible.courses)


def _named(family: Family, child: Child, day: str, *types: str) -> bool:
    return any(
        service.type in types and child.id in service.children and day in service.open_days
        for service in _helpers(family)
    )


def _overlap(child: Child, day: str, course: Block, school: Block, what: str) -> str:
    return (
        f"Op {DAY_NAMES[day]} valt de cursus ({clock(course.start)}–{clock(course.end)}) samen met het {what} van "
        f"{child.id} (school {clock(school.start)}–{clock(school.end)}) en is er niemand anders die dat kan; "
        "pas de tijden aan of voeg opvang toe."
    )
