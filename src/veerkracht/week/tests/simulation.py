"""One day walked through forwards, minute after minute, straight from the JSON of a family.

Written from the text of the model, apart from the program: it imports nothing of it, tries every order in full, and
finds the end of a shift by trying each quarter from the last one down.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product
from typing import Any, NamedTuple

Raw = dict[str, Any]
WEEK = ("ma", "di", "wo", "do", "vr")
LATE = 10_000


class Errand(NamedTuple):
    """A handover at a place; `lo` … `hi` bound the arrival (bring) or the whole handover (fetch)."""

    place: str
    lo: int
    hi: int
    takes: int


class Way(NamedTuple):
    bring: Errand | None
    fetch: Errand | None
    uses: frozenset[str]
    home_by: int


class Result(NamedTuple):
    """The best with exactly these services: longest shift (start, end), and whether the course alone can be."""

    uses: frozenset[str]
    shift: tuple[int, int] | None
    course_alone: bool


def at(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def travel(family: Raw, start: str, end: str) -> int | None:
    if start == end:
        return 0
    for first, second in ((start, end), (end, start)):
        for leg in family["travel"]:
            if (leg["from"], leg["to"]) == (first, second):
                return int(leg["minutes"]) + int(family["travel_buffer_minutes"])
    return None


def ways(family: Raw, child: Raw, day: str, kind: str) -> list[Way]:
    """Every way a child can be without the mother."""
    if day in child["other_parent_days"][kind]:
        return [Way(None, None, frozenset(), LATE)]
    school = child.get("school", {}).get(day) if kind == "school" else None
    if child["kind"] == "teen":
        if school:
            limit = at(school[1]) + child["own_travel_minutes"] + child["alone_after_school_minutes"]
        else:
            limit = at(family["parent"]["leave_after"]) + child["alone_in_holiday_minutes"]
        return [Way(None, None, frozenset(), limit)]
    mine = [
        s
        for s in family["services"]
        if child["id"] in s["children"] and day in s["open_days"] and s["contract_days"][kind] > 0
    ]
    if child["kind"] == "toddler":
        return [
            whole_day(s, "", clock_before_close(s)) for s in mine if s["type"] in ("dagopvang", "gastouder")
        ]
    if not school:
        return [whole_day(s, "08:00", "10:00") for s in mine if s["type"] in ("vakantieopvang", "informeel")]
    return around_school(family["school_gate"], school, mine)


def clock_before_close(service: Raw) -> str:
    hour, minute = service["close"].split(":")
    return f"{int(hour) - 1:02d}:{minute}"


def whole_day(service: Raw, opens: str, latest: str) -> Way:
    """Bring from opening to the latest moment, fetch from opening to closing."""
    lo, takes = at(service.get("open", opens)), service["handover_minutes"]
    bring = Errand(service["place"], lo, at(service.get("latest_drop", latest)), takes)
    fetch = Errand(service["place"], lo, at(service["close"]), takes)
    return Way(bring, fetch, frozenset([service["id"]]), LATE)


def around_school(gate: Raw, school: list[str], mine: list[Raw]) -> list[Way]:
    start, end = at(school[0]), at(school[1])
    ins: list[tuple[Errand, frozenset[str]]] = [
        (Errand("school", start - gate["minutes_before"], start, 3), frozenset())
    ]
    outs: list[tuple[Errand, frozenset[str]]] = [
        (Errand("school", end, end + gate["minutes_after"], 5), frozenset())
    ]
    for s in mine:
        uses, takes = frozenset([s["id"]]), s["handover_minutes"]
        if s["type"] == "voorschoolse_opvang":
            ins.append((Errand(s["place"], at(s["open"]), start - 10, takes), uses))
        if s["type"] in ("bso", "informeel"):
            outs.append((Errand(s["place"], end, at(s["close"]), takes), uses))
    return [Way(i, o, a | b, LATE) for (i, a), (o, b) in product(ins, outs)]


def rounds(errands: tuple[Errand, ...]) -> Iterator[list[list[Errand]]]:
    """Every order of errands, with neighbours at one place apart or together in one visit."""
    for order in permutations(errands):
        for cuts in product((True, False), repeat=max(len(order) - 1, 0)):
            visits: list[list[Errand]] = []
            for index, errand in enumerate(order):
                joined = index > 0 and not cuts[index - 1]
                if joined and visits[-1][0].place != errand.place:
                    break
                if joined:
                    visits[-1].append(errand)
                else:
                    visits.append([errand])
            else:
                yield visits


def walk(
    family: Raw, place: str, now: int, visits: list[list[Errand]], goal: str, fetching: bool
) -> int | None:
    """Go round; the moment of arrival at the goal, or None when something does not fit."""
    for visit in visits:
        leg = travel(family, place, visit[0].place)
        if leg is None:
            return None
        lo, hi = max(errand.lo for errand in visit), min(errand.hi for errand in visit)
        takes = max(errand.takes for errand in visit)
        now = max(now + leg, lo)
        if (now + takes if fetching else now) > hi:
            return None
        now += takes
        place = visit[0].place
    leg = travel(family, place, goal)
    return None if leg is None else now + leg


def course_of(family: Raw, day: str, kind: str) -> tuple[int, int] | None:
    times = family.get("course", {}).get(day)
    if times is None or (kind == "holiday" and not family.get("course_in_holidays", False)):
        return None
    return at(times[0]), at(times[1])


def day_results(family: Raw, day: str, kind: str) -> list[Result]:
    """For each set of services that covers the children: the longest shift, found by walking."""
    children = [child for child in family["children"] if not child.get("deceased", False)]
    course, leave = course_of(family, day, kind), at(family["parent"]["leave_after"])
    mornings: dict[tuple[Errand, ...], int | None] = {}
    evenings: dict[tuple[tuple[Errand, ...], int], int | None] = {}
    best: dict[frozenset[str], Result] = {}
    for chosen in product(*(ways(family, child, day, kind) for child in children)):
        uses = frozenset().union(*(way.uses for way in chosen))
        brings = tuple(sorted(way.bring for way in chosen if way.bring))
        fetches = tuple(sorted(way.fetch for way in chosen if way.fetch))
        home_by = min([at(family["parent"]["home_by"]), *(way.home_by for way in chosen)])
        if brings not in mornings:
            mornings[brings] = earliest(family, brings, leave, "course" if course else "work")
        arrival = mornings[brings]
        if arrival is None or (course and arrival > course[0]):
            continue
        alone = course is not None and home_after(family, fetches, "course", course[1], home_by)
        if (fetches, home_by) not in evenings:
            evenings[fetches, home_by] = latest(family, fetches, home_by)
        shift = stretch(family, arrival, course, evenings[fetches, home_by])
        keep(best, Result(uses, shift, alone))
    return list(best.values())


def stretch(
    family: Raw, arrival: int, course: tuple[int, int] | None, end: int | None
) -> tuple[int, int] | None:
    """From the first quarter at which work can start to the last at which it can end."""
    leg = travel(family, "course", "work") if course else 0
    if leg is None or end is None:
        return None
    start = max(course[1] + leg if course else arrival, at(family["parent"]["work_from"]))
    start += -start % 15
    return (start, end) if end > start else None


def keep(best: dict[frozenset[str], Result], new: Result) -> None:
    old = best.get(new.uses, Result(new.uses, None, False))
    shifts = [shift for shift in (old.shift, new.shift) if shift]
    longest = max(shifts, key=lambda shift: shift[1] - shift[0], default=None)
    if longest or new.course_alone or old.course_alone:
        best[new.uses] = Result(new.uses, longest, new.course_alone or old.course_alone)


def earliest(family: Raw, errands: tuple[Errand, ...], leave: int, goal: str) -> int | None:
    found = [walk(family, "home", leave, visits, goal, False) for visits in rounds(errands)]
    return min((moment for moment in found if moment is not None), default=None)


def home_after(family: Raw, errands: tuple[Errand, ...], place: str, leave: int, home_by: int) -> bool:
    for visits in rounds(errands):
        home = walk(family, place, leave, visits, "home", True)
        if home is not None and home <= home_by:
            return True
    return False


def latest(family: Raw, errands: tuple[Errand, ...], home_by: int) -> int | None:
    """The last quarter of an hour at which work can end."""
    last = at(family["parent"]["work_to"]) // 15 * 15
    orders = list(rounds(errands))
    for end in range(last, 0, -15):
        for visits in orders:
            home = walk(family, "work", end, visits, "home", True)
            if home is not None and home <= home_by:
                return end
    return None
