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
    late = 10_000
    if day in child["other_parent_days"][kind]:
        return [Way(None, None, frozenset(), late)]
    school = child.get("school", {}).get(day) if kind == "school" else None
    if child["kind"] == "teen":
        if school:
            limit = at(school[1]) + child["own_travel_minutes"] + child["alone_after_school_minutes"]
        else:
            limit = at(family["parent"]["leave_after"]) + child["alone_in_holiday_minutes"]
        return [Way(None, None, frozenset(), limit)]
    found = []
    mine = [
        s
        for s in family["services"]
        if child["id"] in s["children"] and day in s["open_days"] and s["contract_days"][kind] > 0
    ]
    if child["kind"] == "toddler":
        for s in mine:
            if s["type"] in ("dagopvang", "gastouder"):
                last = at(s["latest_drop"]) if "latest_drop" in s else at(s["close"]) - 60
                bring = Errand(s["place"], at(s["open"]), last, s["handover_minutes"])
                fetch = Errand(s["place"], at(s["open"]), at(s["close"]), s["handover_minutes"])
                found.append(Way(bring, fetch, frozenset([s["id"]]), late))
        return found
    if not school:
        for s in mine:
            if s["type"] in ("vakantieopvang", "informeel"):
                opens = at(s.get("open", "08:00"))
                bring = Errand(s["place"], opens, at(s.get("latest_drop", "10:00")), s["handover_minutes"])
                fetch = Errand(s["place"], opens, at(s["close"]), s["handover_minutes"])
                found.append(Way(bring, fetch, frozenset([s["id"]]), late))
        return found
    gate = family["school_gate"]
    start, end = at(school[0]), at(school[1])
    ins: list[tuple[Errand, frozenset[str]]] = [
        (Errand("school", start - gate["minutes_before"], start, 3), frozenset())
    ]
    outs: list[tuple[Errand, frozenset[str]]] = [
        (Errand("school", end, end + gate["minutes_after"], 5), frozenset())
    ]
    for s in mine:
        if s["type"] == "voorschoolse_opvang":
            errand = Errand(s["place"], at(s["open"]), start - 10, s["handover_minutes"])
            ins.append((errand, frozenset([s["id"]])))
        if s["type"] in ("bso", "informeel"):
            outs.append(
                (Errand(s["place"], end, at(s["close"]), s["handover_minutes"]), frozenset([s["id"]]))
            )
    return [Way(i, o, a | b, late) for (i, a), (o, b) in product(ins, outs)]


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


def day_results(family: Raw, day: str, kind: str) -> list[Result]:
    """For each set of services that covers the children: the longest shift, found by walking."""
    parent = family["parent"]
    children = [child for child in family["children"] if not child.get("deceased", False)]
    course = family.get("course", {}).get(day)
    if kind == "holiday" and not family.get("course_in_holidays", False):
        course = None
    mornings: dict[tuple[Errand, ...], int | None] = {}
    evenings: dict[tuple[tuple[Errand, ...], str, int], int | None] = {}
    best: dict[frozenset[str], Result] = {}
    for chosen in product(*(ways(family, child, day, kind) for child in children)):
        uses = frozenset().union(*(way.uses for way in chosen))
        brings = tuple(sorted(way.bring for way in chosen if way.bring))
        fetches = tuple(sorted(way.fetch for way in chosen if way.fetch))
        home_by = min([at(parent["home_by"]), *(way.home_by for way in chosen)])
        if brings not in mornings:
            goal = "course" if course else "work"
            mornings[brings] = earliest(family, brings, at(parent["leave_after"]), goal)
        arrival = mornings[brings]
        if arrival is None or (course and arrival > at(course[0])):
            continue
        alone, start = False, arrival
        if course:
            alone = home_after(family, fetches, "course", at(course[1]), home_by)
            leg = travel(family, "course", "work")
            start = 10_000 if leg is None else at(course[1]) + leg
        start = max(start, at(parent["work_from"]))
        start += -start % 15
        key = (fetches, "work", home_by)
        if key not in evenings:
            evenings[key] = latest(family, fetches, home_by)
        end = evenings[key]
        shift = (start, end) if end is not None and end > start else None
        old = best.get(uses, Result(uses, None, False))
        if shift is None or (old.shift and old.shift[1] - old.shift[0] >= shift[1] - shift[0]):
            shift = old.shift
        if shift or alone or old.course_alone:
            best[uses] = Result(uses, shift, alone or old.course_alone)
    return list(best.values())


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
