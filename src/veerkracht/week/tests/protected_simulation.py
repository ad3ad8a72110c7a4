"""Days with protected time, walked through shift by shift from the JSON of a family.

Written from the text of the model before the solver knew the word, and apart from the program: every shift on the
grid is tried against every way to have the children looked after. On a day with work or a course she makes one round:
the children are brought once and fetched once. Protected time with the children lies outside that round, protected
time without them inside it, so that somebody has them then. Time outside her own hours asks nothing.
"""

from __future__ import annotations

from itertools import pairwise, product
from typing import NamedTuple

from veerkracht.week.tests.simulation import (
    Errand,
    Raw,
    Result,
    at,
    course_of,
    earliest,
    home_after,
    travel,
    ways,
)


class Stay(NamedTuple):
    start: int
    end: int
    place: str


class Round(NamedTuple):
    """What must be done between leaving home and being home again."""

    brings: tuple[Errand, ...]
    fetches: tuple[Errand, ...]
    leave: int
    home_by: int


def protected_on(family: Raw, day: str, kind: str) -> list[Raw]:
    leave, home = at(family["parent"]["leave_after"]), at(family["parent"]["home_by"])
    return [
        block
        for block in family.get("protected", [])
        if block["day"] == day
        and block.get("weeks", "both") in ("both", kind)
        and at(block["to"]) > leave
        and at(block["from"]) < home
    ]


def protected_results(family: Raw, day: str, kind: str) -> list[Result]:
    """For each set of services: the longest shift, and whether the course alone can be."""
    children = [child for child in family["children"] if not child.get("deceased", False)]
    course, parent = course_of(family, day, kind), family["parent"]
    first, last = at(parent["work_from"]), at(parent["work_to"])
    shifts = [
        (start, end)
        for start in range(first + -first % 15, last, 15)
        for end in range(start + 15, last + 1, 15)
        if course is None or start >= course[1]
    ]
    shifts.sort(key=lambda shift: shift[0] - shift[1])
    results: dict[frozenset[str], Result] = {}
    for chosen in product(*(ways(family, child, day, kind) for child in children)):
        uses = frozenset().union(*(way.uses for way in chosen))
        errands = Round(
            tuple(sorted(way.bring for way in chosen if way.bring)),
            tuple(sorted(way.fetch for way in chosen if way.fetch)),
            at(parent["leave_after"]),
            min([at(parent["home_by"]), *(way.home_by for way in chosen)]),
        )
        alone = course is not None and can_be(family, day, kind, errands, None)
        shift = next((shift for shift in shifts if can_be(family, day, kind, errands, shift)), None)
        known = results.get(uses, Result(uses, None, False))
        longest = max(
            (found for found in (known.shift, shift) if found),
            key=lambda found: found[1] - found[0],
            default=None,
        )
        if longest or alone or known.course_alone:
            results[uses] = Result(uses, longest, alone or known.course_alone)
    return list(results.values())


def can_be(family: Raw, day: str, kind: str, errands: Round, shift: tuple[int, int] | None) -> bool:
    """Whether the day can be lived with this shift (or the course alone); a block that does not say, either way."""
    blocks = protected_on(family, day, kind)
    each = [[block["with_children"]] if "with_children" in block else [True, False] for block in blocks]
    return any(
        lived(
            family,
            day,
            kind,
            errands,
            shift,
            [{**b, "with_children": w} for b, w in zip(blocks, choice, strict=True)],
        )
        for choice in product(*each)
    )


def lived(
    family: Raw, day: str, kind: str, errands: Round, shift: tuple[int, int] | None, blocks: list[Raw]
) -> bool:
    course = course_of(family, day, kind)
    stays = [Stay(*course, "course")] if course else []
    stays += [Stay(*shift, "work")] if shift else []
    leave, home_by = errands.leave, errands.home_by
    anchor = (min(stays).start, max(stays).end)
    for block in blocks:
        start, end, place = at(block["from"]), at(block["to"]), block.get("place", "home")
        there, back = travel(family, "home", place), travel(family, place, "home")
        assert there is not None and back is not None
        if not block["with_children"]:
            stays.append(Stay(start, end, place))
        elif end <= anchor[0]:
            leave = max(leave, end + back)
        elif start >= anchor[1]:
            home_by = min(home_by, start - there)
        else:
            return False
    stays.sort()
    for before, after in pairwise(stays):
        leg = travel(family, before.place, after.place)
        if leg is None or before.end + leg > after.start:
            return False
    arrival = earliest(family, errands.brings, leave, stays[0].place)
    return (
        arrival is not None
        and arrival <= stays[0].start
        and home_after(family, errands.fetches, stays[-1].place, stays[-1].end, home_by)
    )
